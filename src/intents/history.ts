/** Everything that was reported for a measure: each period's figure, and what it replaced, with who, when and why. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { changeRow } from "../answers/changes.js";
import { figureAlone } from "../answers/measure-words.js";
import { facts, section } from "../answers/rows.js";
import { itemOf, titleOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { are, instantInWords, plural, shortened } from "../answers/wording.js";
import { absenceInWords, type Earlier, type Report } from "../figures/index.js";
import { type ItemOf, periodInShort, periodInWords, periodNamed } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, ItemId } from "../request/args.js";
import type { Row } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { aboutMeasure } from "./says.js";

export const history = defineIntent({
  name: "history",
  about: "The history of a measure: every figure reported, what was corrected, by whom, when and why",
  says: aboutMeasure((name) => `History of ${name}`),
  args: z.object({ measure: ItemId, ...Carried }),
  traits: { subjects: ["measure"] },
  examples: [
    "history of {measure}",
    "all past figures for {measure}",
    "how has {measure} changed over the years",
    "every value reported for {measure}",
    "who entered the figure for {measure}",
    "was {measure} ever corrected",
    "when was {measure} last updated",
    "who put {value} in for {measure}",
    "show me the back figures on {measure}",
    "{measure} since the start",
    "previous values of {measure}",
    "when was {measure} reported and by whom",
    "audit trail {measure}",
    "Why was the {period} figure for {measure} amended?",
    "who corrected {measure}",
    "{measure} over time as a list",
    "quarter by quarter {measure}",
    "track record on {measure}",
    "{measure} figures going back",
    "run of figures for {measure}",
    "did somebody change the {measure} number after it was in",
    "all the {measure} returns we've had",
    "full series {measure}",
    "what did {measure} say in earlier years",
    "all entries for {measure} with dates",
    "{measure} back to the first figure",
    "can I see all the figures ever reported for {measure}",
    "{measure}, every quarter so far",
    "what was the first figure for {measure}",
    "who reported {measure} last time",
    "has the {period} figure for {measure} been changed",
    "old figures for {measure} please",
    "past returns for {measure}",
    "which figures for {measure} were corrected",
    "show corrections to {measure}",
    "{measure} from the beginning",
    "when did we last get a number for {measure}",
    "list what's been reported on {measure}",
    "how did {measure} look year by year",
    "{measure} back catalogue",
    "what has {measure} been each time",
    "show me {measure} since {period}",
    "{measure} from {period} on",
    "how has {measure} gone since {period}",
    "{measure} all the way back",
    "was {measure} better before {period}",
  ],
  answer: async ({ measure: id, carried }, context) => {
    const item = itemOf(context, id, "measure");
    const [reports, changes] = await Promise.all([context.allReports(item.id), context.changes({ items: [item.id], newestFirst: true })]);
    // Figures are told with what they replaced; the record tells the rest.
    const others = changes.filter(({ parts }) => parts.some(({ item: about, what }) => about === item.id && !figureParts.has(what)));
    return answerIn("rows", {
      carried,
      title: `History of ${titleOf(item)}`,
      lead: leadOf(context, item, reports),
      sections: [
        ...section(
          "Figures",
          reports.flatMap((report) => rowsOf(context, item, report)),
          (row) => row,
        ),
        ...section("How it is taken, and who reports", others, (change) => changeRow(context, change, item.id)),
      ],
      gaps: [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest(
        `What is the latest figure for ${item.id}?`,
        context.figureForms.mayReport(context, item) && `Update ${item.id}`,
        `Who reports ${item.id}?`,
      ),
    });
  },
});

const figureParts = new Set(["figure", "not available", "note"]);

function leadOf(context: AnswerContext, { id, measure }: ItemOf<"measure">, reports: Report[]): string[] {
  if (!reports.length) return [`Nothing has been reported for ${id} yet.`];
  const corrected = reports.filter(({ earlier }) => earlier?.length);
  const [newest] = [...corrected].sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
  const count = `${id} has ${plural(reports.length, "report")}; ${corrected.length ? `${corrected.length} ${are(corrected.length)} corrected` : "none was corrected"}.`;
  const before = newest?.earlier?.at(-1);
  if (!newest || !before) return [count];
  const why = newest.why ? ` because: ${shortened(newest.why, 200)}` : "";
  return [
    count,
    `The last correction: ${periodInShort(newest)} from ${said(measure, before)} to ${said(measure, newest)}, ${whoAndWhen(context, newest)}${why}.`.replace(
      /([.!?])\.$/,
      "$1",
    ),
  ];
}

/** The report that stands, then what it replaced, newest first. */
function rowsOf(context: AnswerContext, { measure }: ItemOf<"measure">, report: Report): Row[] {
  const period = periodNamed(context.plan, report.period);
  const detail = (it: Earlier) =>
    facts(whoAndWhen(context, it), it.why && `Changed because: ${shortened(it.why, 160)}`, it.note && `Note: ${shortened(it.note, 160)}`);
  const before = [...(report.earlier ?? [])].reverse();
  return [
    {
      id: periodInShort(report),
      text: said(measure, report),
      detail: facts(period && period.frequency !== "monthly" && periodInWords(period), detail(report)),
    },
    ...before.map((it): Row => ({ id: periodInShort(report), text: `before that: ${said(measure, it)}`, detail: detail(it) })),
  ];
}

function said(measure: ItemOf<"measure">["measure"], { value, ...rest }: Earlier | Report): string {
  if (value !== undefined) return figureAlone(measure, { value }, 200);
  return "unavailable" in rest && rest.unavailable ? `not available (${absenceInWords[rest.unavailable]})` : "nothing";
}

function whoAndWhen({ plan }: AnswerContext, { by, at }: Pick<Earlier, "by" | "at">): string {
  const when = at ? ` on ${instantInWords(at, plan.timeZone)}` : "";
  return by ? `by ${by}${when}` : at ? `reported${when}` : "by whom is not known";
}
