import type { Catalogue, Item } from "../plan/index.js";
import { englishDictionary, englishWords } from "./english.js";
import { saidInARow } from "./item-words.js";
import { cueWords, spellable, stopWords } from "./lexicon.js";
import { calledBy, calledLike } from "./nicknames.js";
import { byWord, type PeopleInPlan, peopleOf } from "./people-in-plan.js";
import { type Field, type Hits, kept, postingsOf, textLength, type WordLookup, wordLookupIn } from "./postings.js";
import { shapesOf } from "./references.js";
import { rewritten } from "./shorthand.js";
import { type Speller, spellerOf } from "./spelling.js";
import { isWord, stem, stemsOf } from "./stem.js";
import { digitOf, plainWords } from "./words.js";

/** All that understanding knows of one plan, made once from its catalogue. */
export interface PlanIndex extends WordLookup, PeopleInPlan {
  catalogue: Catalogue;
  speller: Speller;
  /** Whether the plan itself uses the word, in any form. */
  isPlanWord(word: string): boolean;
  /** Whether it is a word of the plan, of asking or of English, as it is written. */
  isWord(word: string): boolean;
  /** Whether the word stands in the plan's own title ("libraries", "hospital"): everything is about that. */
  isEverywhere(word: string): boolean;
  /** Whether the plan uses the word as an acronym: "SEND", "IT". */
  isAcronym(word: string): boolean;
  /** Stems of each alias, theme name and milestone label, to the items called so. */
  names: Map<string, Item[]>;
  /** The same for names of several words with every word in place ("new library"), to the items called so. */
  wholeNames: Map<string, Item[]>;
  /** Longest name in words. */
  longestName: number;
}

const planIndexes = new WeakMap<Catalogue, PlanIndex>();

/** What a plan's words mean, made once a catalogue and kept with it: its vocabulary, speller, people and index of items. */
export function planIndexOf(catalogue: Catalogue, title: string): PlanIndex {
  const known = planIndexes.get(catalogue);
  if (known) return known;
  const planIndex = makePlanIndex(catalogue, title);
  planIndexes.set(catalogue, planIndex);
  return planIndex;
}

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

/** How a theme's long name begins, where nothing else of the plan is written so: "timely access" of "Timely access to care". */
function beginningsOf(name: string, { items }: Catalogue): string[] {
  const words = plainWords(name).filter(isWord);
  return words.flatMap((last, at) => {
    const begun = words.slice(0, at + 1);
    const telling = begun.filter((word) => !stopWords.has(word));
    if (begun.length === words.length || telling.length < 2 || last !== telling.at(-1)) return [];
    const row = ` ${telling.map(stem).join(" ")} `;
    return items.some((item) => item.type !== "theme" && saidInARow(item, row)) ? [] : [begun.map(stem).join(" ")];
  });
}

/** Names by the words people say, and by every word. */
function namesIn(catalogue: Catalogue, weight: (word: string) => number): Pick<PlanIndex, "names" | "wholeNames" | "longestName"> {
  const names = new Map<string, Item[]>();
  const wholeNames = new Map<string, Item[]>();
  const add = (to: Map<string, Item[]>, key: string, item: Item) => key && to.set(key, [...(to.get(key) ?? []), item]);
  for (const item of catalogue.items)
    for (const name of namesOf(item)) {
      add(names, item.type === "theme" ? nameKey(name, () => 1) : nameKey(name, weight), item);
      const whole = stemsOf(name);
      if (whole.length > 1) add(wholeNames, whole.join(" "), item);
      if (item.type === "theme") for (const part of beginningsOf(name, catalogue)) add(wholeNames, part, item);
    }
  return { names, wholeNames, longestName: Math.max(1, ...[...names.keys(), ...wholeNames.keys()].map((key) => key.split(" ").length)) };
}

const acronymPattern = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{Ll}])/gu;

/** Whether two words stand in the same item, each as it is. */
function standTogether(one: Hits, other: Hits): boolean {
  if (one.loose || other.loose) return false;
  const [few, many] = one.places.length < other.places.length ? [one, other] : [other, one];
  const places = new Set(few.places);
  return many.places.some((place) => places.has(place));
}

function makePlanIndex(catalogue: Catalogue, title: string): PlanIndex {
  const texts = catalogue.items.map(fieldsOf);
  const fields = texts.flatMap((text) => Object.values(text));
  const wordsIn = (text: string) => (text ? plainWords(text, textLength) : []);
  const said = texts.map(({ own, alias, label, unit }) => ({ own: wordsIn(own), alias: wordsIn(alias), label: wordsIn(label), unit: wordsIn(unit) }));
  const words = new Set(said.flatMap((item) => Object.values(item).flat()).filter((word) => /^\p{L}{3,}$/u.test(word)));
  const acronyms = new Set(fields.flatMap((field) => [...field.matchAll(acronymPattern)].map(([word]) => word.toLowerCase())));
  const stemOf = kept(stem);
  const postings = postingsOf(said, stemOf);
  // Made here, so that no question waits for it.
  shapesOf(catalogue);
  const stems = new Set([...words].map(stemOf));
  const titleStems = new Set(stemsOf(title));
  const isKnownWord = (word: string) => words.has(word) || englishWords.has(word) || stopWords.has(word) || cueWords.has(word);
  const people = peopleOf(catalogue);
  const called = people.flatMap(({ words: [first = "", ...others] }) => [first, ...others, ...calledBy(first), ...calledLike(first)]);
  const wordLookup = wordLookupIn(catalogue, postings);
  const isPlanWord = (word: string) => words.has(word) || stems.has(stem(word));
  const known = [...called, ...called.map((name) => `${name}s`), ...stopWords, ...cueWords, ...rewritten.keys(), ...digitOf.keys(), "point"];
  return {
    catalogue,
    speller: spellerOf({
      offered: [...words, ...spellable],
      also: known,
      isEnglish: (word) => englishWords.has(word),
      english: englishDictionary,
      isForm: isPlanWord,
      together: (word, other) => standTogether(wordLookup.hits(word), wordLookup.hits(other)),
    }),
    isPlanWord,
    isEverywhere: (word) => titleStems.has(stem(word)),
    isAcronym: (word) => acronyms.has(word),
    ...wordLookup,
    ...namesIn(catalogue, wordLookup.weight),
    people,
    peopleByWord: byWord(people, isKnownWord),
    isWord: isKnownWord,
  };
}
