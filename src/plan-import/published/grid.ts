/** Blocks as lines and tables of a grid: each row has as many cells as the table has columns. Pure. */
import type { Block, Cell, Paragraph } from "../block.js";

export interface GridCell {
  /** In one line, with what lists print before it. */
  text: string;
  paragraphs: Paragraph[];
  fill?: string;
  /** Merged with the cell above, whose words it has. */
  above: boolean;
  /** Merged with the cell to its left; it has no words. */
  covered: boolean;
  span: number;
}

export interface GridRow {
  where: string;
  cells: GridCell[];
}

export interface GridTable {
  type: "table";
  name: string;
  /** The sheet of a workbook that it is. */
  sheet?: string;
  rows: GridRow[];
}

export interface TextLine extends Paragraph {
  type: "line";
  where: string;
}

export type Part = GridTable | TextLine;

const textOf = ({ paragraphs }: Cell): string =>
  paragraphs
    .map(({ text, number }) => (number ? `${number} ${text}` : text))
    .filter(Boolean)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

const emptyCell: GridCell = { text: "", paragraphs: [], above: false, covered: false, span: 1 };

function gridCells(cells: Cell[]): GridCell[] {
  return cells.flatMap((cell) => {
    const { paragraphs, fill, above = false, span } = cell;
    const first: GridCell = { text: textOf(cell), paragraphs, above, covered: false, span, ...(fill && { fill }) };
    const covered: GridCell = { ...emptyCell, above, covered: true, ...(fill && { fill }) };
    return [first, ...Array<GridCell>(Math.max(span - 1, 0)).fill(covered)];
  });
}

/** An empty cell where a row is shorter. */
export const cellAt = (row: GridRow, column: number): GridCell => row.cells[column] ?? emptyCell;

/** The rows of one table stand together. */
export function partsOf(blocks: Block[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    if (block.type === "line") {
      if (block.paragraph.text.trim())
        parts.push({ type: "line", where: block.where, ...block.paragraph, text: block.paragraph.text.replace(/\s+/g, " ").trim() });
      continue;
    }
    const last = parts.at(-1);
    const row = { where: block.where, cells: gridCells(block.cells) };
    if (last?.type === "table" && last.name === block.table) last.rows.push(row);
    else parts.push({ type: "table", name: block.table, ...sheetOf(block.table), rows: [row] });
  }
  return parts;
}

function sheetOf(table: string): { sheet?: string } {
  const sheet = /^sheet "(.*)"$/s.exec(table)?.[1];
  return sheet === undefined ? {} : { sheet };
}

/** The cells of a row that have words of their own, with their columns. */
export const filled = (row: GridRow): { cell: GridCell; column: number }[] =>
  row.cells.flatMap((cell, column) => (cell.text && !cell.covered ? [{ cell, column }] : []));
