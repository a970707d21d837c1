import type { Colour } from "../shared/answer.js";
import { isSilent, overdueMilestones, statusOf } from "./deadlines.js";
import type { Day, PlanAction, Priority, Status, Theme } from "./plan.js";

/** A worked-out status of a priority, theme or plan. */
export type Rollup = "complete" | "red" | "amber" | "green" | "not-started" | "unreported";

export const colourOf: Record<Status, Colour> = {
  "not-started": "none",
  "on-track": "green",
  "at-risk": "amber",
  "off-track": "red",
  complete: "blue",
  cancelled: "grey",
};

const live = <T extends { retired?: boolean }>(items: T[]): T[] => items.filter((item) => !item.retired);

/** The priority's actions without those that were taken out. */
export const actionsIn = (priority: Priority): PlanAction[] => live(priority.actions);
/** The theme's priorities without those that were taken out. */
export const prioritiesIn = (theme: Theme): Priority[] => live(theme.priorities);

/** All complete or cancelled: complete. Else the worst counts: red for off track or overdue, amber for at risk; green once anything has begun. */
export function priorityRollup(priority: Priority, today: Day): Rollup {
  const actions = actionsIn(priority);
  const all = actions.map(statusOf);
  if (actions.length && all.every((status) => status === "complete" || status === "cancelled")) return "complete";
  if (all.includes("off-track") || actions.some((action) => overdueMilestones(action, today).length)) return "red";
  if (all.includes("at-risk")) return "amber";
  if (!all.every((status) => status === "not-started" || status === "cancelled")) return "green";
  return isSilent(actions) ? "unreported" : "not-started";
}

/** The worst of red, amber and green counts; complete only when all are, not started only when nothing has begun. */
export function rollUp(parts: Rollup[]): Rollup {
  for (const worst of ["red", "amber", "green"] as const) if (parts.includes(worst)) return worst;
  if (parts.length && parts.every((part) => part === "complete")) return "complete";
  if (parts.includes("complete")) return "green";
  return parts.includes("unreported") ? "unreported" : "not-started";
}

/** The worst of its priorities. */
export const themeRollup = (theme: Theme, today: Day): Rollup => rollUp(prioritiesIn(theme).map((priority) => priorityRollup(priority, today)));
