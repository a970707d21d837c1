/**
 * How long each collection's file was at least. A file that is cut at the end of a line, emptied or gone looks like one that never
 * had more; this file tells the difference. It is written now and then, not with every write, so it may say less than there is.
 */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod/v4";
import type { Damage, KnownLength } from "./document-lines.js";
import { replaceFile } from "./replace-file.js";

const Bytes = z.number().int().min(0);
/** Of each file its length, and how much of that is its last line. */
const Lengths = z.strictObject({ lengths: z.record(z.string(), z.tuple([Bytes, Bytes])) });

const fileName = "collections.json";
const savedAfterMs = 500;

export interface KnownLengths {
  /** By the names of files. */
  names(): string[];
  of(path: string): KnownLength;
  /** On disk soon. */
  note(path: string, known: KnownLength): void;
  /** On disk once it resolves: before a file is made shorter. */
  forget(path: string): Promise<void>;
  /** Saves what was noted and ends. Never rejects. */
  close(): Promise<void>;
}

/** How long each file was at least, kept beside them, so that a file which lost its end is found out. */
export async function openKnownLengths(folder: string): Promise<{ known: KnownLengths; damage?: Damage }> {
  const path = join(folder, fileName);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const lengths = new Map<string, [number, number]>();
  if (text === undefined) return { known: keep(path, lengths) };
  try {
    for (const [name, length] of Object.entries(Lengths.parse(JSON.parse(text)).lengths)) lengths.set(name, length);
    return { known: keep(path, lengths) };
  } catch {
    return { known: keep(path, lengths), damage: { path, line: 1, what: "cannot be read" } };
  }
}

function keep(path: string, lengths: Map<string, [number, number]>): KnownLengths {
  let timer: NodeJS.Timeout | undefined;
  let saved: Promise<unknown> = Promise.resolve();
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const write = () => replaceFile(path, [`${JSON.stringify({ lengths: Object.fromEntries(lengths) })}\n`]);
    saved = saved.then(write, write);
    return saved;
  };
  // What cannot be saved now is with the next one: it says less than there is, which is no harm.
  const quietly = () => save().catch(() => undefined);
  return {
    names: () => [...lengths.keys()],
    of(file) {
      const [length, lastLine] = lengths.get(basename(file)) ?? [0, 0];
      return { length, lastLine };
    },
    note(file, { length, lastLine }) {
      lengths.set(basename(file), [length, lastLine]);
      timer ??= setTimeout(quietly, savedAfterMs).unref();
    },
    async forget(file) {
      lengths.set(basename(file), [0, 0]);
      await save();
    },
    async close() {
      if (timer) await quietly();
      await saved.catch(() => undefined);
    },
  };
}
