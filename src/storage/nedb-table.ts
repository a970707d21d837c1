/** One collection of the embedded database: NeDB in memory, and its file. Only this file imports NeDB. */
import type nedb from "@seald-io/nedb";
import { type Commits, openCommits, openUncommitted } from "./commits.js";
import { dataFile } from "./data-file.js";
import { type Change, type LoadedFile, lineOf } from "./document-lines.js";
import type { KnownLengths } from "./known-lengths.js";
import type { IndexSizes } from "./nedb-query.js";
import type { Document } from "./port.js";

type Datastore = nedb.default<Document>;

/** NeDB's datastore, the way to change and read it, and its indexes. */
export interface Table extends IndexSizes, Commits {
  db: Datastore;
  ensureIndex(fields: string[], unique: boolean): Promise<void>;
}

export interface FileParts {
  path: string;
  loaded: LoadedFile;
  known: KnownLengths;
  held(): Promise<void>;
  onRefused(error: unknown): void;
  onRecovered(): void;
}

interface Index {
  unique: boolean;
  insert(document: Document): void;
  getMatching(value: unknown): unknown[];
}

/** In memory without a file. What a crash left half written at the file's end is cut off; any other damage is the caller's to refuse before. */
export async function openTable(parts?: FileParts): Promise<Table> {
  // Loaded here so that MongoDB starts without it. Its types speak of a default export that it does not have.
  const Class = (await import("@seald-io/nedb")).default as unknown as typeof nedb.default<Document>;
  const db = new Class({ inMemoryOnly: true });
  // Not in NeDB's types, but all it knows of its indexes.
  const { indexes } = db as unknown as { indexes: Record<string, Index> & { _id: Index } };
  // An insert of NeDB's would copy each document twice: nobody else has these, and each `_id` is there once.
  for (const document of parts?.loaded.documents.values() ?? []) indexes._id.insert(document);
  const commits = parts ? await openFile(db, parts) : openUncommitted();
  const ensure = async (fieldName: string[], unique: boolean) => {
    const name = [...fieldName].sort().join(",");
    // NeDB would keep the one there is.
    if (unique && indexes[name]?.unique === false) await db.removeIndexAsync(name);
    await db.ensureIndexAsync({ fieldName, unique, sparse: !unique });
  };
  // A query looks into indexes of one field only, those of several are for uniqueness.
  const ensureAll = async (fields: string[], unique: boolean) => {
    const together = unique && fields.length > 1;
    if (together) await ensure(fields, true);
    for (const field of fields) await ensure([field], unique && !together);
    return { result: undefined, changes: [] };
  };
  return {
    ...commits,
    db,
    has: (field) => Object.hasOwn(indexes, field),
    under: (field, value) => indexes[field]?.getMatching(value).length ?? 0,
    ensureIndex: (fields, unique) => commits.change(() => ensureAll(fields, unique)),
  };
}

async function openFile(db: Datastore, { path, loaded, known, held, onRefused, onRecovered }: FileParts): Promise<Commits> {
  const { exists, length, lines, documents } = loaded;
  const file = dataFile({ path, exists, length, known, held });
  const all = () => db.getAllData().map((after) => ({ id: after._id, after }));
  if (loaded.size > length && !(await file.takeBack())) throw new Error(`${path} ends in half a line that cannot be cut off`);
  if (loaded.open) await file.append("\n");
  if (exists) known.note(path, { length: length + Number(loaded.open), lastLine: loaded.lastLine + Number(loaded.open) });
  // NeDB's own lines go. Should that fail, the next start tries again.
  if (loaded.byNedb) await file.rewrite(all().map(lineOf)).catch(() => undefined);
  return openCommits({ file, all, undo: (changes) => undo(db, changes), outdated: lines - documents.size, onRefused, onRecovered });
}

async function undo(db: Datastore, changes: Change[]): Promise<void> {
  const before = new Map<string, Document | undefined>();
  for (const { id, before: document } of [...changes].reverse()) before.set(id, document);
  for (const id of before.keys()) await db.removeAsync({ _id: id }, {});
  const documents = [...before.values()].filter((document) => document !== undefined);
  if (documents.length) await db.insertAsync(documents);
}

/** Whether an insert failed because there is such an `_id`. */
export const isTaken = (error: unknown) => (error as { errorType?: string }).errorType === "uniqueViolated";
