/** The folder of the embedded database: claimed for this process, and every file in it read and sound before anything is served. */
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserFacingError } from "../shared/errors.js";
import type { Logger } from "../shared/logger.js";
import { type Damage, type LoadedFile, lineOf, readFileOf } from "./document-lines.js";
import { type HeldFolder, lockFolder } from "./folder-lock.js";
import { type KnownLengths, openKnownLengths } from "./known-lengths.js";
import { replaceFile } from "./replace-file.js";

const ending = ".jsonl";

export interface FolderOptions {
  /** Goes on with what can be read of damaged files, which are kept whole under another name. */
  setDamagedAside?: boolean;
  log?: Logger;
}

export interface Folder extends HeldFolder {
  known: KnownLengths;
  /** The files of the collections there are, by the collections' names. */
  files: Map<string, LoadedFile>;
  pathOf(collection: string): string;
}

/** Throws a UserFacingError when the folder cannot be used, when another process has it, or when a file in it is damaged. */
export async function openFolder(folder: string, options: FolderOptions = {}): Promise<Folder> {
  try {
    await mkdir(folder, { recursive: true });
    const lock = await lockFolder(folder);
    try {
      return { ...lock, ...(await readAll(folder, options)), pathOf: (collection) => join(folder, `${collection}${ending}`) };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof UserFacingError) throw cause;
    throw new UserFacingError(`The folder ${folder} cannot be used for the database: ${(cause as Error).message}`, { cause });
  }
}

async function readAll(folder: string, { setDamagedAside = false, log }: FolderOptions): Promise<Pick<Folder, "known" | "files">> {
  const { known, damage } = await openKnownLengths(folder);
  const names = new Set([...(await readdir(folder)), ...known.names()].filter((name) => name.endsWith(ending)));
  const files = new Map<string, LoadedFile>();
  for (const name of names) files.set(name.slice(0, -ending.length), await readFileOf(join(folder, name), known.of(name)));
  // An earlier Waymark, which left its files to NeDB, was here since: it writes all of them shorter, and knows of no lengths.
  const isCut = ![...files.values()].some(({ byNedb }) => byNedb);
  for (const file of files.values()) file.damage ??= isCut ? file.cut : undefined;
  const damages = [damage, ...[...files.values()].map((file) => file.damage)].filter((each) => each !== undefined);
  if (damages.length && !setDamagedAside) throw damaged(folder, damages);
  for (const each of damages) {
    const aside = await setAside(each);
    log?.error({ file: basename(each.path), line: each.line, what: each.what, keptAs: aside && basename(aside) }, "damaged file set aside");
  }
  for (const [name, file] of files) {
    const path = join(folder, `${name}${ending}`);
    if (file.damage) files.set(name, await keepSound(path, file, known));
    // Left by a crash while the file was written anew.
    await rm(`${path}~`, { force: true });
  }
  return { known, files };
}

/** The name under which the damaged file is kept. */
async function setAside({ path, line }: Damage): Promise<string | undefined> {
  if (line === undefined) return undefined;
  const aside = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  // A collection's own file stays where it is until the sound part of it takes its place.
  if (path.endsWith(ending)) await copyFile(path, aside);
  else await rename(path, aside);
  return aside;
}

async function keepSound(path: string, { documents, exists }: LoadedFile, known: KnownLengths): Promise<LoadedFile> {
  await known.forget(path);
  const lines = [...documents.values()].map((after) => lineOf({ id: after._id, after }));
  const size = exists ? await replaceFile(path, lines) : 0;
  return { exists, documents, lines: lines.length, length: size, size, lastLine: Buffer.byteLength(lines.at(-1) ?? ""), open: false, byNedb: false };
}

function damaged(folder: string, damages: Damage[]): UserFacingError {
  const each = damages.map(({ path, line, what }) => `  ${join(folder, basename(path))}${line ? `, line ${line},` : ""} ${what}`);
  return new UserFacingError(
    [
      "The database is damaged. Waymark has not started, and nothing was changed:",
      ...each,
      'Put a backup back: "waymark data import FILE --replace" keeps the damaged files under another name.',
      'Or go on without what cannot be read: "waymark serve --set-damaged-aside" (or "start") keeps the damaged files under another name too.',
    ].join("\n"),
  );
}
