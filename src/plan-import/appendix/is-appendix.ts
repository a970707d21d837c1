/** Whether a file has the shape of an appendix: a row a priority, whose actions, Years and measures are pooled in its cells. Pure. */
import { timescaleParts } from "../../plan/timescale.js";
import type { Block } from "../block.js";
import { cellAt, partsOf } from "../published/grid.js";
import { rolesNamed } from "../published/heading-words.js";
import { piecesOf, type Segment } from "../published/segments.js";
import { kindOfTable, type TableKind } from "../published/table-kind.js";
import { layoutOf } from "./layout.js";

const pooled = new Set(["level", "reference", "action", "due", "measure", "unread"]);

const hasStamp = (text: string): boolean => timescaleParts(text).some(({ type }) => type === "stamp");

/** Years of the plan, and nothing of what only a row an action can say. */
function isPooled({ columns }: TableKind, { rows }: Segment): boolean {
  if (!columns.every(({ role }) => pooled.has(role)) || !columns.some(({ role }) => role === "action")) return false;
  if (columns.some(({ name }) => rolesNamed(name)[0] === "lead" || rolesNamed(name)[0] === "status")) return false;
  const due = columns.find(({ role }) => role === "due");
  const texts = due ? rows.map((row) => cellAt(row, due.at).text).filter((text) => /[\p{L}\p{N}]/u.test(text)) : [];
  return texts.length > 0 && texts.filter(hasStamp).length >= texts.length / 2;
}

/** Whether all tables with actions pool them: a row a priority, with lists in its cells. */
export function isAppendix(blocks: Block[]): boolean {
  const segments = piecesOf(partsOf(blocks)).filter((piece): piece is Segment => piece.type === "segment");
  const tables = segments.map((segment) => ({ segment, kind: kindOfTable(segment.head, segment.rows) }));
  const withActions = tables.filter(({ kind }) => kind.columns.some(({ role }) => role === "action"));
  return withActions.length > 0 && withActions.every(({ kind, segment }) => isPooled(kind, segment));
}

/** Rows that begin with a priority's number, with cells parted by tabs; its columns are headed as an appendix's are, or not at all. */
export function isAppendixText(text: string): boolean {
  const lines = layoutOf(text);
  if (!lines.some((line) => line.type === "priority" && line.printed > 1)) return false;
  const headers = lines.filter((line) => line.type === "header");
  const isOther = (name: string) => ["lead", "status", "note"].includes(rolesNamed(name)[0] ?? "");
  return headers.every((line) => line.type !== "header" || !line.names.some(isOther));
}
