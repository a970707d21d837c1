/** A quarter that no year has: says which there are, and offers the same words with one of those that are over. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { listed, shortened } from "../answers/wording.js";
import { lastEnded, type Period, periodBefore, periodInMonths } from "../plan/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

const quarterOf = ({ name }: Period): string => name.slice(-2);

export const unknownQuarter = defineIntent({
  name: "unknown-quarter",
  about: "Something asked or said of a quarter that no year has",
  args: z.object({ said: z.string().max(40).describe("As it was written"), text: z.string().max(600), ...Carried }),
  traits: { internal: true, missed: true },
  examples: [],
  answer: async ({ said, text, carried }, { plan, today }) => {
    const newest = lastEnded(plan, "quarterly", today);
    const four = [0, 1, 2, 3].map((back) => periodBefore(plan, newest, back)).sort((a, b) => quarterOf(a).localeCompare(quarterOf(b)));
    const again = [newest, periodBefore(plan, newest)].map((period) => text.replace(said, quarterOf(period)));
    return answerIn("notice", {
      carried,
      title: `There is no ${said}`,
      lead: [`A year has ${listed(four.map((period) => `${quarterOf(period)} (${periodInMonths(period)})`))}.`, "Nothing was saved."],
      suggestions: again.map((says) => ask(shortened(says, 60), says)),
    });
  },
});
