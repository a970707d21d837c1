/** The measures of a priority, a theme or the plan, with their newest figures. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { latestInWords, measureRow, targetInWords } from "../answers/measure-words.js";
import { facts, section } from "../answers/rows.js";
import { measuresIn, nameOf, placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital, listedUpTo, plural } from "../answers/wording.js";
import type { KeptFigure } from "../figures/index.js";
import type { ItemOf, Plan } from "../plan/index.js";
import { Carried, Scope } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

export const measures = defineIntent({
  name: "measures",
  about: "The measures of a priority, a theme or the plan, each with its newest figure, how it moves and its target",
  says: scoped("List the measures of the plan", (name) => `What are the measures of ${name}?`),
  args: z.object({ scope: Scope, aspect: z.enum(["latest", "target", "trend"]).optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope"], lists: "measures" },
  examples: [
    "Which measures are in the plan?",
    "what measures does the plan have in it",
    "what measures are there in {theme}",
    "measures for {item}",
    "KPIs",
    "show all the indicators",
    "how are the measures doing",
    "what do we measure for {topic}",
    "how do we know {topic} is working",
    "indicators under {topic}",
    "performance measures {theme}",
    "list of KPIs with targets",
    "scorecard",
    "dashboard please",
    "latest figures for {theme}",
    "all the numbers for {item}",
    "How are the numbers looking in {theme}?",
    "figures under {item}",
    "success measures for {topic}",
    "how will we tell if {topic} worked",
    "what are the targets in {theme}",
    "give me all the targets",
    "what gets measured",
    "what stats do we have on {topic}",
    "data for {theme}",
    "any figures on {topic}",
    "any data behind {topic}",
    "what evidence is there for {theme}",
    "what are we counting",
    "measures of {item} and how they move",
    "performance data {theme} {period}",
    "measure list",
    "trends across {theme}",
    "how are our numbers",
    "show us the figures",
    "numbers for {topic} please",
    "the PIs for {item}",
    "Please provide the performance indicators pertaining to {theme}",
    "mesures for {topic}",
    "what KPI have {theme}",
    "which measures sit under {item}",
    "what numbers are we judged on for {topic}",
    "metrics",
    "metrics {item}",
    "outcomes for {theme}, in numbers",
    "is there a measure on {topic}",
    "what do the figures say about {theme}",
    "the quantitative picture for {theme}",
    "baselines and targets for {item}",
    "all data for {period}",
    "figures please",
    "what numbers tell us whether {theme} works",
    "how do the numbers for {item} stack up",
    "what figures do we collect on {topic}",
    "what have we got by way of stats for {theme}",
    "KPI position",
    "KPI summary {theme}",
    "performance against KPIs",
    "performance information for {topic}",
    "what targets has {topic} got",
    "what are we aiming for in {theme}",
    "what would success look like for {topic}",
    "are the numbers any good for {topic}",
    "how do we meassure {topic}",
    "give us all figures for {theme} together",
    "the hard numbers on {item}",
    "list the measures in {item}",
    "what are the measures for {item}",
    "what do we measure for {item}",
    "show measures for {item}",
    "which numbers do we track for {topic}",
    "what do you count for {topic}",
    "what do we keep count of under {item}",
    "what stats are there about {topic}",
    "which figures go with {item}",
    "how do we know if {topic} works",
    "what are the yardsticks for {topic}",
    "what gets measured in {item}",
    "which numbers do you hold on {topic}",
    "what is tracked for {theme}",
  ],
  answer: async ({ scope, aspect = "latest", carried }, context) => {
    const asked = scopeOf(context, scope);
    // Measures belong to priorities; an action's are those of its priority.
    const scoped = asked.type === "action" ? scopeOf(context, asked.priority.id) : asked;
    const items = measuresIn(context, scoped);
    const figures = await context.recent(items.map(({ id }) => id));
    const silent = items.filter(({ id }) => !figures.get(id)?.length).map(({ id }) => id);
    const aimed = items.filter(({ measure }) => measure.target !== undefined).length;
    const toRow = (item: ItemOf<"measure">) => (aspect === "target" ? targetRow : measureRow)(context.plan, item, figures.get(item.id));
    return answerIn("rows", {
      carried,
      title: capital(`measures ${scoped.type === "priority" ? `of ${scoped.id} ${scoped.priority.title}` : placeOf(scoped)}`),
      lead: [
        ...(asked.type === "action" ? [`Measures belong to priorities: these are those of ${asked.priority.id}.`] : []),
        items.length
          ? `${capital(nameOf(scoped))} has ${plural(items.length, "measure")}; ${items.length - silent.length} ${items.length - silent.length === 1 ? "has" : "have"} a figure and ${aimed} a target.`
          : `${capital(nameOf(scoped))} has no measures in the plan.`,
      ],
      sections: section("", items, toRow),
      gaps: silent.length && items.length <= 10 ? [`No figure yet: ${listedUpTo(silent, 10)}.`] : [],
      sources: sourcesOf(context, { figures: [...figures.values()].flatMap(([newest]) => newest ?? []), statuses: false }),
      suggestions: suggest(
        items[0] && `What is the latest figure for ${items[0].id}?`,
        scoped.type === "priority" && `Which figures are missing in ${scoped.id}?`,
      ),
    });
  },
});

const targetRow = (plan: Plan, item: ItemOf<"measure">, [newest]: KeptFigure[] = []) => ({
  ...measureRow(plan, item),
  detail: facts(
    capital(targetInWords(item.measure, newest) ?? "no target in the plan"),
    newest ? `Latest: ${latestInWords(plan, item.measure, newest)}` : "No figure yet",
  ),
});
