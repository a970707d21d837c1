/** The head of a table whose words no reader knows: short words over columns that hold dates or states, and texts. Pure. */
import { contentsOf, isDate } from "./contents.js";
import { filled, type GridRow } from "./grid.js";
import { isStatus } from "./statuses.js";
import type { Head } from "./table-head.js";

const mostAbove = 6;
const longestName = 60;

/** Words set apart, none of which is a date or a state itself. */
function mightHead(row: GridRow): boolean {
  const cells = filled(row);
  return cells.length > 2 && cells.every(({ cell: { text } }) => text.length <= longestName && !isDate(text) && !isStatus(text) && /\p{L}/u.test(text));
}

/** The rows above such a head, and those below it; nothing where those hold no texts with a date or a state each. */
export function plainHeadIn(rows: GridRow[]): { above: GridRow[]; head: Head; rows: GridRow[] } | undefined {
  const at = rows.slice(0, mostAbove).findIndex(mightHead);
  const [head, below] = [rows[at], rows.slice(at + 1)];
  if (!head || below.length < 2) return undefined;
  const columns = filled(head).map(({ column }) => contentsOf(below, column));
  const isTelling = columns.some(({ count, dates, statuses, numbers }) => count > 1 && numbers < 0.6 && (dates >= 0.6 || statuses >= 0.7));
  const hasTexts = columns.some(({ count, different, length, dates, numbers }) => count > 1 && different > 0.8 && length >= 12 && dates < 0.4 && numbers < 0.4);
  return isTelling && hasTexts ? { above: rows.slice(0, at), head: { names: head.cells.map(({ text }) => text), rows: 1 }, rows: below } : undefined;
}
