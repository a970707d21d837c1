/** What the read models look at: the plan as it stands on a day, with what was reported and asked for. Pure. */
import { type Expected, expectedFigures, frequencyOf, isFigure, periodsInside, type Report } from "../figures/index.js";
import type { Day, ItemOf, Plan, PlanAction, Priority, Span, Theme } from "../plan/index.js";
import type { KeptProgress } from "../progress/index.js";
import { type MeasureStatus, measureStatus } from "./measure-status.js";

/** An action as it stands now, with what it stands under and what was said of it since the import. */
export interface CurrentAction {
  id: string;
  theme: Theme;
  priority: Priority;
  action: PlanAction;
  said?: KeptProgress;
}

export interface PlanState {
  plan: Plan;
  today: Day;
  actions: CurrentAction[];
  measures: MeasureStatus[];
  /** Every figure that can be asked for today, of the newest period that is over or of each in the window; those without a report are missing. */
  expected: Expected[];
}

interface Known {
  plan: Plan;
  today: Day;
  actions: CurrentAction[];
  /** Each measure once: one that was joined to another one is left out. */
  measures: ItemOf<"measure">[];
  /** Newest period first, by measure. */
  reports: Map<string, Report[]>;
  /** The time that figures are of; the newest of each when absent. */
  window?: Span | undefined;
}

/** How the plan stands: actions, measures with their status, figures that were to be reported; at the end of `window` where one is given. */
export const planState = ({ plan, today, actions, measures, reports, window }: Known): PlanState => ({
  plan,
  today,
  actions,
  measures: measures.map((item) => measureStatus(item, window ? asOf(plan, item, reports.get(item.id) ?? [], window) : (reports.get(item.id) ?? []))),
  expected: expectedFigures(plan, measures, reports, today, window),
});

/** From the newest figure of a period inside the window on; none where no period inside it has one. */
function asOf(plan: Plan, item: ItemOf<"measure">, reports: readonly Report[], window: Span): readonly Report[] {
  const inside = new Set(periodsInside(plan, frequencyOf(item), window).map(({ name }) => name));
  const place = reports.findIndex((report) => isFigure(report) && inside.has(report.period));
  return place < 0 ? [] : reports.slice(place);
}
