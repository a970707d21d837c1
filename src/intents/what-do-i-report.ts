/** Which figures somebody reports, how often, and which are due. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { figureAlone, frequencyInWords } from "../answers/measure-words.js";
import { namesOf } from "../answers/people.js";
import { facts, section } from "../answers/rows.js";
import { isAsker } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { are, listedUpTo, plural, shortened } from "../answers/wording.js";
import { countedOnce, dutyOf, type Expected, expectedFigures, frequencyOf, isFigure, lastDayToReport, nextFigures } from "../figures/index.js";
import { addDays, dayInWords, type ItemOf, lastEnded, periodBefore, periodInShort } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const whatDoIReport = defineIntent({
  name: "what-do-i-report",
  about: "Which figures the asker or somebody else is to report, how often, which are still to come and from when the next can be reported",
  says: always("What do I report?"),
  args: z.object({ person: Person.optional(), next: z.boolean().optional().describe("When the next figures are due is asked"), ...Carried }),
  traits: { personalWhen: ({ person }) => person === undefined, followUp: ["person"], lists: "measures" },
  examples: [
    "what do I report",
    "when are the next figures due",
    "when is my next return due",
    "which figures do I have to give",
    "what numbers are expected from me",
    "which measures are mine to report",
    "what do I need to send in and when",
    "what data am I meant to supply",
    "am I a reporter for anything",
    "which KPIs do I fill in",
    "what figures do you need off me",
    "what are my measures",
    "when do I have to report my figures",
    "what am i supposed to be counting",
    "what returns do I do",
    "my measures",
    "list the indicators I provide",
    "what does {person} report",
    "which measures does {person} supply",
    "what figures is {person} meant to give us",
    "reporting duties, mine",
    "I'm new, which numbers do I report",
    "what data do i owe each quarter",
    "what figures are on me",
    "what am I the reporter for",
    "are there figures with my name on",
    "what numbers would you like out of me each month",
    "which returns land on me",
    "what am I supposed to report",
    "which figures are mine",
    "what numbers do you want from me",
    "do I report anything",
    "what do I have to report and how often",
    "list what I report",
    "which measures am I down for",
    "when are my next figures due",
    "what figures am I responsible for",
    "my figures, which are they",
    "what does {person} have to report",
    "which numbers come from {person}",
    "what's {person} down to report",
    "my reporting duties please",
    "whit figures dae I gie",
    "what do I send each quarter",
    "have I anything to report",
    "which indicators have my name on them",
  ],
  answer: async ({ person, next = false, carried }, context) => {
    const { catalogue, plan, today } = context;
    const email = (person ?? context.asker.email)?.toLowerCase();
    const you = !person || isAsker(context, person);
    const all = countedOnce(catalogue, catalogue.measures);
    const named = all.filter(({ measure }) => email && (measure.reporter === email || measure.deputies?.includes(email)));
    // Where nobody is named to report, the lead of the priority is looked to.
    const items = [...named, ...all.filter((item) => email && !named.includes(item) && dutyOf(item) === email)];
    const names = await namesOf(context, [email]);
    const reports = await context.recentReports(items.map(({ id }) => id));
    const missing = expectedFigures(plan, items, reports, today).filter(({ report }) => !report);
    const who = you ? "You" : names(email ?? "");
    return answerIn("rows", {
      carried,
      title: you ? "What you report" : `What ${who} reports`,
      lead: [
        ...leadOf({ items, missing, who, you, next }, context),
        ...(email ? [] : ["I could not find out who you are just now. Please ask again in a moment."]),
      ],
      sections: section("", items, (item) => ({
        id: item.id,
        text: shortened(item.measure.text, 160),
        detail: facts(frequencyInWords(item), newestInWords(item, reports), stillToCome(item, missing, context)),
      })),
      gaps:
        items.length > named.length
          ? [
              `${plural(items.length - named.length, "measure")} ${are(items.length - named.length)} ${you ? "yours" : "theirs"} as the lead, because no reporter is named.`,
            ]
          : [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest(
        you && items.length > 0 && "Report figures",
        you && items.length > 0 && "Which figures are missing from me?",
        "Which figures are missing?",
      ),
    });
  },
});

interface Led {
  items: ItemOf<"measure">[];
  missing: Expected[];
  who: string;
  you: boolean;
  /** When the next are due is asked, rather than what there is to report. */
  next: boolean;
}

function leadOf({ items, missing, who, you, next }: Led, context: AnswerContext): string[] {
  const none = `${who} ${you ? "report" : "reports"} no figures in this plan. Where nobody is named, any member of staff may report one.`;
  if (!items.length) return next ? [none, ...nextInWords(context, context.catalogue.measures, "The next figure of the plan")] : [none];
  const late = missing.filter((one) => one.late).length;
  const open = `${plural(missing.length, "figure")} ${are(missing.length)} still to report${late ? `, ${late} of them late` : ""}.`;
  const coming = nextInWords(context, items, you ? "Your next figure" : "Their next figure");
  if (next)
    return [
      ...coming,
      ...(missing.length
        ? [`${you ? "You also have" : "They also have"} ${plural(missing.length, "figure")} still to give${late ? `, ${late} of them late` : ""}.`]
        : []),
    ];
  return [
    `${who} ${you ? "report" : "reports"} ${plural(items.length, "measure")}.`,
    ...(missing.length ? [open] : ["Nothing is needed just now.", ...coming]),
  ];
}

/** "Your next figure is 3.3.m2 for 2026-27 Q3: it can be reported from 1 January 2027 and is due by 28 January 2027." */
function nextInWords(context: AnswerContext, measures: ItemOf<"measure">[], what: string): string[] {
  const coming = nextFigures(context, measures);
  if (!coming) return [];
  const { items, period } = coming;
  const ids = listedUpTo(
    items.map(({ id }) => id),
    4,
  );
  const [from, by] = [dayInWords(addDays(period.to, 1)), dayInWords(lastDayToReport(period))];
  const name = periodInShort({ period: period.name, ends: period.to });
  return items.length === 1
    ? [`${what} is ${ids} for ${name}: it can be reported from ${from} and is due by ${by}.`]
    : [`${what}s are ${ids} for ${name}: they can be reported from ${from} and are due by ${by}.`];
}

function newestInWords(item: ItemOf<"measure">, reports: Awaited<ReturnType<AnswerContext["recentReports"]>>): string {
  const newest = reports.get(item.id)?.find(isFigure);
  return newest ? `last ${figureAlone(item.measure, newest, 60)} (${periodInShort(newest)})` : "no figure yet";
}

/** What is missing and until when, or from when the next can be reported. */
function stillToCome(item: ItemOf<"measure">, missing: Expected[], { plan, today }: AnswerContext): string {
  const one = missing.find(({ item: { id } }) => id === item.id);
  if (one) return `${one.period.name} is missing, ${one.late ? "late since" : "open until"} ${dayInWords(lastDayToReport(one.period))}`;
  const next = periodBefore(plan, lastEnded(plan, frequencyOf(item), today), -1);
  return `next from ${dayInWords(addDays(next.to, 1))}`;
}
