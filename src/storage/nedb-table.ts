/** A NeDB datastore that loads, indexes and writes the way we need. Only this file imports NeDB. */
import type nedb from "@seald-io/nedb";
import { UserFacingError } from "../shared/errors.js";
import { type DurableWrite, durableWrites, healEnd } from "./data-file.js";
import type { IndexSizes } from "./nedb-query.js";
import type { Document } from "./port.js";

type Datastore = nedb.default<Document>;

/** One collection: NeDB's datastore, the way to write to it, and its indexes. */
export interface Table extends IndexSizes {
  db: Datastore;
  write: DurableWrite;
  ensureIndex(fields: string[], unique: boolean): Promise<void>;
}

/** In memory without a path. Throws a UserFacingError when the file is damaged anywhere but at its end. */
export async function openTable(path: string | undefined): Promise<Table> {
  const db = await loaded(path);
  // Not in NeDB's types, but all it knows of its indexes.
  const { indexes } = db as unknown as { indexes: Record<string, { unique: boolean; getMatching(value: unknown): unknown[] }> };
  const ensure = async (fieldName: string[], unique: boolean) => {
    const name = [...fieldName].sort().join(",");
    // NeDB would keep the one there is.
    if (unique && indexes[name]?.unique === false) await db.removeIndexAsync(name);
    await db.ensureIndexAsync({ fieldName, unique, sparse: !unique });
  };
  const write: DurableWrite = path
    ? durableWrites({ path, rewrite: () => db.compactDatafileAsync(), liveLines: () => db.getAllData().length, isRefusal: isTaken })
    : (change) => change();
  // A query looks into indexes of one field only, those of several are for uniqueness.
  const ensureAll = async (fields: string[], unique: boolean) => {
    const together = unique && fields.length > 1;
    if (together) await ensure(fields, true);
    for (const field of fields) await ensure([field], unique && !together);
  };
  return {
    db,
    write,
    has: (field) => Object.hasOwn(indexes, field),
    under: (field, value) => indexes[field]?.getMatching(value).length ?? 0,
    ensureIndex: (fields, unique) =>
      write(
        () => ensureAll(fields, unique),
        () => 0,
      ),
  };
}

async function loaded(filename: string | undefined): Promise<Datastore> {
  // Loaded here so that MongoDB starts without it. Its types speak of a default export that it does not have.
  const Class = (await import("@seald-io/nedb")).default as unknown as typeof nedb.default<Document>;
  if (!filename) return new Class({ inMemoryOnly: true });
  await healEnd(filename);
  const db = new Class({ filename, corruptAlertThreshold: 0, afterSerialization: onOneLine, beforeDeserialization: withoutIndexes });
  try {
    await db.loadDatabaseAsync();
  } catch (cause) {
    const { corruptItems, dataLength } = cause as { corruptItems?: number; dataLength?: number };
    if (!corruptItems) throw cause;
    throw new UserFacingError(
      `The database file ${filename} is damaged: ${corruptItems} of ${dataLength} lines cannot be read. Nothing was changed; put back a copy of the file.`,
      { cause },
    );
  }
  return db;
}

/** NeDB also ends a line at these when it reads its file. JSON.parse undoes it. */
const onOneLine = (line: string) => line.replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Which indexes there are is for the code to say at each start; NeDB would keep those of the file whatever their options. */
const withoutIndexes = (line: string) => (line.startsWith('{"$$index') ? "{}" : line);

export const isTaken = (error: unknown) => (error as { errorType?: string }).errorType === "uniqueViolated";
