/** Priorities, actions and measures that fit what somebody is typing: every word or the beginning of one. Pure. */

import { wordsOf } from "../../answers/scope.js";
import type { Catalogue, Item } from "../../plan/index.js";

/** What can be searched. */
export type Searched = Exclude<Item, { type: "theme" }>;

interface Entry {
  item: Searched;
  id: string;
  /** Words in small letters, a space before each; the item's own, then what stands above it. */
  own: string;
  above: string;
}

const kept = new WeakMap<Catalogue, Entry[]>();
/** More is no search any more. */
const mostTyped = 120;

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.£%]+/gu, " ")
    .replace(/\.(?= |$)/g, "")
    .trim();

function entriesOf(catalogue: Catalogue): Entry[] {
  const known = kept.get(catalogue);
  if (known) return known;
  const entries = catalogue.items.flatMap((item): Entry[] => {
    if (item.type === "theme") return [];
    const aliases = (item.priority.aliases ?? []).join(" ");
    const own = item.type === "priority" ? `${wordsOf(item)} ${aliases}` : wordsOf(item);
    const above = item.type === "priority" ? item.theme.name : `${item.priority.title} ${aliases} ${item.theme.name}`;
    return [{ item, id: item.id.toLowerCase(), own: ` ${plain(own)}`, above: ` ${plain(above)}` }];
  });
  kept.set(catalogue, entries);
  return entries;
}

const kindOrder = { priority: 0, action: 1, measure: 2 };

/** Best first, at most `most`: by id, then by own words, then by those of what stands above; ties in the order priorities, actions, measures, as printed. */
export function matching(catalogue: Catalogue, typed: string, most: number): Searched[] {
  const text = plain(typed.slice(0, mostTyped));
  const words = text.split(" ").filter(Boolean);
  if (!words.length) return [];
  const scored = entriesOf(catalogue).flatMap((entry) => {
    const score = scoreOf(entry, text, words);
    return score ? [{ item: entry.item, score }] : [];
  });
  scored.sort((a, b) => b.score - a.score || kindOrder[a.item.type] - kindOrder[b.item.type]);
  return scored.slice(0, most).map(({ item }) => item);
}

function scoreOf({ id, own, above }: Entry, text: string, words: string[]): number {
  if (id === text) return 100;
  if (id.startsWith(text)) return 50;
  let score = own.includes(` ${text}`) ? 10 : 0;
  for (const word of words) {
    if (own.includes(` ${word}`)) score += 3;
    else if (id.startsWith(word)) score += 3;
    else if (above.includes(` ${word}`)) score += 1;
    else return 0;
  }
  return score;
}
