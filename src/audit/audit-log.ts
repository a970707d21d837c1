import type { Collection, Filter, FindOptions, Storage } from "../storage/port.js";
import { type AuditedRepository, openAuditedRepository, type Recorded } from "./audited-repository.js";
import { type Change, openRecordOf } from "./change.js";

/** Which changes: oldest first unless `newestFirst`. */
export interface Which {
  plan: string;
  /** Those about any of these items; all when missing. */
  items?: readonly string[];
  /** Instants; `from` is counted in, `before` is not. */
  from?: string;
  before?: string;
  limit?: number;
  newestFirst?: boolean;
}

export interface AuditLog {
  /** Documents of a collection that are only ever changed together with their entry here. */
  repository<T extends Recorded>(collection: string): AuditedRepository<T>;
  /** An entry for something that is kept elsewhere. False when it is there already. */
  add(change: Change): Promise<boolean>;
  get(id: string): Promise<Change | undefined>;
  /** What everybody may read: without what people set for themselves. */
  changes(which: Which): Promise<Change[]>;
  /** The same with all that is personal; for rules to go by, not to be shown. */
  personalToo(which: Which): Promise<Change[]>;
  /** Enters what a crash left unentered. To be called once at start; reading does it too. */
  settle(): Promise<void>;
  /** Whether nothing was ever entered, in any plan. */
  isEmpty(): Promise<boolean>;
}

/** The record of changes, and keepers of the collections whose changes go into it. */
export async function openAuditLog(storage: Storage): Promise<AuditLog> {
  const entries = storage.collection<Change>("changes");
  await entries.ensureIndex(["plan", "items"]);
  await entries.ensureIndex(["plan", "at"]);
  const repositories = new Map<string, AuditedRepository<Recorded>>();
  const settle = async () => {
    await Promise.all([...repositories.values()].map((repository) => repository.settle()));
  };
  return {
    repository<T extends Recorded>(collection: string) {
      const known = repositories.get(collection) ?? openAuditedRepository<Recorded>(storage.collection(collection), entries);
      repositories.set(collection, known);
      return known as unknown as AuditedRepository<T>;
    },
    add: (change) => entries.insert(change),
    get: (id) => entries.get(id),
    isEmpty: async () => !(await entries.find({}, { limit: 1 })).length,
    async changes(which) {
      await settle();
      return findOpen(entries, which);
    },
    async personalToo(which) {
      await settle();
      return find(entries, which);
    },
    settle,
  };
}

/** As many as are wanted, however many personal ones stand between them. */
async function findOpen(entries: Collection<Change>, { limit, ...which }: Which): Promise<Change[]> {
  if (!limit) return openRecordOf(await find(entries, which));
  for (let most = limit; ; most *= 4) {
    const read = await find(entries, { ...which, limit: most });
    const open = openRecordOf(read);
    if (open.length >= limit || read.length < most) return open.slice(0, limit);
  }
}

function find(entries: Collection<Change>, { plan, items, from, before, limit, newestFirst }: Which): Promise<Change[]> {
  const at = { ...(from && { $gte: from }), ...(before && { $lt: before }) };
  const filter: Filter = { plan, ...(items && { items: { $in: items } }), ...((from || before) && { at: at as { $gte: string } }) };
  const way = newestFirst ? -1 : 1;
  const options: FindOptions = { sort: { at: way, revision: way }, ...(limit && { limit }) };
  return entries.find(filter, options);
}
