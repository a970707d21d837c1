/** The actions of a priority, a theme or the plan, by state or by who leads them. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { actionTally } from "../answers/reasons.js";
import { actionRow, section } from "../answers/rows.js";
import { actingIn, scopeOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { actionIs } from "../answers/states.js";
import { are, listed, noneOf, plural, stateInWords } from "../answers/wording.js";
import { statusOf } from "../plan/index.js";
import { Carried, Person, Scope, State } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const actions = defineIntent({
  name: "actions",
  about: "A list of the actions under a priority, a theme or the whole plan, all of them or those in some states (off track, complete …) or led by someone",
  args: z.object({ scope: Scope, states: z.array(State).max(7).optional(), person: Person.optional(), ...Carried }),
  answer: async ({ scope, states = [], person, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const all = await actingIn(scene, scoped, person);
    const shown = states.length ? all.filter(({ action }) => states.some((state) => actionIs(action, state, scene.today))) : all;
    const present = states.filter((state) => shown.some(({ action }) => actionIs(action, state, scene.today)));
    const whose = whoseOf(scene, scoped, person);
    const where = whose || " in the plan";
    const undated = shown.filter(({ action }) => !action.milestones?.length).map(({ id }) => id);
    const [first] = shown;
    return answerIn("rows", {
      carried,
      title: `Actions${where}${present.length ? `: ${listed(present.map(stateInWords), "or")}` : ""}`,
      lead: [
        states.length
          ? inStates(states, present, shown.length, where)
          : all.length
            ? `There ${are(all.length)} ${plural(all.length, "action")}${where}: ${actionTally(all.map(({ action }) => statusOf(action)))}.`
            : `There are no actions${where}.`,
      ],
      sections: section("", shown, (each) => actionRow(each, scene.today)),
      gaps: undated.length && !states.length && undated.length <= 5 ? [`No date in the plan: ${listed(undated)}.`] : [],
      sources: sourcesOf(scene, { said: saidOf(shown) }),
      suggestions: suggest(
        first && `How is ${first.id} doing?`,
        first && `When is ${first.id} due?`,
        scoped.type === "priority" && `Who leads ${scoped.id}?`,
        shown.length > 10 && `Anything overdue in ${scoped.type === "theme" ? scoped.theme.name : "the plan"}?`,
      ),
    });
  },
});

/** Names only the states that something is in; when nothing is, says which were looked for. */
function inStates(states: State[], present: State[], count: number, where: string): string {
  if (!present.length)
    return `None. There are ${listed(
      states.map((state) => noneOf("actions", state)),
      "and",
    )}${where}.`;
  return `${plural(count, "action")}${where} ${are(count)} ${listed(present.map(stateInWords), "or")}.`;
}
