import { UserFacingError } from "../shared/errors.js";
import type { Document, Storage } from "../storage/port.js";
import { type Counts, type Dump, openDump, wrong } from "./dump.js";
import { beginImport, endImport, filled, latest, type Migration, schemaCollection } from "./schema.js";

export interface DataImport {
  /** What "data export" printed. */
  path: string;
  /** Takes away first what is there. */
  replace: boolean;
  at: Date;
  migrations: readonly Migration[];
  /** Throws for a document that no database takes. */
  check(document: Document): unknown;
}

/** Documents that go in with one call. */
const batch = 1_000;

/**
 * Puts exported data into a store, and says how many documents by collection. The whole file is read once before anything is
 * written; a store that has documents is refused unless it is to be replaced. A crash leaves a store that nothing starts on.
 * `open` is called when the file is good.
 */
export async function importData(open: () => Promise<Storage>, { path, replace, at, migrations, check }: DataImport): Promise<Counts> {
  const dump = await openDump(path);
  const known = latest(migrations);
  if (dump.head.schema > known)
    throw new UserFacingError(
      `${path} comes from a newer Waymark: its layout is ${dump.head.schema}, and this one knows layouts up to ${known}. Nothing was changed.`,
    );
  await lookThrough(path, dump, check);
  const storage = await open();
  try {
    const there = await filled(storage);
    if (there.length > 0 && !replace)
      throw new UserFacingError(
        `This database is not empty: it has ${there.join(", ")}. Nothing was changed. To have it emptied first: waymark data import FILE --replace`,
      );
    await beginImport(storage, dump.head.schema, at);
    for (const name of there) await storage.collection(name).remove({});
    const counts = await putIn(storage, dump);
    await endImport(storage);
    return counts;
  } finally {
    await storage.close();
  }
}

/** Ids are kept to find one that comes twice; nothing else is. */
async function lookThrough(path: string, dump: Dump, check: DataImport["check"]): Promise<void> {
  const ids = new Set<string>();
  let number = 1;
  for await (const { in: name, document } of dump.rows()) {
    number += 1;
    if (name === schemaCollection) throw wrong(path, number, "is not for a file to say");
    if (ids.has(`${name}/${document._id}`)) throw wrong(path, number, "has an id that was there already");
    ids.add(`${name}/${document._id}`);
    try {
      check(document);
    } catch {
      throw wrong(path, number, "has a document that cannot be stored");
    }
  }
}

async function putIn(storage: Storage, dump: Dump): Promise<Counts> {
  const counts: Counts = {};
  let waiting: Document[] = [];
  let into = "";
  const flush = async () => {
    if (waiting.length === 0) return;
    const added = await storage.collection(into).insertMissing(waiting);
    if (added !== waiting.length) throw new Error("Somebody else writes into the store");
    counts[into] = (counts[into] ?? 0) + added;
    waiting = [];
  };
  for await (const { in: name, document } of dump.rows()) {
    if (name !== into || waiting.length === batch) await flush();
    into = name;
    waiting.push(document);
  }
  await flush();
  return counts;
}
