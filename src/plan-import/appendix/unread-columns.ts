/** Words in columns that a plan does not have. */
import type { ReviewIssue, UnreadCell } from "../look-row.js";
import { quoted } from "../problems.js";
import type { Printing } from "./printed-parts.js";

type Cell = UnreadCell & { line: number };

/** By the column's name. */
export type UnreadColumns = Map<string, Cell[]>;

/** Gathers a column that holds nothing of a plan, to be told once. */
export function addUnread(columns: UnreadColumns, name: string, cell: Cell): void {
  const cells = columns.get(name) ?? [];
  cells.push(cell);
  columns.set(name, cells);
}

const shown = 3;

/** A row for each column, with some of its words. */
export const lookAtUnread = (columns: UnreadColumns, { at }: Printing): ReviewIssue[] =>
  [...columns].map(([name, cells]) => {
    const some = cells.slice(0, shown).map(({ line, words }) => `${quoted(words)} (${at(line)})`);
    const rows = cells.length === 1 ? "1 row has" : `${cells.length} rows have`;
    const why = `the column ${quoted(name)} is not read; ${rows} words in it: ${some.join(", ")}${cells.length > shown ? " …" : ""}`;
    return { id: "plan", kind: "unread column", name, cells: cells.map(({ line: _, ...cell }) => cell), why };
  });
