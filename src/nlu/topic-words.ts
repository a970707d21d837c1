import type { Item } from "../plan/index.js";
import { isSoft, type TopicWords } from "./chunk-scores.js";
import { stopWords } from "./lexicon.js";
import type { PlanIndex } from "./plan-index.js";
import { stem } from "./stem.js";

const isMark = (word: string) => !/^[\p{L}][\p{L}\p{N}]*$/u.test(word) && !/^\d+\p{L}+$/u.test(word);

/** Small words that stand inside a subject ("capital of France", "the design of the buildings"); all others part one subject from the next. */
const connectors: ReadonlySet<string> = new Set(
  "of for and or the a an in on to with at by from as our under their its this that new is are was were be been do does did has have had".split(" "),
);

/** The words of a marked line that are left when those of asking are taken away. Cue words stay where they lean on a topic word and the plan has them. */
export function topicWords(line: string, planIndex: PlanIndex, capitals: ReadonlySet<string>): TopicWords {
  const chunks: string[][] = [[]];
  const telling = new Set<string>();
  const words = line.split(" ");
  for (const [i, word] of words.entries()) {
    if (isMark(word)) {
      chunks.push([]);
      continue;
    }
    const named = planIndex.names.has(stem(word)) || (planIndex.isAcronym(word) && (capitals.has(word) || (isSoft(word) && i > 0)));
    if (stopWords.has(word) && !named) {
      if (!connectors.has(word)) chunks.push([]);
      continue;
    }
    if (isSoft(word) && !planIndex.isPlanWord(word)) {
      chunks.push([]);
      continue;
    }
    (chunks.at(-1) as string[]).push(word);
    if (named) telling.add(word);
  }
  const real = chunks.filter((chunk) => chunk.some((word) => !isSoft(word) || telling.has(word)));
  return {
    said: words.filter((word) => !isMark(word)),
    chunks: real,
    whole: wholeNamesIn(words, planIndex),
    telling,
    strange: real.flat().filter((word) => !isSoft(word) && !isIn(word, planIndex)),
  };
}

function isIn(word: string, planIndex: PlanIndex): boolean {
  const { places, loose } = planIndex.hits(word);
  return places.length > 0 && !loose;
}

/** Items called by a name of several words that stands in the line word for word. */
const wholeNamesIn = (words: string[], planIndex: PlanIndex): Item[] => wholeNamesAt(words, planIndex).flatMap(({ items }) => items);

/** Where such names stand; a comma inside counts for nothing ("People, places and digital"). */
function wholeNamesAt(words: string[], planIndex: PlanIndex): { from: number; length: number; items: Item[] }[] {
  if (!planIndex.wholeNames.size) return [];
  const places = words.flatMap((word, at) => (word === "," ? [] : [at]));
  const stems = places.map((at) => stem(words[at] as string));
  const found: { from: number; length: number; items: Item[] }[] = [];
  for (let from = 0; from < stems.length - 1; from++)
    for (let length = Math.min(planIndex.longestName, stems.length - from); length > 1; length--) {
      const items = planIndex.wholeNames.get(stems.slice(from, from + length).join(" "));
      if (!items) continue;
      const start = places[from] as number;
      found.push({ from: start, length: (places[from + length - 1] as number) - start + 1, items });
    }
  return found;
}

/** For each word of a line whether it stands in a name of several words: "green" of "Green Spaces" is no status. */
export function partsOfNames(words: string[], planIndex: PlanIndex): boolean[] {
  const parts = words.map(() => false);
  for (const { from, length } of wholeNamesAt(words, planIndex)) parts.fill(true, from, from + length);
  return parts;
}
