/** Which measures of a long list stand on one page of a form. Pure. */
import { type Entry, mostEntries } from "./entries.js";

/** Narratives are long: fewer of them fit on a card. */
const weightOf = ({ item }: Entry): number => (!item.measure.kind || item.measure.kind === "narrative" ? 2 : 1);

/** Entries in their order, so many to a page as a card takes; a narrative counts twice. */
export function pagesOf(entries: Entry[]): Entry[][] {
  const pages: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const weight = weightOf(entry);
    if (room < weight) {
      pages.push([]);
      room = mostEntries;
    }
    pages.at(-1)?.push(entry);
    room -= weight;
  }
  return pages;
}
