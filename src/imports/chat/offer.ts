/** A file as read against the plan in force, and what decisions make of it. */
import type { RequestContext } from "../../people/index.js";
import type { Plan } from "../../plan/index.js";
import { planInThread, type ReadOptions, type ReadPlan, type SourceText } from "../../plan-import/index.js";
import type { Changes } from "../changes.js";
import { type ImportDeps, previewImport } from "../import-plan.js";
import { type Into, intoWhich } from "../into.js";
import type { MeasuresJoined } from "../joining.js";
import { lookAtOwn, ownMeasures } from "../own-measures.js";
import { rowsOf } from "./rows.js";
import { type SettledRow, visibleRows } from "./settled-row.js";

export interface Offer {
  read: ReadPlan;
  changes: Changes & { first: boolean };
  rows: SettledRow[];
  /** The first day of Year 1 is nowhere said. */
  asksStarts: boolean;
}

/** Name of the input for the first day of Year 1, among those of the rows. */
export const startsName = "starts";

/** The plan that is merged with; the sample is replaced instead. */
export async function intoOf({ plans }: Pick<ImportDeps, "plans">, { known }: RequestContext, title: string, beside = false): Promise<Into> {
  if (known.sample) return {};
  return beside ? intoWhich(await plans.all(), { title }, { beside }) : { id: known.id };
}

export interface SentSource {
  /** What the file is called. */
  name: string;
  source: SourceText;
}

interface Said {
  /** What the person said of the first day of Year 1. */
  starts?: string;
  beside?: boolean;
}

const standsAlone = ({ known }: RequestContext, beside: boolean): boolean => Boolean(known.sample) || beside;

/** How the file is read. */
export const optionsFor = (context: RequestContext, { starts, beside = false }: Said = {}): ReadOptions => ({
  ...(starts && { starts }),
  ...(!standsAlone(context, beside) && { usual: context.known.plan.starts }),
});

/** Throws as readers and merging do. */
export const offerFor = async (parts: ImportDeps, { name, source }: SentSource, context: RequestContext, said: Said = {}): Promise<Offer> =>
  offerOf(parts, await planInThread(name, source, optionsFor(context, said)), context, said);

/** Of a plan that was read with `optionsFor` the same. */
export async function offerOf(parts: ImportDeps, printed: ReadPlan, context: RequestContext, { starts, beside = false }: Said = {}): Promise<Offer> {
  const { known } = context;
  const alone = standsAlone(context, beside);
  const own = alone ? undefined : ownMeasures(known.plan, printed.plan);
  const read = own ? { ...printed, plan: own.plan, look: lookAtOwn(printed.look, own.renamed) } : printed;
  const changes = await previewImport(parts, read, await intoOf(parts, context, read.plan.title, beside));
  const rows = rowsOf({ plan: read.plan, changes, before: changes.first ? undefined : known.plan });
  return { read, changes, rows, asksStarts: starts !== undefined || (read.startsSaidBy === "nobody" && alone) };
}

export interface Decided {
  plan: Plan;
  joins: MeasuresJoined[];
  /** See Importing. */
  same: Set<string>;
  /** Rows of what has to be put right in the file first. */
  mend: SettledRow[];
}

/** What was chosen, by the rows' names, carried out row by row; rows that nobody chose for are as read. */
export function decided({ read, rows }: Offer, chosen: Map<string, string>): Decided {
  const outcomes = visibleRows(rows, chosen).map((row) => ({ row, outcome: row.outcome(chosen.get(row.name) ?? "") }));
  return {
    plan: outcomes.reduce((plan, { outcome }) => outcome.edit?.(plan) ?? plan, read.plan),
    joins: outcomes.flatMap(({ outcome }) => outcome.joins ?? []),
    same: new Set(outcomes.flatMap(({ outcome }) => outcome.same ?? [])),
    mend: outcomes.flatMap(({ row, outcome }) => (outcome.mend ? [row] : [])),
  };
}
