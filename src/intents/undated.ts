/** Actions and milestones that have no date. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { concernRow } from "../answers/concerns.js";
import { namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { facts, section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { listedUpTo, plural } from "../answers/wording.js";
import { leadOf, statusOf } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import { actionConcern } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const undated = defineIntent({
  name: "undated",
  about: "Which actions have no date in the plan, or are only kept up",
  says: always("Which actions have no date?"),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "person"], namesLeads: true },
  examples: [
    "which actions have no date",
    "actions without a deadline",
    "what has no timescale",
    "no date",
    "anything open ended",
    "undated items",
    "which have no end date set",
    "what's missing a due date",
    "dates tbc",
    "actions where nobody put a deadline",
    'which things are just "ongoing"',
    "Is there anything in the plan without a target date?",
    "blanks in the date column",
    "what can drift because it has no date",
    "no deadline in {theme}",
    "what did they forget to date",
    "do all actions have dates",
    "are there milestones missing dates",
    "things wi nae date",
    "any actions with no time limit",
    "stuff without a timeline",
    "which of {item}'s actions are undated",
    "where's there no timescale",
    "what hasn't got a by-when",
    "what's not been given a completion date",
    "any without timescales",
    "what have we not committed to a date for",
    "which milestones have no date",
    "no timeline items",
    "which actions have no end date",
    "actions with no date at all",
    "what is there without a deadline in {theme}",
    "show me everything undated",
    "which of {person}'s actions have no deadline",
    "does anything lack a date",
    "where is the date missing",
    "actions that just run on",
    "list what has no due date",
    "what's ongoing with no end",
    "no finish date, which ones",
    "whit's got nae deadline",
    "any action nobody has put a date to",
    "things that never end",
    "how many actions have no date",
    "open-ended actions please",
    "date missing in {item}",
  ],
  answer: async ({ scope, person, carried }, context) => {
    const scoped = actionScope(context, scope);
    const state = await stateIn(context, scoped, person);
    const open = state.actions.filter(({ action }) => !["complete", "cancelled"].includes(statusOf(action)));
    const without = open.filter(({ action }) => !action.milestones?.length);
    const keptUp = open.filter(({ action }) => action.milestones?.length && action.milestones.every(({ ongoing }) => ongoing));
    const names = await namesOf(context, [person?.toLowerCase(), ...without.map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    const row = (one: (typeof open)[number]) => {
      const { detail, ...rest } = concernRow(actionConcern(one, state), context.today, names);
      return { ...rest, detail: facts(one.action.timescale ? `Printed: ${one.action.timescale}` : "Nothing printed", detail) };
    };
    return answerIn("rows", {
      carried,
      title: `Without a date${whose}`,
      lead: [
        without.length
          ? `${without.length} of ${plural(open.length, "open action")}${whose} ${without.length === 1 ? "has" : "have"} no date in the plan.`
          : open.length
            ? `${open.length === 1 ? "The one open action" : `All ${plural(open.length, "open action")}`}${whose} ${open.length === 1 ? "has" : "have"} a date in the plan.`
            : `There are no open actions${whose}.`,
        ...(keptUp.length
          ? [
              `${plural(keptUp.length, "more action")} ${keptUp.length === 1 ? "has" : "have"} a date to begin by but no end, and ${keptUp.length === 1 ? "is" : "are"} kept up: ${listedUpTo(
                keptUp.map(({ id }) => id),
                12,
              )}.`,
            ]
          : []),
      ],
      sections: section("", without, row),
      gaps: [],
      sources: sourcesOf(context, { said: saidOf(without) }),
      suggestions: suggest(without[0] && `How is ${without[0].id} doing?`, "What is due in the next 90 days?", "Who has no lead?"),
    });
  },
});
