/** Finds the times that a text names. */
import * as chrono from "chrono-node";
import { addDays, addMonths, type Day } from "../../plan/index.js";
import { monthNames } from "../lexicon.js";
import { joined } from "./joined.js";
import { patterns } from "./patterns.js";
import { inWords, monthNamed, type Setting, type Time, time } from "./time.js";
import { writtenOut } from "./written-out.js";

export interface Times {
  /** The text with `⟦0⟧` in place of the first time, and so on. */
  line: string;
  times: Time[];
}

const months = monthNames.filter((name) => name !== "may").join("|");
const monthPattern = new RegExp(
  `(?:(early|mid|late|beginning of|start of|(?:the )?(?:end|close) of) )?(?<!\\d )(?<!\\d(?:st|nd|rd|th) )\\b(${months}|(?<=\\b(?:in|by|before|of|during|until|since|after|for|from|to|and|next|this|last|between|due) )may|may(?= (?:20)?\\d\\d))\\b(?! \\d{1,2}(?:st|nd|rd|th)?\\b(?! ?20))(?: (?:of )?((?:20)\\d\\d)| '?(\\d\\d)(?!\\d))?`,
);
const explicitDate =
  /\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day/;

const compiled = patterns.map(([source, read]) => [new RegExp(`(?<![\\p{L}\\p{N}.⟦])(?:${source})(?![\\p{L}\\p{N}⟧])`, "u"), read] as const);

/** Finds times in a line of plain words with digits. */
export function readTimes(line: string, given: Setting): Times {
  const times: Time[] = [];
  const mark = (found: Time): string => `⟦${times.push(found) - 1}⟧`;
  const setting: Setting = /\bsince\b/.test(line) ? { ...given, lean: "back" } : given;
  const { text: shown, hidden } = withoutOwn(writtenOut(line, setting), setting);
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
    const last = result.end ?? result.start;
    // Looking back, a Friday is the last one.
    const isWeekday = last === result.start && last.isCertain("weekday") && !last.isCertain("day");
    const end = isWeekday && lean === "back" && day(last) > today ? addDays(day(last), -7) : day(last);
    const from = idBefore || last === result.start ? end : day(result.start);
    // "10 december to 5 january"
    const span = { from, to: end < from && result.end && !result.end.isCertain("year") ? addMonths(end, 12) : end };
    if (span.to < span.from) continue;
    const kept = text.slice(0, result.index + (idBefore ?? 0));
    text = `${kept}${mark(time(span, inWords(span), result.end && !idBefore ? { range: true } : {}))}${text.slice(result.index + result.text.length)}`;
  }
  return text;
}
