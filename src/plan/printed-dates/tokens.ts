/** The words of a printed date one by one: days, months, quarters, years, seasons, terms, and what stands between. Pure. */

import { addDays, addMonths } from "../days.js";
import type { Day } from "../plan.js";

/** A date that was read. `open`: the year is not printed, so it is that of the plan's first year. */
export interface DateToken {
  type: "date";
  due: Day;
  open: boolean;
  /** Only roughly that day, or read with a guess: "early 2026". */
  rough?: boolean;
  /** A quarter without a year, which a year before it completes. */
  quarter?: number;
  /** The year that a financial year begins in, which completes a quarter. */
  year?: number;
}

export type Token = (DateToken | { type: "ongoing" | "none" | "term" | "complete" | "stroke" | "to" | "from" | "rough" | "filler" | "word" }) & {
  printed: string;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember|t)?\\b\\.?";
const year = "(\\d{4}|\\d{2})(?!\\d)";
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const count = `(\\d{1,3}|${numbers.join("|")})`;
const seasons: Record<string, number> = { spring: 5, summer: 8, autumn: 11, winter: 2 };

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : numbers.indexOf(text.toLowerCase()) + 1);
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Nothing for a day that there is not. */
function dayOf(y: number, m: number, d: number): Day | undefined {
  const date = new Date(Date.UTC(y, m - 1, d));
  return y >= 1900 && y < 2200 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.toISOString().slice(0, 10) : undefined;
}

const endOfMonth = (y: number, m: number): Day => new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);

/** The first day of the financial year that begins in that year. Where the plan's own years are calendar years, it begins in April. */
const yearFrom = (starts: Day, y: number): Day => `${y}-${starts.slice(5) === "01-01" ? "04-01" : starts.slice(5) === "02-29" ? "02-28" : starts.slice(5)}`;

/** The last day of a quarter of the plan year that begins in calendar year `y`. */
export const quarterEnd = (starts: Day, y: number, quarter: number): Day => addDays(addMonths(yearFrom(starts, y), 3 * quarter), -1);
const yearEnd = (starts: Day, y: number): Day => addDays(addMonths(yearFrom(starts, y), 12), -1);

/** The first such month in the plan's first year. */
function firstYear(starts: Day, m: number): number {
  const [y, first] = [Number(starts.slice(0, 4)), Number(starts.slice(5, 7))];
  return m >= first ? y : y + 1;
}

type Read = (match: RegExpExecArray, starts: Day) => Omit<DateToken, "type"> | undefined;
const on = (due: Day | undefined, more: Partial<DateToken> = {}) => (due ? { due, open: false, ...more } : undefined);
const monthAt = (word: string | undefined): number => months.indexOf((word ?? "").toLowerCase()) + 1;

/** "2025/26", "25-26" is a financial year; "2025-28" ends with 2028. */
function yearsRead(from: string, to: string, starts: Day) {
  const first = fullYear(from);
  const last = to.length === 2 ? Math.floor(first / 100) * 100 + Number(to) : Number(to);
  if (last === first + 1) return on(yearEnd(starts, first), { year: first });
  return last > first && last < first + 50 && from.length === 4 ? on(`${last}-12-31`) : undefined;
}

function quarterRead(quarter: number, from: string | undefined, to: string | undefined, starts: Day) {
  if (!from) return { due: quarterEnd(starts, Number(starts.slice(0, 4)), quarter), open: true, quarter };
  const first = fullYear(from);
  if (to && fullYear(to) % 100 !== (first + 1) % 100) return undefined;
  const isCalendar = !to && starts.slice(5) === "01-01";
  // One year printed may be either year of the two that a financial year goes over.
  return on(isCalendar ? endOfMonth(first, quarter * 3) : quarterEnd(starts, first, quarter), { rough: !to && !isCalendar });
}

function seasonRead(printed: string, from: string | undefined, to: string | undefined, starts: Day) {
  const season = printed.toLowerCase();
  const m = seasons[season] as number;
  const isWinter = season === "winter";
  if (!from) return { due: endOfMonth(firstYear(starts, m), m), open: true };
  const first = fullYear(from);
  return on(endOfMonth(isWinter ? first + 1 : first, m), { rough: isWinter && !to });
}

function monthsRead(from: string, to: string | undefined, unit: string, starts: Day) {
  const longest = numberOf(to ?? from) * (/^y/i.test(unit) ? 12 : 1);
  return longest > 0 && longest <= 600 ? on(addDays(addMonths(starts, longest), -1)) : undefined;
}

const dates: [string, Read][] = [
  [`(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`, ([, y, m, d]) => on(dayOf(Number(y), Number(m), Number(d)))],
  [
    `(\\d{1,2})[./-](\\d{1,2})[./-]${year}`,
    ([, d, m, y]) => on(dayOf(fullYear(y as string), Number(m), Number(d)) ?? dayOf(fullYear(y as string), Number(d), Number(m))),
  ],
  [`(\\d{1,2})(?:st|nd|rd|th)?(?: of|-)? ?${month},?[ -]?'?${year}`, ([, d, m, y]) => on(dayOf(fullYear(y as string), monthAt(m), Number(d)))],
  [`(\\d{1,2})(?:st|nd|rd|th)?(?: of|-)? ?${month}`, ([, d, m], starts) => on(dayOf(firstYear(starts, monthAt(m)), monthAt(m), Number(d)), { open: true })],
  [`${month} (\\d{1,2})(?:st|nd|rd|th)?, ?(\\d{4})`, ([, m, d, y]) => on(dayOf(Number(y), monthAt(m), Number(d)))],
  [`${month},? ?[-/']? ?'?${year}(?:/(\\d{2})(?!\\d))?`, ([, m, y, next], starts) => on(endOfMonth(yearOfMonth(m, y as string, next, starts), monthAt(m)))],
  [`(\\d{1,2})[./-](\\d{4})(?!\\d)`, ([, m, y]) => (Number(m) >= 1 && Number(m) <= 12 ? on(endOfMonth(Number(y), Number(m))) : undefined)],
  [`${month}`, ([, m], starts) => ({ due: endOfMonth(firstYear(starts, monthAt(m)), monthAt(m)), open: true })],
  [`(?:q|qtr|quarter) ?([1-4])(?:,? (?:of )?(?:fy ?)?|[-/])${year}(?: ?[-/] ?${year})?`, ([, q, from, to], starts) => quarterRead(Number(q), from, to, starts)],
  [`(?:q|qtr|quarter) ?([1-4])(?!\\d)`, ([, q], starts) => quarterRead(Number(q), undefined, undefined, starts)],
  [
    `(spring|summer|autumn|winter)(?: term)?,? (?:of )?${year}(?: ?[-/] ?${year})?`,
    ([, season, from, to], starts) => seasonRead(season as string, from, to, starts),
  ],
  [`(spring|summer|autumn|winter)(?: term)?\\b`, ([, season], starts) => seasonRead(season as string, undefined, undefined, starts)],
  [`(?:fy ?|(?:financial|academic) year )?${year} ?[-/] ?${year}`, ([, from, to], starts) => yearsRead(from as string, to as string, starts)],
  [
    `(?:within |in )?(?:the )?(?:first |next )?${count}(?: ?(?:-|to) ?${count})? ?-?(months?|mths?|years?|yrs?)\\b`,
    ([, from, to, unit], starts) => monthsRead(from as string, to, unit as string, starts),
  ],
  [`(christmas|easter),? (?:of )?${year}`, ([, feast, y]) => on(feastOf(feast as string, fullYear(y as string)), { rough: true })],
  [
    `(?:h|half(?:[ -]year)? ?)([12]),? ?(?:of )?(?:fy ?)?${year}(?: ?[-/] ?${year})?`,
    ([, half, from, to], starts) => quarterRead(Number(half) * 2, from, to, starts),
  ],
  [`((?:19|20)\\d{2})(?!\\d)`, ([, y]) => on(`${y}-12-31`)],
];

/** Easter Sunday by the rule of the Gregorian calendar (Meeus). */
function easterOf(y: number): Day | undefined {
  const [a, b, c] = [y % 19, Math.floor(y / 100), y % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const days = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return dayOf(y, Math.floor(days / 31), (days % 31) + 1);
}

const feastOf = (feast: string, y: number): Day | undefined => (/^e/i.test(feast) ? easterOf(y) : dayOf(y, 12, 25));

/** "March 2026/27" is the March of that financial year. */
function yearOfMonth(m: string | undefined, y: string, next: string | undefined, starts: Day): number {
  const printed = fullYear(y);
  if (!next || Number(next) !== (printed + 1) % 100) return printed;
  return monthAt(m) >= Number(yearFrom(starts, printed).slice(5, 7)) ? printed : printed + 1;
}

const words: [Exclude<Token["type"], "date">, string][] = [
  [
    "none",
    "(?:tbc|tba|tbd|t\\.b\\.[ca]\\.?|n/a|na|nil|none|unknown|not applicable|not (?:yet )?(?:set|known|agreed|confirmed)|no date|date to follow|to be (?:confirmed|agreed|determined|decided|advised|announced|set|scheduled|identified))(?![\\p{L}\\p{N}])",
  ],
  [
    "ongoing",
    "(?:(?:each|every) (?:other )?\\p{L}+|on-?going|continu(?:ous(?:ly)?|al(?:ly)?|ing)|throughout|all the time|at all times|always|daily|weekly|fortnightly|(?:bi-?|six-)?monthly|quarterly|half-yearly|termly|(?:bi-?)?annual(?:ly)?|yearly|per annum|recurring|regularly|rolling|permanent(?:ly)?|thereafter|onwards?|business as usual|bau|as (?:and when )?(?:required|needed))(?!\\p{L})",
  ],
  ["complete", "(?:completed?|done|finished|closed|achieved|delivered)(?!\\p{L})"],
  [
    "term",
    "(?:(?:short|medium|mid|long|near)(?:[ -](?:to|-)[ -](?:medium|long))?[ -]?term|immediate(?:ly)?|asap|as soon as possible|urgent|weeks? \\d{1,3}(?: ?(?:-|to) ?\\d{1,3})?|\\d{1,3}(?: ?(?:-|to) ?\\d{1,3})? weeks?|short|medium|long)(?!\\p{L})",
  ],
  ["rough", "(?:early|mid|late|beginning of|start of)(?![\\p{L}])[ -]?"],
  ["from", "(?:from|starting|commencing|beginning|start|since|after|following)(?!\\p{L})"],
  ["to", "(?:-|(?:to|until|till|through)(?!\\p{L}))"],
  ["stroke", "(?:[/,;&|]|(?:and|then|followed by)(?!\\p{L}))"],
  [
    "filler",
    "(?:by|at|the|end|of|in|on|during|before|within|over|due|date|target|latest|no later than|not later than|w/c|week commencing|year|review(?:ed)?)(?!\\p{L})|[.:()\\[\\]]",
  ],
  ["word", "[\\p{L}\\p{N}][\\p{L}\\p{N}'’.-]*|."],
];

const sticky = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${source}`, "iuy");
const datePatterns = dates.map(([source, read]): [RegExp, Read] => [sticky(source), read]);
const wordPatterns = words.map(([type, source]): [Exclude<Token["type"], "date">, RegExp] => [type, new RegExp(source, "iuy")]);

function tokenAt(text: string, at: number, starts: Day): Token {
  for (const type of ["none", "ongoing"] as const) {
    const found = matched(wordPatterns, type, text, at);
    if (found) return { type, printed: found };
  }
  for (const [pattern, read] of datePatterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const date = match && read(match, starts);
    if (match && date) return { type: "date", printed: match[0], ...date };
  }
  for (const [type] of wordPatterns) {
    const found = matched(wordPatterns, type, text, at);
    if (found) return { type, printed: found };
  }
  return { type: "word", printed: text.charAt(at) };
}

function matched(patterns: typeof wordPatterns, type: Token["type"], text: string, at: number): string | undefined {
  const pattern = patterns.find(([name]) => name === type)?.[1];
  if (!pattern) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What is longer is no date. */
const longest = 400;

/** The tokens of a printed date; `printed` has plain dashes. */
export function dateTokens(text: string, starts: Day): Token[] {
  const plain = text
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/[–—−‑]/g, "-")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  const tokens: Token[] = [];
  for (let at = 0; at < plain.length; ) {
    if (plain[at] === " ") {
      at++;
      continue;
    }
    const token = tokenAt(plain, at, starts);
    tokens.push(token);
    at += token.printed.length;
  }
  return tokens;
}
