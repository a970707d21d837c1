/** The words that an item is written in, made once each. */
import type { Item } from "../plan/index.js";
import { stopWords } from "./lexicon.js";
import type { WordLookup } from "./postings.js";
import { stem } from "./stem.js";

const textOf = (item: Item): string =>
  item.type === "theme" ? item.theme.name : item.type === "priority" ? item.priority.title : item.type === "action" ? item.action.text : item.measure.text;

const wordSets = new WeakMap<Item, ReadonlySet<string>>();

/** The words of an item as they are written, aliases and labels too. */
export function wordsOf(item: Item): ReadonlySet<string> {
  const known = wordSets.get(item);
  if (known) return known;
  const more =
    item.type === "priority" ? (item.priority.aliases ?? []) : item.type === "action" ? (item.action.milestones ?? []).map(({ label }) => label ?? "") : [];
  const words = new Set(
    [textOf(item), ...more]
      .join(" ")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  wordSets.set(item, words);
  return words;
}

const sizes = new WeakMap<Item, number>();

/** How much an item says, by the weight of its words; remembered for each item. */
export function sizeOf(item: Item, planIndex: Pick<WordLookup, "weight">): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  const telling = textOf(item)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !stopWords.has(word));
  const size = item.type === "theme" ? telling.length : telling.filter((word) => planIndex.weight(word) > 0.2).length;
  sizes.set(item, size);
  return size;
}

const rows = new WeakMap<Item, string>();

/** Whether several words stand in the item one after the other, as they were said. */
export function saidInARow(item: Item, stems: string): boolean {
  if (!stems.trim().includes(" ")) return false;
  const known = rows.get(item);
  if (known !== undefined) return known.includes(stems);
  const words = textOf(item)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !stopWords.has(word));
  const row = ` ${words.map(stem).join(" ")} `;
  rows.set(item, row);
  return row.includes(stems);
}
