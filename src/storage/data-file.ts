/** What NeDB leaves out about its data files: a torn end after a crash, and data that is on disk before a call resolves. */
import { open, stat } from "node:fs/promises";

/** More than the longest line there can be: MongoDB's limit for a document. */
const longestLine = 16 * 1024 * 1024;
/** Lines added since the file was last rewritten, from when on it is worth a look whether to rewrite it. */
const manyLines = 10_000;

/**
 * Cuts off what a crash left half written at the end of a file of JSON lines; it was never acknowledged. NeDB would count it as
 * damage, and would glue the next line to it. Damage anywhere else is left for NeDB to refuse. A missing file is fine.
 */
export async function healEnd(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (!size) return;
  const handle = await open(file, "r+");
  try {
    const start = Math.max(0, size - longestLine);
    const { buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const sound = soundLength(buffer);
    if (sound < buffer.length) await handle.truncate(start + sound);
  } finally {
    await handle.close();
  }
}

/** The length up to and with the last line that is whole. */
function soundLength(bytes: Buffer): number {
  let end = bytes.lastIndexOf("\n") + 1;
  while (end > 0) {
    const from = end > 1 ? bytes.lastIndexOf("\n", end - 2) + 1 : 0;
    if (isJson(bytes.toString("utf8", from, end))) return end;
    end = from;
  }
  return 0;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Runs a change that appends to the file and resolves once that is on disk. `lines` says from the result how many were appended. */
export type DurableWrite = <R>(change: () => Promise<R>, lines: (result: R) => number) => Promise<R>;

export interface DataFile {
  path: string;
  /** Writes the whole file anew and flushes it. */
  rewrite(): Promise<void>;
  /** How many lines it would have then. */
  liveLines(): number;
  /** An error after which nothing was appended. */
  isRefusal(error: unknown): boolean;
}

/** After a failed append (a full disk) the file may end in half a line: it is written anew before anything else is acknowledged. */
export function durableWrites(file: DataFile): DurableWrite {
  const flush = sharedFlush(file.path);
  let doubtful = false;
  let repairing: Promise<void> | undefined;
  let grown = 0;
  let look = manyLines;
  const rewrite = async () => {
    await file.rewrite();
    doubtful = false;
    grown = 0;
    look = manyLines;
  };
  const repair = () => {
    repairing ??= rewrite().finally(() => {
      repairing = undefined;
    });
    return repairing;
  };
  const compactSometimes = (lines: number) => {
    grown += lines;
    if (grown < look) return;
    look = file.liveLines();
    // What is in the file is good as it is, so a failure can wait for the next time.
    if (grown >= look) repair().catch(() => undefined);
  };
  return async (change, lines) => {
    if (doubtful) await repair();
    try {
      const result = await change();
      const appended = lines(result);
      if (!appended) return result;
      await (doubtful ? repair() : flush());
      compactSometimes(appended);
      return result;
    } catch (error) {
      if (!file.isRefusal(error)) doubtful = true;
      throw error;
    }
  };
}

/** A function that resolves once all that was appended before it was called is on disk; calls at the same time share one flush. */
function sharedFlush(path: string): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = () => {
    const flush = flushToDisk(path).finally(() => {
      if (running === flush) running = undefined;
    });
    running = flush;
    return flush;
  };
  return () => {
    if (!running) return start();
    // The running one may have begun before the caller's data was there.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}

/** By name each time, since rewriting puts a new file in place. */
async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, "r+");
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
