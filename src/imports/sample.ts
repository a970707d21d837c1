import { z } from "zod/v4";
import type { AuditLog } from "../audit/index.js";
import {
  addDays,
  Day,
  Measure,
  type Plan,
  type PlanAction,
  PlanAction as PlanPlanAction,
  Priority as PlanPriority,
  type Priority,
  periodNamed,
} from "../plan/index.js";
import { type ReadPlan, readPlan } from "../plan-import/index.js";
import { UserFacingError } from "../shared/errors.js";
import { readSourceFile } from "../shared/source-file.js";
import { type ImportDeps, type ImportReport, importPlan } from "./import-plan.js";

const Examples = z.strictObject({
  about: z.string(),
  priorities: z.record(z.string(), PlanPriority.pick({ lead: true, aliases: true }).strict()),
  actions: z.record(
    z.string(),
    PlanPlanAction.pick({ lead: true, status: true, note: true })
      .extend({ done: z.array(Day).optional() })
      .strict(),
  ),
  measures: z.record(
    z.string(),
    Measure.omit({ id: true, text: true, figures: true, inferred: true, retired: true })
      .extend({ figures: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])) })
      .strict(),
  ),
});
type Examples = z.infer<typeof Examples>;

const sampleFile = (name: string): string => readSourceFile("imports", "sample", name).toString("utf8");

const reportedAfterDays = 9;

const PLAN_LOST = [
  "There is no plan in this database, but there are figures, progress or changes of one. Waymark has not started, so that no example stands in its place.",
  'Put a backup back with "waymark data import FILE --replace", or the plan alone with "waymark plan import FILE".',
].join("\n");

function exampleMeasure(plan: Plan, priority: Priority, measure: Measure, { measures }: Examples): Measure {
  const example = measures[measure.id];
  if (!example) return measure;
  const { figures, ...rest } = example;
  const by = rest.reporter ?? priority.lead;
  const dated = Object.entries(figures).map(([period, value]) => {
    const named = periodNamed(plan, period);
    return { period, value, by, ...(named && { at: `${addDays(named.to, reportedAfterDays)}T09:30:00Z` }) };
  });
  return { ...measure, ...rest, inferred: undefined, figures: dated };
}

function exampleAction(action: PlanAction, { actions }: Examples): PlanAction {
  const { done = [], ...example } = actions[action.id] ?? {};
  const milestones = action.milestones?.map((milestone, at) => ({ ...milestone, ...(done[at] && { done: done[at] }) }));
  return { ...action, ...example, ...(milestones && { milestones }) };
}

function withExamples(plan: Plan, examples: Examples): Plan {
  const examplePriority = (printed: Priority): Priority => {
    const priority = { ...printed, ...examples.priorities[printed.id] };
    return {
      ...priority,
      actions: priority.actions.map((action) => exampleAction(action, examples)),
      measures: priority.measures.map((measure) => exampleMeasure(plan, priority, measure, examples)),
    };
  };
  return { ...plan, themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(examplePriority) })) };
}

/** The appendix as published, with example leads, statuses, notes and figures over it. */
export function readSample(): ReadPlan {
  const printed = readPlan("appendix-3.txt", sampleFile("appendix-3.txt"));
  const plan = withExamples(printed.plan, Examples.parse(JSON.parse(sampleFile("examples.json"))));
  // Through the plan file's reader, so that the examples hold to the same rules.
  return { ...printed, plan: readPlan("examples.json", JSON.stringify(plan)).plan };
}

export type SampleDeps = ImportDeps & { auditLog?: Pick<AuditLog, "isEmpty"> };

/** Puts the sample in force in a database without any content; nothing where there is a plan. Throws a UserFacingError when a plan has been lost. */
export async function importSample(deps: SampleDeps, at: Date): Promise<ImportReport | undefined> {
  // Asked before: where another instance brings the sample in, there is a plan before there is anything else.
  const kept = await Promise.all([deps.figures, deps.progress, deps.auditLog].map(async (each) => each && !(await each.isEmpty())));
  if (await deps.plans.current()) return undefined;
  if (kept.some(Boolean)) throw new UserFacingError(PLAN_LOST);
  try {
    return await importPlan(deps, readSample(), { by: "the sample", at, sample: true });
  } catch (error) {
    // Several instances may start at once; one of them brings the sample in.
    if (error instanceof UserFacingError && (await deps.plans.current())) return undefined;
    throw error;
  }
}
