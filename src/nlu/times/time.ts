/** Times that people name, as spans of days. */
import {
  addDays,
  addMonths,
  type Day,
  dayInWords,
  daysBetween,
  monthName,
  type Plan,
  quarterOf,
  quarterSpan,
  type Span,
  weekday,
  yearName,
  yearOf,
  yearSpan,
} from "../../plan/index.js";
import type { Window } from "../../request/args.js";
import { monthNames } from "../lexicon.js";

/** A stretch of time that a text names. */
export interface Time extends Window {
  /** The whole of something ("Year 3", "Q4"), so "when does it end" makes sense. */
  year?: number;
  quarter?: number;
  /** "the quarter before": relative to what was shown last. Steps back (1) or forward (-1). */
  step?: number;
  soon?: boolean;
  /** Written with both its ends ("1 to 15 December"). */
  range?: boolean;
}

/** Which way a bare "June" or "Q2" leans: to the coming one or to the last one. */
export type Lean = "ahead" | "back";

export interface Setting {
  plan: Pick<Plan, "starts">;
  today: Day;
  lean: Lean;
  /** Words that the plan itself is written in: "the Saturday market" is no day. */
  isOwn?(word: string): boolean;
}

export const farAhead: Day = "9999-12-31";
export const farBack: Day = "0001-01-01";

/** "1 October 2026", or both ends of a longer span. */
export const inWords = ({ from, to }: Span) => (from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`);
/** A span with what people call it. */
export const time = (span: Span, label: string, more: Partial<Time> = {}): Time => ({ ...span, label, ...more });

/** A year of the plan; 1 is the first. */
export const yearTime = ({ plan }: Setting, year: number): Time => time(yearSpan(plan, year), `Year ${year} (${yearName(plan, year)})`, { year });
/** A quarter (1 to 4) of a year of the plan. */
export const quarterTime = ({ plan }: Setting, year: number, quarter: number): Time => {
  const span = quarterSpan(plan, year, quarter);
  return time(span, `Q${quarter} of ${yearName(plan, year)} (${inWords(span)})`, { year, quarter });
};
/** So many quarters from the one that today is in; negative ones are gone by. */
export const quarterAway = (setting: Setting, steps: number): Time => {
  const now = quarterOf(setting.plan, setting.today);
  const index = now.year * 4 + (now.quarter - 1) + steps;
  return quarterTime(setting, Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
};
/** The calendar month that begins on this day. */
export const monthTime = (first: Day): Time => time({ from: first, to: addDays(addMonths(first, 1), -1) }, `${monthName(first)} ${first.slice(0, 4)}`);
/** So many months from this one; negative ones are gone by. */
export const monthAway = ({ today }: Setting, steps: number): Time => monthTime(addMonths(`${today.slice(0, 7)}-01`, steps));
/** Monday to Sunday. */
export function weekOf(day: Day): Time {
  const monday = addDays(day, 1 - weekday(day));
  const span = { from: monday, to: addDays(monday, 6) };
  return time(span, `the week of ${inWords(span)}`);
}
/** So many weeks, Monday to Sunday, from this one. */
export const weekAway = ({ today }: Setting, steps: number): Time => weekOf(addDays(today, 7 * steps));
/** January to December, not a year of the plan. */
export const calendarYear = (year: number): Time => time({ from: `${year}-01-01`, to: `${year}-12-31` }, `${year}`);
/** One day. */
export const dayTime = (day: Day, label = dayInWords(day)): Time => time({ from: day, to: day }, label);

/** A month by its name; without a year the next one or the last one, by where the text leans. */
export function monthNamed(word: string, year: string | undefined, { today, lean }: Setting): Time {
  const month = String(monthNames.indexOf(word) + 1).padStart(2, "0");
  if (year) return monthTime(`${year.length === 2 ? `20${year}` : year}-${month}-01`);
  const here = `${today.slice(0, 4)}-${month}-01`;
  const last = addDays(addMonths(here, 1), -1);
  if (lean === "ahead") return monthTime(last < today ? addMonths(here, 12) : here);
  return monthTime(here > today ? addMonths(here, -12) : here);
}

/** Q2 without a year: this year's, unless that is over (leaning ahead) or has not begun (leaning back). */
export function quarterNamed(quarter: number, year: number | undefined, setting: Setting): Time {
  if (year !== undefined) return quarterTime(setting, year, quarter);
  const now = yearOf(setting.plan, setting.today);
  const span = quarterSpan(setting.plan, now, quarter);
  if (setting.lean === "ahead" && span.to < setting.today) return quarterTime(setting, now + 1, quarter);
  if (setting.lean === "back" && span.from > setting.today) return quarterTime(setting, now - 1, quarter);
  return quarterTime(setting, now, quarter);
}

/** "Q2 2026" in a plan whose years are not calendar years: the Q2 of the year that 2026 is first named in. */
export function quarterInCalendar(quarter: number, year: string | undefined, setting: Setting): Time {
  return quarterNamed(quarter, year ? Number(year) - Number(setting.plan.starts.slice(0, 4)) + 1 : undefined, setting);
}

const unitDays: Record<string, number> = { day: 1, week: 7, fortnight: 14 };
const unitMonths: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** The span of "the next 60 days" (from today) or "the last 3 months" (to today). */
export function stretch(count: number, unit: string, back: boolean, { today }: Setting): Time {
  const one = unit.replace(/s$/, "");
  const size = Math.min(count, 5000) * (back ? -1 : 1);
  const other = unitMonths[one] ? addMonths(today, size * unitMonths[one]) : addDays(today, size * (unitDays[one] ?? 1));
  const label = `the ${back ? "last" : "next"} ${count === 1 ? one : `${count} ${one}s`}`;
  return back ? time({ from: other, to: today }, label) : time({ from: today, to: other }, label);
}

/** "the first half of 2027", "the last two weeks of May" */
export function partOf({ from, to, label }: Time, which: string, count: number, unit: string): Time | undefined {
  const place = { first: 0, "1st": 0, second: 1, "2nd": 1, third: 2, "3rd": 2 }[which];
  const half = addDays(from, Math.ceil((daysBetween(from, to) + 1) / 2));
  const months = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(0, 4)) * 12 - Number(from.slice(5, 7)) + 1;
  const step = (times: number): Day => {
    if (unit === "half")
      return months > 1 && months % 2 === 0 ? addMonths(from, (times * months) / 2) : times === 0 ? from : times === 1 ? half : addDays(to, 1);
    if (unit.startsWith("month")) return addMonths(from, times * count);
    return addDays(from, times * count * (unit.startsWith("day") ? 1 : unit.startsWith("week") ? 7 : 14));
  };
  if (place === undefined) {
    const start =
      unit === "half" ? step(1) : unit.startsWith("month") ? addMonths(addDays(to, 1), -count) : addDays(addDays(to, 1), -daysBetween(from, step(1)));
    return start < from ? undefined : time({ from: start, to }, inWords({ from: start, to }));
  }
  const span = { from: step(place), to: addDays(step(place + 1), -1) };
  return span.to > to || span.from > to ? undefined : time(span, `${inWords(span)}, of ${label}`);
}

const seasons: Record<string, [string, number]> = { spring: ["03", 0], summer: ["06", 0], autumn: ["09", 0], winter: ["12", 1] };

/** The coming season, the last one where the text looks back, or that of a year: spring is March to May, winter December to February. */
export function seasonTime(name: string, year: string | undefined, { today, lean }: Setting): Time {
  const [month, more] = seasons[name] as [string, number];
  const start = `${year ?? today.slice(0, 4)}-${month}-01`;
  const isOver = addDays(addMonths(start, 3), -1) < today;
  const from = year ? start : lean === "back" ? (start <= today ? start : addMonths(start, -12)) : isOver ? addMonths(start, 12) : start;
  return time({ from, to: addDays(addMonths(from, 3), -1) }, `${name} ${from.slice(0, 4)}${more ? ` to ${Number(from.slice(0, 4)) + 1}` : ""}`);
}

/** The coming 25 December, say: today counts. */
export const nextDay = ({ today }: Setting, monthAndDay: string): Day => {
  const here = `${today.slice(0, 4)}-${monthAndDay}`;
  return here < today ? `${Number(today.slice(0, 4)) + 1}-${monthAndDay}` : here;
};

/** Easter Sunday by the Gregorian rule (Butcher's algorithm). */
function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
}

/** Easter Sunday of a year, or the next one. */
export function nextEaster(today: Day, year: string | undefined): Day {
  const here = easterOf(Number(year ?? today.slice(0, 4)));
  return year || here >= today ? here : easterOf(Number(today.slice(0, 4)) + 1);
}
