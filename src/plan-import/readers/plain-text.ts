/** Plain text as lines and tables: Markdown, cells parted by tabs or held in place by spaces, bullets, headings. Pure. */
import { endingWithout } from "../../shared/words.js";
import { joined } from "../appendix/cells.js";
import { type Block, type Cell, type Paragraph, paragraphOf } from "../block.js";
import { readsLikeReference } from "../published/contents.js";
import { partsOf } from "../published/grid.js";
import { isHeadRow } from "../published/table-head.js";
import { inColumns, type Piece, piecesOf, rowsOfLines } from "./aligned.js";
import { DOT_LEADER, FRONT_MATTER, HANGING, LABEL, markdownCells, withoutEmphasis } from "./text-marks.js";

const mostLines = 50_000;

interface TextReading {
  blocks: Block[];
  tables: number;
  /** Where the columns of a table begin whose cells spaces hold in place. */
  starts?: number[];
  /** Where words stand in the first column behind a reference that is set apart from them. */
  indent?: number;
  /** Its lines since the head, in columns; empty ones part its rows. */
  lines: { where: string; cells: string[] }[];
  /** A page's end came between, so that a row may go on. */
  head: string;
  inTable: "markdown" | "tabs" | "grid" | undefined;
  /** Where the words behind a reference began. */
  hang?: number | undefined;
  /** The row of a drawn grid whose lines are being read. */
  gridRow?: { where: string; cells: string[] };
}

const cellOf = (text: string): Cell => ({ paragraphs: text.trim() ? text.split(/<br\s*\/?>|\n/i).map((line) => paragraphOf(line)) : [], span: 1 });

function row(reading: TextReading, where: string, cells: string[]): void {
  reading.blocks.push({ type: "row", where, table: `table ${reading.tables}`, cells: cells.map(cellOf) });
}

const line = (reading: TextReading, where: string, paragraph: Paragraph): void => void reading.blocks.push({ type: "line", where, paragraph });

const isRule = (text: string): boolean => /^[\s|:=_–—-]*$/.test(text);
const pageNumber = /^\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/i;

const cellsOf = (texts: string[]): Block => ({ type: "row", where: "", table: "", cells: texts.map(cellOf) });

function isHead(texts: string[]): boolean {
  const [part] = partsOf([cellsOf(texts)]);
  return part?.type === "table" && part.rows.some((row) => isHeadRow(row));
}

function endAligned(reading: TextReading): void {
  for (const { where, cells } of rowsOfLines(reading.lines)) row(reading, where, cells);
  reading.lines = [];
}

const gridRule = /^\s*\+(?:[-=]+\+)+\s*$/;
const gridLine = /^\s*\|.*\|\s*$/;

/** A line of a grid that is drawn with +---+: a rule ends a row, whose cells may go over several lines. */
function takeGridLine(reading: TextReading, where: string, text: string): boolean {
  if (gridRule.test(text)) {
    if (reading.inTable !== "grid") {
      endTable(reading);
      reading.inTable = "grid";
      reading.tables++;
    }
    endGridRow(reading);
    return true;
  }
  if (reading.inTable !== "grid" || !gridLine.test(text)) return false;
  const cells = markdownCells(text);
  const row = reading.gridRow;
  reading.gridRow = row ? { ...row, cells: row.cells.map((before, at) => joined(before, cells[at] ?? "").trim()) } : { where, cells };
  return true;
}

function endGridRow(reading: TextReading): void {
  if (reading.gridRow) row(reading, reading.gridRow.where, reading.gridRow.cells);
  reading.gridRow = undefined;
}

function endTable(reading: TextReading): void {
  endGridRow(reading);
  if (reading.starts) endAligned(reading);
  reading.starts = undefined;
  reading.inTable = undefined;
}

function takeLine(reading: TextReading, where: string, text: string): void {
  if (pageNumber.test(text) || (reading.starts && /^[\s=_–—-]+$/.test(text)) || takeGridLine(reading, where, text)) return;
  const cells = text.split("\t");
  const isMarkdown = /^\s*\|.*\|/.test(text);
  if (isMarkdown || (cells.length > 2 && !isMarkdown)) {
    const kind = isMarkdown ? "markdown" : "tabs";
    if (reading.inTable !== kind || (kind === "tabs" && isHead(cells))) {
      endTable(reading);
      reading.inTable = kind;
      reading.tables++;
    }
    if (!isRule(text)) row(reading, where, isMarkdown ? markdownCells(text) : cells);
    return;
  }
  const pieces = piecesOf(text);
  if (pieces.length > 2 && isHead(pieces.map((piece) => piece.text))) {
    beginAligned(reading, where, text, pieces);
    return;
  }
  const own = reading.starts && withReference(reading, reading.starts, pieces);
  if (reading.starts && own && isInColumns(reading.starts, own, fitsBelow(reading, own))) {
    reading.lines.push({ where, cells: inColumns(reading.starts, own, 1) });
    return;
  }
  endTable(reading);
  takeParagraph(reading, where, text);
}

/** A head that is printed again on the next page opens nothing. */
function beginAligned(reading: TextReading, where: string, text: string, pieces: Piece[]): void {
  const head = text.trim().replace(/\s+/g, " ");
  if (reading.starts && reading.head === head) return;
  endTable(reading);
  reading.tables++;
  reading.head = head;
  reading.starts = pieces.map(({ from }) => from);
  row(
    reading,
    where,
    pieces.map((piece) => piece.text),
  );
}

const isNear = (starts: number[], { from }: Piece): boolean => starts.some((start) => Math.abs(start - from) <= 1);

/** "1.1   Fit announcements" is one cell, and so is what goes on below its words. */
function withReference(reading: TextReading, starts: number[], pieces: Piece[]): Piece[] {
  const [first, second, ...rest] = pieces;
  const next = starts[1] ?? Number.POSITIVE_INFINITY;
  if (first && second && first.from <= (starts[0] ?? 0) + 1 && readsLikeReference(first.text) && second.from < next - 1 && !isNear(starts, second)) {
    reading.indent = second.from;
    return [{ from: first.from, to: second.to, text: `${first.text} ${second.text}` }, ...rest];
  }
  if (first && first.from === reading.indent && !isNear(starts, first)) return [{ ...first, from: starts[0] ?? 0, isRest: true }, ...pieces.slice(1)];
  return pieces;
}

/** Words in the first column alone, right below a row with words there too. */
function fitsBelow({ starts = [], lines }: TextReading, [only]: Piece[]): boolean {
  const before = lines.at(-1)?.cells;
  return only !== undefined && only.to < (starts[1] ?? 0) && Boolean(before?.[0]) && !/^\p{Lu}/u.test(only.text);
}

/** A line goes on with a table where each of its pieces begins where a column does. */
const isInColumns = (starts: number[], pieces: Piece[], isRestOfFirst: boolean): boolean =>
  pieces.length === 0 ||
  (pieces.every((piece) => isNear(starts, piece)) && (pieces.length > 1 || pieces[0]?.isRest === true || (pieces[0]?.from ?? 0) > 0 || isRestOfFirst));

/** Words that go on where those behind a reference began: "A/1  Replace the chains before" and, under "Replace", "the season begins". */
function goesOn(reading: TextReading, text: string): boolean {
  const last = reading.blocks.at(-1);
  const isUnder = reading.hang !== undefined && text.length - text.trimStart().length === reading.hang && !LABEL.test(text);
  if (!isUnder || last?.type !== "line") return false;
  last.paragraph.text = joined(last.paragraph.text, text.trim());
  return true;
}

function takeParagraph(reading: TextReading, where: string, printed: string): void {
  const leader = DOT_LEADER.exec(printed);
  const text = leader ? `${leader[1]}: ${leader[2]}` : printed;
  if (goesOn(reading, text)) return;
  const hanging = HANGING.exec(text);
  reading.hang = hanging?.[2] && readsLikeReference(hanging[2]) ? hanging[0].length : undefined;
  const heading = /^ {0,3}(#{1,6}) +(\S.*)$/.exec(text);
  if (heading?.[1] && heading[2]) line(reading, where, { text: endingWithout(heading[2], "#"), listed: false, level: heading[1].length - 1 });
  else if (text.trim()) {
    const bold = /^\s*\*\*(.{1,200})\*\*:?\s*$/.exec(text)?.[1];
    line(reading, where, bold ? { ...paragraphOf(bold), bold: true } : paragraphOf(withoutEmphasis(text.replaceAll("\t", " ").replace(/^\s*>\s?/, ""))));
  }
}

/** A "#" alone is the title; where there are several, they are the highest headings. */
function withLevels(blocks: Block[]): Block[] {
  const tops = blocks.filter((block) => block.type === "line" && block.paragraph.level === 0).length;
  if (tops < 2) return blocks;
  return blocks.map((block) =>
    block.type === "line" && block.paragraph.level !== undefined ? { ...block, paragraph: { ...block.paragraph, level: block.paragraph.level + 1 } } : block,
  );
}

/** Lines and rows of a text; the first 50,000 lines. */
export function textBlocks(text: string): Block[] {
  const reading: TextReading = { blocks: [], tables: 0, lines: [], head: "", inTable: undefined };
  for (const [at, raw] of text
    .replace(/^\ufeff/, "")
    .replace(FRONT_MATTER, (matter) => matter.replace(/[^\n]+/g, ""))
    .split(/\r\n|[\n\r\f\v\u2028\u2029]/, mostLines)
    .entries()) {
    if (raw.trim()) takeLine(reading, `line ${at + 1}`, raw.trimEnd());
    else if (reading.starts) reading.lines.push({ where: "", cells: [] });
    else reading.inTable = undefined;
  }
  endTable(reading);
  return withLevels(reading.blocks);
}
