/** Nothing in the plan fits: says so, and what can be asked. Never makes anything up. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { listed, shortened } from "../answers/wording.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

/** People are told that their words are kept. */
const keptNote = ["I keep the words of this question for ninety days, without your name. That way a manager can see what people miss."];

export const notUnderstood = defineIntent({
  name: "not-understood",
  about: "Anything the plan does not cover, and anything that could not be understood",
  args: z.object({ words: z.array(z.string().max(80)).max(10).optional().describe("Words that are not in the plan"), ...Carried }),
  traits: { internal: true, missed: true, unanswered: true, lastResort: true, bareSubject: "status" },
  examples: [],
  answer: async ({ words = [], carried }, { plan, catalogue }) => {
    const quoted = words.slice(0, 4).map((word) => `"${shortened(word, 40)}"`);
    const [priority] = catalogue.priorities;
    return answerIn("notice", {
      carried,
      title: "Sorry, I have no answer to that",
      lead: [
        ...(quoted.length ? [`I could not find ${listed(quoted, "or")} in the plan.`] : []),
        `I only know the ${shortened(plan.title, 120)}: how its priorities and actions are doing, what is due, who leads what, and the figures.`,
        ...keptNote,
      ],
      suggestions: suggest(priority && `How is ${priority.id} doing?`, "What is due next month?", "What can you do?"),
    });
  },
});
