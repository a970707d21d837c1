/** What an answer that depends on dates or statuses cannot count on, in a sentence each. Pure. */
import { isSaid, statusOf, unreportedMilestones } from "../plan/index.js";
import type { Acting } from "./scope.js";
import { are, listedUpTo, plural } from "./wording.js";

const isLive = ({ action }: Acting): boolean => !["complete", "cancelled"].includes(statusOf(action));
const mostIds = 5;

/** "12 of 40 actions have no clear date": what is kept up and has none by its nature is left out. */
export function withoutDates(acting: readonly Acting[]): string[] {
  const live = acting.filter(isLive);
  const without = live.filter(({ action }) => !action.milestones?.length && !action.ongoing).length;
  return without ? [`${without} of ${plural(live.length, "action")} ${without === 1 ? "has" : "have"} no clear date.`] : [];
}

/** "3 of 40 actions fell due before the plan was loaded and are not yet reported: 1.1.1, 1.1.2 and 2.3.1." */
export function notReported(acting: readonly Acting[]): string[] {
  const ids = acting.filter(({ action }) => unreportedMilestones(action).length).map(({ id }) => id);
  if (!ids.length) return [];
  return [
    `${ids.length} of ${plural(acting.length, "action")} fell due before the plan was loaded and ${are(ids.length)} not yet reported: ${listedUpTo(ids, mostIds)}.`,
  ];
}

/** What is not yet reported; else that nobody has said how any action stands, or most of them. */
export function withoutStatuses(acting: readonly Acting[]): string[] {
  const waiting = notReported(acting);
  const unsaid = acting.filter(({ action }) => !isSaid(action)).length;
  if (acting.length < 2 || unsaid * 2 <= acting.length) return waiting;
  if (unsaid < acting.length) return waiting.length ? waiting : [`Nobody has reported a status for ${unsaid} of ${plural(acting.length, "action")}.`];
  return [["No status has been reported yet", ...waiting].join("; ").replace(/\.?$/, ".")];
}
