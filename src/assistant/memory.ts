/** What was last said in a conversation, for what is said next to lean on: the words for an hour, what it was about for half a day. */
import { isDeepStrictEqual } from "node:util";
import type { AnswerContext } from "../request/answer-context.js";
import type { Turn } from "../request/turn.js";
import type { Document, Storage } from "../storage/port.js";
import type { Interpretation } from "./assistant.js";
import { answerSent } from "./quoted.js";

/** What one person was last told in one conversation; `_id` is conversation/person. */
interface Conversation extends Document {
  readings: Interpretation[];
  /** Id of the person. */
  who?: string;
  /** Id of the plan that was asked, where several are loaded. */
  plan?: string;
  /** Instant (ISO 8601) of the message. */
  at: string;
  /** Words of the person are among the readings. */
  words?: boolean;
}

/** What a message may lean on, and the document that it came from. */
export interface LastSaid {
  readings: Interpretation[];
  plan?: string;
  kept?: Conversation;
}

export interface Memory {
  of(turn: Turn): Promise<LastSaid>;
  /** As this process knows it; another may know better. */
  last(turn: Turn): LastSaid;
  /** Nobody waits for it, but the same person's next message. A lost one costs a follow-up, never a fact. */
  remember(turn: Turn, last: LastSaid, readings: Interpretation[], context: AnswerContext): void;
  /** Everything that one person said, wherever. */
  forget(personId: string): Promise<void>;
  forgetOld(now: Date): Promise<void>;
}

const MOST_KNOWN = 5_000;
const HOUR_MS = 3_600_000;
/** After this long a follow-up no longer leans on what was said. */
const rememberedMs = 12 * HOUR_MS;

const keyOf = ({ conversationId, asker }: Pick<Turn, "conversationId" | "asker">): string => `${conversationId}/${asker.id}`;

/** What was last asked in each conversation, kept in the database: its words for an hour, what it was about for twelve. */
export function openMemory(storage: Storage): Memory {
  const conversations = storage.collection<Conversation>("conversations");
  const writing = new Map<string, Promise<unknown>>();
  const known = new Map<string, Conversation>();
  const know = (key: string, kept: Conversation | undefined): void => {
    if (!kept) return void known.delete(key);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, kept);
  };
  const lastSaid = (kept: Conversation | undefined, at: Date): LastSaid => {
    const isOver = !kept || Math.abs(at.getTime() - Date.parse(kept.at)) > rememberedMs;
    return { readings: isOver ? [] : kept.readings, plan: kept?.plan, kept };
  };

  // Written only when there is something new to lean on: a write is the dearest part of a turn.
  const write = async (_id: string, who: string, { kept }: LastSaid, readings: Interpretation[], { loaded, known, at }: AnswerContext): Promise<void> => {
    const plan = loaded.length > 1 ? known.id : kept?.plan && known.id;
    const fresh = kept && at.getTime() - Date.parse(kept.at) < HOUR_MS / 2;
    if (fresh && kept.plan === plan && isDeepStrictEqual(kept.readings, readings)) return;
    const words = !isDeepStrictEqual(answerSent(readings, "").readings, readings);
    const change = { readings, who, words, at: at.toISOString(), ...(plan && { plan }) };
    know(_id, { ...kept, _id, ...change });
    if (kept ? await conversations.updateWhere({ _id }, { $set: change }) : await conversations.insert({ _id, ...change })) return;
    if (!(await conversations.updateWhere({ _id }, { $set: change }))) await conversations.insert({ _id, ...change });
  };

  return {
    async of(turn) {
      const key = keyOf(turn);
      await writing.get(key);
      const kept = await conversations.get(key);
      know(key, kept);
      return lastSaid(kept, turn.at);
    },
    last: (turn) => lastSaid(known.get(keyOf(turn)), turn.at),
    remember(turn, last, readings, context) {
      const key = keyOf(turn);
      const written = write(key, turn.asker.id, last, readings, context);
      const done = written.catch((error: unknown) => turn.onLost?.(error)).finally(() => writing.get(key) === done && writing.delete(key));
      writing.set(key, done);
    },
    async forget(who) {
      known.clear();
      await conversations.remove({ who });
    },
    async forgetOld(now) {
      known.clear();
      const before = (ms: number) => ({ $lt: new Date(now.getTime() - ms).toISOString() });
      await conversations.remove({ at: before(rememberedMs) });
      // Who has said something meanwhile is left alone.
      for (const { _id, at, readings } of await conversations.find({ words: { $ne: false }, at: before(HOUR_MS) }))
        await conversations.updateWhere({ _id, at }, { $set: { readings: answerSent(readings, "").readings, words: false } });
    },
  };
}
