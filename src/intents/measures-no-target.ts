/** Measures that nothing is given to judge by: no target, no baseline. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital } from "../answers/wording.js";
import { Carried, Person, Scope } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { judgedSections } from "./measures/judged-answer.js";
import { always } from "./says.js";

export const measuresNoTarget = defineIntent({
  name: "measures-no-target",
  about: "Which measures have no target or no baseline in the plan",
  says: always("Which measures have no target?"),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope", "person"], lists: "measures" },
  examples: [
    "which measures have no target",
    "measures without a target",
    "measures with no target set",
    "which targets have no baseline",
    "which have no baseline",
    "no baseline recorded, which ones",
    "what have we not set a target for",
    "any KPIs with no goal",
    "indicators lacking a target in {theme}",
    "where is there no target",
    "no targets set, list",
    "which numbers have nothing to aim at",
    "measures where the target is blank",
    "are there measures with no baseline",
    "baseline missing",
    "targets missing",
    "which indicators have neither target nor baseline",
    "what still needs a target",
    "what still needs a baseline",
    "which figures can't be judged",
    "targets tbc",
    "measures with a target of tbc",
    "do all measures have a target",
    "has every indicator got a baseline",
    "who hasn't set a target",
    "which measures of {item} have no target",
    "untargeted measures",
    "measures we never set a starting point for",
    "where's the starting figure missing",
    "which ones have no goal figure",
    "target not defined",
    "baseline not defined",
    "what did we forget to set a target for",
    "which of {person}'s measures have no target",
    "list measures lacking targets",
    "show indicators without baseline values",
    "no goal number",
    "whit measures hae nae target",
    "what are we measuring with no target in mind",
    "are any targets still to be agreed",
    "measures whose target hasn't been agreed",
    "benchmarks we have not set for our own measures",
    "targets to be confirmed",
  ],
  answer: async ({ scope, person, carried }, context) => {
    const { sections, lead } = await judgedSections(["no target", "no baseline"], { scope, person }, context);
    return answerIn("rows", {
      carried,
      title: capital(`without a target or a baseline ${placeOf(scopeOf(context, scope))}`),
      lead,
      sections,
      gaps: ["Measures in words, or that are simply done or not done, need neither."],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest("Which figures are missing?"),
    });
  },
});
