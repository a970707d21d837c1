/**
 * Changes of one collection on their way from memory to disk. They are made in memory first, one after the other; those that come
 * while the disk is busy go there together. What the disk refuses is undone in memory, with all that was made on top of it, and
 * nobody is given a result that rests on something that is not on disk.
 */
import type { DataFile } from "./data-file.js";
import { type Change, lineOf } from "./document-lines.js";
import { readRefused, writeRefused } from "./refusal.js";

export interface CommitParts {
  file: DataFile;
  /** Puts documents back as they were before these changes, the newest of which comes last. */
  undo(changes: Change[]): Promise<void>;
  /** Every document in memory, as it would be inserted. */
  all(): Change[];
  /** Lines in the file that stand for no document any more. */
  outdated: number;
  /** Once for each time that the disk began to refuse, and once when it takes writes again. */
  onRefused(error: unknown): void;
  onRecovered(): void;
}

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

interface Batch {
  changes: Change[];
  onDisk: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** Lines added since the file was last rewritten, from when on it is worth a look whether to rewrite it. */
const manyLines = 10_000;
const retryMs = 1_000;
const leastProbe = 4_096;
const mostProbe = 1024 * 1024;

export function openCommits({ file, undo, all, outdated, onRefused, onRecovered }: CommitParts): Commits {
  const inMemory = takingTurns();
  const onDisk = takingTurns();
  let waiting: Batch | undefined;
  let running: Batch | undefined;
  /** How often changes were undone: what was read or decided before is to be read or decided again. */
  let undone = 0;
  let trouble: { error: unknown; bytes: number; certain: boolean; timer: NodeJS.Timeout } | undefined;
  let grown = outdated;
  let look = manyLines;

  const join = (changes: Change[]): Batch => {
    if (!waiting) {
      waiting = newBatch();
      void onDisk(writeNext);
    }
    waiting.changes.push(...changes);
    return waiting;
  };
  const pending = () => [running, waiting].flatMap((batch) => batch ?? []);
  const settled = () =>
    pending()
      .at(-1)
      ?.onDisk.catch(() => undefined);
  const lastingLines = () => inMemory(async () => lasting(all(), changesOf(pending())).map(lineOf));

  const writeNext = async (): Promise<void> => {
    if (!waiting) return;
    [running, waiting] = [waiting, undefined];
    await write(running);
    if (grown >= look) await compact();
  };

  const write = async (batch: Batch): Promise<void> => {
    const lines = batch.changes.map(lineOf).join("");
    try {
      if (trouble) await file.recover(trouble.bytes, lastingLines);
      await file.append(lines);
    } catch (error) {
      return refuse(error, Buffer.byteLength(lines));
    }
    running = undefined;
    grown += batch.changes.length;
    recovered();
    batch.resolve();
  };

  const refuse = async (error: unknown, bytes: number): Promise<void> => {
    const certain = await file.takeBack();
    await inMemory(async () => {
      const failed = pending();
      await undo(changesOf(failed));
      undone += 1;
      [running, waiting] = [undefined, undefined];
      const timer = trouble?.timer ?? setInterval(() => void onDisk(retry), retryMs).unref();
      if (!trouble) onRefused(error);
      trouble = { error, bytes: Math.min(mostProbe, Math.max(leastProbe, bytes)), certain, timer };
      for (const batch of failed) batch.reject(writeRefused(error));
    });
  };

  const recovered = (): void => {
    if (!trouble) return;
    clearInterval(trouble.timer);
    trouble = undefined;
    onRecovered();
  };

  const retry = async (): Promise<void> => {
    // Whoever waits to write finds out by itself.
    if (!trouble || waiting) return;
    try {
      await file.recover(trouble.bytes, lastingLines);
      recovered();
    } catch {
      trouble.certain = await file.takeBack();
    }
  };

  /** What waits goes with it. What is in the file is good as it is, so a failure can wait for the next time. */
  const compact = async (): Promise<void> => {
    const lines = await inMemory(async () => {
      const documents = all();
      look = Math.max(manyLines, documents.length);
      if (grown < look) return undefined;
      [running, waiting] = [waiting, undefined];
      return documents.map(lineOf);
    });
    if (!lines) return;
    try {
      await file.rewrite(lines);
      grown = 0;
      look = manyLines;
      const batch = running;
      running = undefined;
      batch?.resolve();
    } catch {
      look = grown + manyLines;
      if (running) await write(running);
    }
  };

  return {
    async change(make) {
      for (;;) {
        const before = undone;
        const { result, batch } = await inMemory(async () => {
          const made = await make();
          return { result: made.result, batch: made.changes.length ? join(made.changes) : undefined };
        });
        if (batch) {
          await batch.onDisk;
          return result;
        }
        await settled();
        if (undone === before) return result;
      }
    },
    async read(query) {
      for (;;) {
        const before = undone;
        const result = await query();
        await settled();
        if (trouble && !trouble.certain) throw readRefused(trouble.error);
        if (undone === before) return result;
      }
    },
    check() {
      if (trouble) throw writeRefused(trouble.error);
    },
    async close() {
      await onDisk(async () => undefined);
      clearInterval(trouble?.timer);
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

const changesOf = (batches: Batch[]): Change[] => batches.flatMap(({ changes }) => changes);

/** The documents as they are without the changes that are not on disk yet. */
function lasting(documents: Change[], changes: Change[]): Change[] {
  const byId = new Map(documents.map((each) => [each.id, each]));
  for (const { id, before } of [...changes].reverse()) {
    if (before) byId.set(id, { id, after: before });
    else byId.delete(id);
  }
  return [...byId.values()];
}

function newBatch(): Batch {
  const batch: Partial<Batch> = { changes: [] };
  batch.onDisk = new Promise<void>((resolve, reject) => Object.assign(batch, { resolve, reject }));
  // Whoever made a change hears of it.
  batch.onDisk.catch(() => undefined);
  return batch as Batch;
}

/** Runs what it is given one after the other. */
function takingTurns(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
