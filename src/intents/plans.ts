/** Which plans are loaded, and which one is used here. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { capital, plural } from "../answers/wording.js";
import { dayInWords, planInWords } from "../plan/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const plans = defineIntent({
  name: "plans",
  about: "Which plans are loaded, and which one answers here",
  args: z.object({ ...Carried }),
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
