/** Storage in this process: NeDB, in memory or with one file a collection in a folder. */
import { faultOf } from "../shared/fault.js";
import type { Change } from "./document-lines.js";
import { type Folder, type FolderOptions, openFolder } from "./folder.js";
import { nedbQuery } from "./nedb-query.js";
import { isTaken, openTable, type Table } from "./nedb-table.js";
import type { Collection, Document, Filter, Storage, Update } from "./port.js";

/** In memory without a folder. Throws a UserFacingError when the folder cannot be used, another process has it, or a file is damaged. */
export async function openEmbedded(folder?: string, options: FolderOptions = {}): Promise<Storage> {
  const opened = folder ? await openFolder(folder, options) : undefined;
  const tables = new Map<string, Promise<Table>>();
  const tableOf = (name: string) => {
    const known = tables.get(name) ?? openTable(opened && fileParts(opened, name, options));
    // Whoever calls first hears of it.
    known.catch(() => undefined);
    tables.set(name, known);
    return known;
  };
  const everyTable = () => Promise.all(tables.values());
  const close = async () => {
    await Promise.allSettled([...tables.values()].map(async (table) => (await table).close()));
    await opened?.known.close();
    await opened?.release();
  };
  try {
    for (const name of opened?.files.keys() ?? []) await tableOf(name);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kind: "embedded",
    collection: <T extends Document>(name: string) => collectionOf<T>(tableOf(name)),
    collections: async () => [...tables.keys()],
    async ping() {
      for (const table of await everyTable()) table.check();
    },
    // One process, so one clock.
    now: async () => new Date(),
    close,
  };
}

function fileParts({ files, known, held, pathOf }: Folder, name: string, { log }: FolderOptions) {
  const path = pathOf(name);
  const none = { exists: false, documents: new Map(), lines: 0, length: 0, size: 0, lastLine: 0, open: false, byNedb: false };
  const loaded = files.get(name) ?? none;
  // Its documents are in the table from now on.
  files.delete(name);
  const onRefused = (error: unknown) => log?.error({ collection: name, fault: faultOf(error) }, "the disk refuses what is written");
  const onRecovered = () => log?.warn({ collection: name }, "the disk takes what is written again");
  return { path, loaded, known, held, onRefused, onRecovered };
}

function collectionOf<T extends Document>(opening: Promise<Table>): Collection<T> {
  const read = async <R>(query: (table: Table) => Promise<R>): Promise<R> => {
    const table = await opening;
    return table.read(() => query(table));
  };
  return {
    get: (id) => read(async ({ db }) => ((await db.findOneAsync({ _id: id })) as T | null) ?? undefined),
    find: (filter, { sort, limit } = {}) =>
      read(async (table) => {
        const cursor = table.db.findAsync(nedbQuery(filter, table));
        if (sort) cursor.sort(sort);
        if (limit) cursor.limit(limit);
        return (await cursor.execAsync()) as unknown as T[];
      }),
    async *all() {
      // They are in memory anyway, where they are replaced and never changed; copied one by one, since nothing is shared with the caller.
      for (const document of await read(async ({ db }) => [...db.getAllData()])) yield structuredClone(document) as T;
    },
    count: (filter) => read((table) => table.db.countAsync(nedbQuery(filter, table)).execAsync() as unknown as Promise<number>),
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

/** All in one go; one by one only where another unique key is taken. */
function insertMissing(table: Table, documents: readonly Document[]): Promise<number> {
  const { db } = table;
  const inserted = (some: Document[]): Promise<Document[]> =>
    db.insertAsync(some).then(
      () => some,
      (error) => {
        if (isTaken(error)) return [];
        throw error;
      },
    );
  return table.change(async () => {
    const free = new Map<string, Document>();
    for (const document of documents) if (!free.has(document._id) && !table.under("_id", document._id)) free.set(document._id, document);
    const all = [...free.values()];
    let added = all.length ? await inserted(all) : [];
    if (!added.length && all.length > 1) for (const one of all) added = [...added, ...(await inserted([one]))];
    return { result: added.length, changes: added.map((after): Change => ({ id: after._id, after })) };
  });
}

function updateWhere(table: Table, filter: Filter, update: Update): Promise<Document | undefined> {
  const { db } = table;
  return table.change(async () => {
    const before = (await db.findOneAsync(nedbQuery(filter, table))) as Document | null;
    if (!before) return { result: undefined, changes: [] };
    const { affectedDocuments } = await db.updateAsync({ _id: before._id }, update, { returnUpdatedDocs: true });
    const after = affectedDocuments as unknown as Document;
    try {
      checkReached(after, update);
    } catch (error) {
      await db.updateAsync({ _id: before._id }, before, {});
      throw error;
    }
    return { result: after, changes: [{ id: before._id, before, after }] };
  });
}

function remove(table: Table, filter: Filter): Promise<number> {
  const { db } = table;
  return table.change(async () => {
    const query = nedbQuery(filter, table);
    const found = (await db.findAsync(query).execAsync()) as unknown as Document[];
    await db.removeAsync(query, { multi: true });
    return { result: found.length, changes: found.map((before): Change => ({ id: before._id, before })) };
  });
}

/** NeDB passes over a path that leads through a string or a number; MongoDB rejects it. */
function checkReached(document: Document, { $set, $inc, $push }: Update): void {
  for (const path of Object.keys({ ...$set, ...$inc, ...$push })) {
    const value = path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], document);
    if (value === undefined) throw new TypeError(`${path} leads through something that is no object`);
  }
}
