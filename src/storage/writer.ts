/** Brings changes that were made in memory to disk, many at a time, and undoes in memory what the disk refuses. */
import { type Batch, changesOf, lasting, newBatch, type Turns, takingTurns } from "./batches.js";
import type { DataFile } from "./data-file.js";
import { type Change, lineOf } from "./document-lines.js";
import { writeRefused } from "./refusal.js";

export interface WriterParts {
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

export interface Writer extends WriterParts {
  inMemory: Turns;
  onDisk: Turns;
  /** Not begun yet. */
  waiting?: Batch;
  /** On its way to disk, or being undone. */
  running?: Batch;
  /** How often changes were undone: what was read or decided before is to be read or decided again. */
  undone: number;
  trouble?: Trouble;
  /** Lines that stand for no document, since the file was last written anew. */
  grown: number;
  /** From how many of those on it is worth a look whether to write it anew. */
  look: number;
}

interface Trouble {
  error: unknown;
  /** So many are to be taken before it is over. */
  bytes: number;
  /** Whether the disk certainly holds what memory does. */
  certain: boolean;
  timer: NodeJS.Timeout;
}

const manyLines = 10_000;
const retryMs = 1_000;
const leastProbe = 4_096;
const mostProbe = 1024 * 1024;

/** What writes a folder's files, one batch at a time. */
export const openWriter = (parts: WriterParts): Writer => ({
  ...parts,
  inMemory: takingTurns(),
  onDisk: takingTurns(),
  undone: 0,
  grown: parts.outdated,
  look: manyLines,
});

/** To be called in a turn in memory, right after the changes were made there. */
export function join(writer: Writer, changes: readonly Change[]): Batch {
  if (!writer.waiting) {
    writer.waiting = newBatch();
    void writer.onDisk(() => writeNext(writer));
  }
  writer.waiting.changes.push(...changes);
  return writer.waiting;
}

/** Batches that are not on disk yet, the older first. */
export const pending = ({ running, waiting }: Writer): Batch[] => [running, waiting].flatMap((batch) => batch ?? []);

const lastingLines = (writer: Writer): Promise<string[]> => writer.inMemory(async () => lasting(writer.all(), changesOf(pending(writer))).map(lineOf));

async function writeNext(writer: Writer): Promise<void> {
  if (!writer.waiting) return;
  const batch = begin(writer) as Batch;
  await write(writer, batch);
  if (writer.grown >= writer.look) await compact(writer);
}

function begin(writer: Writer): Batch | undefined {
  [writer.running, writer.waiting] = [writer.waiting, undefined];
  return writer.running;
}

function succeed(writer: Writer): void {
  const batch = writer.running;
  writer.running = undefined;
  batch?.resolve();
}

async function write(writer: Writer, batch: Batch): Promise<void> {
  const lines = batch.changes.map(lineOf).join("");
  try {
    if (writer.trouble) await writer.file.recover(writer.trouble.bytes, () => lastingLines(writer));
    await writer.file.append(lines);
  } catch (error) {
    return refuse(writer, error, Buffer.byteLength(lines));
  }
  writer.grown += batch.changes.length;
  recovered(writer);
  succeed(writer);
}

async function refuse(writer: Writer, error: unknown, size: number): Promise<void> {
  const certain = await writer.file.takeBack();
  await writer.inMemory(async () => {
    const failed = pending(writer);
    await writer.undo(changesOf(failed));
    writer.undone += 1;
    [writer.running, writer.waiting] = [undefined, undefined];
    const timer = writer.trouble?.timer ?? setInterval(() => void writer.onDisk(() => retry(writer)), retryMs).unref();
    if (!writer.trouble) writer.onRefused(error);
    writer.trouble = { error, bytes: Math.min(mostProbe, Math.max(leastProbe, size)), certain, timer };
    for (const batch of failed) batch.reject(writeRefused(error));
  });
}

function recovered(writer: Writer): void {
  if (!writer.trouble) return;
  clearInterval(writer.trouble.timer);
  writer.trouble = undefined;
  writer.onRecovered();
}

async function retry(writer: Writer): Promise<void> {
  const { trouble, waiting, file } = writer;
  // Whoever waits to write finds out by itself.
  if (!trouble || waiting) return;
  try {
    await file.recover(trouble.bytes, () => lastingLines(writer));
    recovered(writer);
  } catch {
    trouble.certain = await file.takeBack();
  }
}

/** Writes the file anew where most of it is outdated; what waits goes with it. What is in the file is good as it is, so a failure can wait for the next time. */
async function compact(writer: Writer): Promise<void> {
  const lines = await writer.inMemory(async () => {
    const documents = writer.all();
    writer.look = Math.max(manyLines, documents.length);
    if (writer.grown < writer.look) return undefined;
    begin(writer);
    return documents.map(lineOf);
  });
  if (!lines) return;
  try {
    await writer.file.rewrite(lines);
    writer.grown = 0;
    writer.look = manyLines;
    succeed(writer);
  } catch {
    writer.look = writer.grown + manyLines;
    if (writer.running) await write(writer, writer.running);
  }
}
