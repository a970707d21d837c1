/** The state of a plan of the question sets on a day, with everything that its file says. */
import { readFileSync } from "node:fs";
import { countedOnce, keptFigure, type Report } from "../../src/figures/index.js";
import { catalogueOf, type Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { type KeptProgress, withProgress } from "../../src/progress/index.js";
import { type CurrentAction, type PlanState, planState } from "../../src/status/index.js";

export interface Given {
  today?: string;
  /** What was said of actions since, by action id. */
  said?: Record<string, Partial<KeptProgress>>;
  /** Edits the plan file before it is read. */
  change?(plan: Plan): void;
}

export function stateOf(file: string, { today = "2026-11-24", said = {}, change }: Given = {}): { state: PlanState; reports: Map<string, Report[]> } {
  const source = JSON.parse(readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8"));
  change?.(source);
  const { plan } = readPlan(`${file}.json`, JSON.stringify(source));
  const catalogue = catalogueOf(plan);
  const reports = new Map<string, Report[]>(
    catalogue.measures.map(({ id, measure }) => [
      id,
      (measure.figures ?? []).flatMap((figure) => keptFigure(plan, "p", measure, figure) ?? []).sort((a, b) => (a.ends < b.ends ? 1 : -1)),
    ]),
  );
  const actions = catalogue.actions.map(({ id, theme, priority, action }): CurrentAction => {
    const kept = said[id] && ({ by: "someone@example.org", at: "2026-11-01T10:00:00Z", ...said[id] } as KeptProgress);
    return { id, theme, priority, action: withProgress(action, kept), ...(kept && { said: kept }) };
  });
  return { state: planState({ plan, today, actions, measures: countedOnce(catalogue, catalogue.measures), reports }), reports };
}
