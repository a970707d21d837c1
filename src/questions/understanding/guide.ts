import MiniSearch from "minisearch";
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

type Texts = Record<Field, string>[];

const indexOf = (texts: Texts): MiniSearch => {
  const index = new MiniSearch<{ id: number } & Record<Field, string>>({
    fields: ["own", "alias", "label", "unit"],
    storeFields: [],
    tokenize: (text) => plainWords(text, textLength).filter(isWord),
    processTerm: (term) => stem(term),
  });
  index.addAll(texts.map((text, id) => ({ id, ...text })));
  return index;
};

interface Looked {
  hits: Hit[];
  weight: number;
}

/** As written first, then longer words, then whatever begins alike; misspellings were corrected before. Kept, as people ask about the same things. */
function lookerIn(catalogue: Catalogue, texts: Texts): (word: string) => Looked {
  const index = indexOf(texts);
  const kept = new Map<string, Looked>();
  const groups = Math.max(2, catalogue.priorities.length);
  const look = (word: string): Looked => {
    let found = index.search(word, { fuzzy: false, prefix: false });
    if (!found.length && word.length >= 5) found = index.search(word, { fuzzy: false, prefix: true });
    const loose = !found.length && word.length >= 6;
    if (loose) found = index.search(word.slice(0, Math.max(4, word.length - 3)), { fuzzy: false, prefix: true });
    const hits = found.map((result): Hit => ({ item: catalogue.items[result.id] as Item, loose, fields: Object.values(result.match).flat() as Field[] }));
    const under = new Set(hits.map(({ item }) => ("priority" in item ? item.priority : item.theme)));
    return { hits, weight: hits.length && !loose ? Math.max(0.08, 1 - Math.log(under.size) / Math.log(groups + 1)) : 1.2 };
  };
  return (word) => {
    const known = kept.get(word) ?? look(word);
    if (kept.size < mostKept) kept.set(word, known);
    return known;
  };
}

const mostKept = 5000;

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
  const stems = new Set([...words].map(stem));
  const titleStems = new Set(stemsOf(title));
  const people = peopleOf(catalogue, (word) => words.has(word) || englishWords.has(word) || stopWords.has(word) || cueWords.has(word));
  const look = lookerIn(catalogue, texts);
  const known = [...people.flatMap((person) => person.words), ...stopWords, ...cueWords, ...rewritten.keys(), ...digitOf.keys(), "point"];
  return {
    catalogue,
    speller: spellerOf([...words, ...spellable], known, (word) => englishWords.has(word)),
    isPlanWord: (word) => words.has(word) || stems.has(stem(word)),
    isEverywhere: (word) => titleStems.has(stem(word)),
    isAcronym: (word) => acronyms.has(word),
    hits: (word) => look(word).hits,
    weight: (word) => look(word).weight,
    ...namesIn(catalogue, (word) => look(word).weight),
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
  const bearers = (word: string) => named.filter(({ words }) => words.includes(word)).length;
  return named.map(({ email, words }) => ({ email, words, alone: words.filter((word) => word.length > 2 && !isWord(word) && bearers(word) === 1) }));
}
