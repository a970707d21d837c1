/** How many of everything there are. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type Countable, counters } from "../answers/counters.js";
import { nameOf, placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital, listed, plural } from "../answers/wording.js";
import { Carried, Scope } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

const things: { what: Countable; one: string; many?: string }[] = [
  { what: "themes", one: "theme" },
  { what: "priorities", one: "priority" },
  { what: "actions", one: "action" },
  { what: "milestones", one: "milestone" },
  { what: "measures", one: "measure" },
];

export const planSize = defineIntent({
  name: "plan-size",
  about: "How big the plan or a part of it is: how many themes, priorities, actions, milestones and measures, together",
  says: always("How big is the plan?"),
  args: z.object({ scope: Scope.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope"] },
  examples: [
    "how big is the plan",
    "how many actions and measures are there",
    "how much is in the plan",
    "how many things are in this plan",
    "size of the plan",
    "how many priorities and actions",
    "how many themes, priorities and actions are there",
    "number of actions and milestones",
    "total number of actions and measures",
    "how many items in total",
    "count everything",
    "how long is the plan",
    "how large is {theme}",
    "how much is there in {theme}",
    "how many actions and measures does {theme} have",
    "how many actions and milestones under {item}",
    "the plan in numbers",
    "plan in figures, how many of everything",
    "how many bits does it have",
    "tot up the actions and the measures",
    "actions plus measures, how many",
    "how many measures and milestones",
    "what's the total of actions and measures",
    "how extensive is the plan",
    "how many lines are in the plan",
    "give me the counts",
    "counts of everything",
    "how many of each are there",
    "what does the plan add up to",
    "numbers of priorities, actions and measures please",
    "how many priorities and how many measures",
    "how much stuff is in here",
    "overall size",
    "how many commitments in total",
    "how many actions, how many KPIs",
    "how many entries",
    "total count of themes and priorities",
    "is it a big plan",
    "how weighty is this plan",
    "stats about the plan itself",
    "whit size is the plan",
    "how many actions and measures are in {item}",
    "how many actions and measures in all",
    "size of it, all in",
  ],
  answer: async ({ scope, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const all = await Promise.all(things.map(async (thing) => ({ ...thing, counted: await counters[thing.what](context, scoped, []) })));
    // Of one theme or priority there is one: not worth saying.
    const told = all.filter(({ what, counted }) => scoped.type === "plan" || (what !== "themes" && !(what === "priorities" && counted.all === 1)));
    const number = (wanted: Countable) => all.find(({ what }) => what === wanted)?.counted.all ?? 0;
    return answerIn("rows", {
      carried,
      title: capital(`how much there is ${placeOf(scoped)}`),
      lead: [
        `${capital(nameOf(scoped))} has ${listed(told.map(({ one, counted }) => plural(counted.all, one)))}.`,
        `Actions and measures together are ${number("actions") + number("measures")}.`,
      ],
      sections: [
        {
          heading: "",
          rows: told
            .filter(({ counted }) => counted.tally)
            .map(({ what, counted }) => ({ id: "", text: `${capital(what)}: ${counted.all}`, detail: counted.tally })),
        },
      ].filter(({ rows }) => rows.length),
      gaps: [],
      sources: sourcesOf(context, {}),
      suggestions: suggest("How is the plan doing?", "Which priority is furthest behind?"),
    });
  },
});
