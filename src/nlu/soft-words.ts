/** A measure that is called by words of asking alone: "the waiting list", "days late". Pure. */
import type { ItemOf } from "../plan/index.js";
import { isSoft } from "./chunk-scores.js";
import { wordsOf } from "./item-words.js";
import { stem } from "./stem.js";
import type { Utterance } from "./utterance.js";

/** The only measure that has one of them; nothing where another subject is named. */
export function measureBySoftWords({ line, topic, context: { planIndex } }: Pick<Utterance, "line" | "topic" | "context">): ItemOf<"measure"> | undefined {
  if (topic.chunks.length) return undefined;
  const soft = [
    ...new Set(
      line
        .split(" ")
        .filter((word) => word.length > 3 && isSoft(word))
        .map(stem),
    ),
  ];
  const { measures } = planIndex.catalogue;
  for (const word of soft) {
    const having = measures.filter((item) => [...wordsOf(item)].some((own) => stem(own) === word));
    if (having.length === 1) return having[0];
  }
  return undefined;
}
