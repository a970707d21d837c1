/** One collection's file on disk. Its callers take turns: no two of these calls run at the same time. */
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { sizeOf } from "./document-lines.js";
import type { KnownLengths } from "./known-lengths.js";
import { flushFolder, replaceFile } from "./replace-file.js";

export interface DataFile {
  /** Resolves once these lines are on disk. When it rejects, the file may end in a part of them. */
  append(lines: string): Promise<void>;
  /** Takes away what a failed append left behind. Resolves to whether the file is certainly what it was before. */
  takeBack(): Promise<boolean>;
  /** Writes the whole file anew. When it rejects, the file is as it was. */
  rewrite(lines: Iterable<string>): Promise<void>;
  /** Rejects while the disk does not take so many bytes; resolves when the file is as it should be. `lines` are the whole of it, should it be gone. */
  recover(bytes: number, lines: () => Promise<Iterable<string>>): Promise<void>;
}

export interface DataFileParts {
  path: string;
  exists: boolean;
  /** Bytes that are known to be good. */
  length: number;
  known: KnownLengths;
  /** Rejects when the folder is another process's by now. */
  held(): Promise<void>;
}

/** One file of lines that only grows: what could not be written whole is cut off again. */
export function dataFile({ path, exists: there, length: good, known, held }: DataFileParts): DataFile {
  let exists = there;
  let length = good;
  const is = (bytes: number, lastLine: number) => {
    length = bytes;
    known.note(path, { length, lastLine });
  };
  const takeBack = async () => {
    try {
      await held();
      if (exists) await withFile(path, "r+", (handle) => cutTo(handle, length)).catch(() => undefined);
      return ((await sizeOf(path)) ?? 0) === length;
    } catch {
      return false;
    }
  };
  const rewrite = async (lines: Iterable<string>) => {
    await held();
    // From here to the end the file may be shorter than it was known to be.
    await known.forget(path);
    let last = "";
    const noting = function* () {
      for (last of lines) yield last;
    };
    const size = await replaceFile(path, noting());
    is(size, Buffer.byteLength(last));
    exists = true;
  };
  return {
    takeBack,
    rewrite,
    async append(lines) {
      await held();
      const bytes = Buffer.from(lines);
      const isNew = !exists;
      // Never one that is made just now in the place of one that is gone.
      await withFile(path, isNew ? "wx" : "r+", async (handle) => {
        exists = true;
        const { size } = await handle.stat();
        if (size !== length) throw new Error(`${path} has ${size} bytes, and not the ${length} that were written`);
        await writeAll(handle, bytes, length);
        await handle.datasync();
      });
      if (isNew) await flushFolder(dirname(path));
      is(length + bytes.length, bytes.length - bytes.lastIndexOf("\n", -2) - 1);
    },
    async recover(bytes, lines) {
      await held();
      const size = exists ? ((await sizeOf(path)) ?? -1) : 0;
      if (size < length) return rewrite(await lines());
      const writing = withFile(path, exists ? "r+" : "wx", async (handle) => {
        exists = true;
        await writeAll(handle, Buffer.alloc(bytes, "\n"), length);
        await handle.datasync();
      });
      const failed = await writing.catch((error: Error) => error);
      const isBack = await takeBack();
      if (failed || !isBack) throw failed ?? new Error(`${path} cannot be brought back to ${length} bytes`);
    },
  };
}

async function withFile(path: string, flags: string, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, flags);
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

async function cutTo(handle: FileHandle, length: number): Promise<void> {
  if ((await handle.stat()).size === length) return;
  await handle.truncate(length);
  await handle.datasync();
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}
