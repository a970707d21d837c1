/** What can be asked, with examples from the plan in hand. */

import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { plural } from "../answers/wording.js";
import { Carried } from "../request/args.js";
import type { Row } from "../shared/answer.js";
import { defineIntent, type Intent } from "./define-intent.js";
import { forAnybody, forAsker, type Offered } from "./help/suggested-questions.js";
import { always } from "./says.js";

/** What it offers is said by the intents themselves. */
export const helpOn = (intents: readonly Intent[]) =>
  defineIntent({
    name: "help",
    about: "What the bot can do and what can be asked, with examples",
    says: always("What can I ask?"),
    args: z.object({ ...Carried }),
    traits: {
      bareSubject: "status",
      lastResort: true,
      menu: [{ title: "What can I ask?", description: "Examples from the plan, and what I can do for you", in: ["personal", "shared"], place: 1 }],
    },
    examples: [
      "help",
      "what can you do",
      "what can I ask",
      "how does this work",
      "what are you for",
      "how do I use this",
      "examples please",
      "commands",
      "I don't know what to ask",
      "give me some ideas of what to ask",
      "what do you know",
      "instructions",
      "how do I talk to you",
      "menu",
      "options",
      "what sort of things can I ask you",
      "I'm stuck",
      "show me how",
      "Would you explain what you are able to help with?",
      "first time using this, what do I do",
      "whit can ye dae",
      "guide",
      "what are you able to answer",
      "hlep",
      "can you explain yourself",
      "what do you do",
      "how can you help me",
      "i am new, where do i start",
      "what else can you tell me",
      "tell me how this works please",
      "can you give me a few example questions",
      "what's this bot for",
      "list of things you can do",
      "how should I ask you things",
      "what are my options here",
      "give us a hand",
      "usage",
      "what questions do you understand",
      "I have no idea how to use you",
      "wat can i do here",
    ],
    answer: async ({ carried }, context) => {
      const { plan, catalogue } = context;
      const [own, all] = [forAsker(intents, context), forAnybody(intents, context)];
      return answerIn("rows", {
        carried,
        title: "What you can ask",
        lead: [
          `I answer questions about the ${plan.title}. It has ${plural(catalogue.themes.length, "theme")}, ${plural(catalogue.priorities.length, "priority")}, ${plural(catalogue.actions.length, "action")} and ${plural(catalogue.measures.length, "measure")}.`,
          "Write as you would to a colleague, by number or by topic.",
        ],
        sections: [...(own.length ? [{ heading: "For you", rows: own.map(row) }] : []), { heading: "For example", rows: all.map(row) }],
        gaps: [],
        sources: context.known.sample ? ["Example data: the leads, statuses and figures in this plan are examples."] : [],
        suggestions: [...own, ...all].slice(0, 3).map(({ says }) => ask(says)),
      });
    },
  });

const row = ({ says, about }: Offered): Row => ({ id: "", text: says, ...(about && { detail: about }) });
