import { UserFacingError } from "../shared/errors.js";
import type { Storage } from "../storage/port.js";
import { amended } from "./amendments.js";
import { catalogueOf } from "./catalogue.js";
import { withJoined } from "./duplicates.js";
import type { KnownPlan, NextPlan } from "./known-plan.js";
import { shortTitle } from "./plan-name.js";
import { contentOf, type StagedRow } from "./plan-parts.js";
import {
  ensureIndexes,
  finish,
  flip,
  inOrder,
  type PlanCollections,
  type PlanPointer,
  type PlanPointers,
  planCollections,
  pointersId,
} from "./plan-pointers.js";

export interface Plans {
  /** Every plan that is loaded, the default first. Their contents are cached, so a call costs one small get, however many there are. */
  all(): Promise<KnownPlan[]>;
  /** The plan that is meant where nothing else is said: the one that was loaded first. As cheap. */
  current(): Promise<KnownPlan | undefined>;
  /** A plan by its id. As cheap. */
  of(id: string): Promise<KnownPlan | undefined>;
  /** Puts a plan in force, whole or not at all. Throws a UserFacingError when another one came in since `after`. */
  save(next: NextPlan): Promise<KnownPlan>;
  /** Hands the staged rows of the plans in force to `add`, until it took them all once; then removes old contents. May be repeated, also after a crash. */
  finish(add: (rows: StagedRow[]) => Promise<unknown>): Promise<void>;
  /** Says to every process that the plan's amendments are other ones now. `stamp` is any text that was not said before. */
  noteAmended(planId: string, stamp: string): Promise<void>;
  /** Takes a plan out of sight; what is kept about it stays. False when there is no such plan, or when it is the default one. */
  unload(id: string): Promise<boolean>;
}

const attempts = 5;

const NOT_WHOLE = [
  "The plan in this database is not whole: parts of it are missing.",
  'Whoever runs Waymark can put a backup back: "waymark data import FILE --replace".',
].join("\n");

/** The plans that are in force, each whole: parts, amendments and catalogue, made once a revision. */
export function openPlans(storage: Storage): Plans {
  const collections = planCollections(storage);
  const { pointers } = collections;
  const knownBy = readerOf(collections);
  /** Of the plans that `wanted` picks. */
  const known = async (wanted: (all: PlanPointers) => [string, PlanPointer][]): Promise<KnownPlan[]> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await pointers.get(pointersId);
      const found = await Promise.all((kept ? wanted(kept) : []).map(([id, pointer]) => knownBy(id, pointer)));
      // Without its parts, a newer plan has come in since the pointer was read.
      if (found.every((one) => one !== undefined)) return found;
    }
    throw new UserFacingError(NOT_WHOLE);
  };
  const of = async (id: string) => (await known((all) => inOrder(all).filter(([each]) => each === id)))[0];
  return {
    all: () => known(inOrder),
    current: async () => (await known((all) => inOrder(all).slice(0, 1)))[0],
    of,
    async save(next) {
      await ensureIndexes(collections);
      await flip(collections, next);
      return (await of(next.id)) as KnownPlan;
    },
    finish: (add) => finish(collections, add),
    async noteAmended(plan, stamp) {
      await pointers.updateWhere({ _id: pointersId, [`plans.${plan}`]: { $exists: true } }, { $set: { [`plans.${plan}.amendments`]: stamp } });
    },
    async unload(id) {
      const there = { _id: pointersId, first: { $ne: id }, [`plans.${id}`]: { $exists: true } };
      const gone = await pointers.updateWhere(there, { $unset: { [`plans.${id}`]: true } });
      if (gone) await collections.parts.remove({ plan: id });
      return Boolean(gone);
    },
  };
}

/** Reads what is in force of one plan, and again only when that is another. */
function readerOf(collections: PlanCollections): (id: string, pointer: PlanPointer) => Promise<KnownPlan | undefined> {
  const readers = new Map<string, (pointer: PlanPointer) => Promise<KnownPlan | undefined>>();
  const readerFor = (id: string) => {
    const imported = lastOf<KnownPlan>();
    const inForce = lastOf<KnownPlan>();
    return (pointer: PlanPointer) => {
      const content = `${pointer.content} ${pointer.rewritten ?? ""}`;
      const read = () => imported(content, () => load(collections, id, pointer));
      if (!pointer.amendments) return read();
      return inForce(`${content} ${pointer.amendments}`, async () => withAmendments(collections, await read()));
    };
  };
  return (id, pointer) => {
    const reader = readers.get(id) ?? readerFor(id);
    readers.set(id, reader);
    return reader(pointer);
  };
}

/** Remembers what was last worked out, by its key; what came to nothing or failed is worked out again. */
function lastOf<T>(): (key: string, work: () => Promise<T | undefined>) => Promise<T | undefined> {
  let last: { key: string; found: Promise<T | undefined> } | undefined;
  return (key, work) => {
    if (last?.key === key) return last.found;
    const entry = { key, found: work() };
    const forget = () => {
      if (last === entry) last = undefined;
    };
    entry.found.then((found) => found ?? forget(), forget);
    last = entry;
    return entry.found;
  };
}

async function load({ parts }: PlanCollections, id: string, pointer: PlanPointer): Promise<KnownPlan | undefined> {
  const found = await parts.find({ content: pointer.content, staged: { $exists: false } });
  if (found.length !== pointer.parts) return undefined;
  const { name, revision, importedAt, importedBy, sample } = pointer;
  const { plan: imported, look } = contentOf(found);
  const plan = withJoined(imported);
  return { id, name: name ?? shortTitle(plan.title), plan, look, catalogue: catalogueOf(plan), revision, importedAt, importedBy, sample };
}

async function withAmendments({ amendments }: PlanCollections, known: KnownPlan | undefined): Promise<KnownPlan | undefined> {
  const kept = known && (await amendments.get(known.id));
  if (!kept) return known;
  const plan = withJoined(amended(known.plan, kept));
  return { ...known, plan, catalogue: catalogueOf(plan), ...(kept.last && { amended: kept.last }), ...(kept.printed && { printed: kept.printed }) };
}
