/** The tables of a Word document, and tables within their cells: words of the cell, or tables of their own where they have a head. Pure. */
import type { Block, Cell, Paragraph } from "../../block.js";
import { partsOf } from "../../published/grid.js";
import { isHeadRow } from "../../published/table-head.js";

/** A table within a cell, with how many paragraphs stand before it there. */
interface Inner {
  cell: Cell;
  after: number;
  table: OpenTable;
}

interface Row {
  cells: Cell[];
  inner: Inner[];
  gone: boolean;
}

export interface OpenTable {
  rows: Row[];
  row?: Row | undefined;
  cell?: Cell | undefined;
  /** The words that cells which go on with the one above have, by column. */
  above: Map<number, Paragraph[]>;
}

const mostRows = 30_000;

export interface Counts {
  tables: number;
  lines: number;
}

/** A table that is being read. */
export const newTable = (): OpenTable => ({ rows: [], above: new Map() });

/** Adds the cell to its row; one that is merged with the one above has its words. */
export function closeCell(table: OpenTable | undefined): void {
  if (!table?.row || !table.cell) return;
  const { row, cell, above } = table;
  const column = row.cells.reduce((count, { span }) => count + span, 0);
  if (cell.above) cell.paragraphs = above.get(column) ?? [];
  else above.set(column, cell.paragraphs);
  row.cells.push(cell);
  table.cell = undefined;
}

/** Adds the row to its table. Throws a RangeError when there are more than any plan has. */
export function closeRow(table: OpenTable | undefined): void {
  if (!table?.row) return;
  if (table.rows.length > mostRows) throw new RangeError("rows");
  table.rows.push(table.row);
  table.row = undefined;
}

const wordsIn = ({ rows }: OpenTable): Paragraph[] =>
  rows.filter(({ gone }) => !gone).flatMap(({ cells }) => cells.flatMap(({ paragraphs, above }) => (above ? [] : paragraphs)));

function hasHead({ rows }: OpenTable): boolean {
  const [part] = partsOf(rows.map(({ cells }): Block => ({ type: "row", where: "", table: "", cells })));
  return part?.type === "table" && part.rows.length > 1 && part.rows.slice(0, 2).some((row) => isHeadRow(row));
}

/** A table within a cell: rows of their own where it has a head, words of the cell otherwise. */
export function addInner({ row, cell }: OpenTable, table: OpenTable): void {
  if (!row || !cell) return;
  if (hasHead(table)) row.inner.push({ cell, after: cell.paragraphs.length, table });
  else cell.paragraphs.push(...wordsIn(table));
}

/** A row that only holds tables in place: what its cells say stands as lines around them. */
function laidOut({ cells, inner }: Row, counts: Counts): Block[] {
  const lineOf = (paragraph: Paragraph): Block => ({ type: "line", where: `paragraph ${++counts.lines}`, paragraph });
  return cells.flatMap((cell) => {
    let from = 0;
    const blocks = inner
      .filter((one) => one.cell === cell)
      .flatMap(({ after, table }) => {
        const before = cell.paragraphs.slice(from, after).map(lineOf);
        from = after;
        return [...before, ...blocksOf(table, counts)];
      });
    return [...blocks, ...cell.paragraphs.slice(from).map(lineOf)];
  });
}

/** A table's rows as blocks; rows that were deleted with changes tracked are left out. */
export function blocksOf({ rows }: OpenTable, counts: Counts): Block[] {
  const table = `table ${++counts.tables}`;
  return rows.flatMap((row, at): Block[] => {
    if (row.gone) return [];
    return row.inner.length ? laidOut(row, counts) : [{ type: "row", where: `${table}, row ${at + 1}`, table, cells: row.cells }];
  });
}
