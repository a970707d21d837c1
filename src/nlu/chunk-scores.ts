/** How well one stretch of words fits the items of a plan: exactly for those that can be meant, and at most for all others. */
import type { Item } from "../plan/index.js";
import { saidInARow, sizeOf, wordsOf } from "./item-words.js";
import { cueWords } from "./lexicon.js";
import type { PlanIndex } from "./plan-index.js";
import { stem } from "./stem.js";

export interface Wanted {
  /** Which items may be the subject. */
  types: readonly Item["type"][];
  /** Whether a priority may be found by the words of its actions and measures. */
  throughParts?: boolean;
}

export interface TopicWords {
  /** Every word of the line, in order. */
  said: string[];
  /** Stretches of words that could name a subject. */
  chunks: string[][];
  /** Items called by a name of several words, word for word. */
  whole: Item[];
  /** Words that count in full although they are words of asking: names and acronyms of the plan. */
  telling: ReadonlySet<string>;
  /** Content words that the plan does not have in any form. */
  strange: string[];
}

/** What fits worse is not meant. */
export const leastScore = 0.5;

const looseWorth = 0.4;
/** Of a word that stands there in another form. */
const formWorth = 0.88;
const partWorth = { action: 0.86, measure: 0.8 };
/** What the exact score adds to coverage at most. */
const added = { ofName: 0.08, allSaid: 0.01, inARow: 0.1 };
/** Sums of the same numbers in another order differ by less. */
const rounding = 1e-9;

/** Words of asking tell little. */
export const isSoft = (word: string): boolean => cueWords.has(word);

/** The different words of a stretch, what each weighs, and all together. */
function weighed(chunk: string[], telling: ReadonlySet<string>, planIndex: PlanIndex) {
  const words = [...new Set(chunk)];
  const weights = words.map((word) => planIndex.weight(word) * ((isSoft(word) && !telling.has(word)) || planIndex.isEverywhere(word) ? 0.25 : 1));
  return { words, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

const severalTold = (chunk: string[]): boolean => chunk.filter((word) => !isSoft(word)).length > 1;

/** The same for the same stretch: who repeats a word a hundred times has it looked up once. */
export function oncePerChunk<T>(look: (chunk: string[]) => T): (chunk: string[]) => T {
  const known = new Map<string, T>();
  return (chunk) => {
    const key = chunk.join(" ");
    const value = known.get(key) ?? look(chunk);
    known.set(key, value);
    return value;
  };
}

const known = new WeakMap<TopicWords, Float64Array>();

/** What the score of each item can come to at most, by its place in the catalogue, whatever is wanted. Made once a topic: a common word stands in thousands of items, and most of them are out of the question. */
export function reachOf(topic: TopicWords, planIndex: PlanIndex): Float64Array {
  const made = known.get(topic);
  if (made) return made;
  const reach = new Float64Array(planIndex.parents.length);
  const most = oncePerChunk((chunk) => mostOf(chunk, topic, planIndex));
  for (const chunk of topic.chunks) {
    const scores = most(chunk);
    for (let place = 0; place < scores.length; place++) if (scores[place]) reach[place] = together(reach[place] as number, scores[place] as number);
  }
  known.set(topic, reach);
  return reach;
}

function mostOf(chunk: string[], { telling }: TopicWords, planIndex: PlanIndex): Float64Array {
  const { words, weights, total } = weighed(chunk, telling, planIndex);
  const got = new Float64Array(planIndex.parents.length);
  words.forEach((word, i) => {
    const { places, worth, loose } = planIndex.hits(word);
    const weight = (weights[i] as number) * (loose ? looseWorth : 1);
    // A priority is found through its best part.
    const best = new Map<number, number>();
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const parent = planIndex.parents[place] as number;
      const own = (worth[at] as number) * weight;
      got[place] = (got[place] as number) + own;
      if (parent >= 0 && own > (best.get(parent) ?? 0)) best.set(parent, own);
    }
    for (const [parent, part] of best) got[parent] = (got[parent] as number) + part * partWorth.action;
  });
  const more = added.ofName + added.allSaid + (severalTold(chunk) ? added.inARow : 0) + rounding;
  return got.map((sum) => sum && scoreOf(sum, total) + more);
}

/** What several stretches point at is likelier meant. */
export const together = (a: number, b: number): number => Math.max(a, b) + 0.2 * Math.min(a, b);

/** Coverage of what was said; a longer stretch of words tells more than a single one. */
const scoreOf = (got: number, total: number): number => (0.7 + 0.3 * Math.min(1, total / 2)) * (got / Math.max(total, 0.35)) * 0.92;

interface Tally {
  own: number;
  parts: number;
  words: number;
}

interface Scoring {
  telling: ReadonlySet<string>;
  planIndex: PlanIndex;
  wanted: Wanted;
  /** Whether an item, at its place in the catalogue, can be meant at all. */
  counts(item: Item, place: number): boolean;
}

/** The exact scores of those items that count and have something of the stretch. */
export function scoreChunk(chunk: string[], scoring: Scoring): Map<Item, number> {
  const { telling, planIndex } = scoring;
  const { words, weights, total } = weighed(chunk, telling, planIndex);
  const stems = ` ${chunk.map(stem).join(" ")} `;
  const several = severalTold(chunk);
  const tallies = new Map<Item, Tally>();
  words.forEach((word, i) => {
    tallyWord(tallies, word, weights[i] as number, scoring);
  });
  return new Map(
    [...tallies]
      .filter(([item, { words: matched }]) => namesTheme(item, matched, planIndex))
      .map(([item, { own, parts, words: matched }]) => [
        item,
        scoreOf(own + parts, total) +
          added.ofName * Math.min(1, matched / Math.max(1, sizeOf(item, planIndex))) +
          (matched === words.length ? added.allSaid : 0) +
          (several && saidInARow(item, stems) ? added.inARow : 0),
      ]),
  );
}

function tallyWord(tallies: Map<Item, Tally>, word: string, weight: number, { planIndex, wanted, counts }: Scoring): void {
  const { items } = planIndex.catalogue;
  const { places, worth, loose } = planIndex.hits(word);
  const tally = (item: Item): Tally => {
    const kept = tallies.get(item) ?? { own: 0, parts: 0, words: 0 };
    tallies.set(item, kept);
    return kept;
  };
  const ofPart = new Map<Item, number>();
  const seen = new Set<Item>();
  places.forEach((place, at) => {
    const item = items[place] as Item;
    const above = wanted.throughParts ? (planIndex.parents[place] as number) : -1;
    const parent = above >= 0 && counts(items[above] as Item, above) ? items[above] : undefined;
    const own = wanted.types.includes(item.type) && counts(item, place);
    if (!own && !parent) return;
    const here = (worth[at] as number) * weight * (loose ? looseWorth : wordsOf(item).has(word) ? 1 : formWorth);
    if (own) {
      seen.add(item);
      const kept = tally(item);
      kept.own += here;
      kept.words += 1;
    }
    if (parent && (item.type === "action" || item.type === "measure")) ofPart.set(parent, Math.max(ofPart.get(parent) ?? 0, here * partWorth[item.type]));
  });
  for (const [parent, part] of ofPart) if (!seen.has(parent)) tally(parent).parts += part;
}

/** A theme is only meant by its whole name: "hospital" is not "Modern Hospital". */
const namesTheme = (item: Item, matched: number, planIndex: PlanIndex): boolean => item.type !== "theme" || matched >= sizeOf(item, planIndex);
