/** The first words to somebody new, or once to a team: who speaks, what can be asked, three examples that work. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { listed, plural } from "../answers/wording.js";
import { defineIntent } from "./define-intent.js";
import { firstExamples, partOf } from "./help/suggested-questions.js";

export const welcome = defineIntent({
  name: "welcome",
  about: "Says hello to somebody who meets the bot for the first time",
  args: z.object({}),
  traits: { internal: true },
  examples: [],
  answer: async (_, context) => {
    const { plan, catalogue, shared } = context;
    const { priorities, actions, measures } = catalogue;
    const { manages, leads, reports } = partOf(context);
    const parts = [manages && "are a manager of the plan", leads && "lead part of it", reports && "report figures for it"].filter((part): part is string =>
      Boolean(part),
    );
    return answerIn("notice", {
      title: "Hello, I am Waymark",
      lead: [
        `I help everybody keep track of the ${plan.title}. It has ${plural(priorities.length, "priority")}, ${plural(actions.length, "action")} and ${plural(measures.length, "measure")}.`,
        ...(parts.length ? [`You ${listed(parts)}. I can show you what is yours, remind you in time and save your updates.`] : []),
        shared
          ? "To ask me something here, start with @Waymark and use your own words. If it is about one person only, I answer in their own chat."
          : "Just write to me as you would to a colleague, by number or by topic. For example:",
      ],
      suggestions: firstExamples(context).map((says) => ask(says)),
    });
  },
});
