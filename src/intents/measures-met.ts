/** Measures that meet their target. */

import { z } from "zod/v4";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { judgedAnswer } from "./measures/judged-answer.js";
import { scoped } from "./says.js";

export const measuresMet = defineIntent({
  name: "measures-met",
  about: "Which measures meet their target",
  says: scoped("Which measures met their target?", (name) => `Which measures met their target in ${name}?`),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope", "window", "person"], lists: "measures", looksBack: true },
  examples: [
    "what targets did we hit",
    "measures on target",
    "how many KPIs are at target",
    "which measures reached their target",
    "targets achieved",
    "which of our targets are in the bag",
    "have we hit any targets",
    "which PIs are green against target",
    "where are we beating target",
    "measures above target in {theme}",
    "which figures exceeded what we aimed for",
    "what did we smash",
    "are we meeting our targets",
    "who's hitting target",
    "did we meet all the targets in {item}",
    "list measures where actual is at or above target",
    "targets reached so far",
    "exceeding target, which",
    "performance against target where we did well",
    "which targets can be ticked off",
    "do any measures meet target",
    "how many targets did we hit",
    "which measures have already got there",
    "what's above target",
    "which KPIs are doing well",
    "any indicators past their target",
    "targets met in {theme}",
    "which measures have reached what we set out",
    "where have we already hit the number we wanted",
    "did anything reach its goal",
    "which figures are where they need to be",
    "list of targets achieved",
    "how many measures are on target now",
    "what have we hit so far, target wise",
    "measures at or over target please",
    "has any of {person}'s measures met its target",
    "are there targets we've beaten",
    "which goals did the figures reach in {period}",
    "show me what's on or above target",
    "any targets done and dusted",
  ],
  answer: (asked, context) => judgedAnswer("met", asked, context),
});
