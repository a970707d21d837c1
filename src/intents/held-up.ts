/** What holds something up, in the words of whoever leads it. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { concernSentence } from "../answers/concerns.js";
import { leadInWords, namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { facts, section } from "../answers/rows.js";
import { nameOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { capital, instantInWords, listedUpTo, plural, shortened } from "../answers/wording.js";
import { actionBadge, leadOf } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import { type ActionConcern, actionConcern } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

export const heldUp = defineIntent({
  name: "held-up",
  about: "What is holding something up: the notes on what is overdue, off track or at risk, and what nobody has given a reason for",
  says: scoped("What is holding things up?", (name) => `What is holding ${name} up?`),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "person"], namesLeads: true },
  examples: [
    "what is holding {topic} up",
    "what's holding up {action}",
    "what's the hold up",
    "what is the hold-up with {topic}",
    "what's blocking {action}",
    "what's in the way of {topic}",
    "what are the blockers",
    "blockers in {theme}",
    "why is nothing happening on {topic}",
    "why has {topic} stalled",
    "why is {action} stuck",
    "what is {topic} waiting for",
    "what is {action} waiting on",
    "what's stopping {topic}",
    "what stands in the way",
    "reasons for delay",
    "reasons for the delays in {theme}",
    "what reason was given for {action}",
    "what's the excuse for {topic}",
    "what's their excuse",
    "what did the lead say about {topic}",
    "notes on {action}",
    "notes on {item}",
    "show me the notes",
    "read me the notes on {topic}",
    "what's the latest note on {action}",
    "what have people said about {topic}",
    "what are the sticking points",
    "what's the snag with {topic}",
    "what's the snag",
    "what went wrong with {topic}",
    "why are {person}'s actions late",
    "why the delay on {topic}",
    "why is it taking so long",
    "what's causing the delay",
    "what is slowing {theme} down",
    "obstacles please",
    "barriers to delivery",
    "what are the barriers in {theme}",
    "explanation for {item}",
    "why hasn't {topic} happened",
    "whit's haudin up {topic}",
    "what's the problem with {topic}",
    "what stops {topic}",
    "why can {item} not go green",
    "what's the hold up with {topic}",
    "what is in the way of {topic}",
  ],
  answer: async ({ scope, person, carried }, context) => {
    const scoped = actionScope(context, scope);
    const state = await stateIn(context, scoped, person);
    const all = state.actions.map((one) => actionConcern(one, state)).sort((a, b) => b.severity - a.severity);
    const held = all.filter(({ concerns }) => concerns.some(({ kind }) => kind === "overdue" || kind === "off-track" || kind === "at-risk"));
    const told = held.filter(({ action }) => action.note);
    const silent = held.filter(({ action }) => !action.note);
    // Where nothing is held up, notes are still what was asked for.
    const shown = told.length ? told : all.filter(({ action }) => !held.length && action.note);
    const names = await namesOf(context, [person?.toLowerCase(), ...[...shown, ...silent].map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    return answerIn("rows", {
      carried,
      title: `What holds ${scoped.type === "plan" ? "the plan" : nameOf(scoped)} up`,
      lead: held.length
        ? [
            `${plural(held.length, "action")}${whose || " in the plan"} ${held.length === 1 ? "is" : "are"} held up; ${told.length === held.length ? "each has" : told.length === 1 ? "one has" : `${told.length} have`} a reason noted.`,
          ]
        : [`Nothing${whose || " in the plan"} is held up. As far as anyone has reported, nothing is overdue, off track or at risk.`],
      sections: section("", shown, (one) => ({
        id: one.id,
        text: `"${shortened(one.action.note ?? "", 300)}"`,
        badge: actionBadge(one.action),
        detail: facts(
          whyHeld(one, context.today),
          leadInWords(one, names) && `Lead: ${leadInWords(one, names)}`,
          one.said?.note && `Noted by ${names(one.said.by)} on ${instantInWords(one.said.at, context.plan.timeZone)}`,
        ),
      })),
      gaps: silent.length
        ? [
            `Nobody has noted a reason on ${listedUpTo(
              silent.map(({ id }) => id),
              8,
            )}.`,
          ]
        : [],
      sources: sourcesOf(context, { said: saidOf(held) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, silent[0] && `Who leads ${silent[0].id}?`, "What is overdue?"),
    });
  },
});

const whyHeld = (one: ActionConcern, today: string): string | undefined =>
  capital(
    concernSentence({ ...one, concerns: one.concerns.filter(({ kind }) => kind === "overdue") }, today).replace(
      /(?:^|, )(?:off track \(red\)|at risk \(amber\))$/,
      "",
    ),
  ) || undefined;
