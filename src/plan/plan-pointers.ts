/** The one document that says which plans are loaded, and which content of each is in force. */
import { randomUUID } from "node:crypto";
import { UserFacingError } from "../shared/errors.js";
import type { Collection, Document, Storage } from "../storage/port.js";
import type { Amendments } from "./amendments.js";
import type { KnownPlan, NextPlan } from "./known-plan.js";
import { type PlanPart, partsOf, type StagedRow } from "./plan-parts.js";

/** Which content of one plan is in force; flipping it is what puts a plan in force. */
export interface PlanPointer extends Pick<KnownPlan, "revision" | "importedAt" | "importedBy" | "sample"> {
  content: string;
  parts: number;
  unfinished: boolean;
  /** What it is called, where that was said. */
  name?: string;
  /** Which amendments are in force; missing when there never were any. */
  amendments?: string;
  /** Another text when contents or amendments were written anew in their place: whoever remembers them reads them again. */
  rewritten?: string;
  /** The plan that it took the place of, whose contents go. */
  replaces?: string;
}

/** All pointers together, so that whoever asks which plans there are reads once. */
export interface PlanPointers extends Document {
  /** By the plans' ids, which have no dots. */
  plans: Record<string, PlanPointer>;
  /** The one that is meant where nothing else is said. */
  first: string;
}

export interface PlanCollections {
  pointers: Collection<PlanPointers>;
  parts: Collection<PlanPart>;
  amendments: Collection<Amendments>;
}

export const pointersId = "current";
const partsAtOnce = 200;

/** The collections that hold plans; nothing is read or made by this. */
export const planCollections = (storage: Storage): PlanCollections => ({
  pointers: storage.collection("plans"),
  parts: storage.collection("planParts"),
  amendments: storage.collection("amendments"),
});

/** Indexes that reading a plan leans on. */
export async function ensureIndexes({ parts }: Pick<PlanCollections, "parts">): Promise<void> {
  await parts.ensureIndex(["content"]);
  await parts.ensureIndex(["plan", "revision"]);
}

/** The default first, then by id. */
export const inOrder = ({ plans, first }: PlanPointers): [string, PlanPointer][] =>
  Object.entries(plans).sort(([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));

const under = (id: string, fields: Partial<PlanPointer>) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [`plans.${id}.${key}`, value]));

/** Whether the plan's new content is what is in force now: on top of what it was made from, beside other plans, or as the first. */
async function flipped({ pointers }: PlanCollections, { id, after, beside, replaces }: NextPlan, facts: PlanPointer): Promise<boolean> {
  const _id = pointersId;
  if (after === undefined && !beside) return pointers.insert({ _id, plans: { [id]: facts }, first: id });
  const filter = after === undefined ? { [`plans.${id}`]: { $exists: false } } : { [`plans.${replaces ?? id}.revision`]: after };
  const update = replaces
    ? { $set: { [`plans.${id}`]: facts, first: id }, $unset: { [`plans.${replaces}`]: true as const } }
    : { $set: under(id, { ...facts }) };
  return Boolean(await pointers.updateWhere({ _id, ...filter }, update));
}

/** Puts a plan in force: writes its parts first, then the pointer in one write. Throws when another plan came in since `next.after` was read. */
export async function flip(collections: PlanCollections, next: NextPlan): Promise<void> {
  const { pointers, parts } = collections;
  const content = randomUUID();
  const revision = (next.after ?? 0) + 1;
  const all = partsOf(next, content, revision);
  const { id, name, importedAt, importedBy, sample, replaces } = next;
  const facts = {
    ...{ content, revision, importedAt, importedBy, sample, unfinished: true },
    parts: all.filter(({ staged }) => !staged).length,
    ...(name && { name }),
    ...(replaces && { replaces }),
  };
  // When one of these throws, the flip may or may not have taken place: so the parts stay, and the next import removes them if it did not.
  for (let from = 0; from < all.length; from += partsAtOnce) await parts.insertMissing(all.slice(from, from + partsAtOnce));
  if (await flipped(collections, next, facts)) return;
  // A write that was sent twice may say that it changed nothing.
  if ((await pointers.get(pointersId))?.plans[id]?.content === content) return;
  await parts.remove({ content });
  throw new UserFacingError("Another plan was imported at the same time. Nothing was saved: look at the plan as it is now, then import again.");
}

/** Ends what an import staged and a crash cut short; safe to run again. */
export async function finish(collections: PlanCollections, add: (rows: StagedRow[]) => Promise<unknown>): Promise<void> {
  const kept = await collections.pointers.get(pointersId);
  for (const [id, pointer] of Object.entries(kept?.plans ?? {})) if (pointer.unfinished) await finishOne(collections, id, pointer, add);
}

async function finishOne(
  { pointers, parts }: PlanCollections,
  plan: string,
  { content, revision, replaces }: PlanPointer,
  add: (rows: StagedRow[]) => Promise<unknown>,
) {
  for (const { staged } of await parts.find({ content, staged: { $exists: true } }, { sort: { place: 1 } })) await add(staged ?? []);
  // The content before stays for those who are still reading it. What lost a race for this revision, or crashed before it, goes.
  await parts.remove({ content, staged: { $exists: true } });
  await parts.remove({ plan, revision, content: { $ne: content } });
  await parts.remove({ plan, revision: { $lt: revision - 1 } });
  if (replaces) await parts.remove({ plan: replaces });
  await pointers.updateWhere({ _id: pointersId, [`plans.${plan}.content`]: content }, { $set: under(plan, { unfinished: false }) });
}
