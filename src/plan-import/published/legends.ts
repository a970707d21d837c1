/** What a file says its colours and letters mean, wherever it stands: a line, a note below a table, a small table of its own. Pure. */
import type { Column } from "./columns.js";
import { filled, type GridCell, type GridRow } from "./grid.js";
import { type Piece, textsOf } from "./segments.js";
import { colourNamed, colourOfFill, isStatus, type Legend, legendIn } from "./statuses.js";

/** A colour, or a word or letter for one, and the words beside it or in it. */
function pairsIn({ cells }: GridRow): string[] {
  const own = cells.filter(({ covered, text, fill }) => !covered && (text || colourOfFill(fill)));
  return own.flatMap((cell: GridCell, at): string[] => {
    const next = own[at + 1]?.text;
    const named = /^\p{L}$/u.test(cell.text.trim()) ? cell.text.trim() : colourNamed(cell.text);
    if (named && next && cell.text.length < 20) return [`${named} = ${next}`];
    const colour = colourOfFill(cell.fill);
    if (!colour) return [];
    return cell.text ? [`${colour} = ${cell.text}`] : next ? [`${colour} = ${next}`] : [];
  });
}

/** A table that says what colours mean. */
function legendOfTable(rows: GridRow[]): Legend | undefined {
  const pairs = rows.map(pairsIn);
  const said = pairs.filter((each) => each.length).length;
  const isLegend = pairs.flat().length >= 2 && (said >= rows.length - 1 || said >= 3);
  return isLegend ? legendIn(`Key: ${pairs.flat().join("; ")}`) : undefined;
}

/** What colours or letters mean, where the rows explain them. */
export const legendOfRows = (rows: GridRow[]): Legend | undefined =>
  legendOfTable(rows) ??
  textsOf(rows)
    .map((text) => legendIn(text))
    .find(Boolean);

/** Statuses with what they mean, under heads that might be those of actions: "RAG | Description". */
export function isLegendOf(columns: Column[], rows: GridRow[]): boolean {
  const read = columns.filter(({ role }) => role !== "unread");
  const status = read.find(({ role }) => role === "status");
  if (!status || read.length > 2 || rows.length > 8 || rows.length < 2) return false;
  const words = rows.map((row) => row.cells[status.at]?.text ?? "");
  return new Set(words).size === words.length && words.every((text) => text === "" || isStatus(text));
}

const noteOf = (rows: GridRow[]): Legend | undefined =>
  rows
    .filter((row) => filled(row).length === 1)
    .map((row) => legendIn(textsOf([row])[0] ?? ""))
    .find(Boolean);

/** The first legend of a file, which counts for rows above it too. */
export function firstLegend(pieces: Piece[]): Legend | undefined {
  for (const piece of pieces) {
    const found = piece.type === "line" ? legendIn(piece.text) : piece.type === "headless" ? legendOfRows(piece.rows) : noteOf(piece.rows);
    if (found) return found;
  }
  return undefined;
}
