/** How many themes, priorities, actions, measures or milestones there are, in some state or in all; or which. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type Countable, type Counted, countables, counters } from "../answers/counters.js";
import { mostRows, section } from "../answers/rows.js";
import { actingIn, placeOf, type Scoped, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { withoutDates, withoutStatuses } from "../answers/unreliable.js";
import { are, capital, listed, noneOf, plural, stateInWords } from "../answers/wording.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Scope, State } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { statusWords, text } from "./says.js";

export const count = defineIntent({
  name: "count",
  about: "How many themes, priorities, actions, measures or milestones there are, or are in some states, and what share that is; with list, which ones",
  says: ({ what, states, scope }, name) => {
    const [state, other] = (states as string[] | undefined) ?? [];
    const id = text(scope);
    const where = id && id !== "plan" ? ` in ${name(id)}` : "";
    return other ? undefined : `How many ${what}${where} are ${state ? statusWords[state] : "there"}?`;
  },
  args: z.object({
    what: z.enum(countables).default("actions"),
    states: z.array(State).max(7).optional(),
    scope: Scope.optional(),
    list: z.boolean().default(false).describe("Which ones, rather than how many"),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope"] },
  examples: [
    "how many actions are there",
    "how many are {status}",
    "number of actions in {theme}",
    "how many priorities",
    "count of overdue",
    "how many red",
    "how many are done",
    "what share of actions is complete",
    "percentage complete",
    "how many of {theme}'s actions are {status}",
    "how many measures do we have",
    "how many milestones are there in {period}",
    "how many themes are there",
    "how many left",
    "how many have we finished out of the total",
    "total actions",
    "how many does {person} have",
    "how many actions has {theme}",
    "What proportion of the plan has been delivered?",
    "how many late",
    "how many didn't start",
    "numbers of red amber green",
    "RAG breakdown",
    "RAG split for {theme}",
    "tally of statuses",
    "how mony are done",
    "hw many actions overdue",
    "how many in total under {item}",
    "what fraction is behind",
    "how many things are we doing",
    "how many due {time}",
    "count actions at risk",
    "how many complete last year",
    "give me the count by status",
    "how many reds have we now",
    "how much of the plan is done",
    "how many not yet begun in {item}",
    "how many leads are there",
    "how many people are involved",
    "how many ambers",
    "what number of KPIs is below target",
    "are there more greens than reds",
    "of all the actions, how many have been delivered?",
    "how mnay are overdue",
    "whats the number of red ones",
    "how many of these have a lead",
    "how many actions without a date",
    "how many figures are missing",
    "how many things changed {time}",
    "so out of everything, how much is {status}",
    "what percentage is {status}",
    "number of late actions in {theme}",
    "how many in {theme} are finished",
    "how many targets are there",
    "what percentage of actions are complete",
    "what per cent of the plan is done",
    "how much of it is finished",
    "what proportion of actions is {status}",
    "what fraction of the plan is complete",
    "% complete",
    "% of actions {status}",
    "how complete are we",
    "what share of milestones have been met",
    "proportion of milestones met",
    "what percentage of priorities are {status}",
    "share of {theme} that is complete",
    "how much of {theme} is done",
    "what per cent of {item} is finished",
    "how many out of how many are done",
    "completion rate",
    "completion rate in {theme}",
    "percentage of actions that are {status} in {theme}",
    "what portion of the work is behind us",
    "are we half way",
    "are we more than half done",
    "how much is left to do, in per cent",
    "what's the percentage of {status} actions",
    "ratio of done to not done",
    "how many per cent are {status}",
    "share that is overdue",
    "what percentage of milestones are overdue",
    "what proportion is late",
    "what share of the dates did we meet",
    "percent finished",
    "overall progress in percent",
    "progress as a percentage",
    "what is the completion percentage",
    "how much have we ticked off",
    "percentage {status} please",
    "what share hasn't started",
    "proportion not started",
    "whit share is done",
    "no. of actions not started",
    "count the green priority",
    "count of actions completed so far",
    "how many things are overdue across the plan",
    "how many actions have we got in total",
    "how many actions are in the plan {topic}",
    "how many priorities have we finished {topic}",
    "how many actions have been cancelled?",
    "number of overdue actions",
    "how many of the actions under {theme} have not been started?",
    "how many measures does {theme} have",
    "number of actions not yet started?",
    "how many actions are not started",
    "how many priorities are red",
    "number of actions complete",
    "how many priorities are there in {theme}",
    "how many measures are in the plan",
    "how many actions are complete",
    "how many priorities are green",
    "how many actions are there in total",
    "how many measures does {item} have",
    "Which priorities are red right now?",
    "how many actions are in the plan altogether",
    "whats the tally of red priorities",
    "how many priorities have we finished completely",
    "how many measures are there all told",
    "how many red ones",
    "number overdue",
    "how many got scrapped",
    "share done",
    "what part of the actions is through",
  ],
  answer: async ({ what, states = [], scope, list, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const counted = await counters[what](context, scoped, states);
    const { rows, present } = counted;
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    // Without a state the number is the answer; the list would be the plan itself.
    const shown = list || (states.length > 0 && rows.length <= mostRows) ? rows : [];
    const [first] = shown;
    const [state] = present;
    return answerIn("rows", {
      carried,
      title: capital(`${what}${where}`),
      lead: leadOf(what, states, where, counted),
      sections: section("", shown, (row) => row),
      gaps:
        what === "measures"
          ? states.length
            ? ["Measures have no status in the plan: all of them are counted."]
            : []
          : await unreliable(context, scoped, states),
      sources: sourcesOf(context, { statuses: what !== "measures" }),
      suggestions: suggest(
        !first && state && `Which ${what}${where} are ${what === "milestones" && state === "complete" ? "met" : stateInWords(state).replace(/ \(.*/, "")}?`,
        first && (what === "measures" ? `What is the latest figure for ${first.id}?` : `How is ${what === "themes" ? first.text : first.id} doing?`),
        what === "themes" || what === "priorities" ? "Which priority is furthest behind?" : "How is the plan doing?",
      ),
    });
  },
});

/** Only where something is counted by how it stands. */
async function unreliable(context: AnswerContext, scoped: Scoped, states: State[]): Promise<string[]> {
  const acting = await actingIn(context, scoped);
  return [...withoutStatuses(acting), ...(states.includes("overdue") ? withoutDates(acting) : [])];
}

const percent = (part: number, all: number): string => `${Math.round((part / all) * 100)}%`;

const singular: Record<Countable, string> = { themes: "theme", priorities: "priority", actions: "action", measures: "measure", milestones: "milestone" };

function leadOf(what: Countable, states: State[], where: string, { all, rows, present, tally }: Counted): string[] {
  const one = singular[what];
  if (!states.length || what === "measures") return [`There ${are(all)} ${plural(all, one)}${where || " in the plan"}${tally ? `: ${tally}` : ""}.`];
  if (!rows.length) return [`None. There are ${listed(states.map((state) => noneOf(what, state)))}${where || " in the plan"}.`];
  // Only states that something is in are named, so that no colour is taken for a finding.
  const found = present.map((state) => (what === "milestones" && state === "complete" ? "met" : stateInWords(state)));
  return [`${rows.length} of ${plural(all, one)}${where} ${are(rows.length)} ${listed(found, "or")}.`, `That is ${percent(rows.length, all)}.`];
}
