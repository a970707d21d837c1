/** A stage by its label, whichever actions have it. */
import { answerIn, suggest } from "../../answers/answer-text.js";
import { type Dated, datedOf, milestoneSentence } from "../../answers/milestones.js";
import { milestoneRow, section } from "../../answers/rows.js";
import { type Acting, placeOf, type Scoped } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { plural } from "../../answers/wording.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer } from "../../shared/answer.js";

/** Every action's milestone with that label, earliest first. */
export const stageOf = (acting: Acting[], label: string): Dated[] =>
  datedOf(acting, ({ milestones = [] }) => milestones.filter((milestone) => milestone.label?.toLowerCase() === label.toLowerCase()));

/** The dates of all milestones with one label, such as "Pilot". */
export function stageDates(shown: Dated[], label: string, scoped: Scoped, carried: string | undefined, context: AnswerContext): Answer {
  const [first] = shown;
  const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
  return answerIn("rows", {
    carried,
    title: `"${first?.milestone.label ?? label}"${where}`,
    lead:
      shown.length === 1 && first
        ? [milestoneSentence(first.action, first.milestone, context.today)]
        : [`${plural(shown.length, "action")}${where} have a stage called "${first?.milestone.label ?? label}".`],
    sections: section("", shown, (dated) => milestoneRow(dated, context.today)),
    gaps: [],
    sources: sourcesOf(context, { said: saidOf(shown) }),
    suggestions: suggest(first && `How is ${first.id} doing?`, first && `Who leads ${first.id}?`),
  });
}
