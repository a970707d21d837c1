/** What share of the actions, priorities or milestones is in some states. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { countables, counters } from "../answers/counters.js";
import { section } from "../answers/rows.js";
import { placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { capital, stateInWords } from "../answers/wording.js";
import { Carried, Scope, State } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

const most = 10;

export const share = defineIntent({
  name: "share",
  about: "What share of the actions (or priorities, milestones, themes) is in some state, in per cent and as a count: complete unless another is said",
  args: z.object({ what: z.enum(countables).optional(), states: z.array(State).max(7).optional(), scope: Scope.optional(), ...Carried }),
  answer: async ({ what = "actions", states: asked = [], scope, carried }, scene) => {
    const states: State[] = asked.length ? asked : ["complete"];
    const scoped = scopeOf(scene, scope);
    const thing = what === "measures" ? "actions" : what;
    const { all, rows, tally } = await counters[thing](scene, scoped, states);
    const where = placeOf(scoped);
    const wanted = thing === "milestones" && states.join() === "complete" ? "met" : states.map(stateInWords).join(" or ");
    return answerIn("rows", {
      carried,
      title: capital(`share of ${thing} ${where} that are ${wanted}`),
      lead: [
        all
          ? `${Math.round((rows.length / all) * 100)}%: ${rows.length} of ${all} ${all === 1 ? thing.replace(/ies$/, "y").replace(/s$/, "") : thing} ${where} ${rows.length === 1 ? "is" : "are"} ${wanted}.`
          : `There are no ${thing} ${where}.`,
        ...(tally ? [`All of them: ${tally}.`] : []),
      ],
      sections: section("", rows.length <= most ? rows : [], (row) => row),
      gaps: what === "measures" ? ["Measures have no status in the plan, so this is about its actions."] : [],
      sources: sourcesOf(scene, {}),
      suggestions: suggest("What is overdue?", "How is the plan doing?"),
    });
  },
  examples: [
    "what percentage of actions are complete",
    "what per cent of the plan is done",
    "how much of the plan is done",
    "how much of it is finished",
    "what proportion of actions is {status}",
    "what fraction of the plan is complete",
    "percentage complete",
    "% complete",
    "% of actions {status}",
    "how complete are we",
    "how far through the plan are we",
    "what share of milestones have been met",
    "proportion of milestones met",
    "what percentage of priorities are {status}",
    "share of {theme} that is complete",
    "how much of {theme} is done",
    "what per cent of {item} is finished",
    "how many out of how many are done",
    "completion rate",
    "completion rate in {theme}",
    "percentage of actions that are {status} in {theme}",
    "what portion of the work is behind us",
    "are we half way",
    "are we more than half done",
    "how much is left to do, in per cent",
    "what's the percentage of {status} actions",
    "ratio of done to not done",
    "how many per cent are {status}",
    "share that is overdue",
    "what percentage of milestones are overdue",
    "what proportion is late",
    "what share of the dates did we meet",
    "percent finished",
    "overall progress in percent",
    "progress as a percentage",
    "what is the completion percentage",
    "how much have we ticked off",
    "percentage {status} please",
    "what share hasn't started",
    "proportion not started",
    "whit share is done",
  ],
});
