/** The dates of an action that are still open, as people are told of them. Pure. */
import { addDays, type Day, dayInWords, daysBetween, dueInWords, isMet, isUnreported, type Milestone, soonDays, statusOf } from "../../plan/index.js";
import { milestoneLabel, type OwnAction } from "../../progress/index.js";
import { plural } from "../../shared/words.js";
import type { ShownAction } from "./actions-block.js";

export interface OpenDate extends ShownAction {
  due: Day;
  /** Overdue, or due in the next 28 days. */
  soon: boolean;
}

/** Milestones of an action that are not met, with the request for more time that waits. */
export function openDatesOf({ item, action, facts }: OwnAction, today: Day): OpenDate[] {
  if (statusOf(action) === "cancelled") return [];
  return (action.milestones ?? []).flatMap((milestone, place): OpenDate[] => {
    if (isMet(action, milestone)) return [];
    const label = milestoneLabel(action, place);
    const asked = facts.asked?.[String(place)];
    return [
      {
        key: `${item.id}/${place}`,
        id: item.id,
        text: item.action.text,
        ...(label && { milestone: label }),
        due: milestone.due,
        soon: milestone.due <= addDays(today, soonDays),
        why: isUnreported(action, milestone) ? `was due on ${dueInWords(milestone)}` : whyOf(milestone, today),
        more: asked ? [`More time until ${dayInWords(asked.due)} is asked for and waits for a manager`] : [],
      },
    ];
  });
}

function whyOf(milestone: Milestone, today: Day): string {
  const days = daysBetween(today, milestone.due);
  if (days === 0) return "due today";
  return days > 0 ? `due in ${plural(days, "day")}, on ${dueInWords(milestone)}` : `${plural(-days, "day")} overdue, was due on ${dueInWords(milestone)}`;
}
