/** The rows of a table that head its columns: one or two, at the top or again further down. Pure. */
import { cellAt, filled, type GridRow } from "./grid.js";
import { periodNamed, type Role, rolesNamed } from "./heading-words.js";
import { levelWords } from "./level-words.js";

export interface Head {
  /** By column. */
  names: string[];
  /** How many rows it takes. */
  rows: number;
}

/** Rows of a table under one head. */
export interface Segment {
  type: "segment";
  table: string;
  sheet?: string;
  head: Head;
  rows: GridRow[];
}

const longestName = 90;
const telling: Role[] = ["action", "measure", "due", "lead", "status", "level", "revised due", "period", "first due", "baseline"];

/** The words over each column; a cell over several heads them all. */
function namesOf(row: GridRow): string[] {
  let over = "";
  return row.cells.map((cell) => {
    if (!cell.covered) over = cell.text;
    return over;
  });
}

/** Words over a column that are words of a level with its number ("Aim 1: Clean streets") head nothing. */
const isHeading = (name: string): boolean => periodNamed(name) || (rolesNamed(name).length > 0 && levelWords(name).id === undefined);

/** A date or a share heads nothing. */
const IS_DATA = /^\d{1,2}[-/. ][\p{L}\d]{2,9}[-/. ]\d{2,4}$|^\d{1,3}\s?%$/u;

/** `again`: a head stands above already, so that only one that says where the actions are begins another table. */
export function isHeadRow(row: GridRow, again = false): boolean {
  const cells = filled(row);
  if (cells.length < 2 || cells.some(({ cell }) => cell.text.length > longestName)) return false;
  if (again && cells.some(({ cell }) => IS_DATA.test(cell.text))) return false;
  const known = cells.filter(({ cell }) => isHeading(cell.text));
  const roles = known.map(({ cell }) => rolesNamed(cell.text)[0] as Role);
  if (known.length < 2 || known.length < cells.length * 0.4) return false;
  if (again && !roles.includes("action") && !roles.includes("measure")) return false;
  const others = new Set(roles.filter((role) => role !== "period"));
  const periods = roles.filter((role) => role === "period").length;
  if (others.size < 2 && !(others.size && periods > 1)) return false;
  return roles.some((role) => telling.includes(role)) && [...others].some((role) => role !== "level" && role !== "status");
}

/** Whether a row only parts the columns that the head above it takes together: "Start", "Finish" under "Timescale". */
function isSecond(first: GridRow, second: GridRow | undefined): second is GridRow {
  if (!second || !first.cells.some(({ span }) => span > 1)) return false;
  const own = filled(second).filter(({ cell }) => !cell.above);
  const isUnder = ({ column, cell }: { column: number; cell: { text: string } }) => {
    const over = cellAt(first, column);
    return (over.covered || over.span > 1 || !over.text) && cell.text.length < 40;
  };
  return own.length > 0 && own.every(isUnder);
}

const sameName = (a: string, b: string): boolean => a.replace(/\s+/g, "").toLowerCase() === b.replace(/\s+/g, "").toLowerCase();

/** The head that begins at a row, where one does. */
export function headAt(rows: GridRow[], at: number, again = false): Head | undefined {
  const row = rows[at];
  if (!row || !isHeadRow(row, again)) return undefined;
  const names = namesOf(row);
  const second = rows[at + 1];
  if (!isSecond(row, second)) return { names, rows: 1 };
  const under = namesOf(second);
  const both = names.map((name, column) => {
    const own = under[column] ?? "";
    if (!own || sameName(own, name)) return name;
    return rolesNamed(own).length ? own : `${name} ${own}`;
  });
  return { names: both, rows: 2 };
}

/** Whether a head is printed again, as on the next page. */
export const isSameHead = (a: Head, b: Head): boolean => a.names.length === b.names.length && a.names.every((name, at) => sameName(name, b.names[at] ?? ""));
