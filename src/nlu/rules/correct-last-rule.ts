/** "undo that", "that was wrong", "no, 244": what was saved or filled in just before is to be put right. */
import { reading } from "../readings.js";
import { itemsIn, type Utterance } from "../utterance.js";
import type { Rule } from "./rule.js";

const BEFORE = "(?:(?:oh|oops|whoops|sorry|no|wait|hang on|hold on|actually|ah|damn|please|can|could|you|i|how|do|we|my mistake|,|-) )*";
const LAST =
  "(?:that|this|it|those|them|the last (?:one|figures?|change|save|entry|update)|that last (?:one|figure|change|save)|my last \\S+|what i (?:just )?\\S+)";
const UNDO = new RegExp(`^${BEFORE}(?:undo|unsave|revert|reverse|take back|cancel|roll back|scrap)(?: ${LAST})?(?: please| again| back| now)*[ .!?]*$`);
const TAKE_BACK = new RegExp(`^${BEFORE}(?:take|put|change|set) ${LAST} back(?: (?:please|as it was|to what it was))*[ .!?]*$`);
const WRONG = new RegExp(`^${BEFORE}(?:${LAST} )?(?:is|was|are|were) (?:all )?(?:wrong|incorrect|not (?:right|correct)|a mistake|an error|a typo)[ .!]*$`);
const ACCIDENT = /\b(?:saved?|pressed|hit|entered|sent|did not mean)\b.*\b(?:by (?:accident|mistake)|too (?:soon|early)|in error|to save(?: that| it)?)[ .!]*$/;
const MISTAKE = new RegExp(`^${BEFORE}(?:made a (?:mistake|typo|slip)|(?:typed|entered|put|got) ${LAST}(?: in)? wrong|mistyped)[ .!]*$`);

const NUMBER = "(-?£?\\d[\\d,]*(?:\\.\\d+)?(?:k|m|bn)?%?)";
const CORRECTS =
  "(?:no|oops|whoops|sorry|wait|actually|i mean|i meant|make (?:that|it)|my mistake|(?:that|it|this)(?: figure)? (?:is|was) wrong|typo|mistyped|should (?:be|have been|say|read)|rather)";
const RIGHT = new RegExp(
  `^(?:${BEFORE}${CORRECTS}\\b)(?:[ ,:.]|- |\\b(?:it|that|this|is|was|were|should|be|have|been|say|read|make|i|meant|mean|the right [a-z]+|instead|not)\\b)*${NUMBER}(?: (?:not|instead of|rather than) ${NUMBER})?[ .!]*$`,
);

/** The right figure, where nothing but that is said. */
function rightFigure({ line }: Utterance): string | undefined {
  return RIGHT.exec(line)?.[1];
}

/** "that was wrong, it is 152", "undo that": what was saved last. */
export const correctLast: Rule = (utterance) => {
  const { line, context, isQuestion } = utterance;
  const last = context.before.at(-1);
  // "no, 2" is the second of the choices.
  if (last?.question === "choose" || itemsIn(utterance).length || utterance.people.length || /⟦/.test(line)) return undefined;
  if (UNDO.test(line) || TAKE_BACK.test(line)) return [reading("correct-last", { undo: true })];
  if (isQuestion) return undefined;
  const value = rightFigure(utterance);
  if (value !== undefined) {
    // The form that was opened just before, saved or not, is the one that is meant.
    const { measure, window } = last?.question === "report-figure" ? last.args : {};
    return [measure ? reading("report-figure", { measure, window, value }) : reading("correct-last", { value })];
  }
  return WRONG.test(line) || MISTAKE.test(line) || ACCIDENT.test(line) ? [reading("correct-last", {})] : undefined;
};
