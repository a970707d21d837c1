/** What a row says beside its action: how it stands, notes, and words that a plan has no place for. Pure. */
import { quoted } from "../problems.js";
import type { Column } from "./columns.js";
import type { Doubt, DraftAction } from "./draft.js";
import { cellAt, type GridRow } from "./grid.js";
import { isStatusOfPeriod, plainHeading, type Role } from "./heading-words.js";
import { colourOfFill, type Legend, type PrintedStatus, percentIn, statusIn } from "./statuses.js";
import { columnsIn } from "./table-kind.js";

/** The first words in a row's columns of this role; empty where there are none. */
export const textIn = (columns: Column[], row: GridRow, role: Role): string =>
  columnsIn(columns, role)
    .map(({ at }) => cellAt(row, at).text)
    .find(Boolean) ?? "";

/** "Yes" and "No" under "Completed?" or "On track?". */
function answerIn(name: string, text: string): PrintedStatus | undefined {
  const plain = plainHeading(name);
  const isDone = /^(?:done|completed?|achieved|implemented|finished|delivered|closed)$/.test(plain);
  if (!isDone && plain !== "on track") return undefined;
  if (/^y(?:es)?$/i.test(text)) return { status: isDone ? "complete" : "on-track" };
  return !isDone && /^no?$/i.test(text) ? { status: "off-track" } : undefined;
}

/** The status of a row by words, letter or colour; of several quarters the last that says something. */
export function statusOf(legend: Legend, columns: Column[], row: GridRow): { status?: DraftAction["status"]; doubt?: Doubt } {
  const cells = columnsIn(columns, "status").map(({ at }) => cellAt(row, at));
  // Of several quarters the last that says something counts.
  const cell = cells.findLast(({ text, fill }) => text || colourOfFill(fill)) ?? cells[0];
  const colour = colourOfFill(cell?.fill);
  const name = columnsIn(columns, "status").find(({ at }) => cellAt(row, at) === cell)?.name ?? "";
  const read = cell?.text ? (answerIn(name, cell.text) ?? statusIn(cell.text, legend)) : undefined;
  const byColour = colour && (!cell?.text || !read) ? legend.get(colour) : undefined;
  const percent = percentIn(textIn(columns, row, "percent") || (cell?.text ?? ""));
  const byPercent = percent === 100 ? "complete" : percent === 0 ? "not-started" : undefined;
  const status = read?.status ?? byColour ?? byPercent;
  const unsure = read?.unsure
    ? `${quoted(cell?.text)} is read as at risk`
    : cell?.text && !status && percent === undefined && /\p{L}/u.test(cell.text)
      ? `the status ${quoted(cell.text)} is not read`
      : "";
  return { ...(status && { status }), ...(unsure && { doubt: { kind: "unsure status", why: unsure, words: cell?.text.slice(0, 60) } }) };
}

/** The progress words of a row, with what a status column says beyond the status. */
export function noteOf(columns: Column[], row: GridRow): string {
  // A status may go on in words: "Complete: opened in May".
  const told = columnsIn(columns, "status").flatMap(({ at }) => {
    const text = cellAt(row, at).text.replace(/^\d{1,2}\s?[.:)–-]\s*(?=\p{L})/u, "");
    return /[:;,–-]\s*\p{L}/u.test(text) || text.split(" ").length > 4 ? text : [];
  });
  const before = columnsIn(columns, "status").flatMap(({ at, name }) =>
    cellAt(row, at).text && isStatusOfPeriod(name) ? `${name}: ${cellAt(row, at).text}` : [],
  );
  const all = columnsIn(columns, "note").map(({ at, name }) => ({ name, text: cellAt(row, at).text }));
  const named = all.filter(({ text }) => text).map(({ name, text }) => (all.length > 1 && /\d/.test(name) ? `${name}: ${text}` : text));
  const notes = [...named, ...(before.length > 1 ? [before.join("; ")] : told)];
  return notes
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .join("\n")
    .slice(0, 4000);
}

/** Words in columns that hold nothing of a plan, with the column's name. */
export const unreadIn = (columns: Column[], row: GridRow): { name: string; words: string }[] =>
  columnsIn(columns, "unread").flatMap(({ at, name }) => {
    const words = cellAt(row, at).text;
    return /[\p{L}\p{N}]/u.test(words) ? [{ name: name || `column ${at + 1}`, words }] : [];
  });
