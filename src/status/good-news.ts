/** What went well: dates met, actions complete, targets met, figures that got better. Pure. */
import { type Day, dayOf, daysBetween, statusOf } from "../plan/index.js";
import type { DatedAction } from "./lateness.js";
import type { MeasureStatus } from "./measure-status.js";
import type { CurrentAction, PlanState } from "./plan-state.js";

export interface DoneMilestone extends DatedAction {
  done: Day;
  /** Days before its date; negative when it was late. */
  early: number;
}

export interface GoodNews {
  /** The newest first. */
  milestones: DoneMilestone[];
  /** Complete, and in no milestone above. */
  complete: CurrentAction[];
  targetsMet: MeasureStatus[];
  /** Better than the figure before, and not among those that met their target. */
  better: MeasureStatus[];
}

/** Within a span where one is given: what was done, marked complete or reported for a period that ended in it. */
export function goodNews({ plan, actions, measures }: PlanState, span?: { from: Day; to: Day }): GoodNews {
  const inside = (day: Day | undefined) => !span || (day !== undefined && day >= span.from && day <= span.to);
  const milestones = actions
    .flatMap((action) =>
      (action.action.milestones ?? []).flatMap((milestone): DoneMilestone[] =>
        milestone.done && inside(milestone.done) ? [{ ...action, milestone, done: milestone.done, early: daysBetween(milestone.done, milestone.due) }] : [],
      ),
    )
    .sort((a, b) => (a.done > b.done ? -1 : a.done < b.done ? 1 : 0));
  const told = new Set(milestones.map(({ id }) => id));
  const saidOn = ({ said }: CurrentAction) => (said?.status === "complete" ? dayOf(new Date(said.at), plan.timeZone) : undefined);
  const complete = actions.filter((one) => statusOf(one.action) === "complete" && !told.has(one.id) && inside(saidOn(one)));
  const reported = measures.filter(({ newest }) => newest && inside(newest.ends));
  const targetsMet = reported.filter(({ target }) => target?.met);
  const better = reported.filter((one) => one.trend?.verdict === "better" && !targetsMet.includes(one));
  return { milestones, complete, targetsMet, better };
}
