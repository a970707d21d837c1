/** What people asked and got no answer to: for managers, the words alone. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { instantInWords, plural } from "../answers/wording.js";
import { permits, refusal } from "../people/index.js";
import { dayInWords } from "../plan/index.js";
import { Carried } from "../request/args.js";
import { keptDays, type UnansweredQuestion } from "../request/unanswered.js";
import { defineIntent } from "./define-intent.js";

const mostShown = 10;

export const unanswered = defineIntent({
  name: "unanswered",
  about: "Questions of the last 90 days that had no answer; for managers",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried }, scene) => {
    const suggestions = suggest("What can I ask?");
    if (!permits("see what had no answer", scene))
      return answerIn("notice", {
        carried,
        title: "That is for managers",
        lead: refusal("see what had no answer", "see what had no answer", scene),
        suggestions,
      });
    const all = await scene.unanswered();
    const hidden = all.length - mostShown;
    const words = (one: UnansweredQuestion) =>
      `Asked ${one.times === 1 ? "once" : `${one.times} times, last`} on ${instantInWords(one.last, scene.plan.timeZone)}`;
    const rows = all.slice(0, mostShown).map((one) => ({ id: "", text: `"${one.text}"`, detail: words(one) }));
    return answerIn("rows", {
      carried,
      title: "What I could not answer",
      lead: [
        all.length
          ? `${plural(all.length, "question")} of the last ${keptDays} days had no answer.`
          : `Every question of the last ${keptDays} days had an answer.`,
      ],
      sections: rows.length ? [{ heading: "Last asked first", rows, ...(hidden > 0 && { more: `and ${hidden} more` }) }] : [],
      gaps: [`Kept are the words alone, for ${keptDays} days: not who asked them.`],
      sources: [`As at ${dayInWords(scene.today)}.`],
      suggestions,
    });
  },
});
