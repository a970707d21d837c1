import { folded, plainText } from "./cells.js";

export type Column = "priority" | "actions" | "timescale" | "measures";

/** What a printed line is. `line` counts from 1; cells are as printed, mark-up and all, without empty ones at the end; `printed` counts those too. */
export type Line =
  | { type: "blank" | "furniture"; line: number }
  | { type: "header"; line: number; columns: (Column | undefined)[]; names: string[] }
  | { type: "theme"; line: number; id: string; heading: string }
  | { type: "priority"; line: number; id: string; cells: string[]; printed: number }
  | { type: "cells"; line: number; cells: string[]; printed: number };

export const usualColumns: Column[] = ["priority", "actions", "timescale", "measures"];

const columnWords: [Column, RegExp][] = [
  [
    "timescale",
    /\btime\s?scales?\b|\btime\s?frames?\b|\btime\s?lines?\b|\bdeadlines?\b|^(?:by )?when\b|^(?:(?:target|planned|completion|due) )?(?:dates?|years?|timings?)$/i,
  ],
  ["measures", /\bmeasures?\b|\boutcomes?\b|\bindicators?\b|\bkpis?\b|\bimpacts?\b|\bsuccess\b/i],
  ["actions", /\bactions?\b|\bactivit(?:y|ies)\b|\btasks?\b|\bdeliverables?\b/i],
  ["priority", /\bpriorit(?:y|ies)\b|\bobjectives?\b|\baims?\b|\bgoals?\b/i],
];

/** The column that a heading's words name. */
export const columnNamed = (words: string): Column | undefined => columnWords.find(([, pattern]) => pattern.test(words))?.[0];

const themeHeading = /^(?:(?:[Tt]heme|[Aa]im|[Pp]illar|[Ss]trand|[Oo]bjective|[Oo]utcome|[Gg]oal|[Pp]art)\s+)?(\d{1,3}|[A-Z])\s*[.):–—-]\s+(\S.*)$/u;
const priorityNumber = /^(?:[Pp]riority\s+)?(\d{1,3}(?:\.\d{1,3})+|[A-Z]\.?\d{1,3})[.):]?(?:\s+|$)/u;
const pageNumber = /^[^\p{L}\p{N}]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d+)?[^\p{L}\p{N}]*$/iu;
const rule = /^[-–—_=|:.*·\s]*$/;

function headerOf(cells: string[]): { columns: (Column | undefined)[]; names: string[] } | undefined {
  const names = cells.map(plainText);
  if (names.some((name) => name.length > 80) || priorityNumber.test(names[0] ?? "")) return undefined;
  const columns = names.map((name, at) => (at === 0 ? "priority" : columnNamed(name)));
  const known = new Set(columns);
  return known.has("timescale") && (known.has("actions") || known.has("measures")) ? { columns, names } : undefined;
}

/** The second line of a header whose first cell was broken: "L&H Strategy" / "Priorities". */
const headerGoesOn = (words: string): boolean =>
  words.length < 40 && /\b(?:priorit|activit|objectiv|strateg|theme|aim|goal)/i.test(words) && /^\p{Lu}/u.test(words);

const trimmed = (cells: string[]): string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
};

function lineOf(line: number, raw: string, before: Line | undefined, themes: Set<string>): Line {
  const all = raw.split("\t");
  const cells = trimmed(all);
  const printed = all.length;
  const first = plainText(cells[0] ?? "");
  if (!cells.length) return { type: "blank", line };
  if (cells.every((cell) => rule.test(cell)) || (cells.length === 1 && pageNumber.test(first))) return { type: "furniture", line };
  const header = headerOf(cells);
  if (header) return { type: "header", line, ...header };
  if (before?.type === "header" && cells.length === 1 && headerGoesOn(first)) return { type: "furniture", line };
  const number = priorityNumber.exec(first);
  if (number && isNumbered(number[1] as string, first.slice(number[0].length), themes))
    return { type: "priority", line, id: number[1] as string, cells, printed };
  const heading = themeHeading.exec(first);
  if (heading && cells.length === 1) return { type: "theme", line, id: heading[1] as string, heading: heading[2] as string };
  return { type: "cells", line, cells, printed };
}

/** "A1" is a number only where there is a theme A, and "2.5 million" is none. */
function isNumbered(id: string, rest: string, themes: Set<string>): boolean {
  if (/^\p{L}/u.test(id)) return themes.has(id.charAt(0).toUpperCase()) && !/^\p{Ll}/u.test(rest);
  return !/^(?:million|billion|thousand|m|k|km|per cent|percent|%|times)\b/.test(rest);
}

const isUnclosed = (text: string): boolean => (text.match(/<li\b/gi)?.length ?? 0) > (text.match(/<\/li>/gi)?.length ?? 0);

/** A cell that goes on for longer than this is something else. */
const mostLinesOfRow = 40;

/** A row that was broken inside a cell spreads over lines that together have a row's cells. How many lines belong to it, from `at`. */
function linesOfRow(lines: Line[], at: number, width: number): number {
  const start = lines[at];
  if (!start || !("cells" in start)) return 1;
  let whole = 1;
  let cells = start.printed;
  let text = start.cells[start.printed - 1] ?? "";
  for (let next = at + 1; next < Math.min(lines.length, at + mostLinesOfRow) && cells <= width; next++) {
    const line = lines[next] as Line;
    if (line.type === "blank" || line.type === "furniture") continue;
    if (line.type !== "cells") break;
    const now = [line.printed, line.cells.length].map((count) => cells + count - 1).find((count) => count <= width);
    if (now === undefined) break;
    if (isUnclosed(text) || (start.printed < width && now === width)) whole = next - at + 1;
    text = line.cells.length === 1 ? `${text} ${line.cells[0]}` : (line.cells.at(-1) ?? "");
    cells = now;
    if (cells === width && !isUnclosed(text)) break;
  }
  return whole;
}

function joinedCells(lines: Line[]): string[] {
  let cells: string[] = [];
  for (const line of lines) {
    if (!("cells" in line)) continue;
    const [first = "", ...rest] = line.cells;
    const joint = cells.length ? `${cells.at(-1)} ${first}` : first;
    const empty = line === lines.at(-1) ? 0 : line.printed - line.cells.length;
    cells = [...cells.slice(0, -1), joint, ...rest, ...Array<string>(empty).fill("")];
  }
  return cells;
}

/** Words that stand alone on a line on several pages are a page's head or foot, except where they come first as the title. */
function markRunningHeads(lines: Line[]): void {
  const wordsOf = (line: Line): string | undefined =>
    line.type === "cells" && line.printed === 1 ? plainText(line.cells[0] ?? "").replace(/\d+/g, "#") : undefined;
  const counts = new Map<string, number>();
  for (const words of lines.map(wordsOf)) if (words) counts.set(words, (counts.get(words) ?? 0) + 1);
  const first = lines.findIndex(({ type }) => type === "priority");
  for (const [at, line] of lines.entries()) if (at > first && (counts.get(wordsOf(line) ?? "") ?? 0) > 1) lines[at] = { type: "furniture", line: line.line };
}

/** The lines of an appendix, each as what it is; rows that were broken inside a cell are put together. */
export function layoutOf(text: string): Line[] {
  const themes = new Set<string>();
  const lines: Line[] = [];
  for (const [at, raw] of text.split(/\r\n|[\n\r\f\v\u2028\u2029]/).entries()) {
    const line = lineOf(at + 1, raw, lines.at(-1), themes);
    if (line.type === "theme") themes.add(line.id.toUpperCase());
    lines.push(line);
  }
  markRunningHeads(lines);
  const rows: Line[] = [];
  let width = usualColumns.length;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    if (line.type === "header") width = line.columns.length;
    const count = linesOfRow(lines, at, width);
    rows.push(count > 1 && "cells" in line ? { ...line, cells: joinedCells(lines.slice(at, at + count)) } : line);
    at += count;
  }
  return rows;
}

/** What is longer is no name with a statement behind it. */
const longestName = 80;

/** The name and the statement of a theme's heading: "People - Libraries and …". */
export function headingParts(heading: string): { name: string; statement?: string } {
  const text = folded(heading);
  const parting = /(?<=.)(?: [-–—]|:) /u.exec(text.slice(0, longestName + 3));
  return parting ? { name: text.slice(0, parting.index).trimEnd(), statement: text.slice(parting.index + parting[0].length) } : { name: text };
}
