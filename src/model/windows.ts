/** How a stretch of days is called. A model gives the days alone, so that no word of its own is read by anybody. Pure. */
import { addDays, addMonths, type Day, dayInWords, monthName, type Plan, quarterOf, quarterSpan, yearName, yearOf, yearSpan } from "../plan/index.js";
import { Window } from "../request/args.js";

/** How open ends are written. */
export const FAR_BACK: Day = "0001-01-01";
export const FAR_AHEAD: Day = "9999-12-31";

/** Nothing where the days do not exist or run backwards. */
export function windowOf(value: unknown, plan: Pick<Plan, "starts">): Window | undefined {
  const { from, to } = (value ?? {}) as Partial<Window>;
  const read = Window.safeParse({ from, to, label: "" });
  if (!read.success || read.data.from > read.data.to) return undefined;
  return { ...read.data, label: labelOf(read.data, plan) };
}

function labelOf({ from, to }: Pick<Window, "from" | "to">, plan: Pick<Plan, "starts">): string {
  if (from === to) return dayInWords(from);
  if (from <= FAR_BACK) return `up to ${dayInWords(to)}`;
  if (to >= FAR_AHEAD) return `from ${dayInWords(from)} on`;
  if (from.endsWith("-01") && to === addDays(addMonths(from, 1), -1)) return `${monthName(from)} ${from.slice(0, 4)}`;
  const inWords = `${dayInWords(from)} to ${dayInWords(to)}`;
  const { year, quarter } = quarterOf(plan, from);
  const [ofQuarter, ofYear] = [quarterSpan(plan, year, quarter), yearSpan(plan, yearOf(plan, from))];
  if (ofQuarter.from === from && ofQuarter.to === to) return `Q${quarter} of ${yearName(plan, year)} (${inWords})`;
  return ofYear.from === from && ofYear.to === to ? `Year ${year} (${yearName(plan, year)})` : inWords;
}
