/** Storage in this process: NeDB, in memory or with one file a collection in a folder. */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserFacingError } from "../shared/errors.js";
import { lockFolder } from "./folder-lock.js";
import { nedbQuery } from "./nedb-query.js";
import { isTaken, openTable, type Table } from "./nedb-table.js";
import type { Collection, Document, Filter, Storage, Update } from "./port.js";

const ending = ".jsonl";
/** NeDB spreads what it removes into one call's arguments, which has a limit. */
const removedAtOnce = 10_000;

/** In memory without a folder. Throws a UserFacingError when the folder cannot be used or another process has it. */
export async function openEmbedded(folder?: string): Promise<Storage> {
  const unlock = folder ? await claimed(folder) : async () => undefined;
  const tables = new Map<string, Promise<Table>>();
  const tableOf = (name: string) => {
    const known = tables.get(name) ?? openTable(folder && join(folder, `${name}${ending}`));
    // Whoever calls first hears of it.
    known.catch(() => undefined);
    tables.set(name, known);
    return known;
  };
  return {
    kind: "embedded",
    collection: <T extends Document>(name: string) => collectionOf<T>(tableOf(name)),
    collections: async () => [...new Set([...tables.keys(), ...(folder ? await filesIn(folder) : [])])],
    ping: async () => undefined,
    // One process, so one clock.
    now: async () => new Date(),
    async close() {
      // A file may still be in the course of being rewritten.
      await Promise.allSettled([...tables.values()].map(async (table) => (await table).db.findOneAsync({ _id: "-" })));
      await unlock();
    },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

async function claimed(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    return await lockFolder(folder);
  } catch (cause) {
    if (cause instanceof UserFacingError) throw cause;
    throw new UserFacingError(`The folder ${folder} cannot be used for the database: ${(cause as Error).message}`, { cause });
  }
}

function collectionOf<T extends Document>(opening: Promise<Table>): Collection<T> {
  return {
    async get(id) {
      const { db } = await opening;
      return ((await db.findOneAsync({ _id: id })) as T | null) ?? undefined;
    },
    async find(filter, { sort, limit } = {}) {
      const table = await opening;
      const cursor = table.db.findAsync(nedbQuery(filter, table));
      if (sort) cursor.sort(sort);
      if (limit) cursor.limit(limit);
      return (await cursor.execAsync()) as unknown as T[];
    },
    async *all() {
      // They are in memory anyway; copied one by one, since nothing is shared with the caller.
      for (const document of (await opening).db.getAllData()) yield structuredClone(document) as T;
    },
    async count(filter) {
      const table = await opening;
      return table.db.countAsync(nedbQuery(filter, table)).execAsync() as unknown as Promise<number>;
    },
    async insert(document) {
      return (await insertMissing(await opening, [document])) === 1;
    },
    async insertMissing(documents) {
      return insertMissing(await opening, documents);
    },
    async updateWhere(filter, update) {
      return (await updateWhere(await opening, filter, update)) as T | undefined;
    },
    async remove(filter) {
      return remove(await opening, filter);
    },
    async ensureIndex(fields, { unique = false } = {}) {
      await (await opening).ensureIndex(fields, unique);
    },
  };
}

/** All in one go; one by one only where another unique key is taken, or an id since we looked. */
async function insertMissing(table: Table, documents: readonly Document[]): Promise<number> {
  const free = new Map<string, Document>();
  for (const document of documents) if (!free.has(document._id) && !table.under("_id", document._id)) free.set(document._id, document);
  const { db, write } = table;
  const inserted = (some: Document[]) =>
    db.insertAsync(some).then(
      () => some.length,
      (error) => {
        if (isTaken(error)) return 0;
        throw error;
      },
    );
  const all = [...free.values()];
  const change = async () => {
    let count = await inserted(all);
    if (!count && all.length > 1) for (const one of all) count += await inserted([one]);
    return count;
  };
  return all.length ? write(change, (count) => count) : 0;
}

async function updateWhere(table: Table, filter: Filter, update: Update): Promise<Document | undefined> {
  const change = () => table.db.updateAsync(nedbQuery(filter, table), update, { returnUpdatedDocs: true });
  const { affectedDocuments } = await table.write(change, ({ numAffected }) => numAffected);
  const changed = (affectedDocuments as Document | null) ?? undefined;
  if (changed) checkReached(changed, update);
  return changed;
}

async function remove({ db, write, ...indexes }: Table, filter: Filter): Promise<number> {
  const query = nedbQuery(filter, indexes);
  const ids = ((await db.findAsync(query).execAsync()) as unknown as Document[]).map(({ _id }) => _id);
  let removed = 0;
  for (let from = 0; from < ids.length; from += removedAtOnce) {
    const some = { _id: { $in: ids.slice(from, from + removedAtOnce) }, $and: [query] };
    removed += await write(
      () => db.removeAsync(some, { multi: true }),
      (lines) => lines,
    );
  }
  return removed;
}

/** NeDB passes over a path that leads through a string or a number (what else the update says is done by then); MongoDB rejects it. */
function checkReached(document: Document, { $set, $inc, $push }: Update): void {
  for (const path of Object.keys({ ...$set, ...$inc, ...$push })) {
    const value = path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
    if (value === undefined) throw new TypeError(`${path} leads through something that is no object`);
  }
}
