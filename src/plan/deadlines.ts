import type { Day, Milestone, PlanAction, Status } from "./plan.js";
import type { Span } from "./years.js";

type Standing = Pick<PlanAction, "status" | "milestones">;

/** Nothing said counts as not started. */
export const statusOf = ({ status }: Pick<PlanAction, "status">): Status => status ?? "not-started";

export function isMet(action: Standing, milestone: Milestone): boolean {
  const status = statusOf(action);
  if (milestone.done || status === "complete") return true;
  return Boolean(milestone.ongoing) && status !== "not-started";
}

/** Milestones still to be met, earliest first. A cancelled action has none. */
export function openMilestones(action: Standing): Milestone[] {
  if (statusOf(action) === "cancelled") return [];
  return (action.milestones ?? []).filter((milestone) => !isMet(action, milestone)).sort((a, b) => (a.due < b.due ? -1 : 1));
}

export const overdueMilestones = (action: Standing, today: Day): Milestone[] => openMilestones(action).filter((milestone) => milestone.due < today);

/** Open milestones due in the span, both ends counted. */
export const dueWithin = (action: Standing, span: Span): Milestone[] =>
  openMilestones(action).filter((milestone) => milestone.due >= span.from && milestone.due <= span.to);

/** "Due soon" when the question does not say otherwise. */
export const soonDays = 28;
