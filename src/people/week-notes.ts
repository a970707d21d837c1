import type { Document, Storage } from "../storage/port.js";

/** What is worth a week's memory and nobody's waiting. */
export interface WeekNotes<Note extends object> {
  /** What was noted under this id within the last week. Never rejects, and never takes long: without an answer in time there is nothing. */
  find(id: string): Promise<Note | undefined>;
  /** Remembers it from now on; the first note of an id stays. Nobody waits for the write, and many share one. */
  note(id: string, note: Note): void;
  /** Resolves when all that was noted is written or lost. */
  settled(): Promise<void>;
}

type Kept<Note> = Document &
  Note & {
    /** When it was written, in milliseconds. */
    at: number;
  };

const ASK_WITHIN_MS = 250;
const WRITE_AFTER_MS = 50;
/** While nothing can be written, more than these are forgotten. */
const MOST_WAITING = 5_000;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** The embedded database holds everything in memory. A week of a council's messages is fewer. */
const MOST_KEPT = { embedded: 20_000, mongodb: 1_000_000 };

/** `now` in milliseconds. */
export function openWeekNotes<Note extends object>(storage: Storage, collection: string, now: () => number = Date.now): WeekNotes<Note> {
  const notes = storage.collection<Kept<Note>>(collection);
  const waiting = new Map<string, Note>();
  /** What this process wrote, oldest first. */
  const written: { at: number; count: number }[] = [];
  let kept = 0;
  let writing: Promise<void> | undefined;
  let cleanedAt = Number.NEGATIVE_INFINITY;

  const insert = async (those: [string, Note][]): Promise<void> => {
    const at = Math.max(now(), (written.at(-1)?.at ?? 0) + 1);
    await notes.insertMissing(those.map(([_id, note]) => ({ ...note, _id, at })));
    for (const [id] of those) waiting.delete(id);
    written.push({ at, count: those.length });
    kept += those.length;
  };

  const clean = async (): Promise<void> => {
    if (now() - cleanedAt >= HOUR_MS) {
      cleanedAt = now();
      await notes.ensureIndex(["at"]);
      await notes.remove({ at: { $lt: now() - WEEK_MS } });
    }
    let upTo = 0;
    while (kept > MOST_KEPT[storage.kind]) {
      const oldest = written.shift();
      upTo = oldest?.at ?? 0;
      kept -= oldest?.count ?? kept;
    }
    if (upTo) await notes.remove({ at: { $lte: upTo } });
  };

  const write = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, WRITE_AFTER_MS));
    try {
      await insert([...waiting]);
      await clean();
    } catch {
      // They go with the next ones: that one is forgotten is the most that comes of it.
      for (const id of [...waiting.keys()].slice(0, Math.max(0, waiting.size - MOST_WAITING))) waiting.delete(id);
    }
  };
  const writeSoon = (): void => {
    writing ??= write().finally(() => {
      writing = undefined;
    });
  };

  return {
    async find(id) {
      return waiting.get(id) ?? (await quickly(notes.get(id)));
    },
    note(id, note) {
      if (!waiting.has(id)) waiting.set(id, note);
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
