/** A plan's name that fits several plans, or none that is loaded. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { listed } from "../answers/wording.js";
import { planInShort } from "../plan/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const whichPlan = defineIntent({
  name: "which-plan",
  about: "Asks back which plan is meant, or says that it is not loaded",
  args: z.object({
    ids: z.array(z.string().max(60)).max(20).describe("Plans that the words fit; none when there is no such plan"),
    unknown: z.string().max(200).optional().describe("The plan's name as it was said"),
    says: z.string().max(400).describe("What was asked, without the plan's name"),
    ...Carried,
  }),
  traits: { internal: true },
  examples: [],
  answer: async ({ ids, unknown, says, carried }, { loaded }) => {
    const fitting = loaded.filter(({ id }) => ids.includes(id));
    const titles = listed(loaded.slice(0, 8).map(({ plan }) => plan.title));
    if (!fitting.length)
      return answerIn("notice", {
        carried,
        title: unknown ? `There is no ${unknown} plan` : "There is no such plan",
        lead: [`These are loaded: ${titles}.`],
        suggestions: [ask("Which plans are there?")],
      });
    return answerIn("choice", {
      carried,
      question: "Which plan do you mean?",
      choices: fitting.slice(0, 4).map((one) => ({ label: planInShort(one), says: `In ${one.name}: ${says}`, detail: one.plan.title })),
    });
  },
});
