/** What is asked of a measure that was spoken of before: "and what is it meant to be", "baseline as well", "is that any good?"; and how something is measured. */
import type { Interpretation } from "../assistant/assistant.js";
import { aspectOf } from "./aspects.js";
import { reading } from "./readings.js";
import { carriedWords, itemBefore } from "./subject.js";
import { itemsIn, timeOf, type Utterance } from "./utterance.js";

const MOST_WORDS = 11;
const pointing = /\b(?:it|its|that|this|they|them|we|there|those)\b|^(?:and|ok|so|but|what about|how about|the|thanks?|thank you)\b|\b(?:as well|too|also)\b/;
const isGood = /\bany good\b|\bgood or bad\b|\b(?:is|are|was) (?:that|it|this|they|those) (?:a )?(?:good|ok|okay|all right|bad|terrible|decent|healthy)\b/;
const before =
  /^(?:and |ok |so |but )*(?:(?:what|how) (?:was|were|is) (?:it|they|that) )?(?:before|previously|earlier|in the past)\b|\b(?:before|previously) ?[?.]*$/;
const measured = /\b(?:what|how)\b.*\b(?:measured|measuring|measure (?:it|that|this|there|success))\b/;

/** Nothing when the text names a subject of its own. */
export function ofMeasure(utterance: Utterance): Interpretation[] | undefined {
  const { ask, topic, context } = utterance;
  const words = ask.split(" ").filter((word) => /\p{L}/u.test(word));
  const ownSubject =
    itemsIn(utterance).length || utterance.unknown.length || utterance.people.length || topic.chunks.flat().some((word) => !topic.strange.includes(word));
  if (ownSubject || words.length > MOST_WORDS || timeOf(utterance)) return undefined;
  const item = itemBefore(context.before, utterance);
  if (!item || !(pointing.test(ask) || words.length <= 3)) return undefined;
  const carried = carriedWords(item);
  if (item.type !== "measure")
    return measured.test(ask) ? [reading("measures", { scope: item.type === "action" ? item.priority.id : item.id, carried })] : undefined;
  if (isGood.test(ask)) return [reading("figure-good", { measure: item.id, carried })];
  const aspect = aspectOf(ask);
  if (aspect && aspect !== "reporter" && !/^(?:and )?who\b/.test(ask)) return [reading("figure", { measure: item.id, aspect, carried })];
  return before.test(ask) ? [reading("history", { measure: item.id, carried })] : undefined;
}
