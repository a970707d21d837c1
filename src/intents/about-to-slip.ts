/** What is not late yet, but at risk or due soon. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { concernRow } from "../answers/concerns.js";
import { namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { are, inWindow, plural, statusInWords } from "../answers/wording.js";
import { leadOf, openMilestones } from "../plan/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { aboutToSlip as slippingIn } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

export const aboutToSlip = defineIntent({
  name: "about-to-slip",
  about: "What may be late next: not late yet, but at risk, or due within 28 days or in a stretch of time",
  says: scoped("What is about to slip?", (name) => `What is about to slip in ${name}?`),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "window", "person"], namesLeads: true },
  examples: [
    "what is close to being late",
    "which actions might miss their date",
    "what's wobbling but not late yet",
    "not late yet but worrying",
    "at risk and due soon",
    "what could be late by next month",
    "what is nearly due and shaky",
    "early warnings",
    "early warning signs in {theme}",
    "what's next to go red",
    "which ambers will go red",
    "what's on the edge",
    "what is on the brink",
    "which deadlines are in jeopardy",
    "what's going to be late next",
    "what looks like it will be late",
    "amber and due soon",
    "what will slip in {time}",
    "which upcoming dates look doubtful",
    "what is due soon that we might not make",
    "what's going to miss its date",
    "anything teetering",
    "which of {person}'s actions might slip",
    "which milestones are shaky",
    "which dates coming up are in doubt",
    "near misses to come",
    "what should we catch before it is late",
    "what's at risk of slipping",
    "which ones are touch and go",
    "what might we miss in {period}",
    "will anything in {theme} be late",
    "which things are heading for a miss",
    "what's likely to overrun",
    "what is going to go over",
    "about to be overdue",
    "soon to be late",
    "at risk in the next month",
    "what's ready to fall over",
    "what's nearly gone",
    "whit's aboot tae slip",
    "what's skating on thin ice",
    "which actions need a shove before the deadline",
    "what is wobbling",
    "what might go next",
    "which ones are teetering",
    "what is close to going red",
    "what's on the brink",
    "what could slip next",
  ],
  answer: async ({ scope, person, window, carried }, context) => {
    const scoped = actionScope(context, scope);
    const all = slippingIn(await stateIn(context, scoped, person));
    const dated = window ? all.filter(({ action }) => openMilestones(action).some(({ due }) => due >= window.from && due <= window.to)) : all;
    const shown = dated.length ? dated : all;
    const names = await namesOf(context, [person?.toLowerCase(), ...shown.map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    const atRisk = shown.filter(({ concerns }) => concerns.some(({ kind }) => kind === "at-risk"));
    const both = atRisk.filter(({ concerns }) => concerns.some(({ kind }) => kind === "due-soon")).length;
    return answerIn("rows", {
      carried,
      title: `About to slip${whose}${window && dated.length ? ` ${inWindow(window)}` : ""}`,
      lead: [
        ...(window && !dated.length && all.length ? [`Nothing likely to slip is due ${inWindow(window)}, so here is what is, whatever its date.`] : []),
        shown.length
          ? `${plural(shown.length, "action")}${whose} ${are(shown.length)} not late yet but may be: ${atRisk.length} ${statusInWords("at-risk")}${both ? `, of which ${both} due within 28 days` : ""}, ${shown.length - atRisk.length} only due soon.`
          : `Nothing${whose} looks likely to slip: no action is at risk, and nothing is due in the next 28 days.`,
      ],
      sections: section("", shown, (one) => concernRow(one, context.today, names)),
      gaps: [],
      sources: sourcesOf(context, { said: saidOf(shown) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, "What is overdue?", "What is due in the next 28 days?"),
    });
  },
});
