/** When each rung of a ladder comes, by the calendar alone: what holds it back or passes it on is for goes-on.ts. Pure. */
import { addDays, type Day, daysBetween, graceDays, type Period, weekday } from "../plan/index.js";
import { plural } from "../shared/words.js";
import type { Calendar } from "./calendar.js";
import type { LeadRung, ReporterRung } from "./due-item.js";

export interface Step<Rung extends string> {
  rung: Rung;
  day: Day;
}

/** Days from the due date. */
const leadSteps: [LeadRung, number][] = [
  ["28 days before", -28],
  ["7 days before", -7],
  ["on the day", 0],
  ["overdue 1", 7],
  ["overdue 2", 14],
  ["overdue 3", 21],
  ["overdue 4", 28],
];

/** Days after the due date from which on it is for the managers; a week after the lead was told so. */
export const goesUpAfter = 35;
export const warnedAhead = 7;

/** Many milestones share few due dates. */
const ladders = new Map<Day, readonly Step<LeadRung>[]>();
const mostLadders = 20_000;

/** Earliest first. */
export function leadLadder(due: Day): readonly Step<LeadRung>[] {
  const known = ladders.get(due);
  if (known) return known;
  const made = leadSteps.map(([rung, days]) => ({ rung, day: addDays(due, days) }));
  if (ladders.size >= mostLadders) ladders.clear();
  ladders.set(due, made);
  return made;
}

/** The working day after the period's end, 14 days later, and when it is late. */
export function reporterLadder({ to }: Pick<Period, "to">, calendar: Calendar): Step<ReporterRung>[] {
  const asked = calendar.onOrAfter(addDays(to, 1));
  return [
    { rung: "asked", day: asked },
    { rung: "asked again", day: addDays(asked, 14) },
    { rung: "late", day: addDays(to, graceDays + 1) },
  ];
}

/** The last Monday that is not after the day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The first Monday that is not before the day. */
export const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);

const overdueRungs: Partial<Record<LeadRung, number>> = { "overdue 1": 1, "overdue 2": 2, "overdue 3": 3, "overdue 4": 4 };

/** "due in 28 days", "due today", "3 weeks overdue, reminder 3 of 4" */
export function whyLead(rung: LeadRung, due: Day, today: Day): string {
  const number = overdueRungs[rung];
  const standing = dueInDays(due, today);
  return number ? `${standing}, reminder ${number} of 4` : standing;
}

/** "due in 7 days", "due today", "2 weeks overdue" */
export function dueInDays(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days > 0) return `due in ${plural(days, "day")}`;
  if (days === 0) return "due today";
  return `${-days < 7 ? plural(-days, "day") : plural(Math.floor(-days / 7), "week")} overdue`;
}
