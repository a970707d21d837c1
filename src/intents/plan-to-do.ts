/** What is left to do with a plan that has come in, for managers: a line each, with a button where the chat can do it. */

import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { sourcesOf } from "../answers/sources.js";
import { namedInPlan, permits, remindersBegin, toDoWith, whoMay } from "../people/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

const mostButtons = 3;

export const planToDo = defineIntent({
  name: "plan-to-do",
  about: "What is left to settle and set up after a plan was imported: rows to look at, leads to name, statuses, measures, people to invite; for managers",
  says: always("What is left to set up?"),
  args: z.object({ ...Carried }),
  traits: {
    personal: true,
    help: [{ says: "What is left to set up?", about: "A checklist for a plan that was just loaded", for: "managers", place: 4 }],
  },
  examples: [
    "what do i have to do now the plan is in",
    "what is left to set up",
    "setup checklist",
    "what next after the import",
    "first steps with the plan",
    "to do list for the plan set up",
    "plan todo",
    "what still needs sorting before we can use the plan",
    "is the plan ready to go",
    "what do i need to do to get the plan going",
    "what's missing before reminders can start",
    "what should a manager do first",
    "i've just imported the plan, now what",
    "the plan is loaded what now",
    "checklist after importing",
    "what remains to be settled",
    "anything left to settle from the file",
    "which rows of the file need a look",
    "show me the rows to check from the import",
    "what could you not read in the file",
    "what did you make of the file and what's open",
    "how do i get started with our own plan",
    "getting started checklist",
    "first day checklist",
    "what have i still got to fill in about the plan",
    "what is not set up yet",
    "are we set up properly",
    "what is holding back the set up",
    "finish setting up",
    "setup steps please",
    "what does the plan still need from me as manager",
    "list the set up tasks",
    "what else to do after upload",
    "have i finished setting things up",
    "is anything left from the import",
    "what's outstanding from loading the plan",
    "onboarding checklist",
    "what do you need from me to get going",
    "next steps after loading our plan",
    "things to tidy up after the import",
    "what needs settling",
  ],
  answer: async ({ carried }, context) => {
    const { known, catalogue, plan } = context;
    const mayImport = permits("import a plan", context);
    const [priorityStates, reached] = await Promise.all([context.priorities(), context.reminders.reached(namedInPlan(catalogue))]);
    const actions = priorityStates.flatMap(({ priority }) => priority.actions.filter(({ retired }) => !retired));
    const all = toDoWith(plan.title, { catalogue, printed: known.printed, look: known.look, actions, reached });
    return answerIn("rows", {
      carried,
      title: `What is left to set up: ${plan.title}`,
      lead: [
        all.length
          ? "Once these are done, the plan runs by itself. None of them is urgent."
          : "Nothing is left: leads, statuses, measures and people are all settled.",
        ...(mayImport ? [] : [`They are for ${whoMay("import a plan", context)}.`]),
      ],
      sections: [
        ...(all.length ? [{ heading: "To do", rows: all.map(({ what, how }) => ({ id: "", text: what, detail: how })) }] : []),
        ...(known.look.length
          ? [{ heading: "Rows to look at", fold: "Show the rows to look at", rows: known.look.slice(0, 20).map(({ id, why }) => ({ id, text: why })) }]
          : []),
        { heading: "Reminders", rows: [{ id: "", text: remindersBegin }] },
      ],
      gaps: [],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: mayImport
        ? all
            .flatMap(({ says }) => says ?? [])
            .slice(0, mostButtons)
            .map((says) => ask(says))
        : [],
    });
  },
});
