/** Finds the times that a text names. */
import * as chrono from "chrono-node";
import { addDays, type Day } from "../../plan/index.js";
import { monthNames } from "../lexicon.js";
import { patterns } from "./patterns.js";
import { farAhead, farBack, inWords, monthNamed, type Setting, type Time, time, weekOf } from "./time.js";

export interface Times {
  /** The text with `⟦0⟧` in place of the first time, and so on. */
  line: string;
  times: Time[];
}

const months = monthNames.filter((name) => name !== "may").join("|");
const monthPattern = new RegExp(
  `(?:(early|mid|late|beginning of|start of|end of|the end of) )?(?<!\\d )(?<!\\d(?:st|nd|rd|th) )\\b(${months}|(?<=\\b(?:in|by|before|of|during|until|since|after|for|from|to|and|next|this|last|between|due) )may|may(?= (?:20)?\\d\\d))\\b(?! \\d{1,2}(?:st|nd|rd|th)?\\b(?! ?20))(?: (?:of )?((?:20)\\d\\d)| '?(\\d\\d)(?!\\d))?`,
);
const explicitDate =
  /\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day/;

const compiled = patterns.map(([source, read]) => [new RegExp(`(?<![\\p{L}\\p{N}.⟦])(?:${source})(?![\\p{L}\\p{N}⟧])`, "u"), read] as const);

/** Finds times in a line of plain words with digits. */
export function readTimes(line: string, given: Setting): Times {
  const times: Time[] = [];
  const mark = (found: Time): string => `⟦${times.push(found) - 1}⟧`;
  const setting: Setting = /\bsince\b/.test(line) ? { ...given, lean: "back" } : given;
  const { text: shown, hidden } = withoutOwn(line, setting);
  let text = explicitDate.test(shown) ? withDates(shown, setting, mark) : shown;
  for (const [pattern, read] of compiled) text = replaceEach(text, pattern, (m) => read(m, setting), mark);
  text = replaceEach(text, monthPattern, (m) => monthPart(m, setting), mark);
  return { line: joined(text, times, setting).replace(/◊(\d+)/g, (_, n) => hidden[Number(n)] as string), times };
}

const calledByTime = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|winter|christmas|easter)\b(?= \p{L})/gu;
const longestBefore = 40;
const ofTime = /^(?:on|by|before|after|until|till|since|from|for|this|next|last|in|at|over|during|every|each|of|between|and|to|due|late|early)\b/;

/** "the Saturday market", "the Christmas lights": where the plan has the word and nothing says that a time is meant, it is none. */
function withoutOwn(line: string, { isOwn }: Setting): { text: string; hidden: string[] } {
  const hidden: string[] = [];
  const text = line.replace(calledByTime, (word, at: number) => {
    const words = line
      .slice(Math.max(0, at - longestBefore), at)
      .trimEnd()
      .split(" ");
    const before = /^(?:the|our|a)$/.test(words.at(-1) ?? "") ? words.at(-2) : words.at(-1);
    return !isOwn?.(word) || ofTime.test(before ?? "") ? word : `◊${hidden.push(word) - 1}`;
  });
  return { text, hidden };
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
  // A mark of a person has a digit in it that is no year.
  const found = chrono.en.GB.parse(
    line.replace(/‹\d+›/g, (mark) => "x".repeat(mark.length)),
    new Date(`${today}T12:00:00`),
    { forwardDate: lean === "ahead" },
  ).reverse();
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
    text = `${kept}${mark(time(span, inWords(span), result.end && !idBefore ? { range: true } : {}))}${text.slice(result.index + result.text.length)}`;
  }
  return text;
}

/** Joins "between ⟦0⟧ and ⟦1⟧", "before ⟦0⟧", "after ⟦0⟧" into one time each. */
function joined(line: string, times: Time[], { plan, today, lean }: Setting): string {
  const at = (n: string | undefined) => times[Number(n)] as Time;
  const mark = (found: Time): string => `⟦${times.push(found) - 1}⟧`;
  const start = lean === "back" ? plan.starts : today;
  return line
    .replace(/\b(?:the )?week (?:of|beginning|commencing|starting|ending) (?:on )?(?:the )?⟦(\d+)⟧/g, (_, n) => mark(weekOf(at(n).from)))
    .replace(/\b(?:between|from) (?:the )?⟦(\d+)⟧ (?:and|to|until|till|-|up to) (?:the )?⟦(\d+)⟧/g, (_, a, b) => mark(between(at(a), at(b))))
    .replace(/⟦(\d+)⟧ (?:to|until|till|-|and) (?:the )?⟦(\d+)⟧/g, (whole, a, b) =>
      at(a).from <= at(b).to && !/ and /.test(whole) ? mark(between(at(a), at(b))) : whole,
    )
    .replace(/⟦(\d+)⟧ (?:or|and|\/|,|&|then) (?:in |the )?⟦(\d+)⟧/g, (whole, a, b) =>
      at(b).from === addDays(at(a).to, 1) && !(lean === "back" && / and /.test(whole)) ? mark(between(at(a), at(b))) : whole,
    )
    .replace(/\b(?:before|by the time) (?:the )?⟦(\d+)⟧ (?:is (?:out|over|up)|ends|closes|finishes|runs out)/g, (_, n) =>
      mark(until(at(n).to, `by the end of ${at(n).label}`, start, at(n))),
    )
    .replace(
      /\b(?<!\bon or )(?:before|prior to|ahead of|this side of) (?:the |(?:we|i|they|you|people|everyone|it)(?: [a-z]+){1,3} (?:for |up for )?)?⟦(\d+)⟧/g,
      (_, n) => mark(until(at(n).label.startsWith("the end of") ? at(n).to : addDays(at(n).from, -1), `before ${at(n).label}`, start, at(n))),
    )
    .replace(/\b(?:by|until|till|up to|up until|no later than|on or before) (?:the )?⟦(\d+)⟧/g, (_, n) =>
      mark(until(at(n).to, `by ${at(n).label}`, start, at(n))),
    )
    .replace(/\b(?:after|beyond|later than) (?:the )?⟦(\d+)⟧/g, (_, n) => mark(time({ from: addDays(at(n).to, 1), to: farAhead }, `after ${at(n).label}`)))
    .replace(/\b(since|from) (?:the )?⟦(\d+)⟧(?: (?:on|onwards|onward))?/g, (_, word, n) => {
      const gone = lean === "back" || (word === "since" && at(n).from <= today);
      return mark(at(n).range ? at(n) : time({ from: at(n).from, to: gone ? today : farAhead }, `from ${at(n).label}`));
    });
}

function between(a: Time, b: Time): Time {
  const span = a.from <= b.to ? { from: a.from, to: b.to } : { from: b.from, to: a.to };
  return time(span, inWords(span));
}

const until = (to: Day, label: string, start: Day, whole: Time): Time =>
  time({ from: to < start ? farBack : start, to }, label, whole.soon ? { soon: true } : {});
