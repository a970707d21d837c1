/** What went well. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { measureRow } from "../answers/measure-words.js";
import { leadInWords, namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { facts, section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { daysInWords, inWindow, listed, plural, shortened } from "../answers/wording.js";
import { actionBadge, dayInWords, leadOf } from "../plan/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { type DoneMilestone, type GoodNews, goodNews as goodNewsIn, type MeasureStatus } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

export const goodNews = defineIntent({
  name: "good-news",
  about: "What went well: milestones done, actions complete, targets met, figures that got better; in all, or in a stretch of time",
  says: scoped("What went well?", (name) => `What went well in ${name}?`),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "window", "person"], namesLeads: true, looksBack: true },
  examples: [
    "any good news",
    "what's going well",
    "what are we proud of",
    "successes",
    "what can we celebrate",
    "what have we achieved",
    "wins this quarter",
    "tell me something good",
    "what's worked",
    "achievements in {theme}",
    "what have we delivered",
    "what did we pull off in {period}",
    "highlights",
    "what can we shout about",
    "positive stories",
    "bright spots",
    "what's ahead of schedule",
    "anything finished early",
    "what have we got to show for it",
    "give me something nice for the newsletter",
    "what went right since {time}",
    "who deserves a pat on the back",
    "any quick wins",
    "what is going good",
    "success stories on {topic}",
    "what have you got to cheer me up",
    "which bits are flying",
    "what's gone better than we thought",
    "which promises did we keep",
    "any success in {theme}",
    "what did {person} do well",
    "who's doing well",
    "what can I thank people for",
    "sucesses",
    "what got done this year",
    "what came good",
    "what's looking rosy",
    "what went well in {period}",
    "tell me what's been finished",
    "good news for members please",
    "what went well, anything",
    "anything to smile about",
    "wins, any wins",
    "what can we be chuffed about",
  ],
  answer: async ({ scope, person, window, carried }, context) => {
    const scoped = actionScope(context, scope);
    const state = await stateIn(context, scoped, person);
    const inTime = goodNewsIn(state, window);
    const whole = window && !countOf(inTime) ? goodNewsIn(state) : inTime;
    const { milestones, complete, targetsMet, better } = whole;
    const names = await namesOf(context, [person?.toLowerCase(), ...[...milestones, ...complete].map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    const measures = (of: MeasureStatus[]) =>
      section(of === targetsMet ? "Targets met" : "Figures that got better", of, ({ item, newest, before }) =>
        measureRow(
          context.plan,
          item,
          [newest, before].filter((one) => one !== undefined),
        ),
      );
    return answerIn("rows", {
      carried,
      title: `Good news${whose}${window ? ` ${inWindow(window)}` : ""}`,
      lead: [
        ...(window && whole !== inTime ? [`Nothing was reported as done ${inWindow(window)}, so here is what went well before.`] : []),
        summary(whole, whose),
      ],
      sections: [
        ...section("Done", milestones, (one) => ({
          id: one.id,
          text: shortened(one.milestone.label ? `${one.milestone.label}: ${one.action.text}` : one.action.text, 120),
          detail: facts(doneInWords(one), leadInWords(one, names) && `Lead: ${leadInWords(one, names)}`),
        })),
        ...section("Complete", complete, (one) => ({
          id: one.id,
          text: shortened(one.action.text, 120),
          badge: actionBadge(one.action),
          detail: facts(leadInWords(one, names) && `Lead: ${leadInWords(one, names)}`),
        })),
        ...measures(targetsMet).map((one) => ({ ...one, fold: `Show ${plural(targetsMet.length, "target")} met` })),
        ...measures(better).map((one) => ({ ...one, fold: better.length === 1 ? "Show the better figure" : `Show ${better.length} better figures` })),
      ],
      gaps: [],
      sources: sourcesOf(context, { said: saidOf([...milestones, ...complete]), figures: [...targetsMet, ...better].flatMap(({ newest }) => newest ?? []) }),
      suggestions: suggest("Which actions are complete?", "Recent changes", "What is due in the next 28 days?"),
    });
  },
});

const countOf = ({ milestones, complete, targetsMet, better }: GoodNews): number => milestones.length + complete.length + targetsMet.length + better.length;

/** "Done on 20 March 2026, 11 days early" */
function doneInWords({ done, early }: DoneMilestone): string {
  const when = early > 0 ? `, ${daysInWords(early)} early` : early < 0 ? `, ${daysInWords(-early)} after its date` : ", on its date";
  return `Done on ${dayInWords(done)}${when}`;
}

function summary(news: GoodNews, whose: string): string {
  const parts = [
    { count: news.milestones.length, words: (count: number) => `${plural(count, "milestone")} done` },
    { count: news.complete.length, words: (count: number) => `${plural(count, "more action")} complete` },
    { count: news.targetsMet.length, words: (count: number) => `${plural(count, "target")} met` },
    { count: news.better.length, words: (count: number) => `${plural(count, "more figure")} better than the time before` },
  ].filter(({ count }) => count);
  if (!parts.length) return `Nothing${whose || " in the plan"} has been reported as done, met or better yet.`;
  return `${listed(parts.map(({ count, words }) => words(count)))}${whose}.`.replace(/^(\d+) more /, "$1 ");
}
