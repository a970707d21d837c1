/** Topics by the words that a question and an item share. */
import type { Item } from "../plan/index.js";
import { isSoft, leastScore, oncePerChunk, reachOf, scoreChunk, type TopicWords, together, type Wanted } from "./chunk-scores.js";
import type { PlanIndex } from "./plan-index.js";
import { stem } from "./stem.js";

/** A candidate subject and how well the words fit it: about 1 when all do. */
export interface Topic {
  item: Item;
  score: number;
}

/** Best first. Only items worth considering: at least about half of what was said, by weight, fits them. */
export function lexicalTopics(words: TopicWords, planIndex: PlanIndex, wanted: Wanted): Topic[] {
  const named = byName(words, planIndex, wanted);
  const best = new Map<Item, number>();
  const reach = reachOf(words, planIndex);
  const called = new Set([...named.keys(), ...words.whole]);
  const counts = (item: Item, place: number) => (reach[place] as number) >= leastScore || called.has(item);
  const scores = oncePerChunk((chunk) => scoreChunk(chunk, { telling: words.telling, planIndex, wanted, counts }));
  for (const chunk of words.chunks) for (const [item, score] of scores(chunk)) best.set(item, together(best.get(item) ?? 0, score));
  for (const item of words.whole) if (wanted.types.includes(item.type)) best.set(item, (best.get(item) ?? 0) * 0.2 + 1.2);
  for (const [item, score] of named) best.set(item, Math.max(best.get(item) ?? 0, score));
  return [...best]
    .map(([item, score]) => ({ item, score }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score);
}

/** Items called by an alias or a theme's name, as a whole. */
function byName({ chunks }: TopicWords, planIndex: PlanIndex, wanted: Wanted): Map<Item, number> {
  const found = new Map<Item, number>();
  for (const chunk of chunks) {
    const stems = chunk.map(stem);
    const worth = (word: string) => (planIndex.names.has(stem(word)) ? 1 : isSoft(word) ? 0.1 : planIndex.weight(word));
    const total = chunk.reduce((sum, word) => sum + worth(word), 0);
    for (let from = 0; from < stems.length; from++)
      for (let length = Math.min(planIndex.longestName, stems.length - from); length > 0; length--) {
        const share = chunk.slice(from, from + length).reduce((sum, word) => sum + worth(word), 0) / (total || 1);
        for (const item of planIndex.names.get(stems.slice(from, from + length).join(" ")) ?? []) {
          if (!wanted.types.includes(item.type)) continue;
          found.set(item, Math.min(1.4, (found.get(item) ?? 0) + (item.type === "theme" ? 1.3 * share : 0.2 + 1.1 * share) * (length > 1 ? 1.1 : 1)));
        }
      }
  }
  return found;
}
