import type { Day } from "./plan.js";

const millisecondsPerDay = 86_400_000;
const toDate = (day: Day) => new Date(`${day}T00:00:00Z`);
const toDay = (date: Date): Day => date.toISOString().slice(0, 10);

/** Days since 1970 and back: the reminders of a large plan ask by the million for the same few thousand, and reading a date is dear. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const mostKept = 20_000;

function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = toDate(day).getTime() / millisecondsPerDay;
  if (numbers.size >= mostKept) numbers.clear();
  numbers.set(day, number);
  return number;
}

function dayAt(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = toDay(new Date(number * millisecondsPerDay));
  if (days.size >= mostKept) days.clear();
  days.set(number, day);
  return day;
}

/** `count` may be negative. Plain calendar days: no time zone, no clock. */
export const addDays = (day: Day, count: number): Day => dayAt(numberOf(day) + count);

/** Adds calendar months; a day that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))));
}

/** From the first to the second; negative when that is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "September" */
export const monthName = (day: Day): string => months[Number(day.slice(5, 7)) - 1] as string;

/** "31 March 2027" */
export const dayInWords = (day: Day): string => `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return format;
}

/** By time zone and instant: a turn asks for its own day a dozen times, and an answer for that of each figure it shows. */
const dates = new Map<string, Map<number, Day>>();
const mostDates = 5_000;

/** The date of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): Day {
  const known = dates.get(timeZone) ?? new Map<number, Day>();
  dates.set(timeZone, known);
  const at = instant.getTime();
  const found = known.get(at);
  if (found !== undefined) return found;
  const day = formatIn(timeZone).format(instant);
  if (known.size >= mostDates) known.clear();
  known.set(at, day);
  return day;
}

/** The date of an instant (ISO 8601) in a time zone, in words. */
export const instantInWords = (instant: string, timeZone: string): string => dayInWords(dayOf(new Date(instant), timeZone));

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: number, timeZone: string): number {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  clocks.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year as number, (parts.month as number) - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** The instant (ISO 8601) at which a day begins in a time zone. */
export function startOfDay(day: Day, timeZone: string): string {
  const midnight = toDate(day).getTime();
  // Twice: the first guess may lie on the other side of a change of the clocks.
  const guess = midnight - (wallClock(midnight, timeZone) - midnight);
  return new Date(midnight - (wallClock(guess, timeZone) - guess)).toISOString();
}
