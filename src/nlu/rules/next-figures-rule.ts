/** "when are the next figures due?": of the asker's own. */
import { reading } from "../readings.js";
import { itemsIn } from "../utterance.js";
import type { Rule } from "./rule.js";

const WHEN = /\b(?:when|by when|how soon|what day|which day|what date)\b/;
const NEXT = /\b(?:next|my|i|coming|following|⟦\d+⟧)\b|⟦/;
const FIGURES = /\b(?:figures?|numbers?|returns?|data|(?:have|need|supposed|meant) to report|i (?:next )?report|reporting)\b/;

/** "when are the next figures due" */
export const nextFiguresDue: Rule = (utterance) => {
  const { ask, line, topic, people } = utterance;
  if (itemsIn(utterance).length || people.length || topic.chunks.length || !WHEN.test(ask) || !NEXT.test(line) || !FIGURES.test(ask)) return undefined;
  return /\b(?:late|overdue|missing|did|was|were|last)\b/.test(ask) ? undefined : [reading("what-do-i-report", { next: true })];
};
