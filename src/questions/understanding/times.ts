import * as chrono from "chrono-node";
import {
  addDays,
  addMonths,
  type Day,
  dayInWords,
  monthName,
  type Plan,
  quarterOf,
  quarterSpan,
  type Span,
  weekday,
  yearName,
  yearNamed,
  yearOf,
  yearSpan,
} from "../../plan/index.js";
import type { Window } from "../question.js";
import { monthNames } from "./lexicon.js";

/** A stretch of time that a text names. */
export interface Time extends Window {
  /** The whole of something ("Year 3", "Q4"), so "when does it end" makes sense. */
  year?: number;
  quarter?: number;
  /** "the quarter before": relative to what was shown last. Steps back (1) or forward (-1). */
  step?: number;
  soon?: boolean;
}

export interface Times {
  /** The text with `⟦0⟧` in place of the first time, and so on. */
  line: string;
  times: Time[];
}

/** Which way a bare "June" or "Q2" leans: to the coming one or to the last one. */
export type Lean = "ahead" | "back";

interface Setting {
  plan: Pick<Plan, "starts">;
  today: Day;
  lean: Lean;
}

type Read = (match: RegExpExecArray, setting: Setting) => Time | undefined;

const farAhead: Day = "9999-12-31";
const farBack: Day = "0001-01-01";

const inWords = ({ from, to }: Span) => (from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`);
const time = (span: Span, label: string, more: Partial<Time> = {}): Time => ({ ...span, label, ...more });

const yearTime = ({ plan }: Setting, year: number): Time => time(yearSpan(plan, year), `Year ${year} (${yearName(plan, year)})`, { year });
const quarterTime = ({ plan }: Setting, year: number, quarter: number): Time => {
  const span = quarterSpan(plan, year, quarter);
  return time(span, `Q${quarter} of ${yearName(plan, year)} (${inWords(span)})`, { year, quarter });
};
const quarterAway = (setting: Setting, steps: number): Time => {
  const now = quarterOf(setting.plan, setting.today);
  const index = now.year * 4 + (now.quarter - 1) + steps;
  return quarterTime(setting, Math.floor(index / 4), (((index % 4) + 4) % 4) + 1);
};
const monthTime = (first: Day): Time => time({ from: first, to: addDays(addMonths(first, 1), -1) }, `${monthName(first)} ${first.slice(0, 4)}`);
const monthAway = ({ today }: Setting, steps: number): Time => monthTime(addMonths(`${today.slice(0, 7)}-01`, steps));
const weekAway = ({ today }: Setting, steps: number): Time => {
  const monday = addDays(today, 1 - weekday(today) + 7 * steps);
  const span = { from: monday, to: addDays(monday, 6) };
  return time(span, `the week of ${inWords(span)}`);
};
const calendarYear = (year: number): Time => time({ from: `${year}-01-01`, to: `${year}-12-31` }, `${year}`);
const dayTime = (day: Day, label = dayInWords(day)): Time => time({ from: day, to: day }, label);

function monthNamed(word: string, year: string | undefined, { today, lean }: Setting): Time {
  const month = String(monthNames.indexOf(word) + 1).padStart(2, "0");
  if (year) return monthTime(`${year.length === 2 ? `20${year}` : year}-${month}-01`);
  const here = `${today.slice(0, 4)}-${month}-01`;
  const last = addDays(addMonths(here, 1), -1);
  if (lean === "ahead") return monthTime(last < today ? addMonths(here, 12) : here);
  return monthTime(here > today ? addMonths(here, -12) : here);
}

/** Q2 without a year: this year's, unless that is over (leaning ahead) or has not begun (leaning back). */
function quarterNamed(quarter: number, year: number | undefined, setting: Setting): Time {
  if (year !== undefined) return quarterTime(setting, year, quarter);
  const now = yearOf(setting.plan, setting.today);
  const span = quarterSpan(setting.plan, now, quarter);
  if (setting.lean === "ahead" && span.to < setting.today) return quarterTime(setting, now + 1, quarter);
  if (setting.lean === "back" && span.from > setting.today) return quarterTime(setting, now - 1, quarter);
  return quarterTime(setting, now, quarter);
}

const quarterWord = "(?:q ?([1-4])|quarter ([1-4])|(first|1st|second|2nd|third|3rd|fourth|4th|last|final) quarter)";
const quarterOfWords = (m: RegExpExecArray, at: number): number => {
  const word = m[at] ?? m[at + 1] ?? m[at + 2] ?? "";
  if (/^\d$/.test(word)) return Number(word);
  return { first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: 4, final: 4 }[word] ?? 1;
};
const yearWords = "(\\d{4}[-/]\\d{2}(?:\\d{2})?|\\d{2}[-/]\\d{2})";
const yearOfName = (name: string, { plan }: Setting): number | undefined => yearNamed(plan, name.length === 5 ? `20${name}` : name);
const away = (word: string): number => (/^(next|coming|following|upcoming)$/.test(word) ? 1 : /^(last|previous|past|prior)$/.test(word) ? -1 : 0);
const awayWords = "(this|current|next|coming|following|upcoming|last|previous|past|prior|present)";
const yearKind = "(?:financial |fiscal |plan |whole |council )*year";
const unitDays: Record<string, number> = { day: 1, week: 7, fortnight: 14 };
const unitMonths: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** The span of "the next 60 days" (from today) or "the last 3 months" (to today). */
function stretch(count: number, unit: string, back: boolean, { today }: Setting): Time {
  const one = unit.replace(/s$/, "");
  const size = Math.min(count, 5000) * (back ? -1 : 1);
  const other = unitMonths[one] ? addMonths(today, size * unitMonths[one]) : addDays(today, size * (unitDays[one] ?? 1));
  const label = `the ${back ? "last" : "next"} ${count === 1 ? one : `${count} ${one}s`}`;
  return back ? time({ from: other, to: today }, label) : time({ from: today, to: other }, label);
}

const seasons: Record<string, [string, number]> = { spring: ["03", 0], summer: ["06", 0], autumn: ["09", 0], winter: ["12", 1] };

/** From the most particular to the least; the first that fits at a place wins. */
const patterns: [string, Read][] = [
  [
    "(?:the )?(quarter|month|year|one|period) (before|after)(?: that| it)?(?! (?:last|this|next|the))",
    (m) => ({ ...dayTime(farBack), step: m[2] === "before" ? 1 : -1 }),
  ],
  ["(?:the )?(?:previous|preceding|prior) (?:one|period)", () => ({ ...dayTime(farBack), step: 1 })],
  ["(?:the )?quarter (?:after|following) next", (_, s) => quarterAway(s, 2)],
  ["(?:the )?quarter (?:after|following) (?:this|the current)(?: one| quarter)?", (_, s) => quarterAway(s, 1)],
  ["(?:the )?quarter before last", (_, s) => quarterAway(s, -2)],
  ["(?:the )?quarter before (?:this|the current)(?: one| quarter)?", (_, s) => quarterAway(s, -1)],
  ["(?:the )?month (?:after|following) next", (_, s) => monthAway(s, 2)],
  ["(?:the )?month before last", (_, s) => monthAway(s, -2)],
  ["(?:the )?week (?:after|following) next", (_, s) => weekAway(s, 2)],
  ["(?:the )?year before last", (_, s) => yearTime(s, yearOf(s.plan, s.today) - 2)],
  ["(?:the )?year after next", (_, s) => yearTime(s, yearOf(s.plan, s.today) + 2)],
  [
    `${quarterWord}(?: (?:of|in|for|,|-))*(?: the)? ${yearWords}`,
    (m, s) => {
      const year = yearOfName(m[4] as string, s);
      return year === undefined ? undefined : quarterTime(s, year, quarterOfWords(m, 1));
    },
  ],
  [
    `${yearWords}(?: (?:,|-))* ${quarterWord}`,
    (m, s) => {
      const year = yearOfName(m[1] as string, s);
      return year === undefined ? undefined : quarterTime(s, year, quarterOfWords(m, 2));
    },
  ],
  [`${quarterWord}(?: (?:of|in|for|,))*(?: the)? year (\\d{1,2})`, (m, s) => quarterTime(s, Number(m[4]), quarterOfWords(m, 1))],
  [`year (\\d{1,2}) (?:, )?${quarterWord}`, (m, s) => quarterTime(s, Number(m[1]), quarterOfWords(m, 2))],
  [
    `${quarterWord}(?: (?:of|in|for))* (?:the )?${awayWords} ${yearKind}`,
    (m, s) => quarterTime(s, yearOf(s.plan, s.today) + away(m[4] as string), quarterOfWords(m, 1)),
  ],
  [`${quarterWord}(?: (?:of|in|for))* the ${yearKind}`, (m, s) => quarterTime(s, yearOf(s.plan, s.today), quarterOfWords(m, 1))],
  [`(first|1st|second|2nd|third|3rd|fourth|4th) quarter`, (m, s) => quarterNamed(quarterOfWords(m, 1), undefined, s)],
  ["(\\d{4}) q ?([1-4])", (m, s) => quarterInCalendar(Number(m[2]), m[1], s)],
  ["(?:q|quarter) ?([1-4])(?: (?:of )?(\\d{4}))?", (m, s) => quarterInCalendar(Number(m[1]), m[2], s)],
  [
    "years? (\\d{1,2})(?: (?:to|and|-|or) (?:year )?|[-/])(\\d{1,2})",
    (m, { plan }) => time({ from: yearSpan(plan, Number(m[1])).from, to: yearSpan(plan, Number(m[2])).to }, `Years ${m[1]} to ${m[2]}`),
  ],
  ["(?:plan )?(?:year|yr) ?(\\d{1,2})(?: of the plan)?", (m, s) => yearTime(s, Number(m[1]))],
  [
    "(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th) (?:plan )?year(?: of the (?:plan|strategy))?",
    (m, s) => yearTime(s, "12345".indexOf((m[1] as string)[0] as string) + 1 || ["first", "second", "third", "fourth", "fifth"].indexOf(m[1] as string) + 1),
  ],
  [
    `(?:financial year |fiscal year |fy ?|the )?${yearWords}(?: (?:financial |fiscal )?year)?`,
    (m, s) => {
      const year = yearOfName(m[1] as string, s);
      return year === undefined ? undefined : yearTime(s, year);
    },
  ],
  [
    `(?:the )?(?:end of the year|year end|end of (?:the |this |our )?${yearKind}|${yearKind} end)`,
    (_, s) => {
      const year = yearOf(s.plan, s.today);
      const { to } = yearSpan(s.plan, year);
      return time({ from: s.today, to }, `the end of ${yearName(s.plan, year)} (${dayInWords(to)})`);
    },
  ],
  [
    "(?:the )?end of (?:the |this )?(quarter|month|week)",
    (m, s) => {
      const whole = m[1] === "quarter" ? quarterAway(s, 0) : m[1] === "month" ? monthAway(s, 0) : weekAway(s, 0);
      return time({ from: s.today, to: whole.to }, `the end of the ${m[1]} (${dayInWords(whole.to)})`);
    },
  ],
  [
    `(?:the |over the |in the )?(next|coming|following|upcoming|last|past|previous) (\\d{1,4}|few|couple of) (days?|weeks?|months?|quarters?|years?)`,
    (m, s) => stretch(/^\d/.test(m[2] as string) ? Number(m[2]) : m[2] === "few" ? 3 : 2, m[3] as string, away(m[1] as string) < 0, s),
  ],
  ["(?:the |over the |in the )?(next|coming|following|last|past) fortnight", (m, s) => stretch(2, "weeks", away(m[1] as string) < 0, s)],
  ["(?:within|inside|in) (?:the |a )?(\\d{1,4}) (days?|weeks?|months?|years?)(?: time)?", (m, s) => stretch(Number(m[1]), m[2] as string, false, s)],
  ["(?:within|in) (?:a|the next) (week|fortnight|month|year)", (m, s) => stretch(1, m[1] as string, false, s)],
  [`${awayWords} quarter`, (m, s) => quarterAway(s, away(m[1] as string))],
  [`${awayWords} month`, (m, s) => monthAway(s, away(m[1] as string))],
  [`${awayWords} week`, (m, s) => weekAway(s, away(m[1] as string))],
  [`${awayWords} calendar year`, (m, s) => calendarYear(Number(s.today.slice(0, 4)) + away(m[1] as string))],
  [`${awayWords} ${yearKind}`, (m, s) => yearTime(s, yearOf(s.plan, s.today) + away(m[1] as string))],
  [
    "(?:the )?(?:rest|remainder) of (?:the |this )?(?:financial |fiscal |plan )?(year|quarter|month)",
    (m, s) => {
      const whole = m[1] === "quarter" ? quarterAway(s, 0) : m[1] === "month" ? monthAway(s, 0) : yearTime(s, yearOf(s.plan, s.today));
      return time({ from: s.today, to: whole.to }, `the rest of the ${m[1]} (to ${dayInWords(whole.to)})`);
    },
  ],
  [
    "this weekend|the weekend",
    (_, s) => {
      const saturday = addDays(s.today, 6 - weekday(s.today));
      return time({ from: saturday, to: addDays(saturday, 1) }, "this weekend");
    },
  ],
  [
    "(?<=\\b(?:in|during|for|of|by|before|after|since|until|through|and|to|due|q[1-4]) )(20\\d\\d)",
    (m, s) => {
      const year = yearNamed(s.plan, m[1] as string);
      return year === undefined ? calendarYear(Number(m[1])) : yearTime(s, year);
    },
  ],
  ["(?:the )?next(?: one)?(?= [?.!]|$)", () => ({ ...dayTime(farBack), step: -1 })],
  ["today|tonight", (_, s) => dayTime(s.today, `today, ${dayInWords(s.today)}`)],
  ["tomorrow", (_, s) => dayTime(addDays(s.today, 1), `tomorrow, ${dayInWords(addDays(s.today, 1))}`)],
  ["yesterday", (_, s) => dayTime(addDays(s.today, -1), `yesterday, ${dayInWords(addDays(s.today, -1))}`)],
  [
    "soon|shortly|coming up|upcoming|on the horizon|near future|around the corner|imminent|imminently|coming weeks",
    (_, s) => time({ from: s.today, to: addDays(s.today, 28) }, "the next 28 days", { soon: true }),
  ],
  [
    "christmas(?: day)?",
    (_, s) => {
      const day = `${s.today.slice(0, 4)}-12-25`;
      return dayTime(day < s.today ? `${Number(s.today.slice(0, 4)) + 1}-12-25` : day, "Christmas");
    },
  ],
  ["(?:the )?new year", (_, s) => dayTime(`${Number(s.today.slice(0, 4)) + 1}-01-01`, "the New Year")],
  [
    "(?:this |next )?(spring|summer|autumn|winter)(?: (\\d{4}))?",
    (m, s) => {
      const [month, more] = seasons[m[1] as string] as [string, number];
      const start = `${m[2] ?? s.today.slice(0, 4)}-${month}-01`;
      const from = !m[2] && addDays(addMonths(start, 3), -1) < s.today ? addMonths(start, 12) : start;
      return time({ from, to: addDays(addMonths(from, 3), -1) }, `${m[1]} ${from.slice(0, 4)}${more ? ` to ${Number(from.slice(0, 4)) + 1}` : ""}`);
    },
  ],
];

/** "Q2 2026" in a plan whose years are not calendar years: the Q2 of the year that 2026 is first named in. */
function quarterInCalendar(quarter: number, year: string | undefined, setting: Setting): Time {
  return quarterNamed(quarter, year ? Number(year) - Number(setting.plan.starts.slice(0, 4)) + 1 : undefined, setting);
}

const months = monthNames.filter((name) => name !== "may").join("|");
const monthPattern = new RegExp(
  `(?:(early|mid|late|beginning of|start of|end of|the end of) )?(?<!\\d )(?<!\\d(?:st|nd|rd|th) )\\b(${months}|(?<=\\b(?:in|by|before|of|during|until|since|after|for|from|to|and|next|this|last|between|due) )may|may(?= (?:20)?\\d\\d))\\b(?! \\d{1,2}(?:st|nd|rd|th)?\\b(?! ?20))(?: (?:of )?((?:20)\\d\\d)| '?(\\d\\d)(?!\\d))?`,
);
const explicitDate =
  /\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day/;

const compiled = patterns.map(([source, read]) => [new RegExp(`(?<![\\p{L}\\p{N}.⟦])(?:${source})(?![\\p{L}\\p{N}⟧])`, "u"), read] as const);

/** Finds times in a line of plain words with digits. */
export function readTimes(line: string, setting: Setting): Times {
  const times: Time[] = [];
  const mark = (found: Time): string => `⟦${times.push(found) - 1}⟧`;
  let text = explicitDate.test(line) ? withDates(line, setting, mark) : line;
  for (const [pattern, read] of compiled) text = replaceEach(text, pattern, (m) => read(m, setting), mark);
  text = replaceEach(text, monthPattern, (m) => monthPart(m, setting), mark);
  return { line: joined(text, times, setting), times };
}

function replaceEach(line: string, pattern: RegExp, read: (m: RegExpExecArray) => Time | undefined, mark: (found: Time) => string): string {
  let text = line;
  for (let i = 0; i < 3; i++) {
    const match = pattern.exec(text);
    const found = match && read(match);
    if (!match || !found) return text;
    text = `${text.slice(0, match.index)}${mark(found)}${text.slice(match.index + match[0].length)}`;
  }
  return text;
}

function monthPart(m: RegExpExecArray, setting: Setting): Time {
  const month = monthNamed(m[2] as string, m[3] ?? m[4], setting);
  if (m[1] === "early" || m[1]?.includes("start") || m[1]?.includes("beginning"))
    return time({ from: month.from, to: addDays(month.from, 9) }, `early ${month.label}`);
  if (m[1] === "mid") return time({ from: addDays(month.from, 9), to: addDays(month.from, 19) }, `mid ${month.label}`);
  if (m[1] === "late") return time({ from: addDays(month.from, 20), to: month.to }, `late ${month.label}`);
  return m[1] ? time({ from: month.to, to: month.to }, `the end of ${month.label}`) : month;
}

function withDates(line: string, { today, lean }: Setting, mark: (found: Time) => string): string {
  let text = line;
  // Noon, so that no time zone moves the date.
  const found = chrono.en.GB.parse(line, new Date(`${today}T12:00:00`), { forwardDate: lean === "ahead" }).reverse();
  for (const result of found) {
    if (!explicitDate.test(result.text)) continue;
    const day = (at: chrono.ParsedComponents): Day =>
      `${String(at.get("year")).padStart(4, "0")}-${String(at.get("month")).padStart(2, "0")}-${String(at.get("day")).padStart(2, "0")}`;
    // "2.3.2 until 30 June": the end of an id is no day of the month.
    const idBefore = result.end && /[\p{L}\p{N}][.-]$/u.test(text.slice(0, result.index)) ? /^\d+ \S+ /.exec(result.text)?.[0].length : undefined;
    const end = result.end ? day(result.end) : day(result.start);
    const span = { from: idBefore ? end : day(result.start), to: end };
    if (span.to < span.from) continue;
    const kept = text.slice(0, result.index + (idBefore ?? 0));
    text = `${kept}${mark(time(span, inWords(span)))}${text.slice(result.index + result.text.length)}`;
  }
  return text;
}

/** Joins "between ⟦0⟧ and ⟦1⟧", "before ⟦0⟧", "after ⟦0⟧" into one time each. */
function joined(line: string, times: Time[], { plan, today, lean }: Setting): string {
  const at = (n: string | undefined) => times[Number(n)] as Time;
  const mark = (found: Time): string => `⟦${times.push(found) - 1}⟧`;
  const start = lean === "back" ? plan.starts : today;
  return line
    .replace(/\b(?:between|from) (?:the )?⟦(\d+)⟧ (?:and|to|until|till|-|up to) (?:the )?⟦(\d+)⟧/g, (_, a, b) => mark(between(at(a), at(b))))
    .replace(/⟦(\d+)⟧ (?:to|until|till|-|and) (?:the )?⟦(\d+)⟧/g, (whole, a, b) =>
      at(a).from <= at(b).to && !/ and /.test(whole) ? mark(between(at(a), at(b))) : whole,
    )
    .replace(/\b(?:before|prior to|ahead of) (?:the )?⟦(\d+)⟧/g, (_, n) =>
      mark(until(at(n).label.startsWith("the end of") ? at(n).to : addDays(at(n).from, -1), `before ${at(n).label}`, start, at(n))),
    )
    .replace(/\b(?:by|until|till|up to|up until|no later than|on or before) (?:the )?⟦(\d+)⟧/g, (_, n) =>
      mark(until(at(n).to, `by ${at(n).label}`, start, at(n))),
    )
    .replace(/\b(?:after|beyond|later than) (?:the )?⟦(\d+)⟧/g, (_, n) => mark(time({ from: addDays(at(n).to, 1), to: farAhead }, `after ${at(n).label}`)))
    .replace(/\b(?:since|from) (?:the )?⟦(\d+)⟧(?: (?:on|onwards|onward))?/g, (_, n) =>
      mark(time({ from: at(n).from, to: lean === "back" ? today : farAhead }, `from ${at(n).label}`)),
    );
}

function between(a: Time, b: Time): Time {
  const span = a.from <= b.to ? { from: a.from, to: b.to } : { from: b.from, to: a.to };
  return time(span, inWords(span));
}

const until = (to: Day, label: string, start: Day, whole: Time): Time =>
  time({ from: to < start ? farBack : start, to }, label, whole.soon ? { soon: true } : {});
