/** Two tables that stand side by side on one sheet, with an empty column between them. Pure. */
import { cellAt, filled, type GridRow, type GridTable } from "./grid.js";
import { isHeadRow } from "./table-head.js";

const cut = (row: GridRow, from: number, to: number): GridRow => ({ where: row.where, cells: row.cells.slice(from, to) });

/** The table, or the tables that it is, from left to right; what stands above them goes with the first. */
export function apart(table: GridTable): GridTable[] {
  if (table.sheet === undefined) return [table];
  for (const [head, row] of table.rows.entries()) {
    const parts = isHeadRow(row) ? partsUnder(table.rows, head) : [];
    if (parts.length > 1) return parts.map((part, place) => ({ ...table, rows: rowsOf(table.rows, part, place ? head : 0) }));
  }
  return [table];
}

interface Part {
  from: number;
  to: number;
}

/** Stretches of columns with words below a head, where each has a head of its own. */
function partsUnder(rows: readonly GridRow[], head: number): Part[] {
  const below = rows.slice(head);
  const first = rows[head] as GridRow;
  const isGap = (column: number) => below.every((row) => !cellAt(row, column).text && !cellAt(row, column).covered);
  const parts: Part[] = [];
  for (let at = 0, from = 0; at <= first.cells.length; at++) {
    if (at < first.cells.length && !isGap(at)) continue;
    if (at > from) parts.push({ from, to: at });
    from = at + 1;
  }
  return parts.every(({ from, to }) => isHeadRow(cut(first, from, to))) ? parts : [];
}

const rowsOf = (rows: readonly GridRow[], { from, to }: Part, first: number): GridRow[] =>
  rows
    .slice(first)
    .map((row) => cut(row, from, to))
    .filter((row) => filled(row).length);
