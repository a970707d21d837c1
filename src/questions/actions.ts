/** The actions of a priority, a theme or the plan, by state or by who leads them. */
import { z } from "zod/v4";
import { statusOf } from "../plan/index.js";
import { answerIn, suggest } from "./answer-text.js";
import { Carried, Person, question, Scope, State } from "./question.js";
import { actionTally } from "./reasons.js";
import { actionRow, section } from "./rows.js";
import { actingIn, isAsker, placeOf, scopeOf } from "./scope.js";
import { saidOf, sourcesOf } from "./sources.js";
import { actionIs } from "./states.js";
import { are, capital, listed, noneOf, plural, stateInWords } from "./wording.js";

export const actions = question({
  name: "actions",
  about: "A list of the actions under a priority, a theme or the whole plan, all of them or those in some states (off track, complete …) or led by someone",
  args: z.object({ scope: Scope, states: z.array(State).max(7).optional(), person: Person.optional(), ...Carried }),
  answer: async ({ scope, states = [], person, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const all = await actingIn(scene, scoped, person);
    const shown = states.length ? all.filter(({ action }) => states.some((state) => actionIs(action, state, scene.today))) : all;
    const whose = person ? `${scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`} led by ${isAsker(scene, person) ? "you" : person}` : ` ${placeOf(scoped)}`;
    const inStates = listed(states.map(stateInWords), "or");
    const lead = states.length
      ? shown.length
        ? `${plural(shown.length, "action")}${whose} ${are(shown.length)} ${inStates}.`
        : `There are ${listed(states.map((state) => noneOf("actions", state)))}${whose}.`
      : shown.length
        ? `There ${are(shown.length)} ${plural(shown.length, "action")}${whose}: ${actionTally(shown.map(({ action }) => statusOf(action)))}.`
        : `There are no actions${whose}.`;
    const undated = shown.filter(({ action }) => !action.milestones?.length).map(({ id }) => id);
    const [first] = shown;
    return answerIn("rows", {
      carried,
      title: capital(`actions${whose}`),
      lead: [lead],
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
