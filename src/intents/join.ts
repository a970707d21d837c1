/** Measures that are printed under several priorities: which they are, and the card to join them. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, ask } from "../answers/answer-text.js";
import { section } from "../answers/rows.js";
import { itemOf, titleOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { listed, plural, shortened } from "../answers/wording.js";
import { groupOf, joinForm } from "../figures/index.js";
import { printedTwice } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, ItemId } from "../request/args.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

export const join = defineIntent({
  name: "join",
  about: "Joining measures that are the same one, printed under several priorities, so that one figure counts in each place; or listing them",
  args: z.object({ measure: ItemId.optional(), ...Carried }),
  traits: { personalWhen: ({ measure }) => measure !== undefined, command: true, subjects: ["measure"] },
  examples: [
    "join {measure} and {measure}",
    "{measure} and {measure} are the same measure",
    "which measures are duplicates",
    "merge {measure} with {measure}",
    "same indicator twice",
    "link the two {measure}s",
    "we report {measure} twice, can it be once",
    "combine duplicate KPIs",
    "are any measures printed more than once",
    "treat {measure} as one",
    "unjoin {measure}",
    "split {measure} apart again",
    "list joined measures",
    "{measure} appears under two priorities, make it one",
    "double counting of {measure}",
    "why do I have to enter {measure} twice",
    "tie {measure} to {measure}",
    "{measure} is printed in three places, count it once",
    "these two indicators say the same thing",
    "make {measure} follow {measure}",
    "one figure for both {measure} and {measure}",
    "same KPI in two themes, link them",
    "can one return do for both {measure}s",
    "are {measure} and {measure} joined",
    "which measures share a figure",
    "join {measure} with its twin",
    "{measure} is in the plan twice",
    "why is {measure} listed under two priorities",
    "can {measure} and {measure} share a figure",
    "do {measure} and {measure} count as one",
    "show me which measures are joined",
    "stop asking for {measure} twice",
    "same figure for {measure} and {measure} please",
    "separate {measure} from {measure} again",
    "those two are one and the same, {measure} and {measure}",
    "I report the same number for {measure} and {measure}",
    "count {measure} only once",
    "are there any measures that repeat",
    "combine {measure} and {measure}",
    "{measure} doubles up with {measure}",
  ],
  answer: async ({ measure, carried }, context) => {
    if (!measure) return listOf(context, carried);
    const item = itemOf(context, measure, "measure");
    const items = groupOf(context, item.id);
    if (items) return withCarried(joinForm(context.forms, context, await context.withCounts(items)), carried);
    const lead = [`No other measure has the words of ${item.id}, so there is nothing to join it to.`];
    return answerIn("notice", { carried, title: titleOf(item), lead, suggestions: [ask("Join duplicates")] });
  },
});

function listOf(context: AnswerContext, carried: string | undefined): Answer {
  const groups = printedTwice(context.catalogue.measures);
  const row = (items: (typeof groups)[number]) => {
    const joined = items.find((item) => item.measure.countsAs)?.measure.countsAs;
    return {
      id: items.map(({ id }) => id).join(", "),
      text: shortened(items[0]?.measure.text ?? "", 200),
      detail: joined ? `Joined: one figure counts, that of ${joined}` : "Each keeps its own figures",
    };
  };
  return answerIn("rows", {
    carried,
    title: "Measures printed under several priorities",
    lead: [
      groups.length
        ? `${plural(groups.length, "measure")} ${groups.length === 1 ? "stands" : "stand"} in more than one place.`
        : "No measure stands in more than one place.",
    ],
    sections: section("", groups, row),
    gaps: [],
    sources: sourcesOf(context, { statuses: false }),
    suggestions: groups.slice(0, 3).map((items) => ask(`Join ${listed(items.slice(0, 1).map(({ id }) => id))}`)),
  });
}
