/** Rows of a table whose columns are held by where words stand on a line, as in text that was copied and in a PDF. Pure. */

import { joined } from "../appendix/cells.js";

export interface Piece {
  /** Where it begins and ends across the page. */
  from: number;
  to: number;
  text: string;
  /** It goes on with the cell above, though it stands in no column of its own. */
  isRest?: boolean;
}

export interface AlignedLine {
  /** Lines are counted, or where it stands down the page. */
  pieces: Piece[];
  /** Space above it is that of another row. */
  apart?: boolean;
}

/** Which column each piece of a line stands in: the one that begins last before it, with some room. */
export function columnOf(starts: number[], piece: Piece, room: number): number {
  let found = 0;
  for (const [column, start] of starts.entries()) if (piece.from >= start - room) found = column;
  return found;
}

/** Pieces of a line put into the columns that begin at `starts`, `room` characters to the left allowed. */
export function inColumns(starts: number[], pieces: Piece[], room: number): string[] {
  const cells = starts.map((): string[] => []);
  for (const piece of pieces) cells[columnOf(starts, piece, room)]?.push(piece.text);
  return cells.map((texts) => texts.join(" "));
}

/**
 * The column whose words are there once a row, on its first line: the first one that is not there on each line.
 * Nothing where all are there on each line, as every row is one line then.
 */
export function anchorOf(lines: string[][]): number | undefined {
  const width = Math.max(0, ...lines.map((cells) => cells.length));
  const counts = Array.from({ length: width }, (_, column) => lines.filter((cells) => cells[column]).length);
  const [first = 0] = counts;
  if (first > 0 && first < lines.length) return 0;
  const candidates = counts.map((count, column) => ({ count, column })).filter(({ count }) => count > 0 && count < lines.length);
  return candidates.sort((a, b) => b.count - a.count)[0]?.column;
}

/** The words of a line that two spaces or more part. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(/\S+(?: \S+)*/g)) pieces.push({ from: match.index, to: match.index + match[0].length, text: match[0] });
  return pieces;
}

interface ColumnLine {
  where: string;
  cells: string[];
}

/** Lines in columns as rows: one begins where the column that is there once a row has words, or after an empty line. */
export function rowsOfLines(lines: ColumnLine[]): ColumnLine[] {
  const anchor = anchorOf(lines.map(({ cells }) => cells).filter((cells) => cells.some(Boolean)));
  const rows: ColumnLine[] = [];
  let isApart = false;
  for (const { where, cells } of lines) {
    const last = rows.at(-1);
    if (!cells.some(Boolean)) isApart = true;
    else if (!last || anchor === undefined || cells[anchor] || (isApart && cells[0])) rows.push({ where, cells: [...cells] });
    else last.cells = last.cells.map((text, column) => (cells[column] ? (text ? joined(text, cells[column] as string) : (cells[column] as string)) : text));
    if (cells.some(Boolean)) isApart = false;
  }
  return rows;
}
