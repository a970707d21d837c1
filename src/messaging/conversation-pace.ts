/** How fast one conversation may be written to of the bot's own accord: reminders, requests and their answers count together. */
import type { Document, Storage } from "../storage/port.js";
import type { Clock } from "./shared-clock.js";

/** Teams takes no more than these in one conversation. */
export const conversationLimits = [
  { most: 7, inMs: 1_000 },
  { most: 8, inMs: 2_000 },
  { most: 60, inMs: 30_000 },
  { most: 1_800, inMs: 3_600_000 },
] as const;

const longestMs = Math.max(...conversationLimits.map(({ inMs }) => inMs));

/** Milliseconds until another message may go, after those that went at these moments, oldest first. */
export const waitAfter = (gone: readonly number[], now: number): number =>
  conversationLimits.reduce((wait, { most, inMs }) => Math.max(wait, (gone.at(-most) ?? Number.NEGATIVE_INFINITY) + inMs - now), 0);

const stillCounted = (gone: readonly number[], now: number): number[] => gone.filter((at) => at > now - longestMs);

interface Gone extends Document {
  /** Milliseconds by the database's clock, oldest first. */
  gone: number[];
  /** The newest of them. */
  last: number;
  revision: number;
}

/** Of all instances together. */
export interface ConversationPace {
  /**
   * Resolves when another message may go into the conversation; it counts from then on. `also` is what the message has to
   * wait for besides; nobody else's waits for that, and it is asked again when the conversation has filled up meanwhile.
   */
  turn(conversation: string, also?: () => Promise<void>): Promise<void>;
}

/** So often what no longer counts is removed. */
const turnsToRemoval = 500;

/** Counts what goes into each conversation, in the database, so that all instances together keep to what Teams takes there. */
export function openConversationPace(storage: Storage, clock: Clock): ConversationPace {
  const paces = storage.collection<Gone>("conversationPace");
  let turns = 0;
  const removeOld = async (now: number) => {
    turns += 1;
    if (turns % turnsToRemoval) return;
    await paces.remove({ last: { $lt: now - longestMs } });
  };
  /** False when somebody else's message has gone there in the same moment. */
  const note = async (_id: string, kept: Gone | undefined, now: number): Promise<boolean> => {
    const fields = { gone: [...stillCounted(kept?.gone ?? [], now), now], last: now, revision: (kept?.revision ?? 0) + 1 };
    if (!kept) return paces.insert({ _id, ...fields });
    return (await paces.updateWhere({ _id, revision: kept.revision }, { $set: fields })) !== undefined;
  };
  return {
    async turn(conversation, also) {
      for (let waited = !also; ; ) {
        const kept = await paces.get(conversation);
        const now = (await clock.now()).getTime();
        const ms = waitAfter(kept?.gone ?? [], now);
        if (ms > 0) {
          await clock.wait(ms);
          waited = !also;
        } else if (!waited) {
          await also?.();
          waited = true;
        } else if (await note(conversation, kept, now)) return removeOld(now);
      }
    },
  };
}
