/** What is furthest behind or doing best among themes, priorities or actions; the rule is said. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type End, inOrder, type Rankable, type Ranked, rankables, severity } from "../answers/ranked.js";
import { facts, section } from "../answers/rows.js";
import { actingOf, placeOf, priorityStatesIn, scopeOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { withoutStatuses } from "../answers/unreliable.js";
import { badgeInWords, capital, listedUpTo, plural, shortened } from "../answers/wording.js";
import { dayInWords, slipsInWords } from "../plan/index.js";
import { Carried, Scope } from "../request/args.js";
import type { Row } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";

export const ranking = defineIntent({
  name: "ranking",
  about: "Which theme, priority or action is furthest behind, or doing best",
  says: scoped("What is furthest behind?", (name) => `What is furthest behind in ${name}?`),
  args: z.object({ what: z.enum(rankables), end: z.enum(["worst", "best"]), scope: Scope.optional(), ...Carried }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority"],
    followUp: ["scope"],
    menu: [{ title: "Which priority is worst?", description: "The priorities that are furthest behind, and why", in: ["shared"], place: 11 }],
  },
  examples: [
    "which priority is furthest behind",
    "which theme is doing worst",
    "who's doing best",
    "best theme",
    "what is our weakest area",
    "where are we strongest",
    "rank the themes",
    "rank the priorities by lateness",
    "which theme needs most help",
    "what's going worst",
    "worst priority in {theme}",
    "most behind area",
    "which area is flying",
    "top performing priority",
    "bottom of the league",
    "league table",
    "put the priorities in order of progress",
    "where have we most reds",
    "which theme has got the most overdue",
    "which action is the biggest problem",
    "what's the furthest on",
    "most progress where",
    "least progress",
    "which bit of the plan is in the worst state",
    "Which priority has advanced the furthest?",
    "laggards",
    "who's top of the class",
    "weakest link",
    "what theme is worse",
    "which one is doing bad most",
    "sort themes worst first",
    "which theme should be ashamed",
    "who's miles behind",
    "which area has come on the most",
    "which part of the plan is healthiest",
    "most successful priority",
    "which priority has the most work left",
    "which are the slowest",
    "what is furthest behind schedule",
    "which theme has the most red priorities?",
    "whats furthest behind",
    "rank priorities worst to best",
  ],
  answer: async ({ what, end, scope, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const priorityStates = await priorityStatesIn(context, scoped);
    const { ranked, first: tied } = inOrder(what, end, priorityStates, context);
    const [first] = tied;
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    return answerIn("rows", {
      carried,
      title: capital(`${what}${where} ${end === "worst" ? "furthest behind" : "doing best"}`),
      lead: first ? [...verdict(tied, end), ruleFor(what, end)] : [`There are no ${what}${where || " in the plan"}.`],
      sections: section("", ranked.slice(0, Math.max(5, Math.min(tied.length, 10))), rankedRow),
      gaps: withoutStatuses(actingOf(priorityStates)),
      sources: sourcesOf(context, { said: saidOf(actingOf(priorityStates)) }),
      suggestions: suggest(
        first && `How is ${first.name} doing?`,
        first && what !== "themes" && `Who leads ${first.id}?`,
        end === "worst" ? "What is overdue?" : "Which priority is furthest behind?",
      ),
    });
  },
});

function ruleFor(what: Rankable, end: End): string {
  if (end === "best") return "Ranked by status, then by the share of actions complete, then by how few dates have been missed.";
  if (what === "actions") return "Ranked by the oldest missed date; where none is missed, by status.";
  return "Ranked by status, then by how many actions are behind, then by the oldest missed date.";
}

function verdict(tied: Ranked[], end: End): string[] {
  const [first] = tied as [Ranked, ...Ranked[]];
  if (end === "worst" && !first.overdue && severity[first.badge.colour] <= severity.green) return ["Nothing is behind: every date so far has been met."];
  const words = end === "worst" ? "furthest behind" : "doing best";
  const late = first.overdue > 0 && first.oldest;
  if (tied.length > 1) {
    const how = late ? `each was due on ${dayInWords(late.due)} and is overdue by ${plural(first.longest, "day")}` : badgeInWords(first.badge);
    return [
      `${listedUpTo(
        tied.map(({ name }) => name),
        5,
      )} are ${words}, level with each other: ${how}.`,
    ];
  }
  return [`${first.name} is ${words}: ${badgeInWords(first.badge)}${late ? `, with ${overdueInWords(first, true)}` : ""}.`];
}

/** "2 milestones overdue, the oldest (2.2.2, due 31 March 2026) by 238 days"; without the brackets unless it is to be named. */
function overdueInWords({ id, overdue, oldest, longest }: Ranked, named = false): string {
  const which =
    named && oldest ? ` (${oldest.id === id ? "" : `${oldest.id}, `}due ${[dayInWords(oldest.due), slipsInWords(oldest)].filter(Boolean).join("; ")})` : "";
  return `${plural(overdue, "milestone")} overdue${overdue > 1 ? ", the oldest" : ""}${which} by ${plural(longest, "day")}`;
}

const rankedRow = (ranked: Ranked): Row => ({
  id: ranked.id,
  text: shortened(ranked.text, 200),
  badge: ranked.badge,
  detail: facts(
    ranked.actions > 1 && ranked.behind > 0 && `${ranked.behind} of ${plural(ranked.actions, "action")} behind`,
    ranked.overdue > 0 && overdueInWords(ranked),
    ranked.done > 0 && ranked.done < 1 && `${Math.round(ranked.done * 100)}% of actions complete`,
  ),
});
