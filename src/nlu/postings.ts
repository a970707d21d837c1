/** Which items of a plan a word stands in. */
import type { Catalogue, Item } from "../plan/index.js";
import { isWord, stemsOf } from "./stem.js";

/** Where in an item a word stands. An alias counts most, what hangs on an item least. */
export type Field = "own" | "alias" | "label" | "unit";

/** What a word in a field is worth. */
const fieldWorth: Record<Field, number> = { alias: 0.9, own: 1, label: 0.95, unit: 0.6 };

/** Where a word stands. */
export interface Hits {
  /** Only the beginning of the word is the same: it supports a reading and cannot carry one. */
  loose: boolean;
  /** Places of items in the catalogue; with what the word is worth in each, at most 1. Kept as numbers, as a common word of a large plan has thousands. */
  places: Int32Array;
  worth: Float64Array;
}

/** Longest text of a plan that is indexed whole. */
export const textLength = 4000;

/** Which items a word stands in and where, by its stem; and all stems in order. */
export interface Postings {
  under: Map<string, Map<number, readonly Field[]>>;
  stems: string[];
}

/** Shared by all words that stand in one field of an item, as nearly all do: a large plan has a hundred thousand. */
const alone: Record<Field, readonly Field[]> = { own: ["own"], alias: ["alias"], label: ["label"], unit: ["unit"] };

/** Which items have a word's stem, and in which of their fields. `items`: the words of each one's fields. */
export function postingsOf(items: Record<Field, readonly string[]>[], stemOf: (word: string) => string): Postings {
  const under: Postings["under"] = new Map();
  const add = (term: string, at: number, field: Field) => {
    const items = under.get(term) ?? new Map<number, readonly Field[]>();
    const fields = items.get(at);
    if (!fields?.includes(field)) items.set(at, fields ? [...fields, field] : alone[field]);
    under.set(term, items);
  };
  for (const [at, fields] of items.entries())
    for (const [field, words] of Object.entries(fields) as [Field, string[]][]) for (const word of words) if (isWord(word)) add(stemOf(word), at, field);
  return { under, stems: [...under.keys()].sort() };
}

/** Stems that begin so. */
function beginning(stems: string[], start: string): string[] {
  let from = 0;
  for (let to = stems.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((stems[middle] as string) < start) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (stems[end]?.startsWith(start)) end++;
  return stems.slice(from, end);
}

/** How `PlanIndex` looks words up. */
export interface WordLookup {
  /** Items in which a word stands, in any form; cut short when it stands nowhere as written. */
  hits(word: string): Hits;
  /** 0 for a word that is everywhere in the plan, 1 for one that stands under a single priority, more for one it does not have. */
  weight(word: string): number;
  /** For each action and measure the place of its priority in the catalogue; -1 for what is under none. */
  parents: Int32Array;
}

/** As written first, then longer words, then whatever begins alike; misspellings were corrected before. Kept, as people ask about the same things. */
export function wordLookupIn({ items, priorities }: Catalogue, { under, stems }: Postings): WordLookup {
  const groups = Math.max(2, priorities.length);
  const countGroups = counterOf(groupsOf(items));
  const termsOf = (word: string): { terms: string[]; loose: boolean } => {
    const exact = stemsOf(word).filter((term) => under.has(term));
    const longer = exact.length || word.length < 5 ? exact : stemsOf(word).flatMap((term) => beginning(stems, term));
    if (longer.length || word.length < 6) return { terms: longer, loose: false };
    return { terms: stemsOf(word.slice(0, Math.max(4, word.length - 3))).flatMap((term) => beginning(stems, term)), loose: true };
  };
  const hits = kept((word): Hits => {
    const { terms, loose } = termsOf(word);
    const best = new Map<number, number>();
    for (const term of terms)
      for (const [at, some] of under.get(term) ?? []) for (const field of some) best.set(at, Math.max(best.get(at) ?? 0, fieldWorth[field]));
    return { loose, places: Int32Array.from(best.keys()), worth: Float64Array.from(best.values()) };
  });
  // Asked for every word of every item that a question finds, so it makes no list of hits.
  const weight = kept((word): number => {
    const { terms, loose } = termsOf(word);
    if (loose || !terms.length) return 1.2;
    const found = countGroups(terms.map((term) => under.get(term)?.keys() ?? []));
    return Math.max(0.08, 1 - Math.log(found) / Math.log(groups + 1));
  });
  return { hits, weight, parents: parentsOf(items) };
}

function parentsOf(items: readonly Item[]): Int32Array {
  let priority = -1;
  return Int32Array.from(items, ({ type }, at) => {
    if (type === "priority") priority = at;
    return type === "action" || type === "measure" ? priority : -1;
  });
}

/** A number for what each item belongs to: its priority, or its theme. */
function groupsOf(items: readonly Item[]): Int32Array {
  const numbers = new Map<unknown, number>();
  return Int32Array.from(items, (item) => {
    const group = "priority" in item ? item.priority : item.theme;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

/** Counts the different groups that items are of, given by their places; without making a list, as a common word stands in thousands. */
function counterOf(groupOf: Int32Array): (places: Iterable<number>[]) => number {
  const seenIn = new Int32Array(groupOf.length);
  let asked = 0;
  return (places) => {
    asked++;
    let found = 0;
    for (const some of places)
      for (const at of some) {
        const group = groupOf[at] as number;
        if (seenIn[group] === asked) continue;
        seenIn[group] = asked;
        found++;
      }
    return found;
  };
}

/** The same for the same word, for as many as people use. */
export function kept<T>(look: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const value = known.get(word) ?? look(word);
    if (known.size < mostKept) known.set(word, value);
    return value;
  };
}

const mostKept = 20_000;
