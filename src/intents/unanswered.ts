/** What people asked and got no answer to: for managers, the words alone. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { instantInWords, plural } from "../answers/wording.js";
import { permits, refusal } from "../people/index.js";
import { dayInWords } from "../plan/index.js";
import { Carried } from "../request/args.js";
import type { UnansweredQuestion } from "../request/unanswered.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

const mostShown = 10;

export const unanswered = defineIntent({
  name: "unanswered",
  about: "Questions of the last 90 days that had no answer; for managers",
  says: always("What could you not answer?"),
  args: z.object({ ...Carried }),
  traits: {
    personal: true,
    help: [{ says: "What could you not answer?", about: "Questions that had no answer: their words, not who asked", for: "managers", place: 6 }],
  },
  examples: [
    "which questions couldn't you answer",
    "what have people asked that you didn't know",
    "unanswered questions",
    "what are you getting wrong",
    "list of failed questions",
    "what did you not understand lately",
    "questions with no answer",
    "what do people ask that isn't covered",
    "where did you let people down",
    "show me misses",
    "what were the things you couldn't help with",
    "any questions left hanging",
    "what's stumped you",
    "what do staff ask that the plan doesn't cover",
    "where do your answers run out",
    "what did people want that you hadn't got",
    "the ones you didn't get, list them",
    "what tripped you up this month",
    "which queries came back empty",
    "have you failed anyone lately",
    "what gaps have staff hit when asking you",
    "questions you flunked",
    "anything asked more than once with no answer",
    "log of not understood",
    "wit could ye no answer",
    "which topics do folk ask about in vain",
    "what questions could you not {topic}?",
    "show the questions you couldn't answer",
    "what don't you know that people want",
    "which questions went unanswered this month",
    "what have you been asked and not known",
    "list what nobody got an answer to",
    "where do you draw a blank",
    "what did you have no answer for",
    "questions that beat you",
    "what do people ask you in vain",
    "can I see the failed questions",
    "what are staff asking that you can't do",
    "things you were asked and couldn't find",
    "what should we add so that you can answer more",
  ],
  answer: async ({ carried }, context) => {
    const suggestions = suggest("What can I ask?");
    if (!permits("see what had no answer", context))
      return answerIn("notice", {
        carried,
        title: "That is for managers",
        lead: refusal("see what had no answer", "see what had no answer", context),
        suggestions,
      });
    const all = await context.unanswered();
    const hidden = all.length - mostShown;
    const words = (one: UnansweredQuestion) =>
      `Asked ${one.times === 1 ? "once" : `${one.times} times, last`} on ${instantInWords(one.last, context.plan.timeZone)}`;
    const rows = all.slice(0, mostShown).map((one) => ({ id: "", text: `"${one.text}"`, detail: words(one) }));
    return answerIn("rows", {
      carried,
      title: "What I could not answer",
      lead: [
        all.length
          ? `${plural(all.length, "question")} of the last ${context.unansweredDays} days had no answer.`
          : `Every question of the last ${context.unansweredDays} days had an answer.`,
      ],
      sections: rows.length ? [{ heading: "Last asked first", rows, ...(hidden > 0 && { more: `and ${hidden} more` }) }] : [],
      gaps: [`I keep only the words, for ${context.unansweredDays} days, and not who asked them.`],
      sources: [`As at ${dayInWords(context.today)}.`],
      suggestions,
    });
  },
});
