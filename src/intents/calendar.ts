/** When a Year or quarter of the plan starts and ends, and which today is in. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { sourcesOf } from "../answers/sources.js";
import { type Day, dayInWords, quarterOf, quarterSpan, type Span, yearName, yearOf, yearSpan } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const calendar = defineIntent({
  name: "calendar",
  about: "When a Year or a quarter of the plan starts and ends; which Year and quarter it is now",
  says: always("Which year of the plan is it?"),
  args: z.object({
    year: z.number().int().min(-50).max(200).optional().describe("Year N of the plan"),
    quarter: z.number().int().min(1).max(4).optional(),
    of: z.enum(["start", "end"]).optional().describe("Which end was asked for"),
    ...Carried,
  }),
  traits: { refreshable: true },
  examples: [
    "when does year 2 start",
    "what quarter are we in",
    "which year of the plan is it",
    "when does {period} end",
    "when does the financial year start",
    "what dates is Q3",
    "when did the plan start",
    "when does the plan end",
    "how long does the plan run",
    "what year are we in now",
    "how far through the plan are we",
    "is it still year one",
    "when's year end",
    "what's the date",
    "what day is it",
    "Q2 runs from when to when",
    "when is quarter four over",
    "end of {period} is what day",
    "how many weeks left in this quarter",
    "which quarter is october in",
    "What period does Year 3 cover?",
    "what year does plan finish",
    "are we in Q1 or Q2",
    "when does {period} begin",
    "what are the start and end dates of {time}?",
    "last day of {time}?",
    "when did {time} end",
    "what was the last date of {time}",
    "when does {time} start",
    "when does {time} end?",
    "how long till {period} is over",
    "wich quarter are we in",
    "are we past the halfway point of the plan",
    "when do we roll into Year 3",
    "how many years does the plan cover",
    "is today in Q3 or Q4",
    "first day of the next quarter",
    "when does our reporting year finish",
    "which months make up Q2",
    "whats the last month of year two",
    "how many months till the plan runs out",
    "does the year go from April",
    "what counts as this quarter",
    "when's the cut-off for the quarter",
    "date {period} started",
    "how much of year 2 is gone",
    "our financial year starts which month",
    "on which day does year three end",
    "when is the plan's second year over",
    "when does the plan year finish",
    "what date does Year 4 begin on",
    "last day of year two",
    "first day of the third year",
  ],
  answer: async ({ year, quarter, of, carried }, context) => {
    const { plan, today } = context;
    const now = quarterOf(plan, today);
    const asked = year === undefined && quarter === undefined ? undefined : { year: year ?? now.year, quarter };
    return answerIn("rows", {
      carried,
      title: asked ? nameOf(plan, asked) : "The plan's years",
      lead: [
        ...(asked
          ? spanSentences(nameOf(plan, asked), asked.quarter ? quarterSpan(plan, asked.year, asked.quarter) : yearSpan(plan, asked.year), of, today)
          : []),
        ...todaySentences(context),
      ],
      sections: [],
      gaps: [],
      sources: sourcesOf(context, { statuses: false }).filter((line) => !line.startsWith("Example")),
      suggestions: suggest(asked && !asked.quarter && `What is due in Year ${asked.year}?`, "What is due this quarter?"),
    });
  },
});

const nameOf = (plan: AnswerContext["plan"], { year, quarter }: { year: number; quarter?: number }): string =>
  quarter ? `Quarter ${quarter} of Year ${year} (${yearName(plan, year)} Q${quarter})` : `Year ${year} (${yearName(plan, year)})`;

function spanSentences(name: string, { from, to }: Span, of: "start" | "end" | undefined, today: Day): string[] {
  const start = `${from <= today ? "started" : "starts"} on ${dayInWords(from)}`;
  const end = `${to < today ? "ended" : "ends"} on ${dayInWords(to)}`;
  if (of === "end") return [`${name} ${end}.`, `It ${start}.`];
  return of === "start" ? [`${name} ${start}.`, `It ${end}.`] : [`${name} ${start} and ${end}.`];
}

function todaySentences({ plan, today }: AnswerContext): string[] {
  if (today < plan.starts) return [`Today, ${dayInWords(today)}, is before the plan starts: Year 1 starts on ${dayInWords(plan.starts)}.`];
  const { quarter } = quarterOf(plan, today);
  return [`Today, ${dayInWords(today)}, is in Year ${yearOf(plan, today)}, quarter ${quarter} (${yearName(plan, yearOf(plan, today))} Q${quarter}).`];
}
