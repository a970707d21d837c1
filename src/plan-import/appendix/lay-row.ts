/** One row of an office table as the line of a printed appendix, its cells in the usual order. */
import { endingWithout } from "../../shared/words.js";
import { type Block, type Cell, type Paragraph, wordsOf } from "../block.js";
import type { ViewOf } from "../look-row.js";
import { isList, isRestOf, joined } from "./cells.js";
import type { Headings, Role } from "./headings.js";

/** Printed lines, and where each of them stands in the file. */
export interface LaidOut {
  lines: string[];
  places: string[];
  look: ViewOf<"unread">[];
}

export interface Laying extends LaidOut {
  headings?: Headings;
  /** Of the row before, where spreadsheets say the same again. */
  theme: string;
  priority: string;
  number: string;
  measures: string;
}

export type RowBlock = Extract<Block, { type: "row" }>;

/** As HTML, which the appendix is read as. */
export const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Adds lines, and for each where a person finds it. */
export function emit(laying: Laying, where: string, ...lines: string[]): void {
  for (const line of lines) {
    laying.lines.push(line);
    laying.places.push(where);
  }
}

/** A line on its own; the blank one keeps it apart from what follows. */
export const emitLine = (laying: Laying, where: string, words: string): void => emit(laying, where, escaped(words), "");

/** Items of a list with their bullets; paragraphs that read like the rest of a sentence are one. */
function listOf(cells: Cell[]): string {
  const items: Paragraph[] = [];
  for (const paragraph of cells.flatMap(({ paragraphs }) => paragraphs)) {
    const last = items.at(-1);
    if (!paragraph.text) continue;
    if (last && !paragraph.listed && isRestOf(last.text, paragraph.text)) last.text = joined(last.text, paragraph.text);
    else items.push({ ...paragraph });
  }
  // "2.3.1" is an action's number, "1." or "a)" only counts.
  const texts = items.map(({ text, number }) => escaped(number?.match(/\d\.\d/) ? `${number} ${text}` : text));
  if (items.length < 2 && !items[0]?.listed) return texts.join("");
  return `<ul>${texts.map((text) => `<li>${text}</li>`).join("")}</ul>`;
}

/** "Theme 2: Place", "B. People" */
export const looksLikeHeading = (words: string): boolean => /^(?:theme\s+)?(?:\d{1,3}|[A-Z])\s*[.):–—-]\s/i.test(words);

const startsWithNumber = (words: string, number: string): boolean => words.startsWith(number) && !/^[\d.]*\d/.test(words.slice(number.length));

/** By role, the cells of a row that have words of their own; a timescale may be that of several actions. */
function cellsByRole({ cells }: RowBlock, { roles }: Headings): (role: Role) => Cell[] {
  let column = 0;
  const placed = cells.map((cell) => {
    const role = roles[column];
    column += cell.span;
    return { cell, role };
  });
  const own = (role: Role) => placed.filter((one) => one.role === role && !one.cell.above).map(({ cell }) => cell);
  const hasAction = own("actions").some(wordsOf);
  return (role) => (role === "timescale" && hasAction ? placed.filter((one) => one.role === role).map(({ cell }) => cell) : own(role));
}

const wordsIn = (cells: Cell[]): string => cells.map(wordsOf).filter(Boolean).join(" ");

function others({ cells }: RowBlock, { roles }: Headings): string[] {
  const found: string[] = [];
  let column = 0;
  for (const cell of cells) {
    for (let at = 0; at < cell.span; at++, column++)
      if (roles[column] === undefined && column < roles.length) found.push(at || cell.above ? "" : wordsOf(cell));
  }
  return found;
}

/** "1.1 Increase …", in one column or two; nothing where the row goes on with the one before. */
function priorityCell(laying: Laying, of: (role: Role) => Cell[], actionNumber: string): string {
  const [title, said] = [wordsIn(of("priority")), wordsIn(of("number"))];
  const isActions = /^\d+\.\d+\.\d+/.test(said);
  const fromAction = /^(\d+\.\d+)\.\d+/.exec(isActions ? said : actionNumber)?.[1] ?? "";
  const number = (isActions ? "" : endingWithout(said, ".):")) || (/^(?:priority\s+)?[\dA-Z]+\.?\d/i.test(title) ? "" : fromAction);
  if (!number) return title;
  const isNew = number !== laying.number;
  laying.number = number;
  if (startsWithNumber(title, number)) return title;
  return isNew || title ? `${number} ${title}`.trim() : "";
}

/** Lays out one row of a table as the lines that the appendix' reader knows. */
export function layRow(laying: Laying, row: RowBlock, headings: Headings): void {
  const [alone, ...rest] = row.cells.filter(wordsOf);
  if (!alone) return;
  if (!rest.length && alone.span > 1 && !alone.above) {
    emitLine(laying, row.where, wordsOf(alone));
    return;
  }
  const of = cellsByRole(row, headings);
  const said = wordsIn(of("number"));
  const actionNumber = wordsIn(of("action number")) || (/^\d+\.\d+\.\d+/.test(said) ? said : "");
  const actions = listOf(of("actions"));
  const priority = priorityCell(laying, of, actionNumber);
  layTheme(laying, row.where, wordsIn(of("theme")), priority);
  const action = actionNumber && actions && !isList(actions) && !startsWithNumber(actions, actionNumber) ? `${actionNumber} ${actions}` : actions;
  const measures = newMeasures(laying, priority, listOf(of("measures")));
  const cells = [escaped(priority), action, escaped(wordsIn(of("timescale"))), measures, ...others(row, headings).map(escaped)];
  if (cells.some(Boolean)) emit(laying, row.where, cells.join("\t"));
}

/** The theme of a row, where it is another than that of the row before; a name alone gets the number that its priority begins with. */
function layTheme(laying: Laying, where: string, theme: string, priority: string): void {
  if (!theme || theme === laying.theme) return;
  laying.theme = theme;
  const number = /^(\d+)\./.exec(priority)?.[1];
  emitLine(laying, where, number && !looksLikeHeading(theme) ? `${number}. ${theme}` : theme);
}

/** Measures of a priority that are said again beside each of its actions count once. */
function newMeasures(laying: Laying, priority: string, measures: string): string {
  if (priority && priority !== laying.priority) Object.assign(laying, { priority, measures: "" });
  if (measures === laying.measures) return "";
  laying.measures = measures || laying.measures;
  return measures;
}
