/** How late something is or was. Pure. */
import { type Day, daysBetween, type Milestone, overdueMilestones, statusOf } from "../plan/index.js";
import type { CurrentAction } from "./plan-state.js";

/** A milestone with the action that it belongs to. */
export interface DatedAction extends CurrentAction {
  milestone: Milestone;
}

export interface Late extends DatedAction {
  /** Days after its date: up to now while it is not met, else up to the day it was done. */
  days: number;
}

/** What is overdue, the longest first. */
export function overdueNow(actions: readonly CurrentAction[], today: Day): Late[] {
  const late = actions.flatMap((action) =>
    overdueMilestones(action.action, today).map((milestone): Late => ({ ...action, milestone, days: daysBetween(milestone.due, today) })),
  );
  return late.sort((a, b) => b.days - a.days);
}

/** What was done after its date, the latest first. */
export function doneLate(actions: readonly CurrentAction[]): Late[] {
  const late = actions.flatMap((action) =>
    (action.action.milestones ?? []).flatMap((milestone): Late[] =>
      milestone.done && milestone.done > milestone.due ? [{ ...action, milestone, days: daysBetween(milestone.due, milestone.done) }] : [],
    ),
  );
  return late.sort((a, b) => b.days - a.days);
}

/** Milestones whose date fell in the span and that are not met, or that were moved out of it; earliest first. */
export function slippedIn(actions: readonly CurrentAction[], { from, to }: { from: Day; to: Day }, today: Day): DatedAction[] {
  const inside = (day: Day | undefined) => day !== undefined && day >= from && day <= to;
  const slipped = actions.flatMap((action) =>
    (action.action.milestones ?? [])
      .filter((milestone) => {
        const missed = inside(milestone.due) && overdueMilestones(action.action, today).includes(milestone);
        const moved = inside(milestone.printed) && milestone.due > to && !milestone.done && statusOf(action.action) !== "cancelled";
        return missed || moved;
      })
      .map((milestone): DatedAction => ({ ...action, milestone })),
  );
  return slipped.sort((a, b) => ((a.milestone.printed ?? a.milestone.due) < (b.milestone.printed ?? b.milestone.due) ? -1 : 1));
}
