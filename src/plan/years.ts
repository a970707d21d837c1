import { addDays, addMonths } from "./days.js";
import type { Day, Plan } from "./plan.js";

/** Both ends counted. */
export interface Span {
  from: Day;
  to: Day;
}

type Starts = Pick<Plan, "starts">;

/** Year N: from `starts` plus N−1 years to the day before the next anniversary. N may be below 1 for years before the plan. */
export const yearSpan = ({ starts }: Starts, year: number): Span => ({
  from: addMonths(starts, 12 * (year - 1)),
  to: addDays(addMonths(starts, 12 * year), -1),
});

/** Which Year a day is in; 0 or less before the plan starts. */
export function yearOf(plan: Starts, day: Day): number {
  const guess = Number(day.slice(0, 4)) - Number(plan.starts.slice(0, 4)) + 1;
  return day < yearSpan(plan, guess).from ? guess - 1 : guess;
}

/** "2025-26", or "2026" when the plan's years are calendar years. */
export function yearName(plan: Starts, year: number): string {
  const first = Number(yearSpan(plan, year).from.slice(0, 4));
  return plan.starts.slice(5) === "01-01" ? String(first) : `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The Year that a name such as "2025-26", "2025/26", "2025-2026" or (calendar years) "2026" stands for. */
export function yearNamed(plan: Starts, name: string): number | undefined {
  const match = /^(\d{4})(?:\s*[-–/]\s*(\d{2}|\d{4}))?$/.exec(name.trim());
  if (!match) return undefined;
  const year = Number(match[1]) - Number(plan.starts.slice(0, 4)) + 1;
  const calendar = plan.starts.slice(5) === "01-01";
  if (!match[2]) return calendar ? year : undefined;
  const second = Number(match[2]) % 100;
  return !calendar && second === (Number(match[1]) + 1) % 100 ? year : undefined;
}

/** Quarter 1 to 4 of a Year; months are counted from the plan's first day. */
export function quarterSpan(plan: Starts, year: number, quarter: number): Span {
  const { from } = yearSpan(plan, year);
  return { from: addMonths(from, 3 * (quarter - 1)), to: addDays(addMonths(from, 3 * quarter), -1) };
}

/** The plan year (1 is the first) and its quarter (1 to 4) that a day is in. */
export function quarterOf(plan: Starts, day: Day): { year: number; quarter: number } {
  const year = yearOf(plan, day);
  const quarter = [4, 3, 2, 1].find((q) => day >= quarterSpan(plan, year, q).from) ?? 1;
  return { year, quarter };
}
