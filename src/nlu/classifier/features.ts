/** What the classifier looks at in an utterance: n-grams of what was said, raw and with slots, what was found in it, and its sentence vector. */
import type { Item } from "../../plan/index.js";
import { cueWords } from "../lexicon.js";
import { searchTopics } from "../topics.js";
import type { Utterance } from "../utterance.js";
import { sentenceVector } from "../vectors/sentence-vector.js";

/** A feature's name and its value. */
export type Feature = readonly [name: string, value: number];

export interface Features {
  named: readonly Feature[];
  /** Of length 1. */
  vector: Float32Array;
}

/** Beyond this a text says nothing new about what is asked. */
const mostWords = 60;
const longestWord = 30;

/** What the classifier sees of a text: n-grams of letters and words, what was found in it, and its sentence vector. */
export function featuresOf(utterance: Utterance): Features {
  const said = utterance.said.split(" ").slice(0, mostWords);
  const slotted = slottedWords(utterance).slice(0, mostWords);
  return { named: [...gramsOf(said), ...ofLengthOne("s", wordGrams(slotted, 3)), ...foundIn(utterance, slotted)], vector: sentenceVector(said.join(" ")) };
}

/** N-grams of words and letters as they were said. */
export const gramsOf = (said: readonly string[]): Feature[] => [...ofLengthOne("w", wordGrams(said, 2)), ...ofLengthOne("c", letterGrams(said))];

/** Every n-gram counts once; together they make a vector of length 1. */
function ofLengthOne(group: string, grams: ReadonlySet<string>): Feature[] {
  const value = 1 / Math.sqrt(Math.max(grams.size, 1));
  return [...grams].map((gram) => [`${group}:${gram}`, value] as const);
}

function wordGrams(words: readonly string[], longest: number): ReadonlySet<string> {
  const grams = new Set<string>();
  const padded = ["<", ...words, ">"];
  for (let from = 0; from < padded.length; from++)
    for (let length = 1; length <= longest && from + length <= padded.length; length++) grams.add(padded.slice(from, from + length).join(" "));
  return grams;
}

/** Of three to five letters, within a word and its two ends. */
function letterGrams(words: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const word of words) {
    const padded = ` ${word.slice(0, longestWord)} `;
    for (let length = 3; length <= 5; length++) for (let from = 0; from + length <= padded.length; from++) grams.add(padded.slice(from, from + length));
  }
  return grams;
}

/** "how is {action} doing": what the plan gives a name to, and every other subject, as a slot. */
function slottedWords({ line, items, topic }: Utterance): string[] {
  const subjects = new Set(topic.chunks.flat());
  const slots = line.split(" ").map((word) => {
    const item = /^«(\d+)»$/.exec(word);
    if (item) return `{${items[Number(item[1])]?.type}}`;
    if (word.startsWith("⟦")) return "{time}";
    if (word.startsWith("‹")) return "{person}";
    if (word === "¤") return "{unknown}";
    if (/^£?\d/.test(word)) return "{value}";
    return subjects.has(word) && (!cueWords.has(word) || topic.telling.has(word)) ? "{topic}" : word;
  });
  return slots.filter((word, i) => word !== "{topic}" || slots[i - 1] !== word);
}

function foundIn(utterance: Utterance, slotted: readonly string[]): Feature[] {
  const { items, unknown, people, mine, isQuestion, states, topic } = utterance;
  const found = [
    "always",
    ...new Set(items.map(({ type }) => `item ${type}`)),
    items.length > 1 && "several items",
    unknown.length > 0 && "unknown id",
    people.length > 0 && "person",
    people.length > 1 && "several people",
    mine && "mine",
    isQuestion ? "question" : "no question",
    states.length > 0 && "status",
    ...states.map((state) => `status ${state}`),
    ...timesIn(utterance),
    slotted.includes("{value}") && "value",
    `length ${Math.min(8, Math.floor(slotted.length / 2))}`,
    topic.strange.length > 0 && "words that the plan lacks",
  ];
  return [...found.filter((name) => name !== false).map((name): Feature => [`f:${name}`, 1]), ...topicsIn(utterance)];
}

function timesIn({ times, context: { today } }: Utterance): string[] {
  const time = times.at(-1);
  if (!time) return [];
  const place = time.from > today ? "time ahead" : time.to < today ? "time gone" : "time now";
  return ["time", place, ...(time.from === time.to ? ["day"] : [])];
}

const anyType: Item["type"][] = ["theme", "priority", "action", "measure"];
/** A measure that fits nearly as well as the best may be meant as well. */
const nearlyAsGood = 0.1;

function topicsIn({ topic, context }: Utterance): Feature[] {
  if (!topic.chunks.length && !topic.whole.length) return [["f:no topic", 1]];
  const { topics, fit } = searchTopics(topic, context.planIndex, { types: anyType });
  const [best] = topics;
  if (!best) return [["f:topic not in plan", 1]];
  const measure = topics.find(({ item }) => item.type === "measure");
  const names = ["topic", `topic ${best.item.type}`, `topic ${fit}`, `fit ${Math.min(6, Math.floor(best.score * 5))}`];
  if (measure && measure.score >= best.score - nearlyAsGood) names.push("measure near");
  return [...names.map((name): Feature => [`f:${name}`, 1]), ["f:measure", measure ? Math.min(1, measure.score / best.score) : 0]];
}
