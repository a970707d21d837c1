/** By how much something is or was late: "by how much did it miss its date", "how far behind schedule is it". */
import { reading } from "../readings.js";
import { stageIn } from "../stage.js";
import { listed, type Rule, workTypes } from "./rule.js";

const missing = "(?:late|behind|over|overdue|overran|overrun|past|miss|missed|missing|slip|slipped|slipping|adrift|out)";
const asks = [
  new RegExp(`\\bby how (?:much|many|long)\\b.*\\b${missing}\\b|\\b${missing} by how (?:much|many|long)\\b`),
  new RegExp(`\\bhow (?:many|much) (?:days|weeks|months|time)\\b.*\\b${missing}\\b`),
  /\bhow (?:late|overdue)\b(?! (?:can|may|should|could|do you|will you))/,
  /\bhow (?:far|badly|much|long) (?:\w+ ){0,2}(?:behind|over|past|late|overdue|adrift|slipped)\b/,
  /\bhow (?:far|badly|much) (?:did|has|have|had)\b.*\b(?:slip|slipped|overrun|overran)\b/,
];

/** "how late was the pilot of 2.3" */
export const howLate: Rule = (utterance) => {
  const { ask } = utterance;
  if (!asks.some((pattern) => pattern.test(ask)) || /\bhow (?:many|much) (?:actions|priorities|measures|figures|things)\b/.test(ask)) return undefined;
  return listed(
    utterance,
    workTypes,
    (id) => `How late is ${id}?`,
    (scope, person, carried) => reading("how-late", { scope, person, label: stageIn(utterance), carried }),
  );
};
