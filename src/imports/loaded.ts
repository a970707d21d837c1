/** Which actions of a source nothing is known of yet, on the day that it comes in. Pure. */
import { asLoaded, type Day, isSaid, type Plan } from "../plan/index.js";
import type { ReadPlan } from "../plan-import/index.js";

/** A plan file that brings statuses or dates that were met has been reported on as a whole: there an action without a status has not started. */
const isReported = ({ themes }: Plan): boolean => themes.some(({ priorities }) => priorities.some(({ actions }) => actions.some(isSaid)));

/** The plan as it comes in: a date that is past by then, of an action that nothing was said of, is not yet reported. */
export function withLoaded({ plan, format }: Pick<ReadPlan, "plan"> & Partial<Pick<ReadPlan, "format">>, day: Day | undefined): Plan {
  const since = day !== undefined && !(format === "plan file" && isReported(plan)) ? day : "";
  return {
    ...plan,
    themes: plan.themes.map((theme) => ({
      ...theme,
      priorities: theme.priorities.map((priority) => ({ ...priority, actions: priority.actions.map((action) => asLoaded(action, since)) })),
    })),
  };
}
