import { endingWithout } from "../shared/words.js";
import type { Milestone, Plan } from "./plan.js";
import { yearSpan } from "./years.js";

/** One printed stamp. `printed` is its very words. */
export interface Stamp {
  printed: string;
  /** The last year it names; the milestone is due on that year's last day. */
  lastYear: number;
  label?: string;
  ongoing: boolean;
}

/** A part of a printed timescale: a stamp, a stamp that cannot be right ("Year 0"; `why` says so in words), or words that are no stamp. */
export type TimescalePart =
  | { type: "stamp"; printed: string; stamp: Stamp }
  | { type: "problem"; printed: string; why: string }
  | { type: "words"; printed: string };

export interface ReadTimescale {
  stamps: Stamp[];
  /** Why a stamp cannot be right, in words; such stamps are not in `stamps`. */
  problems: string[];
  /** Words that are no stamp. */
  rest: string;
}

const inWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const year = `(\\d+(?:\\.\\d+)?|${inWords.join("|")})\\b`;
const between = " ?(?:\\/|to|until|-|–|—|&|and) ?(?:(?:years?|yrs?) )?";
/** In text whose white space is single blanks. */
const stampPattern = new RegExp(
  `\\b(?:years?|yrs?)\\.? ([-−])?${year}(?:(?:${between}| ?, ?)${year})*(?: ?\\(([^()]{0,120})\\)| ?[-–—,:]? ?\\b(on-? ?going)\\b)?`,
  "gi",
);
const ongoingPattern = /(?:\b(?:and|then)\s+)?\bon-?\s?going\b/i;
const longestPlan = 50;

const yearNumber = (text: string): number => (inWords.includes(text.toLowerCase()) ? inWords.indexOf(text.toLowerCase()) + 1 : Number(text));

/** Years in brackets only say again which year it is: "Year 1 (2025-26)". */
const isYearName = (words: string): boolean => /^\d{4}(?:\s*[-–/]\s*\d{2,4})?$/.test(words);

function labelOf(words: string): { label?: string; ongoing: boolean } {
  const label = endingWithout(words.replace(ongoingPattern, "").replace(/^[\s,;–-]+/, ""), ",;–-");
  return { ongoing: ongoingPattern.test(words), ...(label && !isYearName(label) && { label }) };
}

function partOf(match: RegExpMatchArray): TimescalePart {
  const printed = match[0].trim();
  const first = yearNumber(match[2] as string);
  const last = yearNumber(match[3] ?? (match[2] as string));
  const problem = (why: string): TimescalePart => ({ type: "problem", printed, why: `"${printed}": ${why}` });
  if (match[1] || first < 1 || last < 1) return problem("years are counted from 1");
  if (!Number.isInteger(first) || !Number.isInteger(last)) return problem("a year is a whole number");
  if (last < first) return problem("ends before it begins");
  if (last > longestPlan) return problem(`more than ${longestPlan} years`);
  return { type: "stamp", printed, stamp: { printed, lastYear: last, ...labelOf(match[4] ?? match[5] ?? "") } };
}

/** The parts of a printed timescale in printed order; punctuation and "and" between them are left out. */
export function timescaleParts(given: string): TimescalePart[] {
  const text = given.replace(/\s+/g, " ");
  const parts: TimescalePart[] = [];
  const words = (between: string) => {
    const printed = endingWithout(between.replace(/^(?:[\s,;/&.]|and\b|then\b)+/i, ""), ",;/&");
    if (/[\p{L}\p{N}]/u.test(printed)) parts.push({ type: "words", printed });
  };
  let end = 0;
  for (const match of text.matchAll(stampPattern)) {
    words(text.slice(end, match.index));
    parts.push(partOf(match));
    end = match.index + match[0].length;
  }
  words(text.slice(end));
  return parts;
}

/** Reads the stamps of a printed timescale in printed order: "Year 1 (Pilot) Year 2 (Roll out)" has two. */
export function readTimescale(text: string): ReadTimescale {
  const parts = timescaleParts(text);
  return {
    stamps: parts.flatMap((part) => (part.type === "stamp" ? [part.stamp] : [])),
    problems: parts.flatMap((part) => (part.type === "problem" ? [part.why] : [])),
    rest: parts.flatMap((part) => (part.type === "words" ? [part.printed] : [])).join(" "),
  };
}

/** The milestone that a printed stamp means: due on the last day of its last year. */
export const milestoneOf = (plan: Pick<Plan, "starts">, stamp: Stamp): Milestone => ({
  ...(stamp.label ? { label: stamp.label } : {}),
  due: yearSpan(plan, stamp.lastYear).to,
  ...(stamp.ongoing ? { ongoing: true } : {}),
});
