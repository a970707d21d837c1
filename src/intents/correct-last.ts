/** What the asker saved last was wrong: the form to put it right. Nothing is taken back before they press Save. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { ownMeasures } from "../figures/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried } from "../request/args.js";
import type { Answer } from "../shared/answer.js";
import { withUnused } from "../shared/unused.js";
import { correctionOf } from "./correct-last/correction.js";
import { defineIntent } from "./define-intent.js";
import { unhappy } from "./unhappy.js";

/** Who says that something was wrong speaks of the last answer, when nothing was saved just before. */
const JUST_NOW_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

export const correctLast = defineIntent({
  name: "correct-last",
  about: "Undoing or putting right what the asker has saved just now, a figure or a status, perhaps with the right figure",
  args: z.object({
    value: z.string().max(40).optional().describe("The right figure"),
    undo: z.boolean().optional().describe("It is to be undone, whenever it was saved; else it was only said to be wrong"),
    ...Carried,
  }),
  traits: { internal: true, personal: true, command: true },
  examples: [],
  answer: async ({ value, undo = false, carried }, context) => {
    const since = new Date(context.at.getTime() - (undo || value !== undefined ? DAY_MS : JUST_NOW_MS));
    const made = await correctionOf(context, since, value);
    if (!made) return undo || value !== undefined ? nothingSaved(context, value, carried) : unhappy.answer({ carried }, context);
    return withUnused(made.form, made.unused);
  },
});

function nothingSaved(context: AnswerContext, value: string | undefined, carried: string | undefined): Answer {
  const measure = ownMeasures(context)[0]?.id ?? context.catalogue.measures[0]?.id;
  return answerIn("notice", {
    carried,
    title: "There is nothing to correct",
    lead: [
      "You have not saved anything in the last day.",
      ...(value !== undefined && measure ? [`If ${value} is a figure, say which one it is: "${measure} is ${value}".`] : []),
    ],
    suggestions: suggest("Report figures", "My actions"),
  });
}
