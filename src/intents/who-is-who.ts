/** Who is meant by the leads and reporters that the plan names in words: a card for managers, a list for others. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, suggest } from "../answers/answer-text.js";
import { namesOf } from "../answers/people.js";
import { section } from "../answers/rows.js";
import { scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { plural } from "../answers/wording.js";
import { permits, printedPeople, whoIsWhoForm } from "../people/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { suggestions, whoLeads } from "./leads/who-leads.js";
import { always } from "./says.js";

/** What stands there where the plan names nobody in words. */
function everybodysLeads(context: AnswerContext, carried: string | undefined) {
  const whole = scopeOf(context, "plan");
  return answerIn("rows", {
    carried,
    title: "Who leads what",
    ...whoLeads(whole, context),
    gaps: [],
    sources: sourcesOf(context, { statuses: false }),
    suggestions: suggestions(whole),
  });
}

export const whoIsWho = defineIntent({
  name: "who-is-who",
  about: "Saying once who is meant by the leads and reporters that the plan names in words, such as job titles and teams; for managers",
  says: always("Who is who?"),
  args: z.object({ ...Carried }),
  traits: {
    personal: true,
    command: true,
    help: [{ says: ({ printedLead }) => printedLead && "Who is who?", about: "Say whom the plan's job titles mean", for: "managers", place: 3 }],
  },
  examples: [
    "who is who",
    "who's who",
    "name the leads",
    "name the leads please",
    "let me name the leads",
    "I want to name all the leads",
    "name the reporters",
    "who are these job titles",
    "match the job titles to people",
    "match names to people",
    "match the leads up with people in Teams",
    "link the leads to real people",
    "turn the job titles into names",
    "put people to the job titles",
    "put names to the roles",
    "map roles to people",
    "tell you who the leads are",
    "I'll tell you who everybody is",
    "say who the leads are",
    "who do the job titles mean",
    "who do the roles in the plan stand for",
    "settle who is who",
    "sort out who's who",
    "set up the leads",
    "set up the people in the plan",
    "which leads still wait for a person",
    "which names have you not matched",
    "who still has to be matched to a person",
    "leads that are only job titles",
    "which leads are only words",
    "who is who in this plan",
    "who's who on this plan",
    "who is who in the action plan, please",
    "identify the leads",
    "assign people to the roles",
    "change who a job title means",
    "the head of service role is somebody else now",
    "fill in the people behind the roles",
    "wha's wha",
    "let's say who all these leads really are",
  ],
  answer: async ({ carried }, context) => {
    const all = printedPeople(context.catalogue, context.known.printed);
    if (!all.length) return everybodysLeads(context, carried);
    const form = permits("name a lead", context) && whoIsWhoForm(context.forms, context);
    if (form) return withCarried(form, carried);
    const names = await namesOf(
      context,
      all.map(({ who }) => who),
    );
    const open = all.filter(({ who }) => !who).length;
    return answerIn("rows", {
      carried,
      title: "Who is who",
      lead: [
        `The plan names ${plural(all.length, "lead or reporter", "leads and reporters")} by job title or team. ${open ? `For ${open} nobody has said yet who that is. A manager can.` : ""}`.trim(),
      ],
      sections: section("", all, ({ words, who, leads, reports }) => ({
        id: "",
        text: words,
        detail: `${who ? names(who) : "Not named yet"} · ${plural(leads.length + reports.length, "item")}`,
      })),
      gaps: [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: suggest("Who leads what?", "Who manages the plan?"),
    });
  },
});
