import { addDays, addMonths, dayInWords, monthName } from "./days.js";
import type { Day, Frequency, Plan } from "./plan.js";
import { quarterOf, quarterSpan, type Span, yearName, yearNamed, yearOf, yearSpan } from "./years.js";

/** A span that figures are reported for: "2026-27 Q2", "2026-10" or "2026-27". */
export interface Period extends Span {
  name: string;
  frequency: Frequency;
}

type Starts = Pick<Plan, "starts">;

const month = (first: Day): Period => ({ name: first.slice(0, 7), frequency: "monthly", from: first, to: addDays(addMonths(first, 1), -1) });
const quarter = (plan: Starts, year: number, number: number): Period => ({
  name: `${yearName(plan, year)} Q${number}`,
  frequency: "quarterly",
  ...quarterSpan(plan, year, number),
});
const wholeYear = (plan: Starts, year: number): Period => ({ name: yearName(plan, year), frequency: "yearly", ...yearSpan(plan, year) });

/** The month, financial quarter or plan year that a day is in. */
export function periodAt(plan: Starts, frequency: Frequency, day: Day): Period {
  if (frequency === "monthly") return month(`${day.slice(0, 7)}-01`);
  if (frequency === "yearly") return wholeYear(plan, yearOf(plan, day));
  const at = quarterOf(plan, day);
  return quarter(plan, at.year, at.quarter);
}

/** The period before; `steps` more back when given, forward when negative. */
export const periodBefore = (plan: Starts, period: Period, steps = 1): Period => {
  let at = period;
  for (let i = 0; i < Math.abs(steps); i++) at = periodAt(plan, period.frequency, steps > 0 ? addDays(at.from, -1) : addDays(at.to, 1));
  return at;
};

/** The newest period that is over: figures for it can be asked for from the day after its end. */
export const lastEnded = (plan: Starts, frequency: Frequency, today: Day): Period => periodBefore(plan, periodAt(plan, frequency, today));

/** Days after a period's end when its figure becomes late. */
export const graceDays = 28;

/** Whether the days of grace after a period's end are over. */
export const isLate = (period: Period, today: Day): boolean => today > addDays(period.to, graceDays);

/** Reads "2026-27 Q2", "2026-10", "2026-27"; nothing when it is no period of this plan. */
export function periodNamed(plan: Starts, name: string): Period | undefined {
  const text = name.trim();
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) && yearNamed(plan, text) === undefined) return month(`${text}-01`);
  const match = /\sQ([1-4])$/i.exec(text);
  const year = yearNamed(plan, text.slice(0, match?.index).trimEnd());
  if (year === undefined) return undefined;
  return match ? quarter(plan, year, Number(match[1])) : wholeYear(plan, year);
}

/** "2026-27 Q2", "October 2026", "2026-27": as short as people say it. `ends` is the period's last day. */
export const periodInShort = ({ period, ends }: { period: string; ends: Day }): string =>
  period === ends.slice(0, 7) ? `${monthName(ends)} ${ends.slice(0, 4)}` : period;

/** "July to September": of any year. */
export const periodInMonths = ({ from, to }: Span): string => `${monthName(from)} to ${monthName(to)}`;

/** "2026-27 Q2 (July to September 2026)", "October 2026", "2026-27 (year to 31 March 2027)" */
export function periodInWords({ name, frequency, from, to }: Period): string {
  if (frequency === "monthly") return `${monthName(from)} ${from.slice(0, 4)}`;
  if (frequency === "yearly") return `${name} (year to ${dayInWords(to)})`;
  const year = from.slice(0, 4) === to.slice(0, 4) ? "" : ` ${from.slice(0, 4)}`;
  return `${name} (${monthName(from)}${year} to ${monthName(to)} ${to.slice(0, 4)})`;
}
