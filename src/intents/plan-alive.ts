/** Whether the plan is kept alive, and what would help most. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type Names, namesOf } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { placeOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { capital, listedUpTo, plural } from "../answers/wording.js";
import { permits } from "../people/index.js";
import { dayInWords, dayOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Scope, Window } from "../request/args.js";
import type { Row, Section } from "../shared/answer.js";
import { activityFigures, outOf, type PlanActivity, readActivity } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const planAlive = defineIntent({
  name: "plan-alive",
  about:
    "Whether the plan is kept up to date: who reports and who never does, measures without any figure, actions without a lead, how soon reminders are answered, the last change",
  says: always("How alive is the plan?"),
  args: z.object({ scope: Scope.optional(), window: Window.optional(), ...Carried }),
  traits: { subjects: ["theme", "priority"], followUp: ["scope"] },
  examples: [
    "is the plan alive",
    "is anyone actually using this",
    "is anybody keeping this up to date",
    "how up to date is this",
    "when was the plan last updated",
    "is this data current",
    "can I trust these numbers",
    "is the plan being worked on or is it on a shelf",
    "is this just a paper exercise",
    "how fresh is the information",
    "are people updating it",
    "is this plan dead in the water",
    "how many updates have there been {time}",
    "has anybody done anything since {time}",
    "is this going anywhere",
    "are we serious about this plan",
    "how many people have updated",
    "how reliable is this",
    "is the plan gathering dust",
    "does anybody bother with it",
    "how active are leads",
    "is it all just words",
    "are we still doing this plan",
    "has it been kept up",
    "do leads bother to update it",
    "when did anybody last touch this",
    "how current is what you're telling me",
    "how old is this data",
    "when was this information entered",
    "is the plan up to date",
    "are the statuses current",
    "how often does it get updated",
    "is it worth the paper it's written on",
    "has anyone looked at it since {time}",
    "is anyone using this plan",
    "who never reports",
    "how alive is the plan",
    "is this still live",
    "do people actually report",
    "how many owners reported in {period}",
    "how soon do people answer reminders",
    "does anyone respond to the reminders",
    "is the plan being kept alive",
    "how well is the plan looked after",
    "when did somebody last change something",
  ],
  answer: async ({ scope, carried }, context) => {
    const scoped = actionScope(context, scope);
    const state = await stateIn(context, scoped);
    const reports = await context.recentReports(state.measures.map(({ item }) => item.id));
    const { activity, last } = await readActivity(context, state, reports);
    const names = await namesOf(context, [...activity.silent, last?.by]);
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    const newest = last && `The last change was on ${dayInWords(dayOf(new Date(last.at), context.plan.timeZone))}, by ${names(last.by)}.`;
    return answerIn("rows", {
      carried,
      title: `How alive the plan is${where}`,
      lead: [headline(activity), ...(newest ? [newest] : ["Nothing was changed in the last year, except by an import."])],
      sections: [{ heading: "Kept up", rows: activityRows(activity, names) }, ...helpSection(activity)],
      gaps: [],
      sources: sourcesOf(context, { said: saidOf(state.actions) }),
      suggestions: suggest(...buttons(activity, context)),
    });
  },
});

function headline({ owners, reportedNow }: PlanActivity): string {
  if (!owners.length) return "Nobody is named to report figures, so I cannot say who does.";
  const share = reportedNow.length / owners.length;
  const how = share >= 0.75 ? "Most of it is kept up" : share >= 0.4 ? "Some of it is kept up" : "Little of it is kept up";
  return `${how}: ${outOf(reportedNow.length, owners.length)} of those who owe figures reported for the last period.`;
}

function activityRows(activity: PlanActivity, names: Names): Row[] {
  const { silent } = activity;
  const [reporting, ...others] = activityFigures(activity).map(({ label, words }): Row => ({ id: "", text: label, detail: words }));
  const never: Row = { id: "", text: "Never in the last four periods", detail: silent.length ? listedUpTo(silent.map(names), 6) : "Nobody" };
  return [...(reporting ? [reporting] : []), never, ...others];
}

/** What would help most, at most three. */
function helps({ withoutLead, leadLeft, neverReported, silent, measures }: PlanActivity): { text: string; says: string | undefined }[] {
  const unled = [...withoutLead, ...leadLeft];
  return [
    ...(unled.length ? [{ text: `Name a lead for ${listedUpTo(unled, 4)}`, says: `Name the lead of ${unled[0]}` }] : []),
    ...(neverReported.length > measures / 4
      ? [
          {
            text: `${capital(plural(neverReported.length, "measure"))} never had a figure: drop what nobody needs, or ask for it once a year`,
            says: `Set up ${neverReported[0]}`,
          },
        ]
      : []),
    ...(silent.length ? [{ text: "Ask those who never report once more, in person", says: "Who has not reported?" }] : []),
  ].slice(0, 3);
}

const helpSection = (activity: PlanActivity): Section[] => {
  const rows = helps(activity).map(({ text }): Row => ({ id: "", text }));
  return rows.length ? [{ heading: "What would help most", rows }] : [];
};

const buttons = (activity: PlanActivity, context: AnswerContext): (string | undefined)[] =>
  helps(activity).map(({ says }) => (says?.startsWith("Name ") && !permits("name a lead", context) ? undefined : says));
