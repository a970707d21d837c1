/** What stands in the cells of a column: dates, statuses, references, numbers. Pure. */
import { readPrintedDates } from "../../plan/printed-dates/index.js";
import { cellAt, type GridRow } from "./grid.js";
import { isHighLow } from "./heading-words.js";
import { colourOfFill, isStatus, percentIn } from "./statuses.js";

/** What the cells of a column look like, each a share of those that are not empty. */
export interface Contents {
  count: number;
  dates: number;
  statuses: number;
  fills: number;
  yesNo: number;
  highLow: number;
  percents: number;
  references: number;
  /** Roles, teams and people's names. */
  posts: number;
  long: number;
  numbers: number;
  /** How many different texts there are to each text. */
  different: number;
  length: number;
}

const mostCells = 120;
const reference = /^(?:[\p{L}]{0,8}[ ./-]?)?\(?\d{1,4}(?:[.\-/]\d{1,4}){0,4}\)?[a-z]?[.)]?$|^[A-Z]{1,3}\d*[a-z]?[.)]?$|^\(?[a-z]\)$/u;
/** "WX1A-01", "1.1/T2", "I.1.a" */
const coded = /^(?=\D*\d)[\p{L}\p{N}]{1,5}(?:[./-][\p{L}\p{N}]{1,4}){0,4}[.)]?$/u;
/** A reference that its narrow column broke over lines is whole again. */
export const wholeReference = (text: string): string => text.replace(/([./–-])\s+(?=\S)/g, "$1");
/** "2.3", "A1.2", "WS2-03" */
export const readsLikeReference = (text: string): boolean => text.length <= 24 && (reference.test(wholeReference(text)) || coded.test(wholeReference(text)));

const noDate = /^(?:tbc|tba|n\/a|[-–—]+)$/i;

const POST =
  /\b(?:head of|manager|officer|director|lead|team|leader|coordinator|co-ordinator|adviser|advisor|chief|clerk|foreman|warden|principal|surveyor|steward|worker|treasurer|chair|deputy|assistant|council|group|partnership|department|service)s?\b/i;

/** Whether a cell says when: a date, "ongoing", or a term such as "Medium". */
export function isDate(text: string): boolean {
  if (text.length > 120 || noDate.test(text)) return false;
  const { milestones, ongoing, unsure } = readPrintedDates({ starts: "2025-04-01" }, text);
  return (
    milestones.length > 0 ||
    (ongoing === true && text.split(" ").length < 5) ||
    (unsure === "unread" && /^(?:short|medium|long|immediate|asap|weeks? \d)/i.test(text))
  );
}

const yesNo = /^(?:y|n|yes|no|in part|partly|partially)$/i;

/** What stands in a column: which share of its cells are dates, statuses, people and so on, each 0 to 1. */
export function contentsOf(rows: GridRow[], at: number): Contents {
  const cells = rows.slice(0, mostCells).map((row) => cellAt(row, at));
  const texts = cells.filter(({ text, above }) => text && !above).map(({ text }) => text);
  const said = texts.filter((text) => !noDate.test(text));
  const share = (test: (text: string) => boolean, of = texts) => (of.length ? of.filter(test).length / of.length : 0);
  // Grey alone shades a table; beside other colours it may say that something is stopped.
  const colours = cells.flatMap(({ text, fill }) => (text ? [] : (colourOfFill(fill) ?? [])));
  return {
    count: texts.length,
    dates: share(isDate, said),
    statuses: share(isStatus, said),
    yesNo: share((text) => yesNo.test(text), said),
    fills: colours.some((colour) => colour !== "grey") ? colours.length : 0,
    highLow: share(isHighLow),
    percents: share((text) => percentIn(text) !== undefined),
    references: share(readsLikeReference),
    posts: share((text) => text.length < 80 && POST.test(text)),
    long: share((text) => text.length > 60),
    numbers: share((text) => /^[£$€]?\s?-?[\d,.]+\s?(?:%|k|m|bn)?$/i.test(text), said),
    different: texts.length ? new Set(texts).size / texts.length : 1,
    length: texts.length ? texts.reduce((sum, text) => sum + text.length, 0) / texts.length : 0,
  };
}
