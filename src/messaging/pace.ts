import type { Document, Storage } from "../storage/port.js";
import { openConversationPace } from "./conversation-pace.js";
import type { Clock } from "./shared-clock.js";

/** When each message may go, so that all instances together keep to the rate of the tenant, and each conversation to its own. */
export interface Pace {
  /** Resolves when it is the turn of another message in this conversation. */
  turn(conversation: string): Promise<void>;
  /** The same for a message that somebody waits for: it goes before those that wait for their turn in this process. */
  soon(conversation: string): Promise<void>;
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

/** At most so many messages a second by all instances together; moments are taken by one conditional write, some at once. */
export function openPace(storage: Storage, clock: Clock): Pace {
  const tenant = openTenantPace(storage, clock);
  const conversations = openConversationPace(storage, clock);
  return {
    turn: oneByOne((conversation) => conversations.turn(conversation, () => tenant("last"))),
    soon: (conversation) => conversations.turn(conversation, () => tenant("first")),
  };
}

/** Of those for one conversation only the first looks out for a moment of the tenant's: the others could not use theirs. */
function oneByOne(turn: Pace["turn"]): Pace["turn"] {
  const last = new Map<string, Promise<void>>();
  return (conversation) => {
    const mine = (last.get(conversation) ?? Promise.resolve()).catch(() => undefined).then(() => turn(conversation));
    last.set(conversation, mine);
    const done = () => void (last.get(conversation) === mine && last.delete(conversation));
    mine.then(done, done);
    return mine;
  };
}

function openTenantPace(storage: Storage, clock: Clock): (place: "first" | "last") => Promise<void> {
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

  return (place) =>
    new Promise((resolve, reject) => {
      if (place === "first") {
        waiting.unshift(resolve);
        failing.unshift(reject);
      } else {
        waiting.push(resolve);
        failing.push(reject);
      }
      if (!running) void run();
    });
}
