/** Two or more priorities, themes or actions side by side, with a verdict. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { severity } from "../answers/ranked.js";
import { actionTally, rollupOf, rollupTally } from "../answers/reasons.js";
import { section } from "../answers/rows.js";
import { type Acting, actingOf, nameOf, scopeOf, wordsOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { actionIs, priorityIs } from "../answers/states.js";
import { withoutStatuses } from "../answers/unreliable.js";
import { badgeInWords, listed, listedUpTo, plural, rollupBadge, shortened } from "../answers/wording.js";
import { actionBadge, type Day, type Item, overdueMilestones, type Rollup, rollUp } from "../plan/index.js";
import type { PriorityState } from "../request/answer-context.js";
import { Carried, ItemId, State } from "../request/args.js";
import type { Badge, Row } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

interface Side {
  item: Item;
  name: string;
  priorityStates: PriorityState[];
  acting: Acting[];
  badge: Badge;
  rank: number;
}

export const compare = defineIntent({
  name: "compare",
  about: "Two or more themes, priorities or actions side by side: how they stand, or how many of their priorities or actions are in some states",
  says: ({ scopes }, name) => {
    const [first, second, third] = (scopes as string[] | undefined) ?? [];
    return first && second && !third ? `Compare ${name(first)} and ${name(second)}` : undefined;
  },
  args: z.object({
    scopes: z.array(ItemId).min(2).max(10),
    what: z.enum(["priorities", "actions"]).optional(),
    states: z.array(State).max(7).optional(),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority"] },
  examples: [
    "which is further behind, {item} or {item}",
    "which of the two is doing worse, {topic} or {topic}",
    "{theme} vs {theme}",
    "how does {item} compare with {item}",
    "which is further on, {topic} or {topic}",
    "{item} and {item} side by side please",
    "put {theme} next to {theme}",
    "Is {theme} doing better than {theme}?",
    "compare all the themes",
    "{topic} against {topic}, who is winning",
    "difference between {item} and {item} progress wise",
    "are {item} and {item} both green",
    "who's ahead, {theme} or {theme}",
    "Could I see {item}, {item} and {item} together?",
    "whats worse {topic} or {topic}",
    "has {theme} got more reds than {theme}",
    "line up {item} with {item} for me",
    "contrast the performance of {theme} with that of {theme}",
    "{action} compaired to {action}",
    "of {item} and {item}, which should I be more bothered about",
    "does {topic} lag {topic}",
    "more done in {theme} or in {theme}?",
    "table of {theme} and {theme} next to each other",
    "between {item} and {item} who has more late stuff",
    "status {item} versus {item}",
    "whose figures are better, {theme} or {theme}",
    "what sets {item} apart from {item}",
    "match {topic} up against {topic} for me",
    "{topic} vs {topic} - which is in better {topic}?",
    "is {item} doing worse than {item}?",
    "compare {item} with {item} please",
    "which is doing better, {topic} or {topic}?",
    "how do the themes stack up against each other",
    "{topic} or {topic}, which one's in more trouble",
    "set {item} beside {item}",
    "is {theme} further ahead than {theme} would you say",
    "comparision of {item} and {item}",
    "which has slipped more, {item} or {item}",
    "are we better at {topic} or {topic}",
    "stack {theme} up against {theme}",
    "how are {item} and {item} doing relative to one another",
    "give me {theme} and {theme} next to each other with their colours",
    "does {item} beat {item}",
    "head to head {item} {item}",
    "{theme} or {theme}, which is doing better",
    "which is in better nick, {theme} or {theme}",
  ],
  answer: async ({ scopes, what, states = [], carried }, context) => {
    const items = [...new Set(scopes)].map((scope) => scopeOf(context, scope)).filter((scoped): scoped is Item => scoped.type !== "plan");
    const all = await context.priorities();
    const sides = items.map((item) => sideOf(item, all, context.today));
    const counting = what || states.length ? (what ?? (items.every(({ type }) => type === "theme") ? "priorities" : "actions")) : undefined;
    return answerIn("rows", {
      carried,
      title: listed(sides.map(({ name }) => name)),
      lead: counting ? countVerdict(sides, counting, states, context.today) : statusVerdict(sides, context.today),
      sections: section("", sides, (side) => (counting ? countRow(side, counting, states, context.today) : statusRow(side, context.today))),
      gaps: withoutStatuses(sides.flatMap(({ acting }) => acting)),
      sources: sourcesOf(context, { said: saidOf(sides.flatMap(({ acting }) => acting)) }),
      suggestions: suggest(...sides.slice(0, 3).map(({ name }) => `How is ${name} doing?`)),
    });
  },
});

function sideOf(item: Item, all: PriorityState[], today: Day): Side {
  const priorityStates =
    item.type === "theme" ? all.filter(({ theme }) => theme.id === item.id) : all.filter(({ priority }) => priority.id === item.priority.id);
  const acting = actingOf(priorityStates).filter(({ id }) => item.type !== "action" || id === item.id);
  const [only] = acting;
  const rollup: Rollup = rollUp(priorityStates.map((one) => rollupOf(one, today)));
  const badge =
    item.type === "action" && only
      ? actionBadge(only.action)
      : rollupBadge(priorityStates.length === 1 && priorityStates[0] ? rollupOf(priorityStates[0], today) : rollup);
  return { item, name: nameOf(item), priorityStates, acting, badge, rank: severity[badge.colour] };
}

const statusRow = ({ item, priorityStates, acting, badge }: Side, today: Day): Row => ({
  id: item.id,
  text: shortened(wordsOf(item), 200),
  badge,
  detail:
    item.type === "theme"
      ? `Priorities: ${rollupTally(priorityStates.map((one) => rollupOf(one, today)))}`
      : item.type === "action"
        ? ""
        : `Actions: ${actionTally(acting.map(({ action }) => action))}`,
});

/** The same status: what has missed its date tells them apart, where anything has. */
function levelVerdict(sides: Side[], today: Day): string {
  const same = `${sides.length === 2 ? "Both" : "All"} stand the same`;
  const late = sides.map(({ name, acting }) => ({ name, number: acting.flatMap(({ action }) => overdueMilestones(action, today)).length }));
  if (late.every(({ number }) => number === late[0]?.number)) return `${same}.`;
  return `${same}; overdue: ${listed(late.map(({ name, number }) => `${plural(number, "milestone")} of ${name}`))}.`;
}

function statusVerdict(sides: Side[], today: Day): string[] {
  const each = sides.map(({ name, badge }) => `${name} is ${badgeInWords(badge)}`);
  const best = Math.min(...sides.map(({ rank }) => rank));
  const ahead = sides.filter(({ rank }) => rank === best);
  const verdict =
    ahead.length === sides.length ? levelVerdict(sides, today) : `${listed(ahead.map(({ name }) => name))} ${ahead.length === 1 ? "is" : "are"} doing better.`;
  return [`${listed(each)}.`, verdict];
}

/** Ids of what is counted on one side. */
function counted({ priorityStates, acting }: Side, what: "priorities" | "actions", states: State[], today: Day): string[] {
  if (what === "priorities")
    return priorityStates.filter((one) => !states.length || states.some((state) => priorityIs(one, state, today))).map(({ priority }) => priority.id);
  return acting.filter(({ action }) => !states.length || states.some((state) => actionIs(action, state, today))).map(({ id }) => id);
}

const adjective = (states: State[]): string =>
  listed(
    states.map((state) => (state === "not-started" ? "not started" : state)),
    "or",
  );

function countVerdict(sides: Side[], what: "priorities" | "actions", states: State[], today: Day): string[] {
  const numbers = sides.map((side) => ({ name: side.name, count: counted(side, what, states, today).length })).sort((a, b) => b.count - a.count);
  const [most, next] = numbers as [(typeof numbers)[0], ...typeof numbers];
  const kind = states.length ? `${adjective(states)} ` : "";
  if (!most.count) return [`None of ${listed(sides.map(({ name }) => name))} has any: there are no ${kind}${what}.`];
  if (next && next.count === most.count) {
    const level = numbers.filter(({ count }) => count === most.count).map(({ name }) => name);
    return [`${listed(level)} have the same: ${most.count} ${kind}${most.count === 1 ? what.replace(/ies$/, "y").replace(/s$/, "") : what} each.`];
  }
  return [
    `${most.name} has ${sides.length === 2 ? "more" : "the most"} ${kind}${what}: ${most.count} against ${listed(numbers.slice(1).map(({ name, count }) => (sides.length === 2 ? String(count) : `${count} (${name})`)))}.`,
  ];
}

function countRow(side: Side, what: "priorities" | "actions", states: State[], today: Day): Row {
  const ids = counted(side, what, states, today);
  const all = what === "priorities" ? side.priorityStates.length : side.acting.length;
  const one = what === "priorities" ? "priority" : "action";
  const detail = states.length ? `${ids.length} of ${plural(all, one)}${ids.length ? `: ${listedUpTo(ids, 8)}` : ""}` : plural(all, one);
  return { id: side.item.id, text: shortened(wordsOf(side.item), 200), badge: side.badge, detail };
}
