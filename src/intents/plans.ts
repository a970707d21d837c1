/** Which plans are loaded, and which one is used here. */

import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { capital, plural } from "../answers/wording.js";
import { dayInWords, planInWords } from "../plan/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const plans = defineIntent({
  name: "plans",
  about: "Which plans are loaded, and which one answers here",
  says: always("Which plans are there?"),
  args: z.object({ ...Carried }),
  traits: {},
  examples: [
    "which plans do you have",
    "what plans are loaded",
    "list the plans",
    "which plan is this",
    "what plan are you answering from",
    "are there other plans",
    "which plan am I in",
    "do you know the {plan}",
    "what strategies can you talk about",
    "how many plans",
    "is the {plan} in here",
    "what plans can I ask about",
    "which action plans do you cover",
    "plan in use here",
    "is this the {plan}",
    "have you got {plan}",
    "what plans r there",
    "what documents have been loaded into you",
    "have you more than one strategy in there",
    "name every plan you hold",
    "which strategy are we talking about here",
    "whit plans have ye got",
    "is there a plan for {topic}",
    "what's the title of the plan you're reading from",
    "the plan this chat uses is which",
    "which plans are there",
    "what plans can you see",
    "is {plan} loaded",
    "list plans please",
    "tell me which plan you use",
    "do you only have one plan",
    "what other plans do you know about",
    "names of all the plans",
    "which plan do my answers come from",
    "what plan are we on",
    "do you hold the plan for {topic}",
    "can I see the list of plans",
    "how many strategies do you hold",
    "which plan is the default",
    "wich plan is in use",
  ],
  answer: async ({ carried }, { loaded, known, used, today }) => {
    const here = loaded.find(({ id }) => id === used) ?? known;
    return answerIn("rows", {
      carried,
      title: loaded.length === 1 ? "There is one plan" : `${capital(plural(loaded.length, "plan"))} are loaded`,
      lead: [`I answer from ${planInWords(here)} here${loaded.length > 1 ? ", unless you name another one." : "."}`],
      sections: [
        {
          heading: "",
          rows: loaded.map(({ name, plan, catalogue, importedAt }) => ({
            id: "",
            text: plan.title,
            detail: [
              ...(loaded.length > 1 ? [capital(planInWords({ name }))] : []),
              plural(catalogue.actions.length, "action"),
              `Imported on ${dayInWords(importedAt.slice(0, 10))}`,
            ].join(" · "),
          })),
        },
      ],
      gaps: [],
      sources: [`As at ${dayInWords(today)}.`],
      suggestions: loaded
        .filter(({ id }) => id !== here.id)
        .slice(0, 3)
        .map((other) => ask(`Use ${planInWords(other)} here`)),
    });
  },
});
