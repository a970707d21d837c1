/** Bullets under a heading that are actions, with the date and the lead at their end. Pure. */
import type { Day } from "../../plan/plan.js";
import { readPrintedDates } from "../../plan/printed-dates/index.js";
import { endingWithout } from "../../shared/words.js";
import type { DraftAction } from "./draft.js";
import { leadIn } from "./leads.js";
import { timingOf } from "./timing.js";

const leadAtEnd = /\b(?:lead|led by|owner|responsible|who)\s?:?\s([^():;]{2,80})\)?\.?$/iu;

const longestEnd = 200;

/** "… (Fundraising Manager; 5 September 2026)" */
const whoAndWhen = /\s*\(([^();]{3,80});\s*([^();]{2,60})\)\.?$/u;
const coded = /^((?=\D*\d)[\p{Lu}\d]{1,5}(?:[./-][\p{Lu}\d]{1,4}){1,4}|[\p{Lu}]{1,3}\d{1,3})[.):]?\s+(?=\p{Lu})/u;

/** What may be a date at the end of a text, longest first. */
function endings(text: string): string[] {
  const words = endingWithout(text, ".)").split(/\s+/);
  return Array.from({ length: Math.min(6, words.length - 1) }, (_, at) => words.slice(at - Math.min(6, words.length - 1)).join(" "));
}

const begins =
  /^(?:[(–—-]|by\b|before\b|from\b|until\b|in\b|ongoing|annual|\d|q\d|quarter|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const box = /^(?:\[([ xX])\]|([☐☑☒✓✔✅]))\s*/u;

/** "[x] Recruit twelve volunteers": a box before it says whether it is done. */
function withoutBox(text: string): { text: string; status?: "complete" } {
  const match = box.exec(text);
  if (!match) return { text };
  const isDone = /[xX☑☒✓✔✅]/u.test(match[0]);
  return { text: text.slice(match[0].length), ...(isDone && { status: "complete" }) };
}

const dateAfterLead = /^(.{2,60}?)\s*[,;–—-]\s*((?:by|due|before|until|in|from|deadline|target)\b.{2,40})$/i;

/** An action that is a bullet: its box, lead and date at the end ("… (Head of Property, Q3)") are taken off its words. `dated`: the date of the whole list, as printed. */
export function bulletAction(starts: Day, printedText: string, where: string, number?: string, dated?: string): DraftAction {
  const { text: said, status } = withoutBox(printedText);
  const code = number ? undefined : coded.exec(said)?.[1];
  const text = code ? said.slice(said.indexOf(code) + code.length).replace(/^[.):]?\s+/, "") : said;
  const both = whoAndWhen.exec(text);
  if (both?.[1] && both[2]) {
    const { doubt, ...timing } = timingOf(starts, both[2]);
    const reference = number ?? code;
    const about = { ...leadIn(both[1]), ...timing, ...(status && { status }), ...(reference && { reference }) };
    return { text: text.slice(0, both.index), where, ...about, doubts: doubt ? [doubt] : [], unread: [] };
  }
  const found = leadAtEnd.exec(text.slice(-longestEnd));
  const parted = found?.[1] ? dateAfterLead.exec(found[1]) : null;
  if (found && parted?.[1] && parted[2]) {
    const { doubt, ...timing } = timingOf(starts, parted[2].replace(/^due:?\s*/i, ""));
    const lead = leadIn(parted[1]);
    return {
      text,
      where,
      ...((number ?? code) && { reference: number ?? code }),
      ...lead,
      ...timing,
      ...(status && { status }),
      doubts: doubt ? [doubt] : [],
      unread: [],
    };
  }
  const lead = found;
  const rest = lead ? endingWithout(text.slice(0, text.length - lead[0].length), "(,;–—-") : text;
  const printed = endings(rest).find((ending) => {
    if (!begins.test(ending)) return false;
    const { milestones, ongoing, unsure } = readPrintedDates({ starts }, ending);
    return (milestones.length > 0 || ongoing) && unsure !== "unread" && /\d{2}|ongoing|annual|quarterly|monthly|weekly/i.test(ending);
  });
  const { doubt, ...timing } = timingOf(starts, printed ?? dated ?? "");
  return {
    text,
    where,
    ...((number ?? code) && { reference: number ?? code }),
    ...(lead?.[1] ? leadIn(lead[1]) : {}),
    ...timing,
    ...(status && { status }),
    doubts: doubt ? [doubt] : [],
    unread: [],
  };
}
