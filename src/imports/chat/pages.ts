/** Rows to look at, a handful at a time: as many as a card holds whole. Pure. */
import type { SettledRow } from "./settled-row.js";

const mostRows = 6;
/** Of the 20,000 that a card may have, with room for the rest of it and for how a template writes them. */
const mostCharacters = 7_000;

const sizeOf = ({ input, why, facts }: SettledRow): number => JSON.stringify(input).length + why.length + facts.join().length;

/** At least one page; each has a row at least, but for the first where there are none. */
export function pagesOf(rows: SettledRow[]): SettledRow[][] {
  const pages: SettledRow[][] = [[]];
  let size = 0;
  for (const row of rows) {
    const page = pages.at(-1) as SettledRow[];
    size += sizeOf(row);
    if (page.length && (page.length === mostRows || size > mostCharacters)) {
      pages.push([row]);
      size = sizeOf(row);
    } else page.push(row);
  }
  return pages;
}
