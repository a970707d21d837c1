import type { Item } from "../../plan/index.js";
import type { Guide } from "./guide.js";
import { saidInARow, sizeOf, wordsOf } from "./item-words.js";
import { cueWords, stopWords } from "./lexicon.js";
import type { Field } from "./postings.js";
import { stem } from "./stem.js";

/** A candidate subject and how well the words fit it: about 1 when all do. */
export interface Topic {
  item: Item;
  score: number;
}

export interface Wanted {
  /** Which items may be the subject. */
  types: Item["type"][];
  /** Whether a priority may be found by the words of its actions and measures. */
  throughParts?: boolean;
}

export interface TopicWords {
  /** Stretches of words that could name a subject. */
  chunks: string[][];
  /** Items called by a name of several words, word for word. */
  whole: Item[];
  /** Words that count in full although they are words of asking: names and acronyms of the plan. */
  telling: ReadonlySet<string>;
  /** Content words that the plan does not have in any form. */
  strange: string[];
}

const isMark = (word: string) => !/^[\p{L}][\p{L}\p{N}]*$/u.test(word) && !/^\d+\p{L}+$/u.test(word);
const isSoft = (word: string) => cueWords.has(word);

/** Small words that stand inside a subject ("capital of France", "the design of the buildings"); all others part one subject from the next. */
const connectors: ReadonlySet<string> = new Set(
  "of for and or the a an in on to with at by from as our under their its this that new is are was were be been do does did has have had".split(" "),
);

/** The words of a marked line that are left when those of asking are taken away. Cue words stay where they lean on a topic word and the plan has them. */
export function topicWords(line: string, guide: Guide, capitals: ReadonlySet<string>): TopicWords {
  const chunks: string[][] = [[]];
  const telling = new Set<string>();
  const words = line.split(" ");
  for (const [i, word] of words.entries()) {
    if (isMark(word)) {
      chunks.push([]);
      continue;
    }
    const named = guide.names.has(stem(word)) || (guide.isAcronym(word) && (capitals.has(word) || (isSoft(word) && i > 0)));
    if (stopWords.has(word) && !named) {
      if (!connectors.has(word)) chunks.push([]);
      continue;
    }
    if (isSoft(word) && !guide.isPlanWord(word)) {
      chunks.push([]);
      continue;
    }
    (chunks.at(-1) as string[]).push(word);
    if (named) telling.add(word);
  }
  const real = chunks.filter((chunk) => chunk.some((word) => !isSoft(word) || telling.has(word)));
  return {
    chunks: real,
    whole: wholeNamesIn(words, guide),
    telling,
    strange: real.flat().filter((word) => !isSoft(word) && !guide.hits(word).some((hit) => !hit.loose)),
  };
}

/** Items called by a name of several words that stands in the line word for word. */
function wholeNamesIn(words: string[], guide: Guide): Item[] {
  if (!guide.wholeNames.size) return [];
  const stems = words.map(stem);
  const found: Item[] = [];
  for (let from = 0; from < stems.length - 1; from++)
    for (let length = Math.min(guide.longestName, stems.length - from); length > 1; length--)
      found.push(...(guide.wholeNames.get(stems.slice(from, from + length).join(" ")) ?? []));
  return found;
}

const fieldWorth: Record<Field, number> = { alias: 0.9, own: 1, label: 0.95, unit: 0.6 };
const partWorth = { theme: 0.5, priority: 1, action: 0.86, measure: 0.8 };

/** Best first. Only items worth considering: at least about half of what was said, by weight, fits them. */
export function findTopics(words: TopicWords, guide: Guide, wanted: Wanted): Topic[] {
  const named = byName(words, guide, wanted);
  const best = new Map<Item, number>();
  for (const chunk of words.chunks)
    for (const [item, score] of scoreChunk(chunk, words.telling, guide, wanted)) {
      const known = best.get(item) ?? 0;
      // What several stretches point at is likelier meant.
      best.set(item, Math.max(known, score) + 0.2 * Math.min(known, score));
    }
  for (const item of words.whole) if (wanted.types.includes(item.type)) best.set(item, (best.get(item) ?? 0) * 0.2 + 1.2);
  for (const [item, score] of named) best.set(item, Math.max(best.get(item) ?? 0, score));
  return [...best]
    .map(([item, score]) => ({ item, score }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
}

/** Items called by an alias or a theme's name, as a whole. */
function byName({ chunks }: TopicWords, guide: Guide, wanted: Wanted): Map<Item, number> {
  const found = new Map<Item, number>();
  for (const chunk of chunks) {
    const stems = chunk.map(stem);
    const worth = (word: string) => (guide.names.has(stem(word)) ? 1 : isSoft(word) ? 0.1 : guide.weight(word));
    const total = chunk.reduce((sum, word) => sum + worth(word), 0);
    for (let from = 0; from < stems.length; from++)
      for (let length = Math.min(guide.longestName, stems.length - from); length > 0; length--) {
        const share = chunk.slice(from, from + length).reduce((sum, word) => sum + worth(word), 0) / (total || 1);
        for (const item of guide.names.get(stems.slice(from, from + length).join(" ")) ?? []) {
          if (!wanted.types.includes(item.type)) continue;
          found.set(item, Math.min(1.4, (found.get(item) ?? 0) + (item.type === "theme" ? 1.3 * share : 0.2 + 1.1 * share) * (length > 1 ? 1.1 : 1)));
        }
      }
  }
  return found;
}

interface Tally {
  own: number;
  parts: number;
  words: number;
}

function scoreChunk(chunk: string[], telling: ReadonlySet<string>, guide: Guide, wanted: Wanted): Map<Item, number> {
  const words = [...new Set(chunk)];
  const stems = ` ${chunk.map(stem).join(" ")} `;
  const severalTold = chunk.filter((word) => !isSoft(word)).length > 1;
  const weights = words.map((word) => guide.weight(word) * ((isSoft(word) && !telling.has(word)) || guide.isEverywhere(word) ? 0.25 : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tallies = new Map<Item, Tally>();
  const tally = (item: Item) => {
    const known = tallies.get(item) ?? { own: 0, parts: 0, words: 0 };
    tallies.set(item, known);
    return known;
  };
  words.forEach((word, i) => {
    const ofPart = new Map<Item, number>();
    const seen = new Set<Item>();
    for (const { item, loose, fields } of guide.hits(word)) {
      const worth = Math.max(...fields.map((field) => fieldWorth[field])) * (weights[i] as number) * (loose ? 0.4 : wordsOf(item).has(word) ? 1 : 0.88);
      if (wanted.types.includes(item.type) && !seen.has(item)) {
        seen.add(item);
        const known = tally(item);
        known.own += worth;
        known.words += 1;
      }
      if (wanted.throughParts && (item.type === "action" || item.type === "measure")) {
        const parent = guide.catalogue.find(item.priority.id) as Item;
        ofPart.set(parent, Math.max(ofPart.get(parent) ?? 0, worth * partWorth[item.type]));
      }
    }
    for (const [parent, worth] of ofPart) if (!seen.has(parent)) tally(parent).parts += worth;
  });
  return new Map(
    [...tallies]
      .filter(([item, { words: matched }]) => namesTheme(item, matched, guide))
      .map(([item, { own, parts, words: matched }]) => [
        item,
        worthOf(item, own + parts, total, matched, words.length, guide) + (severalTold && saidInARow(item, stems) ? 0.1 : 0),
      ]),
  );
}

/** Coverage of what was said, nudged by how much of the item's own name that is. */
function worthOf(item: Item, got: number, total: number, matched: number, said: number, guide: Guide): number {
  const coverage = got / Math.max(total, 0.35);
  const size = Math.max(1, sizeOf(item, guide));
  // A longer stretch of words tells more than a single one.
  const telling = 0.7 + 0.3 * Math.min(1, total / 2);
  return telling * coverage * 0.92 + 0.08 * Math.min(1, matched / size) + (matched === said ? 0.01 : 0);
}

/** A theme is only meant by its whole name: "hospital" is not "Modern Hospital". */
const namesTheme = (item: Item, matched: number, guide: Guide): boolean => item.type !== "theme" || matched >= sizeOf(item, guide);
