import { UserFacingError } from "../shared/errors.js";
import type { Document, Storage } from "../storage/port.js";

/**
 * Brings what is stored from one layout to the next. Several instances may run it at the same time and a crash may cut it short
 * anywhere, after which it is run again from its beginning: it changes each document with one conditional write and leaves alone
 * what is new already.
 */
export interface Migration {
  /** What changes, in a few words for the log. */
  about: string;
  run(storage: Storage): Promise<void>;
}

/** The one document that says which layout the rest has. */
interface State extends Document {
  version: number;
  /** Instant (ISO 8601) at which an import began that has not ended. */
  importing?: string;
}

export const schemaCollection = "schema";
const id = "state";
/** What was stored before there was a document that says so. */
const first = 1;

/** The layout that these migrations lead to. */
export const latest = (migrations: readonly Migration[]): number => first + migrations.length;

const stateOf = (storage: Storage) => storage.collection<State>(schemaCollection);

/** The layout that the documents have; that of `first` when nothing says so. Throws a UserFacingError while an import is not finished. */
export async function versionOf(storage: Storage): Promise<number> {
  const state = await stateOf(storage).get(id);
  if (state?.importing) throw new UserFacingError(CUT_SHORT);
  return state?.version ?? first;
}

const CUT_SHORT = [
  "An import into this database has begun and has not ended, so what is in it is not whole.",
  "If it runs somewhere, wait for it. If it was cut short, run it again: waymark data import FILE --replace",
].join("\n");

/**
 * Runs at every start, before anything else looks at the documents. A store without documents has the latest layout; any other is
 * brought forward step by step, and `brought` hears of each step done. Throws a UserFacingError when a newer Waymark wrote it.
 */
export async function bringForward(storage: Storage, migrations: readonly Migration[], brought: (about: string, version: number) => void = () => undefined) {
  const state = stateOf(storage);
  if (!(await state.get(id))) await state.insert({ _id: id, version: (await isEmpty(storage)) ? latest(migrations) : first });
  for (;;) {
    const version = await versionOf(storage);
    if (version > latest(migrations)) throw new UserFacingError(newer(version, latest(migrations)));
    const next = migrations[version - first];
    if (!next) return;
    await next.run(storage);
    // Whoever is first says so; the others find it said.
    if (await state.updateWhere({ _id: id, version }, { $set: { version: version + 1 } })) brought(next.about, version + 1);
  }
}

const newer = (version: number, known: number): string =>
  [
    `This database was written by a newer Waymark: its layout is ${version}, and this one knows layouts up to ${known}. Nothing was changed.`,
    "Start the newer Waymark again, or restore the backup that was taken before it was first started.",
  ].join("\n");

/** Whether there is no document but the one about the layout. */
export async function isEmpty(storage: Storage): Promise<boolean> {
  return (await filled(storage)).length === 0;
}

/** Names of the collections that have a document, without the one about the layout. */
export async function filled(storage: Storage): Promise<string[]> {
  const names = (await storage.collections()).filter((name) => name !== schemaCollection);
  const found = await Promise.all(names.map(async (name) => ((await storage.collection(name).find({}, { limit: 1 })).length > 0 ? [name] : [])));
  return found.flat();
}

/** From now on nothing starts here until `endImport`. */
export async function beginImport(storage: Storage, version: number, at: Date): Promise<void> {
  const importing = at.toISOString();
  if (await stateOf(storage).insert({ _id: id, version, importing })) return;
  await stateOf(storage).updateWhere({ _id: id }, { $set: { version, importing } });
}

/** Says that an import is whole; until then nothing starts on the database. */
export async function endImport(storage: Storage): Promise<void> {
  await stateOf(storage).updateWhere({ _id: id }, { $unset: { importing: true } });
}
