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
  answer: async (_, scene) => {
    const { plan, catalogue, shared } = scene;
    const { priorities, actions, measures } = catalogue;
    const { manages, leads, reports } = partOf(scene);
    const parts = [manages && "are a manager", leads && "lead part of it", reports && "report figures"].filter((part): part is string => Boolean(part));
    return answerIn("notice", {
      title: "Hello, I am Waymark",
      lead: [
        `I answer questions about the ${plan.title}: ${plural(priorities.length, "priority")}, ${plural(actions.length, "action")} and ${plural(measures.length, "measure")}.`,
        ...(parts.length ? [`As I have it, you ${listed(parts)}, so I can show you what is yours and take down how it goes.`] : []),
        shared
          ? "Mention me with @Waymark and ask in your own words. What is about one person alone I answer in that person's own chat."
          : "Ask me in your own words, by number or by topic. For example:",
      ],
      suggestions: firstExamples(scene).map((says) => ask(says)),
    });
  },
});
