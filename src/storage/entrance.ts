/** The way into either database: arguments are checked before they get there, and closing waits for the calls under way. */
import { checkFilter, checkId, checkOptions, checkPath, storable, storableUpdate } from "./border.js";
import type { Collection, Document, Storage } from "./port.js";

/** Also the name of a file. */
const collectionName = /^[A-Za-z][\w-]*$/;

type VerifiedToken = <R>(work: () => Promise<R> | R) => Promise<R>;

/** The database behind the checks of the port; after `close` it lets calls end and takes no more. */
export function guarded(database: Storage): Storage {
  let inside = 0;
  let closing: Promise<void> | undefined;
  let lastIsOut: (() => void) | undefined;
  const enter = () => {
    if (closing) throw new Error("The storage is closed");
    inside += 1;
  };
  const leave = () => {
    inside -= 1;
    if (!inside) lastIsOut?.();
  };
  const pass: VerifiedToken = async (work) => {
    enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  async function* passing<T>(documents: AsyncIterable<T>) {
    enter();
    try {
      yield* documents;
    } finally {
      leave();
    }
  }
  const close = async () => {
    if (inside) await new Promise<void>((resolve) => (lastIsOut = resolve));
    await database.close();
  };
  return {
    kind: database.kind,
    collection<T extends Document>(name: string) {
      if (!collectionName.test(name)) throw new TypeError(`A collection cannot be called ${name}`);
      const kept = database.collection<T>(name);
      return { ...guardedCollection(kept, pass), all: () => passing(kept.all()) };
    },
    collections: () => pass(async () => (await database.collections()).filter((name) => collectionName.test(name)).sort()),
    ping: () => pass(() => database.ping()),
    now: () => pass(() => database.now()),
    close: () => (closing ??= close()),
  };
}

function guardedCollection<T extends Document>(kept: Collection<T>, pass: VerifiedToken): Omit<Collection<T>, "all"> {
  return {
    get: (id) => pass(() => kept.get(checkId(id))),
    find: (filter, options) => pass(() => kept.find(checkFilter(filter), checkOptions(options))),
    count: (filter) => pass(() => kept.count(checkFilter(filter))),
    insert: (document) => pass(() => kept.insert(storable(document))),
    insertMissing: (documents) => pass(() => (documents.length ? kept.insertMissing(documents.map(storable)) : 0)),
    updateWhere: (filter, update) =>
      pass(async () => {
        const change = storableUpdate(update);
        return change ? kept.updateWhere(checkFilter(filter), change) : (await kept.find(checkFilter(filter), { limit: 1 }))[0];
      }),
    remove: (filter) => pass(() => kept.remove(checkFilter(filter))),
    ensureIndex: (fields, options) =>
      pass(() => {
        for (const field of fields) checkPath(field);
        return kept.ensureIndex(fields, options);
      }),
  };
}
