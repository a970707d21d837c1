/** Dates that were met after they had gone by. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { daysInWords, inWindow, plural } from "../answers/wording.js";
import { leadOf } from "../plan/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { doneLate } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { lateRow } from "./lateness/late-row.js";
import { scoped } from "./says.js";

export const metLate = defineIntent({
  name: "met-late",
  about: "Milestones that were done, but after their date, and by how much",
  says: scoped("What was done late?", (name) => `What was done late in ${name}?`),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "window", "person"], namesLeads: true, looksBack: true },
  examples: [
    "which dates were met late",
    "what was finished late",
    "what did we deliver after the deadline",
    "which milestones were done late",
    "done but late",
    "completed late",
    "what came in late",
    "which actions were finished after their date",
    "late completions",
    "how many things were done late",
    "what was late when it was done",
    "which stages were signed off after the due date",
    "did anything finish late in {period}",
    "what got there in the end but late",
    "milestones achieved past their date",
    "what did we do on time and what late",
    "how many did we finish on time",
    "were things delivered on time",
    "did we meet our dates",
    "delivered late in {theme}",
    "which of {person}'s milestones were late",
    "punctuality of what's been done",
    "were the dates that are met met in time",
    "on time delivery",
    "how punctual have we been",
    "finished behind schedule, which",
    "what overran before it was finished",
    "which ones limped in late",
    "late but done",
    "anything handed over after the promised date",
    "what crossed the line late",
    "completed after due date list",
    "dates we hit but not on the day",
    "which closed milestones had slipped",
    "what was signed off late since {time}",
    "did {topic} finish on time",
    "whit was done late",
    "how many of the done milestones were in time",
    "on time or late, the things we finished",
    "completed milestones that missed their date",
    "finished later than planned",
    "what took longer than planned but is done now",
    "did {stage} come in on time or late",
    "was {stage} done late, and by how much",
  ],
  answer: async ({ scope, person, window, carried }, context) => {
    const scoped = actionScope(context, scope);
    const { actions } = await stateIn(context, scoped, person);
    const done = actions.flatMap(({ action }) => (action.milestones ?? []).filter((milestone) => milestone.done && inside(milestone.done, window))).length;
    const late = doneLate(actions).filter(({ milestone }) => milestone.done && inside(milestone.done, window));
    const names = await namesOf(context, [person?.toLowerCase(), ...late.map(leadOf)]);
    const whose = `${whoseInWords(context, scoped, person, names)}${window ? ` ${inWindow(window)}` : ""}`;
    const [first] = late;
    return answerIn("rows", {
      carried,
      title: `Done after the date${whose}`,
      lead: [
        first
          ? `${late.length} of ${plural(done, "milestone")} done${whose} ${late.length === 1 ? "was" : "were"} late, the latest by ${daysInWords(first.days)}.`
          : done
            ? `${done === 1 ? "The one milestone" : `All ${plural(done, "milestone")}`} done${whose} ${done === 1 ? "was" : "were"} done in time.`
            : `No milestone has been marked done${whose} yet.`,
      ],
      sections: section("", late, (one) => lateRow(one, names)),
      gaps: [],
      sources: sourcesOf(context, { said: saidOf(late) }),
      suggestions: suggest("What is overdue?", "What went well?"),
    });
  },
});

const inside = (day: string, window: { from: string; to: string } | undefined): boolean => !window || (day >= window.from && day <= window.to);
