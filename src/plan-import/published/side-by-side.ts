/** Several actions in one row without bullets, each with a line of its own for who and when. Pure. */
import type { itemsOf } from "./action-cells.js";
import type { Column } from "./columns.js";
import { isDate } from "./contents.js";
import { cellAt, type GridCell, type GridRow } from "./grid.js";
import type { Role } from "./heading-words.js";
import { columnsIn } from "./table-kind.js";

/** The lines of a cell, where there are as many as there are actions. */
export function linesIn(columns: Column[], row: GridRow, role: Role, count: number): string[] | undefined {
  const [column] = columnsIn(columns, role);
  const lines = column ? cellAt(row, column.at).paragraphs.map(({ text }) => text.trim()) : [];
  return lines.filter(Boolean).length === count ? lines.filter(Boolean) : undefined;
}

/** Lines without bullets that each have a line of dates beside them are an action each. */
export function sideBySide(columns: Column[], row: GridRow, { paragraphs }: GridCell): ReturnType<typeof itemsOf> | undefined {
  const lines = paragraphs.map(({ text }) => text.trim()).filter(Boolean);
  if (lines.length < 2 || paragraphs.some(({ listed }) => listed) || !lines.every((text) => /^[\p{Lu}\p{N}“"‘(]/u.test(text))) return undefined;
  const dates = linesIn(columns, row, "due", lines.length);
  return dates?.every(isDate) ? { texts: lines.map((text) => ({ text, listed: true })) } : undefined;
}
