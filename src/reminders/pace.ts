import { openConversationPace } from "../people/index.js";
import type { Document, Storage } from "../storage/port.js";
import type { Clock } from "./shared-clock.js";

/** When each message may go, so that all instances together keep to the rate of the tenant, and each conversation to its own. */
export interface Pace {
  /** Resolves when it is the turn of another message in this conversation. */
  turn(conversation: string): Promise<void>;
}

interface PaceDocument extends Document {
  /** Milliseconds by the database's clock: the first moment that nobody has taken. */
  next: number;
}

const documentId = "tenant";
/** So many moments are taken at once; those whose owner dies are lost, which only slows things down. */
const mostAtOnce = 25;

const mostLateMs = 100;

/** Teams takes 50 a second for a tenant; half of that leaves room for the bot's replies. */
export const perSecond = 25;

/** `conversations` is shared with whatever else writes into them. */
export function openPace(storage: Storage, clock: Clock, conversations = openConversationPace(clock)): Pace {
  const tenant = openTenantPace(storage, clock);
  return oneByOne((conversation) => conversations.turn(conversation, tenant));
}

/** Of those for one conversation only the first looks out for a moment of the tenant's: the others could not use theirs. */
function oneByOne(turn: Pace["turn"]): Pace {
  const last = new Map<string, Promise<void>>();
  return {
    turn(conversation) {
      const mine = (last.get(conversation) ?? Promise.resolve()).catch(() => undefined).then(() => turn(conversation));
      last.set(conversation, mine);
      const done = () => void (last.get(conversation) === mine && last.delete(conversation));
      mine.then(done, done);
      return mine;
    },
  };
}

function openTenantPace(storage: Storage, clock: Clock): () => Promise<void> {
  const paces = storage.collection<PaceDocument>("reminderPace");
  const gap = 1_000 / perSecond;
  const waiting: (() => void)[] = [];
  const failing: ((error: unknown) => void)[] = [];
  let running = false;

  const take = async (count: number): Promise<number> => {
    for (;;) {
      const now = (await clock.now()).getTime();
      const kept = await paces.get(documentId);
      const first = Math.max(kept?.next ?? 0, now);
      const next = first + count * gap;
      const taken = kept ? await paces.updateWhere({ _id: documentId, next: kept.next }, { $set: { next } }) : await paces.insert({ _id: documentId, next });
      if (taken) return first;
    }
  };

  const run = async () => {
    running = true;
    try {
      while (waiting.length) {
        const count = Math.min(waiting.length, mostAtOnce);
        const first = await take(count);
        for (let place = 0; place < count; place++) {
          const early = first + place * gap - (await clock.now()).getTime();
          // A moment that was missed is given up: making up for it would be too many at once.
          if (early < -mostLateMs) break;
          if (early > 0) await clock.wait(early);
          failing.shift();
          waiting.shift()?.();
        }
      }
    } catch (error) {
      waiting.length = 0;
      for (const fail of failing.splice(0)) fail(error);
    } finally {
      running = false;
    }
  };

  return () =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      failing.push(reject);
      if (!running) void run();
    });
}
