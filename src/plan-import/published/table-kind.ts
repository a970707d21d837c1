/** What the tables under one head have: columns, whose references they are, and which rows are none of actions. Pure. */
import { itemsOf, referencesOf } from "./action-cells.js";
import { type Column, columnsOf, isOfMeasures } from "./columns.js";
import { readsLikeReference } from "./contents.js";
import { cellAt, filled, type GridRow } from "./grid.js";
import { levelWords, readsLikeLevel } from "./level-words.js";
import { legendIn } from "./statuses.js";
import type { Head } from "./table-head.js";
import { typeColumn, typeOf } from "./typed-rows.js";

const total =
  /^(?:(?:grand |sub-?)?totals?(?: (?:actions?|measures?|costs?|budget|number))?(?:\s*[:=–-]?\s*[£\d].{0,40})?$|sub-?totals?\b.{0,80}$|(?:number|count) of (?:actions|measures|items|rows)\b|(?:actions?|measures?|items?|rows?) ?: ?\d+|\d+ (?:actions?|items?)$)/i;
const note =
  /^(?:notes?(?: \d+)?\s*(?:[:.)–-]|$)|(?:key|legend|status key|rag key|sources?|version|last (?:updated|reviewed))\s*[:–-]|n\.?b\.?\s|\*|†|‡|¹|²|³|\[\d|page \d|©)/i;

/** "Total", "Sum of …": a row that is no item. */
export const isTotal = (text: string): boolean => total.test(text);
/** A note or a legend below a table: a row that is no item. */
export const isNote = (text: string): boolean => (note.test(text) && !readsLikeLevel(text)) || legendIn(text) !== undefined;

/** The columns of these roles, from left to right. */
export const columnsIn = (columns: Column[], ...roles: Column["role"][]) => columns.filter(({ role }) => roles.includes(role));

/** What was said of the action above, across the table: "Update: two rooms are open". */
export const updateIn = (row: GridRow): string | undefined => {
  const texts = [...new Set(filled(row).map(({ cell }) => cell.text))];
  return texts.length === 1
    ? /^(?:latest |progress )?(?:updates?|progress|commentary|comments?|position)\s*[:–-]\s*(\S.*)$/is.exec(texts[0] as string)?.[1]
    : undefined;
};

/** Whether the only words of a row go across it, or stand where no action does; `alone`: rows of one cell name levels in this table. */
export function isBanner(row: GridRow, columns: Column[], alone = false): boolean {
  const cells = filled(row);
  const [only] = cells;
  if (!only || (cells.length > 1 && !isRepeated(cells.map(({ cell }) => cell.text)))) return false;
  if (only.cell.span >= Math.max(2, columns.length / 2)) return true;
  const role = columns[only.column]?.role;
  if (role === "level") return false;
  const stands = readsLikeLevel(only.cell.text) || only.cell.fill !== undefined || only.cell.paragraphs.every(({ bold }) => bold);
  if (role === "action") return stands || alone;
  return only.column === 0 && !readsLikeReference(only.cell.text);
}

/** Whether rows that say nothing but their words part the others: one begins the table, and each has others under it. */
function levelsStandAlone(rows: GridRow[], columns: Column[]): boolean {
  const action = columns.find(({ role }) => role === "action");
  const alone = rows.map((row) => action !== undefined && filled(row).length === 1 && filled(row)[0]?.column === action.at);
  const count = alone.filter(Boolean).length;
  return count > 1 && alone[0] === true && !alone.at(-1) && count * 3 <= rows.length && alone.every((one, at) => !one || !alone[at + 1]);
}

const isRepeated = (texts: string[]): boolean => texts.length > 1 && new Set(texts).size === 1;

/** Whether each row has a level of its own. */
function isOnceEach(rows: GridRow[], column: number): boolean {
  const texts = rows.map((row) => cellAt(row, column).text);
  return texts.every(Boolean) && new Set(texts).size === texts.length;
}

const tableOf = ({ where }: GridRow): string => where.replace(/,? ?row \d+$/, "");

/** The row above in the same table has the same words there; numbers that begin anew further down are others. */
const isSaidAgain = (row: GridRow, before: GridRow | undefined, at: number): boolean =>
  before !== undefined && cellAt(row, at).text !== "" && cellAt(row, at).text === cellAt(before, at).text && tableOf(row) === tableOf(before);

/** A reference is of the level beside it where it is said again with it, or where bullets stand beside it. */
function referencesTo(columns: Column[], rows: GridRow[]): Map<number, number> {
  const found = new Map<number, number>();
  const levels = columnsIn(columns, "level");
  const [action] = columnsIn(columns, "action", "measure");
  for (const { at } of columnsIn(columns, "reference")) {
    const again = rows.some((row, place) => cellAt(row, at).above || isSaidAgain(row, rows[place - 1], at));
    const bullets = action && rows.some((row) => cellAt(row, at).text && itemsOf(cellAt(row, action.at).paragraphs).texts.length > 1);
    const gaps = rows.some((row) => !cellAt(row, at).text && action && cellAt(row, action.at).text);
    const level = levels.find((one) => one.at > at) ?? levels.at(-1);
    const beside = level && level.at === at + 1 && isOnceEach(rows, level.at);
    if (again || bullets || beside || (gaps && level)) found.set(at, level?.at ?? -1);
  }
  return found;
}

/** How tables under one head are read; `rows` are those of all of them, as what stands in few cells says little. */
export interface TableKind {
  columns: Column[];
  /** Which level column a reference is of; of the actions where it is of none. */
  referenceOf: Map<number, number>;
  references: RegExp | undefined;
  /** Every level text and row across begins with a number. */
  bareNumbers: boolean;
  /** Rows of one cell name levels. */
  alone: boolean;
  /** The column that says whether a row is a level or an action. */
  typeAt?: number;
}

/** What a table holds, by its columns; totals and notes do not count. */
export function kindOfTable(head: Head, all: GridRow[]): TableKind {
  const rows = all.filter((row) => {
    const [first] = filled(row);
    return first !== undefined && !isTotal(first.cell.text) && !isNote(first.cell.text) && !updateIn(row);
  });
  const typeAt = typeColumn(head.names, rows);
  const columns = columnsOf(head, typeAt === undefined ? rows : rows.filter((row) => typeOf(cellAt(row, typeAt).text) === "action"));
  const alone = levelsStandAlone(rows, columns);
  const [action] = columnsIn(columns, "action");
  const banners = rows.filter((row) => isBanner(row, columns, alone)).map((row) => filled(row)[0]?.cell.text ?? "");
  const levelTexts = columnsIn(columns, "level").flatMap(({ at }) => rows.map((row) => cellAt(row, at).text).filter(Boolean));
  const headings = [...banners.filter((text) => !isNote(text) && !isTotal(text)), ...levelTexts];
  return {
    columns,
    alone,
    ...(typeAt !== undefined && { typeAt }),
    referenceOf: referencesTo(columns, rows),
    references: action && referencesOf(rows.flatMap((row) => itemsOf(cellAt(row, action.at).paragraphs).texts.map(({ text }) => text))),
    bareNumbers: headings.length > 0 && headings.every((text) => levelWords(text, true).id !== undefined),
  };
}

/** Whether one of its columns holds actions. */
export const hasActions = ({ columns }: TableKind): boolean => columns.some(({ role }) => role === "action");
/** Whether it holds actions or measures; any other table is listed as unread. */
export const isRead = (kind: TableKind): boolean => hasActions(kind) || isOfMeasures(kind.columns);
