/** The rows of a spreadsheet, sheet after sheet. Formulas are read by the value they had when it was saved. */
import { dayInWords } from "../../../plan/days.js";
import { type Block, type Cell, emptyCell, paragraphOf } from "../../block.js";
import type { ViewOf } from "../../look-row.js";
import { type CellStyle, cellStyles, readWorkbook, type SheetFile, sharedTexts, type Workbook } from "./xlsx-parts.js";
import { readXml } from "./xml.js";

const mostColumns = 100;
const mostRows = 20_000;
const mostMerges = 5_000;
/** What is kept beyond them is an error of counting in twos. */
const shownDigits = 15;
const dayMs = 86_400_000;

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

interface Shared {
  texts: string[];
  styles: CellStyle[];
  from1904: boolean;
}

interface Raw {
  type: string;
  style: number;
  text: string;
}

function dayText(days: number, from1904: boolean): string {
  const day = new Date(Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + Math.floor(days) * dayMs);
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 2199 ? String(days) : dayInWords(day.toISOString().slice(0, 10));
}

function wordsOf({ type, style, text }: Raw, { texts, styles, from1904 }: Shared): string {
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "yes" : "no";
  if (type === "e") return "";
  const number = Number(text);
  if (type !== "n" || !text.trim() || !Number.isFinite(number)) return text;
  const { shows, places }: CellStyle = styles[style] ?? { shows: "plain" };
  if (shows === "date") return dayText(number, from1904);
  // "Jun 2027" is shown of a first of June that nobody means; another day was typed.
  if (shows === "month") return dayText(number, from1904).replace(/^1 /, "");
  const plain = (value: number) => String(Number(value.toPrecision(shownDigits)));
  if (shows === "percent") return `${plain(number * 100)}%`;
  if (places) return number.toFixed(places);
  return shows === "pounds" ? `£${plain(number)}` : plain(number);
}

const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Place {
  row: number;
  column: number;
}

const placeOf = (reference: string): Place | undefined => {
  const [, letters, row] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  return letters && row ? { row: Number(row), column: columnOf(letters) } : undefined;
};

interface SheetCell {
  words: string;
  fill?: string;
  bold?: boolean;
}

interface Sheet {
  rows: Map<number, Map<number, SheetCell>>;
  merges: [Place, Place][];
  /** Rows that have words but are hidden, and hidden columns from and to. */
  hiddenRows: number[];
  hiddenColumns: [number, number][];
}

function readSheet(xml: string, shared: Shared): Sheet {
  const sheet: Sheet = { rows: new Map(), merges: [], hiddenRows: [], hiddenColumns: [] };
  let isHidden = false;
  let at: Place = { row: 0, column: -1 };
  let raw: Raw | undefined;
  let [inValue, inReading] = [false, false];
  readXml(xml, {
    open({ name, of }) {
      if (name === "row") {
        at = { row: Number(of.r) || at.row + 1, column: -1 };
        isHidden = isOn(of.hidden);
      }
      if (name === "col" && isOn(of.hidden)) sheet.hiddenColumns.push([Number(of.min) - 1, Number(of.max) - 1]);
      if (name === "c") {
        at = placeOf(of.r ?? "") ?? { row: at.row, column: at.column + 1 };
        raw = { type: of.t ?? "n", style: Number(of.s ?? 0), text: "" };
      }
      if (name === "rPh") inReading = true;
      inValue = name === "v" || (name === "t" && !inReading);
      const [from, to] = name === "mergeCell" ? (of.ref ?? "").split(":").map(placeOf) : [];
      if (from && to) sheet.merges.push([from, to]);
    },
    text(read) {
      if (inValue && raw) raw.text += read;
    },
    close(name) {
      inValue = false;
      if (name === "rPh") inReading = false;
      if (name !== "c" || !raw || at.column >= mostColumns) return;
      const words = wordsOf(raw, shared);
      const { fill, bold } = shared.styles[raw.style] ?? {};
      if (!words.trim() && (!fill || fill === "ffffff")) return;
      if (isHidden) {
        if (words.trim() && sheet.hiddenRows.at(-1) !== at.row) sheet.hiddenRows.push(at.row);
        return;
      }
      const row = sheet.rows.get(at.row) ?? new Map<number, SheetCell>();
      sheet.rows.set(at.row, row.set(at.column, { words: words.trim() ? words : "", ...(fill && { fill }), ...(bold && { bold }) }));
      if (sheet.rows.size > mostRows) throw new RangeError("rows");
    },
  });
  return sheet;
}

const cellOf = ({ words, fill, bold }: SheetCell = { words: "" }): Cell => ({
  ...emptyCell(),
  paragraphs: words ? words.split(/\r\n|[\n\r]/).map((line) => ({ ...paragraphOf(line), ...(bold && { bold }) })) : [],
  ...(fill && { fill }),
});

/** Cells of one row; those that are merged with the one above have its words. */
function cellsOf(rows: Sheet["rows"], row: number, merges: Sheet["merges"]): Cell[] {
  const words = rows.get(row) ?? new Map<number, SheetCell>();
  const across = merges.filter(([from, to]) => from.row <= row && row <= to.row && from.column < mostColumns);
  const width = Math.max(-1, ...words.keys(), ...across.map(([from]) => from.column)) + 1;
  const cells: Cell[] = [];
  for (let column = 0; column < width; ) {
    const merged = across.find(([from]) => from.column === column);
    const above = merged && merged[0].row < row;
    const span = merged ? Math.min(merged[1].column, mostColumns) - column + 1 : 1;
    const cell = cellOf(above ? rows.get(merged[0].row)?.get(column) : words.get(column));
    cells.push({ ...cell, span: Math.max(span, 1), ...(above && { above }) });
    column += Math.max(span, 1);
  }
  return cells;
}

type Unread = ViewOf<"unread">;

const unread = (why: string): Unread => ({ id: "plan", kind: "unread", why });

function hiddenOf({ hiddenRows, hiddenColumns, rows }: Sheet, table: string): Unread[] {
  let used = -1;
  for (const row of rows.values()) for (const column of row.keys()) used = Math.max(used, column);
  const columns = hiddenColumns.filter(([from]) => from <= used);
  return [
    ...(hiddenRows.length ? [unread(`${table}: ${hiddenRows.length === 1 ? "row" : "rows"} ${hiddenRows.slice(0, 20).join(", ")} hidden, not read`)] : []),
    ...(columns.length ? [unread(`${table}: hidden columns are read like the others`)] : []),
  ];
}

function blocksOf(file: SheetFile, parts: Map<string, string>, shared: Shared): { blocks: Block[]; look: Unread[] } {
  const sheet = readSheet(parts.get(file.file) ?? "<none/>", shared);
  const { rows, merges } = sheet;
  const table = `sheet "${file.name}"`;
  const ordered = [...rows.keys()].sort((a, b) => a - b);
  const within = merges.slice(0, mostMerges);
  const blocks = ordered.map((row): Block => ({ type: "row", where: `${table}, row ${row}`, table, cells: cellsOf(rows, row, within) }));
  return { blocks, look: hiddenOf(sheet, table) };
}

/** Reads all sheets that are in sight. Throws when they are no well-formed XML. */
export function readXlsx(parts: Map<string, string>): { blocks: Block[]; look: ViewOf<"unread">[] } {
  const { sheets, from1904 }: Workbook = readWorkbook(parts);
  const shared = { texts: sharedTexts(parts.get("xl/sharedStrings.xml")), styles: cellStyles(parts.get("xl/styles.xml")), from1904 };
  const look = sheets
    .filter(({ hidden }) => hidden)
    .map(({ name }) => ({ id: "plan", kind: "unread" as const, why: `the sheet "${name}" is hidden and is not read` }));
  const read = sheets.filter(({ hidden }) => !hidden).map((file) => blocksOf(file, parts, shared));
  return { blocks: read.flatMap(({ blocks }) => blocks), look: [...look, ...read.flatMap((each) => each.look)] };
}
