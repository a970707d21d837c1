/** "What could you not answer?": the bot's own gaps, for managers. */
import { reading } from "../readings.js";
import { itemsIn } from "../utterance.js";
import type { Rule } from "./rule.js";

const noAnswer =
  /\bunanswered (?:questions?|queries)\b|\b(?:could|can|did|do|have|was|were|are) ?(?:you|we)? ?(?:not|n't|never|unable to)(?: (?:have|had|been able to|able to))? (?:answer|answered|understand|understood|reply|replied)\b|\b(?:had|have|got|get|with|without|having) (?:no|an) answers?\b|\bwhat (?:stumped|puzzled|defeated) you\b|\b(?:questions?|what) (?:you|that you|did you) (?:failed|fail) (?:to answer|on)\b|\byou (?:couldn't|couldnt|can't|cant|didn't|didnt) (?:answer|understand)\b/;

/** "what could you not answer" */
export const unanswered: Rule = (utterance) => {
  if (itemsIn(utterance).length || !/\b(?:questions?|what|which|show|list|queries|anything|ask|asked)\b/.test(utterance.line)) return undefined;
  return noAnswer.test(utterance.line) ? [reading("unanswered")] : undefined;
};
