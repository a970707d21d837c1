/** Bullets under a heading that are actions, with the date and the lead at their end. Pure. */
import type { Day } from "../../plan/plan.js";
import { readPrintedDates } from "../../plan/printed-dates/index.js";
import { endingWithout } from "../../shared/words.js";
import type { DraftAction } from "./draft.js";
import { leadIn } from "./leads.js";
import { timingOf } from "./timing.js";

const leadAtEnd = /\b(?:lead|led by|owner|responsible|who)\s?:?\s([^():;]{2,80})\)?\.?$/iu;

const longestEnd = 200;

/** What may be a date at the end of a text, longest first. */
function endings(text: string): string[] {
  const words = endingWithout(text, ".)").split(/\s+/);
  return Array.from({ length: Math.min(6, words.length - 1) }, (_, at) => words.slice(at - Math.min(6, words.length - 1)).join(" "));
}

const begins =
  /^(?:[(–—-]|by\b|before\b|from\b|until\b|in\b|ongoing|annual|\d|q\d|quarter|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

export function bulletAction(starts: Day, text: string, where: string, number?: string): DraftAction {
  const lead = leadAtEnd.exec(text.slice(-longestEnd));
  const rest = lead ? endingWithout(text.slice(0, text.length - lead[0].length), "(,;–—-") : text;
  const printed = endings(rest).find((ending) => {
    if (!begins.test(ending)) return false;
    const { milestones, ongoing, unsure } = readPrintedDates({ starts }, ending);
    return (milestones.length > 0 || ongoing) && unsure !== "unread" && /\d{2}|ongoing|annual|quarterly|monthly|weekly/i.test(ending);
  });
  const { doubt, ...timing } = timingOf(starts, printed ?? "");
  return { text, where, ...(number && { reference: number }), ...(lead?.[1] ? leadIn(lead[1]) : {}), ...timing, doubts: doubt ? [doubt] : [], unread: [] };
}
