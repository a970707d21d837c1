/** Themes and priorities that a text calls by what they are: "the water theme", "the safety side of things", "the Colleagues priority". Pure. */
import type { Item } from "../plan/index.js";
import { saidInARow } from "./item-words.js";
import { stopWords } from "./lexicon.js";
import type { PlanIndex } from "./plan-index.js";
import { itemMark } from "./references.js";
import { stem, stemsOf } from "./stem.js";
import { topicWords } from "./topic-words.js";
import { searchTopics } from "./topics.js";

const themeNoun = "theme|strand|pillar|workstream|work stream|programme|side of (?:things|it|the plan)|side(?! by)|end of things";
/** Only a theme is called so, whatever its name is. */
const surelyTheme = /^(?:theme|strand|pillar|workstream|work stream|side of|end of)/;
const nouns = new RegExp(`(?<= )(?:${themeNoun}|priority)\\b(?! (?:«|¤|\\d))`, "gu");
const ofNames = /^[\p{L}',&]+$/u;
const before = /\b(?:theme|strand) (?:(?:of|on|about|called|for|named|:|-) )?(?:the )?((?:[\p{L}',&]+ ){0,3}[\p{L}']+)/gu;
const MOST_WORDS = 5;
const joiner = /^(?:and|of|&|,)$/;
/** How many of the nearest items tell what a theme is about. */
const TELLING = 5;

/** The line with a mark in place of each, pushed to `items`. */
export function withParts(line: string, planIndex: PlanIndex, items: Item[]): string {
  if (!/\b(?:theme|strand|pillar|workstream|work stream|programme|side|end of things|priority)\b/.test(line)) return line;
  const mark = (item: Item): string => itemMark(items.push(item) - 1);
  return withNamesBehind(line, mark, planIndex).replace(before, (match, words: string) => {
    const said = headOf(words.split(" "));
    const found = said.length ? calledBy(said, "theme", planIndex) : undefined;
    return found ? `${mark(found.item)} ${words.split(" ").slice(said.length).join(" ")}`.trim() : match;
  });
}

const MOST_BEFORE = 6;

/** "the water theme" */
function withNamesBehind(line: string, mark: (item: Item) => string, planIndex: PlanIndex): string {
  let text = "";
  let from = 0;
  for (const { 0: noun, index } of line.matchAll(nouns)) {
    const words = line.slice(from, index).trimEnd().split(" ");
    const said = words.slice(words.slice(-MOST_BEFORE).findLastIndex((word) => !ofNames.test(word)) + 1 - Math.min(MOST_BEFORE, words.length));
    const found =
      said.length && ofNames.test(said[0] as string) ? (calledExactly(said, noun, planIndex) ?? calledBy(tailOf(said), noun, planIndex)) : undefined;
    if (!found) continue;
    text += [...words.slice(0, words.length - found.length), mark(found.item)].join(" ");
    from = index + noun.length;
  }
  return text + line.slice(from);
}

interface Called {
  item: Item;
  /** How many of the words before the noun. */
  length: number;
}

const typeOf = (noun: string): "theme" | "priority" => (noun === "priority" ? "priority" : "theme");
const titleOf = (item: Item): string => (item.type === "theme" ? item.theme.name : item.type === "priority" ? item.priority.title : "");

/** The last words are just what one is called. */
function calledExactly(said: readonly string[], noun: string, { catalogue }: PlanIndex): Called | undefined {
  const all: readonly Item[] = typeOf(noun) === "theme" ? catalogue.themes : catalogue.priorities;
  for (let length = said.length; length > 0; length--) {
    const stems = stemsOf(said.slice(-length).join(" ")).join(" ");
    const found = all.filter(
      (item) => stems && [titleOf(item), ...(item.type === "priority" ? (item.priority.aliases ?? []) : [])].some((name) => stemsOf(name).join(" ") === stems),
    );
    if (found.length === 1) return { item: found[0] as Item, length };
  }
  return undefined;
}

/** The words of a name right before a noun: up to the first that says nothing of a subject. */
function tailOf(said: readonly string[]): string[] {
  if (said.at(-1) === ",") return [];
  let from = said.length;
  while (from > 0 && said.length - from < MOST_WORDS && isOfName(said[from - 1] as string)) from--;
  while (from < said.length && joiner.test(said[from] as string)) from++;
  return said.slice(from);
}

function headOf(said: readonly string[]): string[] {
  const end = said.findIndex((word) => !isOfName(word));
  const head = said.slice(0, end < 0 ? said.length : end);
  while (head.length && joiner.test(head.at(-1) as string)) head.pop();
  return head;
}

const isOfName = (word: string): boolean => joiner.test(word) || !stopWords.has(word);

/** By words of its name, else, where a theme is surely meant, by what is near in meaning. */
function calledBy(said: readonly string[], noun: string, planIndex: PlanIndex): Called | undefined {
  const stems = said.filter((word) => !joiner.test(word)).map(stem);
  if (!stems.length || isOtherName(stems, noun, planIndex)) return undefined;
  const { themes, priorities } = planIndex.catalogue;
  const named = byWords(stems, typeOf(noun) === "theme" ? themes : priorities);
  const item = named ?? (surelyTheme.test(noun) ? byMeaning(said, planIndex) : undefined);
  return item && { item, length: said.length };
}

/** "Events programme" may be a priority's own name, "wet side" its alias. */
function isOtherName(stems: readonly string[], noun: string, { catalogue, names, wholeNames }: PlanIndex): boolean {
  const [first = ""] = noun.split(" ");
  if (/^(?:theme|priority|strand)$/.test(first)) return false;
  const whole = [...stems, stem(first)].join(" ");
  return names.has(whole) || wholeNames.has(whole) || catalogue.items.some((item) => item.type !== "theme" && saidInARow(item, ` ${whole} `));
}

/** The only one whose name has all of the words, or the only one that has any. */
function byWords(stems: readonly string[], all: readonly Item[]): Item | undefined {
  const counts = all.map((item) => {
    const own = new Set(stemsOf(titleOf(item)).filter((word) => !stopWords.has(word)));
    return stems.filter((word) => own.has(word)).length;
  });
  const most = Math.max(0, ...counts);
  const best = all.filter((_, place) => counts[place] === most);
  return most > 0 && best.length === 1 && (all[0]?.type === "theme" || most === stems.length) ? best[0] : undefined;
}

/** The theme that most of what is near in meaning stands in. */
function byMeaning(said: readonly string[], planIndex: PlanIndex): Item | undefined {
  const topic = topicWords(said.join(" "), planIndex, new Set());
  const scores = new Map<unknown, number>();
  const { topics } = searchTopics(topic, planIndex, { types: ["theme", "priority", "action", "measure"] });
  for (const { item, score } of topics.slice(0, TELLING)) scores.set(item.theme, (scores.get(item.theme) ?? 0) + score);
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  return best && planIndex.catalogue.themes.find(({ theme }) => theme === best[0]);
}
