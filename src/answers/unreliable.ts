/** What an answer that depends on dates or statuses cannot count on, in a sentence each. Pure. */
import { statusOf } from "../plan/index.js";
import type { Acting } from "./scope.js";
import { plural } from "./wording.js";

const isLive = ({ action }: Acting): boolean => !["complete", "cancelled"].includes(statusOf(action));

/** "12 of 40 actions have no date that can be counted on": what is kept up and has none by its nature is left out. */
export function withoutDates(acting: readonly Acting[]): string[] {
  const live = acting.filter(isLive);
  const without = live.filter(({ action }) => !action.milestones?.length && !action.ongoing).length;
  return without ? [`${without} of ${plural(live.length, "action")} ${without === 1 ? "has" : "have"} no date that can be counted on.`] : [];
}

/** "40 of 49 actions have no status said, so what is late among them may be done": nothing where most have one. */
export function withoutStatuses(acting: readonly Acting[]): string[] {
  const unsaid = acting.filter(({ action }) => action.status === undefined).length;
  return unsaid * 2 > acting.length ? [`Of ${unsaid} of ${plural(acting.length, "action")} no status has been said, so some of what is late may be done.`] : [];
}
