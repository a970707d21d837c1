import type { Item } from "../plan/index.js";
import { corrected } from "./correction.js";
import type { PlanIndex } from "./plan-index.js";
import { topicWords } from "./topic-words.js";
import { searchTopics, type Wanted } from "./topics.js";
import { plainWords } from "./words.js";

/** Items that words alone are about, best first: a subject somebody types, without a question around it. */
export function itemsAbout(text: string, planIndex: PlanIndex, wanted: Wanted): Item[] {
  const line = corrected(plainWords(text), planIndex.speller).join(" ");
  return searchTopics(topicWords(line, planIndex, new Set()), planIndex, wanted).topics.map(({ item }) => item);
}
