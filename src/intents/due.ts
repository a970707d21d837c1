/** What is due in a window: open milestones by date, one row each. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type Dated, datedOf } from "../answers/milestones.js";
import { milestoneRow, section } from "../answers/rows.js";
import { type Acting, actingIn, scopeOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { notReported, withoutDates } from "../answers/unreliable.js";
import { are, inWindow, plural, windowInWords } from "../answers/wording.js";
import { dueInWords, dueWithin, isMet, openMilestones, overdueMilestones } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { DUE_EXAMPLES } from "./due/examples.js";
import { text } from "./says.js";

export const due = defineIntent({
  name: "due",
  about: "What is due between two days: a month, a quarter, a Year of the plan, the next so many days, soon",
  says: ({ window, scope, soon, person }, name) => {
    if (person !== undefined) return undefined;
    const label = soon ? "the next 28 days" : text((window as { label?: string } | undefined)?.label);
    const id = text(scope);
    return label && `What is due${id && id !== "plan" ? ` in ${name(id)}` : ""} in ${label}?`;
  },
  args: z.object({
    window: Window,
    scope: Scope.optional(),
    person: Person.optional(),
    soon: z.boolean().optional().describe("The window is what soon means"),
    ...Carried,
  }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority", "action"],
    followUp: ["scope", "window", "person"],
    namesLeads: true,
    help: [{ says: "What is due in the next 90 days?", about: "Anything with a date: this quarter, next month, Year 2", place: 4 }],
    menu: [
      { title: "What is due for me?", description: "Your own dates, soonest first", in: ["personal"], place: 4 },
      { title: "What is due this quarter?", description: "Or next month, in the next 60 days, in Year 2", in: ["personal", "shared"], place: 7 },
    ],
  },
  examples: DUE_EXAMPLES,
  answer: async ({ window, scope, person, soon, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const acting = await actingIn(context, scoped, person);
    const shown = datedOf(acting, (action) => dueWithin(action, window));
    const late = shown.filter(({ action, milestone }) => overdueMilestones(action, context.today).includes(milestone)).length;
    const whose = whoseOf(context, scoped, person);
    const lead = shown.length
      ? `${plural(shown.length, "milestone")}${whose} ${are(shown.length)} due ${windowInWords(window)}${late ? `; ${late === shown.length ? "all" : late} of them ${are(late)} overdue by now` : ""}.`
      : `Nothing${whose} is due ${windowInWords(window)}.`;
    return answerIn("rows", {
      carried,
      title: `Due ${inWindow(window)}${whose}`,
      lead: [lead, ...(soon ? ["Soon is taken as the next 28 days."] : []), ...(shown.length ? [] : nextDate(acting, window, context))],
      sections: section("", shown, (dated) => milestoneRow(dated, context.today)),
      gaps: gapsOf(acting, window, shown, context),
      sources: sourcesOf(context, { said: saidOf(shown) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, !late && "What is overdue?", "What is due in the next 90 days?"),
    });
  },
});

/** When the next open date after the window is; what falls on it is a question of its own. */
function nextDate(acting: Acting[], window: { to: string }, { today }: AnswerContext): string[] {
  const past = window.to < today;
  const next = datedOf(acting, openMilestones).find(({ milestone: { due } }) => (past ? due >= today : due > window.to));
  return [next ? `The next date ${past ? "from today" : "after that"} is ${dueInWords(next.milestone)}.` : "There is no later date either."];
}

function gapsOf(acting: Acting[], window: Window, shown: Dated[], { today }: AnswerContext): string[] {
  const inside = (day: string) => day >= window.from && day <= window.to;
  const met = acting.flatMap(({ action }) => (action.milestones ?? []).filter((milestone) => inside(milestone.due) && isMet(action, milestone))).length;
  const before = acting.flatMap(({ action }) => overdueMilestones(action, today)).filter(({ due }) => !inside(due)).length;
  return [
    ...(met && shown.length ? [`${plural(met, "milestone")} with a date in this time ${are(met)} met and not listed.`] : []),
    ...(before ? [`Not counted here: ${plural(before, "other milestone")} ${are(before)} overdue.`] : []),
    ...notReported(acting),
    ...withoutDates(acting),
  ];
}
