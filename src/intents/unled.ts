/** What nobody is named for: priorities and actions without a lead, measures without a reporter. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { section } from "../answers/rows.js";
import { sourcesOf } from "../answers/sources.js";
import { plural, shortened } from "../answers/wording.js";
import { peopleToSettle, permits } from "../people/index.js";
import { leadSaidOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { eachLed } from "./leads/who-leads.js";
import { always } from "./says.js";

const without = (found: number, all: number, one: string, what: string): string =>
  found
    ? `${found} of ${plural(all, one)} ${found === 1 ? "has" : "have"} no ${what}.`
    : all === 1
      ? `The one ${one} has a ${what}.`
      : `All ${plural(all, one)} have a ${what}.`;

/** For managers: the first that nobody is named for. */
function namingSaid(context: AnswerContext, led: { id: string }[], reported: { id: string }[], what: string | undefined): string | undefined {
  const [first] = what === "measures" ? [] : led;
  const [measure] = what === "measures" || what === undefined ? reported : [];
  if (!permits("name a lead", context)) return undefined;
  return first ? `Name the lead of ${first.id}` : measure && `Name the reporter of ${measure.id}`;
}

export const unled = defineIntent({
  name: "unled",
  about: "Priorities and actions that nobody leads, and measures that nobody is named to report",
  says: always("What has no lead?"),
  args: z.object({ what: z.enum(["priorities", "actions", "measures"]).optional(), ...Carried }),
  traits: { refreshable: true, help: [{ says: "Who has no lead?", about: "Name one, or hand over all of somebody's", for: "managers", place: 2 }] },
  examples: [
    "which actions have no lead",
    "actions without an owner",
    "who's nobody leading",
    "what has no one on the hook",
    "orphan actions",
    "unassigned",
    "anything without a name against it",
    "which priorities are missing a lead",
    "lead tbc",
    "is there anything nobody owns",
    "what's fallen between the cracks",
    "Which items have not been allocated to an officer?",
    "no lead",
    "gaps in ownership",
    "vacant leads in {theme}",
    "measures with no reporter",
    "which measures has nobody to report them",
    "what is nobody doing",
    "does everything have a lead",
    "are all the actions assigned",
    "things that noone owns",
    "what's still looking for an owner",
    "whose names are missing",
    "ownerless stuff",
    "anything in {item} without somebody responsible",
    "blanks in the lead column",
    "what needs a lead naming",
    "actions with no responsable person",
    "any homeless actions",
    "leads still to be confirmed",
    "which ones has naebody got",
    "have we anything up for grabs",
    "who's been left off",
    "who is going to lead {topic}, nobody?",
    "actions that have lost their lead since people left",
    "which leads are we missing",
    "is there anything where the lead's blank",
    "which priorities have not got anyone leading them",
    "which priority has no lead?",
    "which priorities have nobody leading them",
    "anything in the plan with nobody named",
  ],
  answer: async ({ what, carried }, context) => {
    const asked = (kind: typeof what) => what === undefined || what === kind;
    const { catalogue } = context;
    const priorities = catalogue.priorities.filter(({ id, priority }) => !(priority.lead ?? priority.leadAs) && !eachLed(catalogue, id));
    const actions = catalogue.actions.filter((item) => !leadSaidOf(item));
    const measures = catalogue.measures.filter(({ measure }) => !(measure.reporter ?? measure.reporterAs));
    const waiting = peopleToSettle(catalogue, context.known.printed);
    return answerIn("rows", {
      carried,
      title: "Nobody named",
      lead: [
        asked("priorities") && without(priorities.length, catalogue.priorities.length, "priority", "lead"),
        asked("actions") && without(actions.length, catalogue.actions.length, "action", "lead"),
        asked("measures") &&
          `${without(measures.length, catalogue.measures.length, "measure", "named reporter")}${measures.length ? " Any member of staff may report those." : ""}`,
        waiting.length > 0 &&
          `${plural(waiting.length, "lead or reporter", "leads and reporters")} are named only by job title or team, so nobody gets their reminders.`,
      ].filter((line) => line !== false),
      sections: [
        ...section("Priorities without a lead", asked("priorities") ? priorities : [], ({ id, priority }) => ({ id, text: shortened(priority.title, 200) })),
        ...section("Actions without a lead", asked("actions") ? actions : [], ({ id, action }) => ({ id, text: shortened(action.text, 200) })),
        ...section("Measures without a reporter", asked("measures") ? measures : [], ({ id, measure, priority }) => ({
          id,
          text: shortened(measure.text, 200),
          ...(priority.lead && { detail: `Lead of its priority: ${priority.lead}` }),
        })),
      ],
      gaps: [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest(
        waiting.length > 0 && permits("name a lead", context) && "Who is who?",
        namingSaid(context, [...priorities, ...actions], measures, what),
        "Who leads what?",
        "Which figures are missing?",
      ),
    });
  },
});
