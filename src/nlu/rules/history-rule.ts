/** "History of 2.3.m1", "who changed 2.3.m1": what was reported for a measure and corrected since. */
import { reading, readingsAbout } from "../readings.js";
import { type Subject, subjectOf } from "../subject.js";
import { itemsIn } from "../utterance.js";
import type { Rule } from "./rule.js";

const wholeHistory = /\b(?:history|past figures|previous figures|old figures|earlier figures|all (?:the |its )?figures|audit trail|versions?)\b/;
const everyFigure = [
  /\b(?:all|every|each)(?: single)?(?: \w+){0,3} (?:figures?|numbers?|values?|readings?|scores?|results?|data)\b.*\b(?:so far|ever|since|to date|over the (?:years|time)|back to)\b/,
  /\b(?:all|every|each)(?: single)?(?: \w+){0,3} (?:figures?|numbers?|values?|readings?|scores?) (?:that )?(?:we|you|they|i) (?:have )?(?:had|got|ever)\b/,
  /\b(?:all|every|each)(?: of)?(?: the)? (?:old|past|previous|earlier|reported|recorded|back) (?:figures?|numbers?|values?|readings?|scores?)\b/,
];
const whoChanged =
  /\bwho\b.*\b(?:changed|corrected|edited|amended|altered|overwrote|put in|entered|typed|submitted|reported last|last reported|last changed|last updated|updated)\b|\b(?:when|why|was|were|has|how often) .*«\d+».*\b(?:corrected|changed|edited|amended)\b/;

/** "history of 1.1.m1", "who changed the figure" */
export const history: Rule = (utterance) => {
  const { ask } = utterance;
  if (!wholeHistory.test(ask) && !whoChanged.test(ask) && !everyFigure.some((pattern) => pattern.test(ask))) return undefined;
  const items = itemsIn(utterance);
  if (items.length && items.every((item) => item.type !== "measure")) return undefined;
  const subject = subjectOf(utterance, { types: ["measure"] });
  const found = "items" in subject ? subject.items.filter((item) => item.type === "measure") : [];
  if (!found.length) return undefined;
  const measures: Subject = found.length > 1 && subject.found === "several" ? { found: "several", items: found } : { ...subject, found: "items", items: found };
  return readingsAbout(
    utterance,
    measures,
    (item) => reading("history", { measure: item.id }),
    (id) => `History of ${id}`,
  );
};
