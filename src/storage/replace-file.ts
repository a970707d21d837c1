/** A file written anew: whole or not at all, whatever happens meanwhile. */
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

const piece = 256 * 1024;

/** Resolves to its size in bytes once it is on disk under its name. */
export async function replaceFile(path: string, lines: Iterable<string>): Promise<number> {
  const unfinished = `${path}~`;
  const handle = await open(unfinished, "w");
  let size = 0;
  try {
    let text = "";
    const write = async () => {
      size += Buffer.byteLength(text);
      await handle.writeFile(text);
      text = "";
    };
    for (const line of lines) {
      text += line;
      if (text.length >= piece) await write();
    }
    await write();
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
  await flushFolder(dirname(path));
  return size;
}

/** So that a new name in it is on disk. */
export async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders.
  const handle = await open(folder).catch(() => undefined);
  try {
    await handle?.sync().catch((error: NodeJS.ErrnoException) => {
      // Some file systems do not know it of a folder.
      if (error.code !== "EINVAL" && error.code !== "EPERM") throw error;
    });
  } finally {
    await handle?.close();
  }
}
