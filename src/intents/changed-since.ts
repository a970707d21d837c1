/** What changed since a day, since the last committee, or within a stretch of time. */

import { z } from "zod/v4";
import { answerIn, ask, suggest } from "../answers/answer-text.js";
import { changeRow, whoAndWhen } from "../answers/changes.js";
import { actionScope } from "../answers/plan-state.js";
import { section } from "../answers/rows.js";
import { isAsker, itemsUnder, placeOf, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { inWindow, listed, plural } from "../answers/wording.js";
import type { Change } from "../audit/index.js";
import { addDays, dayInWords, startOfDay } from "../plan/index.js";
import { lastCommittee } from "../progress/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import type { Answer } from "../shared/answer.js";
import { whatHappened } from "./changes/happened-answer.js";
import { defineIntent } from "./define-intent.js";
import { text } from "./says.js";

const mostRead = 2_000;
/** "Recently", when nothing else is said. */
const recentDays = 30;

export const changedSince = defineIntent({
  name: "changed-since",
  about:
    "What happened to the plan and was changed in it since a day, since the last committee, or within a stretch of time: in the whole plan, under something, or by somebody",
  says: ({ scope, window }, name) =>
    window ? undefined : text(scope) && scope !== "plan" ? `What has changed in ${name(String(scope))}?` : "What has changed in the plan?",
  args: z.object({ scope: Scope.optional(), window: Window.optional(), committee: z.boolean().optional(), person: Person.optional(), ...Carried }),
  traits: {
    subjects: ["theme", "priority", "action", "measure"],
    looksBack: true,
    help: [{ says: "What changed since 1 October?", about: "Who changed what, and when", place: 10 }],
    menu: [{ title: "What changed this month?", description: "Who changed what, and when", in: ["personal", "shared"], place: 9 }],
  },
  examples: [
    "what changed since {time}",
    "what's changed in the plan",
    "any changes lately",
    "what's new",
    "what happened since {time}",
    "changes since last committee",
    "what has moved since we last met",
    "what did {person} change",
    "updates since {time} in {theme}",
    "anything different from last week",
    "recent updates",
    "what's been updated {time}",
    "what went red since {time}",
    "which statuses changed",
    "what did people update yesterday",
    "what moved",
    "activity {time}",
    "any news",
    "latest updates",
    "did anything happen while I was off",
    "I've been on leave, what did I miss",
    "catch me up since {time}",
    "what have people been putting in",
    "show me the changes for {topic} since {time}",
    "Have there been any amendments to the plan since {time}?",
    "what's different from the last time I looked",
    "whats chnaged",
    "what's been going on",
    "who updated what {time}",
    "new since {time}",
    "has anything moved on {theme}",
    "what did we get done {time}",
    "what was completed {time}",
    "what got finished since {time}",
    "change log",
    "what's fresh",
    "recent activity in {item}",
    "anything new under {topic}",
    "how have things changed between {time} and {time}",
    "tell what is new in plan",
    "what have I missed since {time}",
    "has the plan changed at all",
    "did anything get updated in {theme} {time}",
    "which actions moved colour since {time}",
    "what went green {time}",
    "which have changed status",
    "anything new to report since {time}",
    "what's been added since {time}",
    "what's different now",
    "what was updated last",
    "what progress since {time}",
    "what progress was made {time}",
    "how have we got on since {time}",
    "what have you noticed changing",
    "what has changed in {item} {time}",
  ],
  answer: async ({ scope, window, committee, person, carried }, context) => {
    const days = committee ? await context.committeeDays() : [];
    const last = lastCommittee(days, context.today);
    if (committee && !last) return noCommittee(carried);
    const span = last
      ? { from: last, to: context.today, label: `since the committee of ${dayInWords(last)}` }
      : (window ?? { from: addDays(context.today, -recentDays), to: context.today, label: `in the last ${recentDays} days` });
    const scoped = scopeOf(context, scope);
    const whose = person ? ` by ${isAsker(context, person) ? "you" : person}` : "";
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    const when = last ? span.label : labelOf(span);
    const changes = await read(context, { scope, person, ...span });
    const imports = changes.filter(isImport);
    const others = changes.filter((change) => !isImport(change));
    const told = new Set(others.flatMap(({ items }) => items));
    const happened = person ? undefined : await whatHappened(context, actionScope(context, scope), span, told);
    const said = others.length ? `${summary(others)}.` : undefined;
    return answerIn("rows", {
      carried,
      title: `Changes${where}${whose} ${when}`,
      lead: happened?.sentence || said ? [happened?.sentence, said].filter((line) => line !== undefined) : [`Nothing was changed${where}${whose} ${when}.`],
      sections: [
        ...kinds.flatMap(({ heading, is }) =>
          section(
            heading,
            others.filter((change) => is(change, context)),
            (change) => changeRow(context, change),
          ),
        ),
        ...(happened?.sections ?? []),
      ],
      gaps: [
        ...imports.slice(0, 1).map((change) => `The plan was imported in this time, ${whoAndWhen(context, change)}.`),
        ...(changes.length === mostRead
          ? [`Only the newest ${mostRead.toLocaleString("en-GB")} are counted. Whoever runs Waymark can export the full record.`]
          : []),
      ],
      sources: sourcesOf(context, { statuses: false }),
      suggestions: [...(committee ? [] : [ask("Since the last committee", "What changed since the last committee?")]), ask("How is the plan doing?")],
    });
  },
});

/** "since 1 October 2026" reads better than "from 1 October 2026". */
const labelOf = ({ label }: Window): string => (label.startsWith("from ") ? label.replace("from", "since") : inWindow({ label }));

async function read(context: AnswerContext, { scope, person, from, to }: { scope?: string; person?: string; from: string; to: string }): Promise<Change[]> {
  const { timeZone } = context.plan;
  const changes = await context.changes({
    items: itemsUnder(context, scopeOf(context, scope)),
    from: startOfDay(from, timeZone),
    // A question of a while ago is answered with what stood then.
    ...(to < "9000" && { before: startOfDay(addDays(to, 1), timeZone) }),
    newestFirst: true,
    limit: mostRead,
  });
  return person ? changes.filter(({ by }) => by === person.toLowerCase()) : changes;
}

/** That a plan was imported; what it changed has entries of its own. */
const isImport = ({ parts }: Change): boolean => parts.every(({ what }) => what === "plan");

const typeOf = (change: Change, { catalogue }: AnswerContext) => catalogue.find(change.items[0] ?? "")?.type;
const about = (change: Change, ...whats: string[]) => change.parts.some(({ what }) => whats.includes(what));

const kinds: { heading: string; is(change: Change, context: AnswerContext): boolean }[] = [
  { heading: "Actions", is: (change, context) => typeOf(change, context) === "action" && !about(change, "lead", "deputy") },
  { heading: "Figures", is: (change) => about(change, "figure", "not available") },
  {
    heading: "People, measures and the plan",
    is: (change, context) => !(typeOf(change, context) === "action" && !about(change, "lead", "deputy")) && !about(change, "figure", "not available"),
  },
];

const counted: [string, string, string[]][] = [
  ["status", "statuses", ["status"]],
  ["milestone", "milestones", ["milestone"]],
  ["date moved", "dates moved", ["due"]],
  ["figure", "figures", ["figure", "not available"]],
];

/** "12 changes by 4 people: 5 statuses, 3 milestones, 1 date moved and 3 others" */
function summary(changes: Change[]): string {
  const people = new Set(changes.map(({ by }) => by)).size;
  const parts = counted.flatMap(([one, many, whats]) => {
    const count = changes.filter((change) => about(change, ...whats)).length;
    return count ? [plural(count, one, many)] : [];
  });
  const others = changes.filter((change) => !counted.some(([, , whats]) => about(change, ...whats))).length;
  if (parts.length && others) parts.push(plural(others, "other"));
  return `${plural(changes.length, "change")} by ${plural(people, "person", "people")}${parts.length ? `: ${listed(parts)}` : ""}`;
}

const noCommittee = (carried: string | undefined): Answer =>
  answerIn("notice", {
    carried,
    title: "No committee date is saved",
    lead: ['I do not know when the last committee was. A manager can tell me: "the committee met on 12 October 2026".'],
    suggestions: suggest("Committee dates", "Recent changes"),
  });
