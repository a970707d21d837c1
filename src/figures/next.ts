/** Which figures can be reported next. Pure. */
import { type ItemOf, type Period, type Plan, periodAt } from "../plan/index.js";
import { frequencyOf } from "./missing.js";

export interface NextFigures {
  /** All that can be reported from the same day on. */
  items: ItemOf<"measure">[];
  /** The period that is not over yet. */
  period: Period;
}

/** Those of the measures whose period ends first; nothing when there is no measure. */
export function nextFigures({ plan, today }: { plan: Plan; today: string }, measures: ItemOf<"measure">[]): NextFigures | undefined {
  const all = measures.map((item) => ({ item, period: periodAt(plan, frequencyOf(item), today < plan.starts ? plan.starts : today) }));
  const first = all.reduce<(typeof all)[number] | undefined>((best, one) => (!best || one.period.to < best.period.to ? one : best), undefined);
  return first && { period: first.period, items: all.filter(({ period }) => period.name === first.period.name).map(({ item }) => item) };
}
