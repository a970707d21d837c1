/** What the read models look at: the plan as it stands on a day, with what was reported and asked for. Pure. */
import { type Expected, expectedFigures, type Report } from "../figures/index.js";
import type { Day, ItemOf, Plan, PlanAction, Priority, Theme } from "../plan/index.js";
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
  /** Every figure that can be asked for today; those without a report are missing. */
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
}

export const planState = ({ plan, today, actions, measures, reports }: Known): PlanState => ({
  plan,
  today,
  actions,
  measures: measures.map((item) => measureStatus(item, reports.get(item.id) ?? [])),
  expected: expectedFigures(plan, measures, reports, today),
});
