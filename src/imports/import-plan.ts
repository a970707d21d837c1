import type { AuditLog } from "../audit/index.js";
import { type Figures, type KeptFigure, keptFigure } from "../figures/index.js";
import {
  dayInWords,
  dayOf,
  type KnownPlan,
  type Measure,
  misfit,
  type NextPlan,
  type Plan,
  type PlanAmendments,
  type Plans,
  withoutMeant,
} from "../plan/index.js";
import { inferredId, inferredView, plainView, type ReadPlan } from "../plan-import/index.js";
import type { KeptProgress, Progress } from "../progress/index.js";
import { UserFacingError } from "../shared/errors.js";
import { carry, isWaitingCarried, waitingCarried } from "./carrying.js";
import { type Changes, type Counts, countsOf, noChanges } from "./changes.js";
import { entriesOf, isEntry, type ThroughCard } from "./entries.js";
import type { Into } from "./into.js";
import { isWaitingJoins, joinWaiting, type MeasuresJoined, waitingJoins } from "./joining.js";
import { withLoaded } from "./loaded.js";
import { mergePlans } from "./merge.js";

export interface ImportDeps {
  plans: Plans;
  figures: Figures;
  /** Says which milestones were marked as done since; without it only the plan itself does. */
  progress?: Progress;
  /** Where the import is entered; without it nothing is. */
  auditLog?: Pick<AuditLog, "add">;
  /** Where measures are joined; without it none are. */
  amendments?: Pick<PlanAmendments, "amend">;
}

/** What an import did. */
export interface ImportReport extends Changes {
  known: KnownPlan;
  /** True when there was no plan, or only the sample, which an import replaces. */
  first: boolean;
  replacedSample: boolean;
  counts: Counts;
  /** Figures of the source that were added, and those that were not as there is one already. */
  figuresAdded: number;
  figuresKept: number;
}

export const samplePlanId = "sample";
export const planId = "plan";

function measuresOf(plan: Plan): Measure[] {
  return plan.themes.flatMap((theme) => theme.priorities.flatMap((priority) => priority.measures));
}

const withoutFigures = (plan: Plan): Plan => ({
  ...plan,
  themes: plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({ ...priority, measures: priority.measures.map((measure) => ({ ...measure, figures: undefined })) })),
  })),
});

/** The source's figures as they are kept; they must fit what the measure is known to be. */
function figuresOf(id: string, plan: Plan): KeptFigure[] {
  return measuresOf(plan).flatMap((measure) =>
    (measure.figures ?? []).map((figure) => {
      const kept = keptFigure(plan, id, measure, figure);
      const wrong = kept ? misfit(measure, figure.value) : "is for no period of this plan";
      if (!kept || wrong)
        throw new UserFacingError(
          `The figure of ${measure.id} for ${figure.period} ${wrong}, as the measure is known to be of the kind ${measure.kind}. Nothing was saved.`,
        );
      return kept;
    }),
  );
}

/** Figures are kept under names of the plan's years, so the years must not begin on another day. */
async function checkStarts({ figures }: ImportDeps, { id, plan }: KnownPlan, next: Plan): Promise<void> {
  if (plan.starts.slice(5) === next.starts.slice(5)) return;
  if (!(await figures.ofPlan(id)).length) return;
  throw new UserFacingError(
    `The plan's years start on ${dayInWords(plan.starts)}, and figures are kept by those years; the new plan says ${dayInWords(next.starts)}. Nothing was saved.`,
  );
}

async function kindsWithFigures({ figures }: ImportDeps, { id, plan }: KnownPlan, next: Plan): Promise<Plan> {
  const before = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
  const changed = measuresOf(next).filter((measure) => before.has(measure.id) && before.get(measure.id)?.kind !== measure.kind);
  const held = new Set<string>();
  for (const { id: measure } of changed) if ((await figures.all(id, measure)).length) held.add(measure);
  if (!held.size) return next;
  const keeping = (measure: Measure): Measure => (held.has(measure.id) ? { ...measure, kind: before.get(measure.id)?.kind } : measure);
  const themes = next.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({ ...priority, measures: priority.measures.map(keeping) })),
  }));
  return { ...next, themes };
}

const doneIn = (said: ReadonlyMap<string, KeptProgress>): Set<string> =>
  new Set([...said.values()].filter(({ done }) => done && Object.keys(done).length).map(({ action }) => action));

/**
 * Completes an import that a crash cut short after its plan was put in force; returns how many figures it added.
 * To be called once at start; costs one get when there is nothing to do.
 */
export async function finishImport({ plans, figures, auditLog, amendments, progress }: ImportDeps): Promise<number> {
  let added = 0;
  await plans.finish(async (rows) => {
    added += await figures.addMissing(rows.filter((row) => !isEntry(row) && !isWaitingJoins(row) && !isWaitingCarried(row)) as KeptFigure[]);
    for (const entry of rows.filter(isEntry)) await auditLog?.add(entry);
    for (const row of rows.filter(isWaitingCarried)) await carry({ progress, amendments }, row);
    if (amendments) for (const row of rows.filter(isWaitingJoins)) await joinWaiting({ plans, amendments }, row);
  });
  return added;
}

export interface Importing {
  by: string;
  at: Date;
  sample?: boolean;
  into?: Into;
  card?: ThroughCard;
  /** Measures that are joined, or parted, once it is in force; of an import that came through a card. */
  joins?: MeasuresJoined[];
  /** Ids in lower case of items that are the same ones in words that have nothing of the words before. */
  same?: ReadonlySet<string>;
}

/** What was read; `format` where it is known. */
type Source = Pick<ReadPlan, "plan" | "look"> & Partial<Pick<ReadPlan, "format">>;

/** What an import would do, before anything is written. */
async function prepared(deps: ImportDeps, read: Source, { by, at, sample = false, into = {}, card, joins = [], same }: Importing) {
  const all = await deps.plans.all();
  const now = into.id === undefined ? all[0] : all.find((one) => one.id === into.id);
  const kept = now && now.sample === sample ? now : undefined;
  const replaced = now && !kept ? now : undefined;
  const id = kept?.id ?? into.id ?? (sample ? samplePlanId : planId);
  if (kept) await checkStarts(deps, kept, read.plan);
  const said = (kept && (await deps.progress?.of(kept.id))) ?? new Map<string, KeptProgress>();
  const loaded = withLoaded(read, sample ? undefined : dayOf(at, read.plan.timeZone));
  const merged = kept ? mergePlans(withoutMeant(kept.plan, kept.printed), loaded, { done: doneIn(said), same }) : { plan: loaded, changes: noChanges() };
  const plan = kept ? await kindsWithFigures(deps, kept, merged.plan) : merged.plan;
  const brought = figuresOf(id, plan);
  const entries = entriesOf(merged.changes, { plan: id, by, at, after: kept?.revision, card });
  const waiting = card ? waitingJoins(joins, { plan: id, by, at: at.toISOString(), card }) : [];
  const carried = waitingCarried(merged.changes, said, { id: card?.id ?? `${id} ${(now?.revision ?? 0) + 1}`, plan: id, by, at: at.toISOString() });
  const look = [...read.look.filter((row) => row.id !== inferredId), ...inferredView(plan), ...merged.changes.look];
  const next: NextPlan = {
    id,
    plan: withoutFigures(plan),
    look: look.map(plainView),
    importedAt: at.toISOString(),
    importedBy: by,
    sample,
    after: now?.revision,
    ...(into.name && { name: into.name }),
    ...(replaced && { replaces: replaced.id }),
    beside: !now && all.length > 0,
    staged: [...brought, ...entries, ...waiting, ...carried],
  };
  return { next, brought, changes: { ...merged.changes, look }, first: !kept, replacedSample: Boolean(replaced?.sample) };
}

/** What would be new, changed in wording and gone, and what to look at; nothing is written. Throws as importPlan does. */
export async function previewImport(deps: ImportDeps, read: Source, into?: Into): Promise<Changes & Pick<ImportReport, "first">> {
  const { changes, first } = await prepared(deps, read, { by: "", at: new Date(0), into });
  return { ...changes, first };
}

/**
 * Puts a plan in force, merged by id with the one that is: the default one, or `into` another, see intoWhich. All or nothing: a crash leaves the old plan or the new one, whole.
 * Throws a UserFacingError when another import came between, or when the source does not agree with what is kept.
 */
export async function importPlan(deps: ImportDeps, read: Source, importing: Importing): Promise<ImportReport> {
  await finishImport(deps);
  const { next, brought, changes, first, replacedSample } = await prepared(deps, read, importing);
  const known = await deps.plans.save(next);
  const figuresAdded = await finishImport(deps);
  return { ...changes, known, first, replacedSample, counts: countsOf(read.plan), figuresAdded, figuresKept: brought.length - figuresAdded };
}
