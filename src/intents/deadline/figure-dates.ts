/** When a measure's figures are asked for. */
import { answerIn, suggest } from "../../answers/answer-text.js";
import { titleOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { frequencyOf, lastDayToReport } from "../../figures/index.js";
import { addDays, dayInWords, type ItemOf, lastEnded, periodBefore, periodInWords } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer } from "../../shared/answer.js";

/** When a measure's next figure is asked for and when it is late. */
export function figureDates(item: ItemOf<"measure">, carried: string | undefined, context: AnswerContext): Answer {
  const ended = lastEnded(context.plan, frequencyOf(item), context.today);
  const next = periodBefore(context.plan, ended, -1);
  const how = { monthly: "every month", quarterly: "every quarter", yearly: "every year" }[frequencyOf(item)];
  return answerIn("rows", {
    carried,
    title: titleOf(item),
    lead: [
      `A figure for ${item.id} is asked for ${how}.`,
      `The one for ${periodInWords(ended)} was to be reported by ${dayInWords(lastDayToReport(ended))}.`,
      `The next, for ${periodInWords(next)}, can be reported from ${dayInWords(addDays(next.to, 1))} and is late after ${dayInWords(lastDayToReport(next))}.`,
    ],
    sections: [],
    gaps: [],
    sources: sourcesOf(context, {}),
    suggestions: suggest(`What is the latest figure for ${item.id}?`, `Who reports ${item.id}?`),
  });
}
