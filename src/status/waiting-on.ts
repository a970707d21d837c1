/** Whom the plan is waiting for: what each person has overdue, late or long untouched. Pure. */
import { dutyOf, type Expected } from "../figures/index.js";
import { addDays, type Day, dayOf, leadAsOf, leadOf, overdueMilestones, statusOf } from "../plan/index.js";
import { type Late, overdueNow } from "./lateness.js";
import type { CurrentAction, PlanState } from "./plan-state.js";

export interface WaitingOn {
  /** An address, or who it is as printed; missing where nobody is named. */
  person?: string;
  /** The longest overdue first. */
  overdue: Late[];
  /** Late figures. */
  figures: Expected[];
  /** Actions off track or at risk of which nobody has said anything for so long. */
  quiet: CurrentAction[];
}

/** An action that is in trouble and of which nothing was said for these days is quiet. */
export const quietDays = 60;

/** Whoever has the most overdue first, then the longest overdue, then the most late figures. */
export function waitingOn(state: PlanState): WaitingOn[] {
  const people = new Map<string, WaitingOn>();
  const of = (person: string | undefined): WaitingOn => {
    const found = people.get(person ?? "") ?? { ...(person && { person }), overdue: [], figures: [], quiet: [] };
    people.set(person ?? "", found);
    return found;
  };
  for (const late of overdueNow(state.actions, state.today)) of(leadOf(late) ?? leadAsOf(late)).overdue.push(late);
  for (const one of state.expected) if (one.late && !one.report) of(dutyOf(one.item) ?? one.item.measure.reporterAs).figures.push(one);
  for (const one of state.actions) if (isQuiet(one, state)) of(leadOf(one) ?? leadAsOf(one)).quiet.push(one);
  const longest = ({ overdue: [first] }: WaitingOn) => first?.days ?? 0;
  return [...people.values()].sort(
    (a, b) => b.overdue.length - a.overdue.length || longest(b) - longest(a) || b.figures.length - a.figures.length || b.quiet.length - a.quiet.length,
  );
}

function isQuiet({ action, said }: CurrentAction, { plan, today }: PlanState): boolean {
  const status = statusOf(action);
  if (status !== "off-track" && status !== "at-risk") return false;
  // What is overdue is told as that.
  if (overdueMilestones(action, today).length) return false;
  const last: Day | undefined = said && dayOf(new Date(said.at), plan.timeZone);
  return last === undefined || last < addDays(today, -quietDays);
}
