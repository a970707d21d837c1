/** Whether a figure is any good: against the one before, the baseline and the target. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { figurePicked } from "../answers/figure-picked.js";
import { figureSentences } from "../answers/figure-words.js";
import { itemOf, titleOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { listed } from "../answers/wording.js";
import { Carried, ItemId, Window } from "../request/args.js";
import { type MeasureStatus, measureStatus } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { aboutMeasure } from "./says.js";

export const figureGood = defineIntent({
  name: "figure-good",
  about: "Whether a measure's figure is good or bad: judged against the figure before, the baseline and the target",
  says: aboutMeasure((name) => `Is the figure of ${name} any good?`),
  args: z.object({
    measure: ItemId,
    window: Window.optional(),
    back: z.number().int().min(0).max(200).optional().describe("Periods before the newest figure's"),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["measure"], followUp: ["measure", "window"], looksBack: true },
  examples: [
    "is {measure} any good",
    "is {value} good for {measure}",
    "is that a good figure for {measure}",
    "is {measure} good or bad",
    "good or bad, {measure}",
    "should I be pleased with {measure}",
    "should I be happy about {measure}",
    "are we doing well on {measure}",
    "are we happy with {measure}",
    "is {measure} where it should be",
    "is {measure} ok",
    "is {measure} a worry",
    "should {measure} worry me",
    "is {value} for {measure} decent",
    "what do we make of {measure}",
    "how do we judge {measure}",
    "is {measure} respectable",
    "is the {measure} figure anything to shout about",
    "is {measure} better than it was",
    "does {measure} look healthy",
    "how does {measure} look against target and baseline",
    "judge {measure} for me",
    "is {measure} satisfactory",
    "was {period} good for {measure}",
    "is {measure} poor",
    "is {measure} acceptable",
    "rate {measure}",
    "is {measure} on the right lines",
    "is that figure good",
    "is that good or bad",
    "is that bad",
    "should that worry us",
    "is that something to be proud of",
    "does that count as good",
    "is {measure} heading the right way",
    "how are we doing on {measure} against what we wanted",
    "is {measure} up to scratch",
    "is {measure} up to standard",
    "is the number for {measure} decent",
    "is {measure} guid",
  ],
  answer: async ({ measure: id, window, back, carried }, context) => {
    const item = itemOf(context, id, "measure");
    const all = await context.allFigures(item.id);
    const picked = figurePicked(context, item, all, { window, back });
    const { shown, before } = picked;
    const status = measureStatus(
      item,
      [shown, before].filter((one) => one !== undefined),
    );
    return answerIn("rows", {
      carried,
      title: titleOf(item),
      lead: [...(shown ? [verdict(status)] : []), ...figureSentences({ ...picked, plan: context.plan, item, all }, "trend")],
      sections: [],
      gaps: [],
      sources: sourcesOf(context, { figures: shown ? [shown] : [], one: true, statuses: false }),
      suggestions: suggest(`What is the latest figure for ${item.id}?`, `How is ${item.priority.id} doing?`, `Who reports ${item.id}?`),
    });
  },
});

/** "Partly: it is better than the time before, but short of its target." */
function verdict({ trend, fromBaseline, target }: MeasureStatus): string {
  const good = [
    ...(trend?.verdict === "better" ? ["better than the time before"] : []),
    ...(fromBaseline?.verdict === "better" ? ["better than its baseline"] : []),
    ...(target?.met ? ["at its target or beyond"] : []),
  ];
  const bad = [
    ...(trend?.verdict === "worse" ? ["worse than the time before"] : []),
    ...(fromBaseline?.verdict === "worse" ? ["worse than its baseline"] : []),
    ...(target?.met === false ? ["short of its target"] : []),
  ];
  if (good.length && bad.length) return `Partly: it is ${listed(good)}, but ${listed(bad)}.`;
  if (good.length) return `Yes: it is ${listed(good)}.`;
  return bad.length ? `No: it is ${listed(bad)}.` : "I cannot tell: there is nothing to compare it with, or it has not changed.";
}
