/** That there is no figure for a measure, and why: "2.3.m1 is not available for Q2 because the branch was closed". */
import type { ArgsOf } from "../../intents/index.js";
import { reading, readingsAbout, windowOf } from "../readings.js";
import { subjectOf } from "../subject.js";
import { timeOf } from "../utterance.js";
import { ownOf } from "./commands.js";
import type { Rule } from "./rule.js";

const unavailable =
  /\b(?:not available|unavailable|not (?:been )?(?:collected|counted|gathered|measured|recorded)|(?:cannot|could not|can not|did not|unable to) (?:be )?(?:collect|count|gather|measure|get)(?:ed)?|(?:there is|there was|we have|i have|have) no figure|no (?:figure|data|number|value)s? (?:for|from|because|as)\b|(?:do|does|did) not have (?:a |the |any )?(?:figure|number|value|data)|(?:can ?not|could not|unable to) (?:be )?(?:report|give|provide|supply|reported|provided)|(?:is|are|was|were) not (?:yet )?(?:available|collected|counted|due)|(?:is|are|was) not due)\b/;

type Absence = NonNullable<ArgsOf<"report-figure">["none"]>;

const reasons: [RegExp, Absence][] = [
  [/\b(?:clos(?:ed|ure|es)|shut)\b/i, "closed"],
  [/\bnot (?:yet )?due\b/i, "not due"],
  [/\b(?:collect|count|gather|measur|record|survey)\w*\b/i, "not collected"],
];

/** Which of the form's reasons the words come to. */
export const absenceIn = (words: string): Absence => reasons.find(([pattern]) => pattern.test(words))?.[1] ?? "other";

/** "there is no figure for 1.1.m4 because the site was closed" */
export const noFigure: Rule = (utterance) => {
  const said = unavailable.test(utterance.ask) || /^«\d+» ?[:-] (?:closed|shut|not (?:due|collected|counted|available)|n a)\b/.test(utterance.ask);
  if (utterance.isQuestion || !said) return undefined;
  const subject = ownOf(utterance, subjectOf(utterance, { types: ["measure"] }));
  const time = timeOf(utterance);
  const window = time && windowOf(time);
  // Without a word of which figure: the asker's own.
  if (subject.found === "nothing" && !subject.strange.length) return [reading("report-figure", { none: absenceIn(utterance.ask), window })];
  if (subject.found !== "items" && subject.found !== "several") return undefined;
  return readingsAbout(
    utterance,
    subject,
    (item) => (item.type === "measure" ? reading("report-figure", { measure: item.id, none: absenceIn(utterance.ask), window }) : undefined),
    (id) => `${id} is not available${time ? ` for ${time.label}` : ""}`,
  );
};
