import { stemmer } from "stemmer";
import type { Catalogue, Item } from "../../plan/index.js";
import { englishWords } from "./english.js";
import { cueWords, rewritten, spellable, stopWords } from "./lexicon.js";
import { type Speller, spellerOf } from "./spelling.js";
import { digitOf, plainWords } from "./words.js";

/** Where in an item a word stands. An alias counts most, what hangs on an item least. */
export type Field = "own" | "alias" | "label" | "unit";

export interface Hit {
  item: Item;
  /** Only the beginning of the word is the same: it supports a reading and cannot carry one. */
  loose: boolean;
  fields: Field[];
}

/** All that understanding knows of one plan, made once from its catalogue. */
export interface Guide {
  catalogue: Catalogue;
  speller: Speller;
  /** Whether the plan itself uses the word, in any form. */
  isPlanWord(word: string): boolean;
  /** Whether the word stands in the plan's own title ("libraries", "hospital"): everything is about that. */
  isEverywhere(word: string): boolean;
  /** Whether the plan uses the word as an acronym: "SEND", "IT". */
  isAcronym(word: string): boolean;
  /** Items in which a word stands, in any form; cut short when it stands nowhere as written. */
  hits(word: string): Hit[];
  /** 0 for a word that is everywhere in the plan, 1 for one that stands under a single priority, more for one it does not have. */
  weight(word: string): number;
  /** Stems of each alias, theme name and milestone label, to the items called so. */
  names: Map<string, Item[]>;
  /** The same for names of several words with every word in place ("new library"), to the items called so. */
  wholeNames: Map<string, Item[]>;
  /** Longest name in words. */
  longestName: number;
  /** E-mail addresses in the plan, by the words of their first part; `alone` are those words that name nobody and nothing else. */
  people: { email: string; words: string[]; alone: string[] }[];
  /** What they are called, by its first word. */
  peopleByWord: Map<string, { email: string; name: string }[]>;
}

const guides = new WeakMap<Catalogue, Guide>();

export function guideTo(catalogue: Catalogue, title: string): Guide {
  const known = guides.get(catalogue);
  if (known) return known;
  const guide = makeGuide(catalogue, title);
  guides.set(catalogue, guide);
  return guide;
}

/** One form for a word and its relations: "attending" and "attendance", "absent" and "absence", "utilize" and "utilise". */
export function stem(word: string): string {
  const stemmed = stemmer(word.replace(/iz(?=e|ed|es|ing|ation)/, "is").replace(/(?<=\w)uses$/, "us"));
  return stemmed.length >= 6 ? stemmed.replace(/(?:enc|ent|anc|ant)$/, "") : stemmed;
}
export const stemsOf = (text: string): string[] => plainWords(text).filter(isWord).map(stem);
/** Longest text of a plan that is indexed whole. */
const textLength = 4000;
const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/** A name without the words that people leave out, unless what is left is all over the plan ("new library"). */
function nameKey(name: string, weight: (word: string) => number): string {
  const words = plainWords(name).filter(isWord);
  const telling = words.filter((word) => !stopWords.has(word));
  const enough = telling.some((word) => weight(word) > 0.3);
  return (enough ? telling : words).map(stem).join(" ");
}

const fieldsOf = (item: Item): Record<Field, string> => {
  if (item.type === "theme") return { own: item.theme.name, alias: "", label: item.theme.statement ?? "", unit: "" };
  if (item.type === "priority") return { own: item.priority.title, alias: (item.priority.aliases ?? []).join(" ; "), label: "", unit: "" };
  if (item.type === "action")
    return { own: item.action.text, alias: "", label: (item.action.milestones ?? []).map((milestone) => milestone.label ?? "").join(" ; "), unit: "" };
  return { own: item.measure.text, alias: "", label: "", unit: item.measure.unit ?? "" };
};

const namesOf = (item: Item): string[] => {
  if (item.type === "theme") return [item.theme.name];
  if (item.type === "priority") return item.priority.aliases ?? [];
  return [];
};

/** Which items a word stands in and where, by its stem; and all stems in order. */
interface Postings {
  under: Map<string, Map<number, Field[]>>;
  stems: string[];
}

function postingsOf(texts: Record<Field, string>[], stemOf: (word: string) => string): Postings {
  const under: Postings["under"] = new Map();
  const add = (term: string, at: number, field: Field) => {
    const items = under.get(term) ?? new Map<number, Field[]>();
    const fields = items.get(at) ?? [];
    if (!fields.includes(field)) fields.push(field);
    under.set(term, items.set(at, fields));
  };
  for (const [at, text] of texts.entries())
    for (const [field, words] of Object.entries(text) as [Field, string][])
      if (words) for (const word of plainWords(words, textLength)) if (isWord(word)) add(stemOf(word), at, field);
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

/** As written first, then longer words, then whatever begins alike; misspellings were corrected before. Kept, as people ask about the same things. */
function lookerIn({ items, priorities }: Catalogue, { under, stems }: Postings): Pick<Guide, "hits" | "weight"> {
  const groups = Math.max(2, priorities.length);
  const groupOf = items.map((item) => ("priority" in item ? item.priority : item.theme));
  const termsOf = (word: string): { terms: string[]; loose: boolean } => {
    const exact = stemsOf(word).filter((term) => under.has(term));
    const longer = exact.length || word.length < 5 ? exact : stemsOf(word).flatMap((term) => beginning(stems, term));
    if (longer.length || word.length < 6) return { terms: longer, loose: false };
    return { terms: stemsOf(word.slice(0, Math.max(4, word.length - 3))).flatMap((term) => beginning(stems, term)), loose: true };
  };
  const hits = kept((word): Hit[] => {
    const { terms, loose } = termsOf(word);
    const fields = new Map<number, Field[]>();
    for (const term of terms) for (const [at, some] of under.get(term) ?? []) fields.set(at, [...(fields.get(at) ?? []), ...some]);
    return [...fields].map(([at, some]) => ({ item: items[at] as Item, loose, fields: some }));
  });
  // Asked for every word of every item that a question finds, so it makes no list of hits.
  const weight = kept((word): number => {
    const { terms, loose } = termsOf(word);
    if (loose || !terms.length) return 1.2;
    const found = new Set(terms.flatMap((term) => [...(under.get(term)?.keys() ?? [])].map((at) => groupOf[at])));
    return Math.max(0.08, 1 - Math.log(found.size) / Math.log(groups + 1));
  });
  return { hits, weight };
}

/** The same for the same word, for as many as people use. */
function kept<T>(look: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const value = known.get(word) ?? look(word);
    if (known.size < mostKept) known.set(word, value);
    return value;
  };
}

const mostKept = 20_000;

/** Names by the words people say, and by every word. */
function namesIn(catalogue: Catalogue, weight: (word: string) => number): Pick<Guide, "names" | "wholeNames" | "longestName"> {
  const names = new Map<string, Item[]>();
  const wholeNames = new Map<string, Item[]>();
  const add = (to: Map<string, Item[]>, key: string, item: Item) => key && to.set(key, [...(to.get(key) ?? []), item]);
  for (const item of catalogue.items)
    for (const name of namesOf(item)) {
      add(names, item.type === "theme" ? nameKey(name, () => 1) : nameKey(name, weight), item);
      const whole = stemsOf(name);
      if (whole.length > 1) add(wholeNames, whole.join(" "), item);
    }
  return { names, wholeNames, longestName: Math.max(1, ...[...names.keys(), ...wholeNames.keys()].map((key) => key.split(" ").length)) };
}

const acronymPattern = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}])/gu;

function makeGuide(catalogue: Catalogue, title: string): Guide {
  const texts = catalogue.items.map(fieldsOf);
  const fields = texts.flatMap((text) => Object.values(text));
  const words = new Set(fields.flatMap((field) => plainWords(field, textLength).filter((word) => /^\p{L}{3,}$/u.test(word))));
  const acronyms = new Set(fields.flatMap((field) => [...field.matchAll(acronymPattern)].map(([word]) => word.toLowerCase())));
  const stemOf = kept(stem);
  const postings = postingsOf(texts, stemOf);
  const stems = new Set([...words].map(stemOf));
  const titleStems = new Set(stemsOf(title));
  const people = peopleOf(catalogue, (word) => words.has(word) || englishWords.has(word) || stopWords.has(word) || cueWords.has(word));
  const { hits, weight } = lookerIn(catalogue, postings);
  const known = [...people.flatMap((person) => person.words), ...stopWords, ...cueWords, ...rewritten.keys(), ...digitOf.keys(), "point"];
  return {
    catalogue,
    speller: spellerOf([...words, ...spellable], known, (word) => englishWords.has(word)),
    isPlanWord: (word) => words.has(word) || stems.has(stem(word)),
    isEverywhere: (word) => titleStems.has(stem(word)),
    isAcronym: (word) => acronyms.has(word),
    hits,
    weight,
    ...namesIn(catalogue, weight),
    people,
    peopleByWord: byWord(people),
  };
}

function byWord(people: Guide["people"]): Guide["peopleByWord"] {
  const found: Guide["peopleByWord"] = new Map();
  const add = (word: string, email: string, name: string) => found.set(word, [...(found.get(word) ?? []), { email, name }]);
  for (const { email, words, alone } of people) {
    if (words.length > 1) add(words[0] as string, email, words.join(" "));
    for (const word of alone) add(word, email, word);
  }
  return found;
}

function peopleOf(catalogue: Catalogue, isWord: (word: string) => boolean): Guide["people"] {
  const emails = new Set<string>();
  for (const { priority, action } of catalogue.actions) for (const email of [priority.lead, action.lead]) if (email) emails.add(email);
  for (const { priority } of catalogue.priorities) if (priority.lead) emails.add(priority.lead);
  for (const { measure } of catalogue.measures) if (measure.reporter) emails.add(measure.reporter);
  const named = [...emails].map((email) => ({ email, words: (email.split("@")[0] as string).split(/[._+-]+/).filter(Boolean) }));
  const bearing = new Map<string, number>();
  for (const { words } of named) for (const word of new Set(words)) bearing.set(word, (bearing.get(word) ?? 0) + 1);
  const bearers = (word: string) => bearing.get(word) ?? 0;
  return named.map(({ email, words }) => ({ email, words, alone: words.filter((word) => word.length > 2 && !isWord(word) && bearers(word) === 1) }));
}
