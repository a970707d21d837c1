import type { Document, Storage } from "../storage/port.js";

/** What the channel has delivered already, by short ids: it sends again whatever it was not answered in time, to whichever instance. */
export interface Heard {
  /** Whether it was noted within the last week. Never rejects, and never takes long: without an answer in time it counts as new. */
  before(delivery: string): Promise<boolean>;
  /** Remembers it from now on. Nobody waits for the write, and many share one. */
  note(delivery: string): void;
  /** Resolves when all that was noted is written or lost. */
  settled(): Promise<void>;
}

interface HeardDocument extends Document {
  /** When it was written, in milliseconds. */
  at: number;
}

const ASK_WITHIN_MS = 250;
const WRITE_AFTER_MS = 50;
/** While nothing can be written, more than these are forgotten. */
const MOST_WAITING = 5_000;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** The embedded database holds everything in memory. A week of a council's messages is fewer. */
const MOST_KEPT = { embedded: 20_000, mongodb: 1_000_000 };

/** `now` in milliseconds. */
export function openHeard(storage: Storage, now: () => number = Date.now): Heard {
  const deliveries = storage.collection<HeardDocument>("heard");
  const waiting = new Set<string>();
  /** What this process wrote, oldest first. */
  const written: { at: number; count: number }[] = [];
  let kept = 0;
  let writing: Promise<void> | undefined;
  let cleanedAt = Number.NEGATIVE_INFINITY;

  const insert = async (ids: string[]): Promise<void> => {
    const at = Math.max(now(), (written.at(-1)?.at ?? 0) + 1);
    await deliveries.insertMissing(ids.map((_id) => ({ _id, at })));
    for (const id of ids) waiting.delete(id);
    written.push({ at, count: ids.length });
    kept += ids.length;
  };

  const clean = async (): Promise<void> => {
    if (now() - cleanedAt >= HOUR_MS) {
      cleanedAt = now();
      await deliveries.ensureIndex(["at"]);
      await deliveries.remove({ at: { $lt: now() - WEEK_MS } });
    }
    let upTo = 0;
    while (kept > MOST_KEPT[storage.kind]) {
      const oldest = written.shift();
      upTo = oldest?.at ?? 0;
      kept -= oldest?.count ?? kept;
    }
    if (upTo) await deliveries.remove({ at: { $lte: upTo } });
  };

  const write = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, WRITE_AFTER_MS));
    try {
      await insert([...waiting]);
      await clean();
    } catch {
      // They go with the next ones: an answer given twice is the most that comes of it.
      for (const id of [...waiting].slice(0, Math.max(0, waiting.size - MOST_WAITING))) waiting.delete(id);
    }
  };
  const writeSoon = (): void => {
    writing ??= write().finally(() => {
      writing = undefined;
    });
  };

  return {
    async before(delivery) {
      return waiting.has(delivery) || (await quickly(deliveries.get(delivery))) !== undefined;
    },
    note(delivery) {
      waiting.add(delivery);
      writeSoon();
    },
    async settled() {
      await writing;
      if (waiting.size === 0) return;
      writeSoon();
      await writing;
    },
  };
}

const quickly = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ASK_WITHIN_MS, undefined);
  });
  try {
    return await Promise.race([asked, tooLong]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};
