/** The four figures of a plan's being kept alive, in words: the same in an answer, on the managers' Monday card and in the terminal. Pure. */
import { plural } from "../shared/words.js";
import type { PlanActivity } from "./plan-activity.js";

export interface ActivityFigure {
  label: string;
  words: string;
}

/** How alive the plan is, in four figures that are always told in this order. */
/** In this order: who reported, measures never reported, actions without a lead, how soon reminders are answered. */
export function activityFigures(
  activity: PlanActivity,
): [reporting: ActivityFigure, neverReported: ActivityFigure, leads: ActivityFigure, answers: ActivityFigure] {
  const { owners, reportedNow, reportedAlways, neverReported, measures, withoutLead, leadLeft, openActions } = activity;
  return [
    {
      label: "Reported for the last period",
      words: `${outOf(reportedNow.length, owners.length, "person", "people")}; ${reportedAlways.length} in each of the last four periods`,
    },
    { label: "Measures that never had a figure", words: outOf(neverReported.length, measures) },
    {
      label: "Open actions that nobody leads",
      words: `${outOf(withoutLead.length, openActions)}${leadLeft.length ? `; the lead of ${leadLeft.length} more has left, or removed me` : ""}`,
    },
    { label: "Reminders answered within 28 days", words: answersInWords(activity) },
  ];
}

function answersInWords({ reminders, answered, answeredWithin }: PlanActivity): string {
  if (!reminders) return "No reminder has gone out in the last year";
  const usual = answeredWithin === undefined ? "" : `, as a rule ${answeredWithin ? `after ${plural(answeredWithin, "day")}` : "on the same day"}`;
  return `${outOf(answered, reminders)}${usual}`;
}

/** "16 of 23 people (70%)" */
export const outOf = (part: number, all: number, one = "", many?: string): string =>
  `${part} of ${one ? plural(all, one, many) : all}${all ? ` (${Math.round((part / all) * 100)}%)` : ""}`;
