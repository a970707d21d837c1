/** Which words of a topic are only how an intent is asked ("on fire", "gone off the rails"), as its examples show. Pure. */
import { INTENTS, type Intent } from "../../intents/index.js";
import { stem, stemsOf } from "../stem.js";
import type { TopicWords } from "../topics.js";

/** A word that so many intents are asked with belongs to no topic. */
const COMMON = 4;

const withoutSlots = (example: string): string => example.replace(/\{[^}]*\}/g, " ");

const stemsByIntent: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (INTENTS as readonly Intent[]).map(({ name, examples }) => [name, new Set(examples.flatMap((example) => stemsOf(withoutSlots(example))))]),
);

const intentsByStem = new Map<string, number>();
for (const stems of stemsByIntent.values()) for (const one of stems) intentsByStem.set(one, (intentsByStem.get(one) ?? 0) + 1);

/** Whether the word is one that the intent, or many of them, are asked with. */
function isPhrasing(word: string, intent: string): boolean {
  const it = stem(word);
  return (stemsByIntent.get(intent)?.has(it) ?? false) || (intentsByStem.get(it) ?? 0) >= COMMON;
}

/** The topic without those words that the plan lacks and the intent is asked with. */
export function topicFor(topic: TopicWords, intent: string): TopicWords {
  const left = new Set(topic.strange.filter((word) => isPhrasing(word, intent)));
  if (!left.size) return topic;
  return {
    ...topic,
    chunks: topic.chunks.map((chunk) => chunk.filter((word) => !left.has(word))).filter(({ length }) => length),
    strange: topic.strange.filter((word) => !left.has(word)),
  };
}

/** Nothing but words that the intent is asked with. */
export const saysNoTopic = ({ chunks, telling }: TopicWords, intent: string): boolean =>
  chunks.flat().every((word) => !telling.has(word) && isPhrasing(word, intent));

const subjectSlot = /\{(?:item|theme|topic|measure|action)\}/;
const shares = new Map(
  (INTENTS as readonly Intent[]).map(({ name, examples }) => [name, examples.filter((example) => !subjectSlot.test(example)).length / (examples.length || 1)]),
);

/** How often the intent is asked without naming a part of the plan. */
export const withoutSubject = (intent: string): number => shares.get(intent) ?? 0;
