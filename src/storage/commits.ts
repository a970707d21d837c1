/** What is changed and read in memory is answered once it is on disk: nobody is given a result that rests on something that is not. */
import { type Batch, takingTurns } from "./batches.js";
import type { Change } from "./document-lines.js";
import { readRefused, writeRefused } from "./refusal.js";
import { join, openWriter, pending, type WriterParts } from "./writer.js";

export interface Made<R> {
  result: R;
  changes: Change[];
}

export interface Commits {
  /** Makes changes in memory, alone. Resolves to the result once they, and what it rests on, are on disk. */
  change<R>(make: () => Promise<Made<R>>): Promise<R>;
  /** Resolves to what was read once that is on disk. */
  read<R>(query: () => Promise<R>): Promise<R>;
  /** Throws while the disk refuses. */
  check(): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Changes made in memory and written to disk in batches; who made one is answered when it is on disk. */
export function openCommits(parts: WriterParts): Commits {
  const writer = openWriter(parts);
  const settled = () =>
    pending(writer)
      .at(-1)
      ?.onDisk.catch(() => undefined);
  const madeNow = <R>(make: () => Promise<Made<R>>) =>
    writer.inMemory(async (): Promise<{ result: R; batch?: Batch }> => {
      const { result, changes } = await make();
      return changes.length ? { result, batch: join(writer, changes) } : { result };
    });
  return {
    async change(make) {
      for (;;) {
        const { undone } = writer;
        const { result, batch } = await madeNow(make);
        await (batch ? batch.onDisk : settled());
        if (batch || writer.undone === undone) return result;
      }
    },
    async read(query) {
      for (;;) {
        const { undone } = writer;
        const result = await query();
        await settled();
        if (writer.trouble && !writer.trouble.certain) throw readRefused(writer.trouble.error);
        if (writer.undone === undone) return result;
      }
    },
    check() {
      if (writer.trouble) throw writeRefused(writer.trouble.error);
    },
    async close() {
      await writer.onDisk(async () => undefined);
      clearInterval(writer.trouble?.timer);
    },
  };
}

/** For a collection that has no file. */
export function openUncommitted(): Commits {
  const inMemory = takingTurns();
  return {
    change: (make) => inMemory(async () => (await make()).result),
    read: (query) => query(),
    check: () => undefined,
    close: async () => undefined,
  };
}
