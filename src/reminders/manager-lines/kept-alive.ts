/** Whether the plan is kept alive, in the four figures that are told of it everywhere. */
import { activityFigures, type PlanActivity } from "../../status/index.js";
import type { Line } from "./line.js";

/** No news by itself: it goes with whatever else a manager hears. */
export function keptAliveLine(activity: PlanActivity): Line {
  const [reporting, ...others] = activityFigures(activity);
  return {
    key: "kept alive",
    id: "plan",
    step: "kept alive",
    why: `${reporting.label}: ${reporting.words}`,
    more: others.map(({ label, words }) => `${label}: ${words}`),
  };
}
