/** The actions of a priority, a theme or the plan, by state or by who leads them. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { actionTally } from "../answers/reasons.js";
import { actionRow, section } from "../answers/rows.js";
import { actingOrAll, scopeOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { actionIs } from "../answers/states.js";
import { are, listed, noneOf, plural, stateInWords } from "../answers/wording.js";
import { Carried, Person, Scope, State } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { statusWords, text } from "./says.js";

export const actions = defineIntent({
  name: "actions",
  about: "A list of the actions under a priority, a theme or the whole plan, all of them or those in some states (off track, complete …) or led by someone",
  says: ({ scope, states, person }, name) => {
    const [state] = (states as string[] | undefined) ?? [];
    const id = text(scope);
    if (person !== undefined) return undefined;
    const where = id && id !== "plan" ? ` in ${name(id)}` : "";
    return state ? `Which actions${where} are ${statusWords[state]}?` : `List the actions${where || " in the plan"}`;
  },
  args: z.object({ scope: Scope, states: z.array(State).max(7).optional(), person: Person.optional(), ...Carried }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority"],
    followUp: ["scope", "person"],
    lists: "actions",
    namesLeads: true,
    help: [
      { says: ({ theme }) => theme && `What actions are in ${theme}?`, about: "Actions, all or by status; also: which priority is furthest behind", place: 2 },
    ],
  },
  examples: [
    "{person}s ambers",
    "{person}'s reds",
    "show me everything that's {status}",
    "everything thats {status}",
    "what hasn't anyone even started on",
    "which of {person}'s are {status}",
    "what are the actions under {item}",
    "list actions in {theme}",
    "what actions are there for {topic}",
    "what's in {item}",
    "what are we doing about {topic}",
    "what is being done on {topic}",
    "what did we say we'd do about {topic}",
    "which actions are {status}",
    "show me all the red ones",
    "what's off track",
    "at risk actions",
    "which ones are amber",
    "what's complete",
    "what have we finished",
    "what's not started",
    "which actions haven't begun",
    "completed actions in {theme}",
    "everything under {theme}",
    "what does {theme} include",
    "how do we plan to do {topic}",
    "steps for {topic}",
    "break {item} down for me",
    "what's underneath {item}",
    "all actions",
    "whole list",
    "full action list please",
    "anything {status} in {theme}",
    "what's been cancelled",
    "things we dropped",
    "which of {person}'s actions are {status}",
    "what are we committed to on {topic}",
    "What measures are being taken with regard to {topic}?",
    "list of {status} things",
    "ambers and reds",
    "what's green",
    "actoins for {topic}",
    "tell me which action are delay",
    "what's the council actually doing on {topic}",
    "anything in there about {topic}",
    "is {topic} in the plan",
    "does the plan mention {topic}",
    "do we have anything on {topic}",
    "where does it talk about {topic}",
    "what does the plan say about {topic}",
    "is there an action for {topic}",
    "the to do list for {item}",
    "reds only",
    "which ones have stalled",
    "what's still open in {item}",
    "still in progress, which",
    "what have we got over the line in {theme}",
    "remind me what the plan commits us to under {item}",
    "what's the council promised on {topic}",
    "what are you lot going to do about {topic}",
    "which of them are in the red",
    "what bits of {theme} are {status}",
    "what have we ticked off so far",
    "what's done and what isn't in {item}",
    "what's left in {theme}",
    "anything stuck in {theme}",
    "show everything thats {status}",
    "which are on hold",
    "what's on track",
    "what's been delivered under {item}",
    "what's still to start",
    "things not begun yet",
    "what's involved in {topic}",
    "how will {topic} be achieved",
    "what's the plan for {topic}",
    "what are the plans around {topic}",
    "are we doing anything on {topic}",
    "is there anything about {topic}",
    "nothing on {topic} in there then?",
    "does {topic} feature",
    "what actions is {theme} made of",
    "what work is going on around {topic}",
    "actions under {topic}?",
    "{item} - all actions with their leads",
    "{item} actions",
    "what have we got to do for {topic}",
    "show me the actions in the {theme}",
    "list actions for {topic}",
    "what are we actually doing under {item}",
    "run me through the to do list for {topic}",
    "what are we doing to grow {topic} - actions please",
    "which actions come under {topic}?",
    "what are the actions for {item}",
    "actions for {topic}",
    "Please list everything we are meant to be doing for priority {item}",
    "which actoins belong to {item}",
    "what actions sit under {item}",
    "what have we said we'd do under {item}",
    "{item} break it down",
    "{item} in detail",
    "unpack {item}",
    "what are the steps in {item}",
    "set out what is planned for {topic}",
    "steps planned on {topic}",
    "what have we got planned for {topic}",
    "what will be done about {topic}",
    "{status} items in {theme}",
    "{status} actions {theme}",
    "{status} things under {item} please",
    "only the {status} ones in {theme}",
    "which tasks are {status}",
    "which jobs are {status}",
    "any actions gone {status}",
    "anything completely off course",
    "which bits are finished",
    "whats all done then",
    "what did we give up on",
    "what have we abandoned",
    "what got the chop",
    "cancelled ones",
    "works not begun in {theme}",
    "what is not begun yet under {theme}",
    "everything planned for {topic}",
    "list what we mean to do on {topic}",
    "spell out {item} for me",
    "{item}: contents",
    "what sits under {item}",
    "what are you going to do for {topic}",
    "what is the council doing to get {topic}",
    "which ones are {status} right now",
    "{theme}, the {status} ones",
    "everything {status} under {theme} please",
  ],
  answer: async ({ scope, states = [], person: asked, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const { acting: all, person, note } = await actingOrAll(context, scoped, asked);
    const shown = states.length ? all.filter(({ action }) => states.some((state) => actionIs(action, state, context.today))) : all;
    const present = states.filter((state) => shown.some(({ action }) => actionIs(action, state, context.today)));
    const whose = whoseOf(context, scoped, person);
    const where = whose || " in the plan";
    const undated = shown.filter(({ action }) => !action.milestones?.length).map(({ id }) => id);
    const [first] = shown;
    return answerIn("rows", {
      carried,
      title: `Actions${where}${present.length ? `: ${listed(present.map(stateInWords), "or")}` : ""}`,
      lead: [
        ...note,
        states.length
          ? inStates(states, present, shown.length, where)
          : all.length
            ? `There ${are(all.length)} ${plural(all.length, "action")}${where}: ${actionTally(all.map(({ action }) => action))}.`
            : `There are no actions${where}.`,
      ],
      sections: section("", shown, (each) => actionRow(each, context.today)),
      gaps: undated.length && !states.length && undated.length <= 5 ? [`No date in the plan: ${listed(undated)}.`] : [],
      sources: sourcesOf(context, { said: saidOf(shown) }),
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
