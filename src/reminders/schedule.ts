/** When each step of a schedule comes, by the calendar alone: what holds it back or passes it on is for delivery-day.ts. Pure. */
import { addDays, type Day, daysBetween, graceDays, type Period, weekday } from "../plan/index.js";
import { plural } from "../shared/words.js";
import type { Calendar } from "./calendar.js";
import type { LeadStep, ReporterStep } from "./due-item.js";

export interface Step<StepName extends string> {
  step: StepName;
  day: Day;
}

/** Days from the due date. */
const leadSteps: [LeadStep, number][] = [
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
const schedules = new Map<Day, readonly Step<LeadStep>[]>();
const mostSchedules = 20_000;

/** Earliest first. */
export function leadSchedule(due: Day): readonly Step<LeadStep>[] {
  const known = schedules.get(due);
  if (known) return known;
  const made = leadSteps.map(([step, days]) => ({ step, day: addDays(due, days) }));
  if (schedules.size >= mostSchedules) schedules.clear();
  schedules.set(due, made);
  return made;
}

/** The working day after the period's end, 14 days later, and when it is late. */
export function reporterSchedule({ to }: Pick<Period, "to">, calendar: Calendar): Step<ReporterStep>[] {
  const asked = calendar.onOrAfter(addDays(to, 1));
  return [
    { step: "asked", day: asked },
    { step: "asked again", day: addDays(asked, 14) },
    { step: "late", day: addDays(to, graceDays + 1) },
  ];
}

/** The last Monday that is not after the day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The first Monday that is not before the day. */
export const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);

const overdueSteps: Partial<Record<LeadStep, number>> = { "overdue 1": 1, "overdue 2": 2, "overdue 3": 3, "overdue 4": 4 };

/** "due in 28 days", "due today", "3 weeks overdue, reminder 3 of 4" */
export function whyLead(step: LeadStep, due: Day, today: Day): string {
  const number = overdueSteps[step];
  const facts = dueInDays(due, today);
  return number ? `${facts}, reminder ${number} of 4` : facts;
}

/** "due in 7 days", "due today", "2 weeks overdue" */
export function dueInDays(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days > 0) return `due in ${plural(days, "day")}`;
  if (days === 0) return "due today";
  return `${-days < 7 ? plural(-days, "day") : plural(Math.floor(-days / 7), "week")} overdue`;
}
