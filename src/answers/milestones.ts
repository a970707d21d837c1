/** A milestone in words: what is due, whether it is met, and by how much it is overdue. Pure. */
import type { Day, Milestone, PlanAction } from "../plan/index.js";
import { dayInWords, daysBetween, dueInWords, isMet, isUnreported, openMilestones, slipsInWords, statusOf } from "../plan/index.js";
import type { Acting } from "./scope.js";
import { daysInWords, statusInWords, untilInWords } from "./wording.js";

export type MilestoneState = "done" | "met" | "open" | "overdue" | "unreported" | "cancelled";

/** How one milestone stands on a day; a day on which it was done comes before everything else. */
export function milestoneState(action: PlanAction, milestone: Milestone, today: Day): MilestoneState {
  if (milestone.done) return "done";
  if (statusOf(action) === "cancelled") return "cancelled";
  if (isMet(action, milestone)) return "met";
  if (isUnreported(action, milestone)) return "unreported";
  return milestone.due < today ? "overdue" : "open";
}

/** Of a date that was past when the plan came in, while nobody has said how its action stands. */
export const notYetReported = "not yet reported";

/** "overdue by 12 days" */
export const overdueBy = (milestone: Milestone, today: Day): string => `overdue by ${daysInWords(daysBetween(milestone.due, today))}`;

/** "in time", or "3 days after its date" */
const punctuality = ({ due, done }: Milestone): string => (done && done > due ? `${daysInWords(daysBetween(due, done))} after its date` : "in time");

const byWhen = (milestone: Milestone): string =>
  milestone.ongoing ? `to be under way by ${dueInWords(milestone)}, then kept up (ongoing)` : dueInWords(milestone);

/** A line of facts: "31 March 2026, overdue by 238 days", "to be under way by 31 March 2028, then kept up (ongoing), in 493 days". */
export function milestoneFact(action: PlanAction, milestone: Milestone, today: Day): string {
  const when = byWhen(milestone);
  switch (milestoneState(action, milestone, today)) {
    case "done":
      return `${when}, done on ${dayInWords(milestone.done as Day)} (${punctuality(milestone)})`;
    case "met":
      return `${when}, ${statusOf(action) === "complete" ? "complete" : "under way"}`;
    case "cancelled":
      return `${when}, no longer due: cancelled`;
    case "overdue":
      return `${when}, ${overdueBy(milestone, today)}`;
    case "unreported":
      return `${when}, ${notYetReported}`;
    case "open":
      return `${when}${untilInWords(today, milestone.due)}`;
  }
}

/** `2.3.1 "Spokes"`, or the id alone. */
export const milestoneName = (id: string, { label }: Milestone): string => (label ? `${id} "${label}"` : id);

/** A whole sentence: `2.3.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days.` */
export function milestoneSentence(action: PlanAction, milestone: Milestone, today: Day): string {
  const name = milestoneName(action.id, milestone);
  const date = dueInWords(milestone);
  const past = milestone.due < today;
  const due = milestone.ongoing ? `${past ? "was" : "is"} to be under way by ${date} and then kept up (ongoing)` : `${past ? "was" : "is"} due on ${date}`;
  switch (milestoneState(action, milestone, today)) {
    case "done":
      return `${name} was due on ${date} and was done on ${dayInWords(milestone.done as Day)}, ${punctuality(milestone)}.`;
    case "met":
      return `${name} ${due}. It is ${statusOf(action) === "complete" ? statusInWords("complete") : "under way"}.`;
    case "cancelled":
      return `${name} was to be done by ${date}, but it is ${statusInWords("cancelled")}, so nothing is due any more.`;
    case "overdue":
      return milestone.ongoing
        ? `${name} ${due}. It has not started, so it is ${overdueBy(milestone, today)}.`
        : `${name} ${due} and is ${overdueBy(milestone, today)}.`;
    case "unreported":
      return `${name} ${due}, before the plan was loaded. It is ${notYetReported} how it stands.`;
    case "open":
      return `${name} ${due}${untilInWords(today, milestone.due)}.`;
  }
}

/** One short line on an action's dates, beside its status. */
export function datesInShort(action: PlanAction, today: Day): string {
  const [next] = openMilestones(action);
  if (next) {
    const when = [dayInWords(next.due), bracketed(next.label, slipsInWords(next))].filter(Boolean).join(" ");
    if (isUnreported(action, next)) return `Was due ${when}`;
    if (next.due < today) return `Was due ${when}, ${overdueBy(next, today)}`;
    return next.ongoing ? `To be under way by ${when}, then kept up` : `Due ${when}`;
  }
  const all = action.milestones ?? [];
  if (!all.length) return "No date in the plan";
  const last = all.at(-1) as Milestone;
  if (last.done) return `Done ${dayInWords(last.done)}, was due ${dueInWords(last)}`;
  if (statusOf(action) === "cancelled" || statusOf(action) === "complete") return `${last.due < today ? "Was due" : "Its date was"} ${dueInWords(last)}`;
  return ["Started; to be kept up (ongoing)", slipsInWords(last)].filter(Boolean).join("; ");
}

/** "(Spokes; printed: 31 March 2026; moved once)"; empty when there is nothing to say. */
const bracketed = (...parts: (string | undefined)[]): string => (parts.some(Boolean) ? `(${parts.filter(Boolean).join("; ")})` : "");

/** A milestone with the action it belongs to. */
export interface Dated extends Acting {
  milestone: Milestone;
}

/** Milestones of the actions that a test picks, earliest first. */
export const datedOf = (acting: Acting[], pick: (action: PlanAction) => Milestone[]): Dated[] =>
  acting
    .flatMap((each) => pick(each.action).map((milestone): Dated => ({ ...each, milestone })))
    .sort((a, b) => (a.milestone.due < b.milestone.due ? -1 : a.milestone.due > b.milestone.due ? 1 : 0));
