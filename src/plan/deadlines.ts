import type { Day, Milestone, PlanAction, Status } from "./plan.js";
import type { Span } from "./years.js";

type Standing = Pick<PlanAction, "status" | "milestones" | "loaded">;

/** Nothing said counts as not started. */
export const statusOf = ({ status }: Pick<PlanAction, "status">): Status => status ?? "not-started";

/** Done, or its action complete; an ongoing one as soon as its action has begun. */
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

/** Until a status is set or a milestone marked, by the source or by somebody since, nothing is known of how an action stands. */
export const isSaid = ({ status, milestones = [] }: Standing): boolean => status !== undefined || milestones.some(({ done }) => done);

/** Not yet reported: its date was past when the plan came in, and nobody has said how its action stands. That is no fault of anybody's, so it is not overdue. */
export const isUnreported = (action: Standing, { due }: Pick<Milestone, "due">): boolean =>
  action.loaded !== undefined && due < action.loaded && !isSaid(action);

/** Those whose date was past when the plan came in and that nobody has said anything of since. */
export const unreportedMilestones = (action: Standing): Milestone[] => openMilestones(action).filter((milestone) => isUnreported(action, milestone));

/** Not met, due before `today`, and not merely unreported. */
export const overdueMilestones = (action: Standing, today: Day): Milestone[] =>
  openMilestones(action).filter((milestone) => milestone.due < today && !isUnreported(action, milestone));

/** The day that its lead is first asked from: a date that was past when the plan came in is asked about from then on. */
export const askedFrom = (action: Standing, milestone: Milestone): Day => (isUnreported(action, milestone) ? (action.loaded as Day) : milestone.due);

/** Of some the date was past when they came in, and nobody has said how any of them stands. */
export const isSilent = (actions: readonly Standing[]): boolean => actions.some((action) => unreportedMilestones(action).length) && !actions.some(isSaid);

/** A status as it is told: "not-started" is not said of what nobody has reported on. */
export type ToldStatus = Status | "unreported";
/** The status as people are told it: "unreported" in place of one that nobody has given. */
export const toldStatusOf = (action: Standing): ToldStatus => (unreportedMilestones(action).length ? "unreported" : statusOf(action));
export const toldWorstFirst: readonly ToldStatus[] = ["off-track", "at-risk", "on-track", "complete", "not-started", "unreported", "cancelled"];

/** An action as a plan's source gives it, as it comes in on a day. */
export function asLoaded(action: PlanAction, day: Day): PlanAction {
  const { loaded: _, ...rest } = action;
  return !isSaid(action) && openMilestones(action).some(({ due }) => due < day) ? { ...rest, loaded: day } : rest;
}

/** Open milestones due in the span, both ends counted. */
export const dueWithin = (action: Standing, span: Span): Milestone[] =>
  openMilestones(action).filter((milestone) => milestone.due >= span.from && milestone.due <= span.to);

/** "Due soon" when the question does not say otherwise. */
export const soonDays = 28;
