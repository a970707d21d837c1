/** Whom the plan is waiting for. */

import { z } from "zod/v4";
import { answerIn, ask, suggest } from "../answers/answer-text.js";
import { type Names, namesOf } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { facts, section } from "../answers/rows.js";
import { placeOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { withoutStatuses } from "../answers/unreliable.js";
import { daysInWords, listedUpTo, plural } from "../answers/wording.js";
import { permits } from "../people/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import type { Row, Suggestion } from "../shared/answer.js";
import { quietDays, type WaitingOn, waitingOn } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const sittingOn = defineIntent({
  name: "sitting-on",
  about: "Who is holding something up: by person, what is overdue, which figures are late, what is in trouble and has had no update for two months",
  says: always("Who is holding things up?"),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope", "person"] },
  examples: [
    "who is sitting on something",
    "who's sitting on their hands",
    "who hasn't updated in a while",
    "who's gone quiet",
    "who has not responded",
    "which leads have been silent",
    "which actions have had no update",
    "what hasn't been touched since {time}",
    "stale items",
    "nobody's updated what",
    "which actions have no recent note",
    "who's ignoring us",
    "who's not pulling their weight",
    "where's the bottleneck",
    "who is holding things up",
    "who has most overdue",
    "which lead has the most late actions",
    "who's the worst offender",
    "who has too much on",
    "who's struggling",
    "who's dropped the ball",
    "who needs to pull their finger out",
    "who never answers",
    "which officers have not provided updates",
    "who's coasting",
    "what's gathering dust",
    "forgotten actions",
    "what has everyone forgotten about",
    "Which items have gone without an update for more than {time}?",
    "not updated",
    "who's no daein their bit",
    "who let it slide",
    "people with nothing reported",
    "who needs chasing",
    "which leads are behind",
    "whose actions are stuck",
    "anyone not playing ball",
    "who has been quiet lately",
    "whose updates are we missing",
    "which updates are we missing",
    "who's not given an update this month",
    "who hasn't logged in or updated",
    "who is falling behind",
    "who's letting us down",
    "whos slacking",
    "which teams are struggling",
    "which lead needs the most help",
    "who has let things slide",
    "who's got something overdue",
    "which people are behind",
    "who is dragging their heels",
    "who has things gathering dust",
  ],
  answer: async ({ scope, person, carried }, context) => {
    const scoped = actionScope(context, scope);
    const state = await stateIn(context, scoped, person);
    const all = waitingOn(state);
    const named = all.filter((one) => one.person);
    const names = await namesOf(
      context,
      named.map((one) => one.person),
    );
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    return answerIn("rows", {
      carried,
      title: `Who the plan is waiting for${where}`,
      lead: leadOf(all, where),
      sections: section("", all, (one) => personRow(one, names)),
      gaps: withoutStatuses(state.actions),
      sources: sourcesOf(context, { said: saidOf(state.actions) }),
      suggestions: [...askFirst(context, named, names), ...suggest("Who has not reported?", "Who has no lead?")],
    });
  },
});

function leadOf(all: WaitingOn[], where: string): string[] {
  const late = all.filter(({ overdue }) => overdue.length).length;
  const owing = all.filter(({ figures }) => figures.length).length;
  const quiet = all.filter(({ quiet }) => quiet.length).length;
  if (!all.length)
    return [`Nobody${where}. Nothing is overdue, no figure is late, and all work in trouble had an update in the last ${daysInWords(quietDays)}.`];
  const people = (count: number, verb: [string, string], words: string) =>
    count ? [`${plural(count, "person", "people")} ${verb[count === 1 ? 0 : 1]} ${words}${where}.`] : [];
  return [
    ...people(late, ["has", "have"], "something overdue"),
    ...people(owing, ["owes", "owe"], "a late figure"),
    ...people(quiet, ["has", "have"], `said nothing for ${daysInWords(quietDays)} about work in trouble`),
    "There may be a good reason: ask before you chase.",
  ];
}

function personRow({ person, overdue, figures, quiet }: WaitingOn, names: Names): Row {
  const [longest] = overdue;
  const late = listedUpTo([...new Set(overdue.map(({ id }) => id))], 4);
  return {
    id: "",
    text: person ? names(person) : "Nobody named",
    detail: facts(
      longest && `Overdue: ${late}${overdue.length > 1 ? ", the longest" : ""} by ${daysInWords(longest.days)}`,
      figures.length > 0 && `${plural(figures.length, "late figure")}: ${listedUpTo([...new Set(figures.map(({ item }) => item.id))], 4)}`,
      quiet.length > 0 &&
        `No update: ${listedUpTo(
          quiet.map(({ id }) => id),
          4,
        )}`,
    ),
  };
}

/** As many letters as a button has room for on a phone. */
const mostOnButton = 30;

/** For managers: asks the first for an update. */
function askFirst(context: AnswerContext, [first]: WaitingOn[], names: Names): Suggestion[] {
  if (!first?.person?.includes("@") || !permits("ask for an update", context)) return [];
  const label = `Ask ${names(first.person)}`;
  return [ask(label.length > mostOnButton ? "Ask the first of them" : label, `Ask ${first.person} for an update`)];
}
