/** The whole plan as it stands on a day, looked up. */
import { countedOnce, type Figures, type Report } from "../figures/index.js";
import type { Day, KnownPlan } from "../plan/index.js";
import { type KeptProgress, type Progress, withProgress } from "../progress/index.js";
import { type CurrentAction, type PlanState, planState } from "./plan-state.js";

export interface PlanSources {
  progress: Pick<Progress, "of">;
  figures: Pick<Figures, "recentReports">;
}

const askedAtOnce = 1_000;

/** With what was said of each action since the import, and what was reported of each measure, the newest period first. */
export async function readPlanState(
  { progress, figures }: PlanSources,
  { id: planId, plan, catalogue }: Pick<KnownPlan, "id" | "plan" | "catalogue">,
  today: Day,
): Promise<{ state: PlanState; said: Map<string, KeptProgress>; reports: Map<string, Report[]> }> {
  const said = await progress.of(planId);
  const measures = countedOnce(catalogue, catalogue.measures);
  const ids = measures.map(({ id }) => id);
  const reports = new Map<string, Report[]>();
  for (let from = 0; from < ids.length; from += askedAtOnce)
    for (const [measure, found] of await figures.recentReports(planId, ids.slice(from, from + askedAtOnce), today)) reports.set(measure, found);
  const actions = catalogue.actions.map(({ id, theme, priority, action }): CurrentAction => {
    const kept = said.get(id);
    return { id, theme, priority, action: withProgress(action, kept), ...(kept && { said: kept }) };
  });
  return { state: planState({ plan, today, actions, measures, reports }), said, reports };
}
