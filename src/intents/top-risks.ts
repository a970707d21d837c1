/** The few most serious things. */

import { z } from "zod/v4";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { attentionAnswer } from "./attention/attention-answer.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

const usual = 3;

export const topRisks = defineIntent({
  name: "top-risks",
  about: "The most serious risks, three unless a number is given: what is overdue, off track or at risk, the worst first",
  says: scoped("What are the top risks?", (name) => `What are the top risks in ${name}?`),
  args: z.object({
    scope: Scope.optional(),
    person: Person.optional(),
    window: Window.optional(),
    top: z.number().int().min(1).max(10).optional().describe("How many"),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "window", "person"], namesLeads: true },
  examples: [
    "top risks",
    "top 3 risks",
    "biggest risks to delivery",
    "what's most likely to fail",
    "risk register",
    "what are the main risks in {theme}",
    "what might not get delivered",
    "which actions are in danger of missing {time}",
    "will anything miss {time}",
    "biggest threats to the plan",
    "key risks for {period}",
    "where's the risk",
    "what won't we make",
    "what are we least likely to hit",
    "which are likely to be late",
    "top five problems",
    "the three worst things right now",
    "principal risks",
    "riskiest bits of {theme}",
    "are we going to miss anything in {period}",
    "what do you expect to slip next",
    "any milestones we are going to miss",
    "what's in danger",
    "which actions are touch and go",
    "what won't be done by {time}",
    "threats in {theme}",
    "are we likely to hit {time}",
    "what are the three biggest risks",
    "five biggest problems",
    "which risks should I know about",
    "worst risks in {theme}",
    "the main threats",
    "top risks for {person}",
    "biggest worries, ranked",
    "rank the risks",
    "most serious issues",
    "most serious problems in {theme}",
    "what are the big risks right now",
    "what could sink the plan",
    "what's the biggest risk",
    "the one thing most likely to go wrong",
    "greatest danger to delivery",
    "three biggest risks",
    "give me the top five risks",
    "our worst risks, quick",
    "what are the main risks right now",
  ],
  answer: ({ top = usual, ...asked }, context) => attentionAnswer({ ...asked, top }, context),
});
