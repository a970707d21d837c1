import { randomUUID } from "node:crypto";
import type { Change } from "../record/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Collection, Document, Storage } from "../storage/port.js";
import { type Amendments, amended } from "./amendments.js";
import { type Catalogue, catalogueOf } from "./catalogue.js";
import { withJoined } from "./duplicates.js";
import type { Look, Plan } from "./plan.js";
import { contentOf, type PlanPart, partsOf, type StagedRow } from "./plan-parts.js";

/** The plan in force. */
export interface KnownPlan {
  /** Part of the key of all that is kept about this plan. */
  id: string;
  plan: Plan;
  catalogue: Catalogue;
  /** Goes up by one with every import. */
  revision: number;
  /** Instant of the import (ISO 8601) and who did it: an e-mail address, or "the command line". */
  importedAt: string;
  importedBy: string;
  look: Look[];
  /** True for the sample: its leads, statuses and figures are examples. */
  sample: boolean;
  /** The newest change of who leads and reports and how measures are taken, when there was one since the plan first came in. */
  amended?: Change;
}

/** A plan to be put in force. `after` is the revision it was made from; nothing when there was no plan. */
export interface NextPlan extends Pick<KnownPlan, "id" | "plan" | "importedAt" | "importedBy" | "look" | "sample"> {
  after?: number;
  /** Rows for another collection that come with the plan; `finish` hands them out. */
  staged: StagedRow[];
}

export interface Plans {
  /** The plan in force. Its content is cached, so a call costs one small get. */
  current(): Promise<KnownPlan | undefined>;
  /** Puts a plan in force, whole or not at all. Throws a UserFacingError when another one came in since `after`. */
  save(next: NextPlan): Promise<KnownPlan>;
  /** Hands the staged rows of the plan in force to `add`, until it took them all once; then removes old contents. May be repeated, also after a crash. */
  finish(add: (rows: StagedRow[]) => Promise<unknown>): Promise<void>;
  /** Says to every process that the plan's amendments are other ones now. `stamp` is any text that was not said before. */
  noteAmended(planId: string, stamp: string): Promise<void>;
}

/** The one document that says which content is in force; flipping it is what puts a plan in force. */
interface PlanPointer extends Document, Omit<KnownPlan, "id" | "plan" | "catalogue" | "look" | "amended"> {
  plan: string;
  content: string;
  parts: number;
  unfinished: boolean;
  /** Which amendments are in force; missing when there never were any. */
  amendments?: string;
}

interface Collections {
  pointers: Collection<PlanPointer>;
  parts: Collection<PlanPart>;
  amendments: Collection<Amendments>;
}

const pointerId = "current";
const attempts = 5;
const partsAtOnce = 200;

export function openPlans(storage: Storage): Plans {
  const collections: Collections = {
    pointers: storage.collection("plans"),
    parts: storage.collection("planParts"),
    amendments: storage.collection("amendments"),
  };
  const imported = lastOf<KnownPlan>();
  const inForce = lastOf<KnownPlan>();
  const knownBy = (pointer: PlanPointer) => {
    const read = () => imported(pointer.content, () => load(collections, pointer));
    if (!pointer.amendments) return read();
    return inForce(`${pointer.content} ${pointer.amendments}`, async () => withAmendments(collections, pointer, await read()));
  };
  const current = async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const pointer = await collections.pointers.get(pointerId);
      const known = pointer && (await knownBy(pointer));
      // Without its parts, a newer plan has come in since the pointer was read.
      if (!pointer || known) return known;
    }
    throw new Error("The plan's parts are missing");
  };
  return {
    current,
    async save(next) {
      await ensureIndexes(collections);
      await flip(collections, next);
      return (await current()) as KnownPlan;
    },
    finish: (add) => finish(collections, add),
    async noteAmended(plan, stamp) {
      await collections.pointers.updateWhere({ _id: pointerId, plan }, { $set: { amendments: stamp } });
    },
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

async function ensureIndexes({ parts }: Collections): Promise<void> {
  await parts.ensureIndex(["content"]);
  await parts.ensureIndex(["revision"]);
}

async function load({ parts }: Collections, pointer: PlanPointer): Promise<KnownPlan | undefined> {
  const found = await parts.find({ content: pointer.content, staged: { $exists: false } });
  if (found.length !== pointer.parts) return undefined;
  const { plan: id, revision, importedAt, importedBy, sample } = pointer;
  const { plan: imported, look } = contentOf(found);
  const plan = withJoined(imported);
  return { id, plan, look, catalogue: catalogueOf(plan), revision, importedAt, importedBy, sample };
}

async function withAmendments({ amendments }: Collections, pointer: PlanPointer, known: KnownPlan | undefined): Promise<KnownPlan | undefined> {
  const kept = known && (await amendments.get(pointer.plan));
  if (!kept) return known;
  const plan = withJoined(amended(known.plan, kept));
  return { ...known, plan, catalogue: catalogueOf(plan), ...(kept.last && { amended: kept.last }) };
}

async function flip({ pointers, parts }: Collections, next: NextPlan): Promise<void> {
  const content = randomUUID();
  const revision = (next.after ?? 0) + 1;
  const all = partsOf(next, content, revision);
  const { id, importedAt, importedBy, sample } = next;
  const facts = {
    plan: id,
    content,
    revision,
    parts: all.filter(({ staged }) => !staged).length,
    importedAt,
    importedBy,
    sample,
    unfinished: true,
  };
  // When one of these throws, the flip may or may not have taken place: so the parts stay, and the next import removes them if it did not.
  for (let from = 0; from < all.length; from += partsAtOnce) await parts.insertMissing(all.slice(from, from + partsAtOnce));
  const { after } = next;
  const flipped =
    after === undefined
      ? await pointers.insert({ _id: pointerId, ...facts })
      : await pointers.updateWhere({ _id: pointerId, revision: after }, { $set: facts });
  // A write that was sent twice may say that it changed nothing.
  if (flipped || (await pointers.get(pointerId))?.content === content) return;
  await parts.remove({ content });
  throw new UserFacingError("Another plan was imported at the same time. Nothing was saved: look at the plan as it is now, then import again.");
}

async function finish({ pointers, parts }: Collections, add: (rows: StagedRow[]) => Promise<unknown>): Promise<void> {
  const pointer = await pointers.get(pointerId);
  if (!pointer?.unfinished) return;
  const { content, revision } = pointer;
  for (const { staged } of await parts.find({ content, staged: { $exists: true } }, { sort: { place: 1 } })) await add(staged ?? []);
  // The content before stays for those who are still reading it. What lost a race for this revision, or crashed before it, goes.
  await parts.remove({ content, staged: { $exists: true } });
  await parts.remove({ revision, content: { $ne: content } });
  await parts.remove({ revision: { $lt: revision - 1 } });
  await pointers.updateWhere({ _id: pointerId, content }, { $set: { unfinished: false } });
}
