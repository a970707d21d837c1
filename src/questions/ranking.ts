/** What is furthest behind or doing best among themes, priorities or actions; the rule is said. */
import { z } from "zod/v4";
import { actionsIn, type Day, dayInWords, daysBetween, overdueMilestones, type PlanAction, rollUp, statusOf } from "../plan/index.js";
import type { Badge, Colour, Row } from "../shared/answer.js";
import { answerIn, suggest } from "./answer-text.js";
import { Carried, question, Scope } from "./question.js";
import { rollupOf } from "./reasons.js";
import { facts, section } from "./rows.js";
import type { Scene, Standing } from "./scene.js";
import { actingOf, placeOf, scopeOf, standingsIn } from "./scope.js";
import { saidOf, sourcesOf } from "./sources.js";
import { badgeInWords, badgeOf, capital, listed, plural, rollupBadge, shortened } from "./wording.js";

/** Best is 0. What is not begun is behind what is under way well, and before what is known to be in trouble. */
export const severity: Record<Colour, number> = { blue: 0, green: 1, grey: 2, none: 3, amber: 4, red: 5 };

interface Ranked {
  id: string;
  name: string;
  text: string;
  badge: Badge;
  /** Compared in this order, greater is further behind. */
  keys: number[];
  overdue: number;
  longest: number;
  /** The action with the oldest missed date, and that date. */
  oldest?: { id: string; due: Day };
  /** Share of actions complete, 0 to 1. */
  done: number;
  behind: number;
  actions: number;
}

const rules = {
  worst: "Ranked by status (a missed date counts as the worst), then by how many actions are behind, then by the oldest missed date.",
  best: "Ranked by status, then by the share of actions complete, then by how few dates have been missed.",
};

export const ranking = question({
  name: "ranking",
  about: "Which theme, priority or action is furthest behind, or doing best",
  args: z.object({ what: z.enum(["themes", "priorities", "actions"]), end: z.enum(["worst", "best"]), scope: Scope.optional(), ...Carried }),
  answer: async ({ what, end, scope, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const standings = await standingsIn(scene, scoped);
    const ranked = rankedOf(what, standings, scene).sort((a, b) => (end === "worst" ? compareKeys(b.keys, a.keys) : compareKeys(bestKeys(a), bestKeys(b))));
    const [first] = ranked;
    const where = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
    const tied = first ? ranked.filter((one) => (end === "worst" ? compareKeys(one.keys, first.keys) : compareKeys(bestKeys(one), bestKeys(first))) === 0) : [];
    return answerIn("rows", {
      carried,
      title: capital(`${what}${where} ${end === "worst" ? "furthest behind" : "doing best"}`),
      lead: first ? [...verdict(tied, end), rules[end]] : [`There are no ${what}${where || " in the plan"}.`],
      sections: section("", ranked.slice(0, Math.max(5, Math.min(tied.length, 10))), rankedRow),
      gaps: [],
      sources: sourcesOf(scene, { said: saidOf(actingOf(standings)) }),
      suggestions: suggest(
        first && `How is ${first.name} doing?`,
        first && what !== "themes" && `Who leads ${first.id}?`,
        end === "worst" ? "What is overdue?" : "Which priority is furthest behind?",
      ),
    });
  },
});

const bestKeys = ({ badge, done, overdue, longest }: Ranked): number[] => [severity[badge.colour], -done, overdue, longest];

function compareKeys(a: number[], b: number[]): number {
  for (const [place, key] of a.entries()) if (key !== b[place]) return key - (b[place] ?? 0);
  return 0;
}

function rankedOf(what: "themes" | "priorities" | "actions", standings: Standing[], { today, catalogue }: Scene): Ranked[] {
  if (what === "actions")
    return actingOf(standings)
      .filter(({ action }) => statusOf(action) !== "cancelled")
      .map(({ id, action }) => rank(id, id, action.text, badgeOf(statusOf(action)), [action], today));
  if (what === "priorities")
    return standings.map((one) =>
      rank(one.priority.id, one.priority.id, one.priority.title, rollupBadge(rollupOf(one, today)), actionsIn(one.priority), today),
    );
  return catalogue.themes.flatMap(({ id, theme }) => {
    const own = standings.filter((one) => one.theme.id === id);
    if (!own.length) return [];
    const rollups = own.map((one) => rollupOf(one, today));
    const whole = rank(
      id,
      theme.name,
      theme.name,
      rollupBadge(rollUp(rollups)),
      own.flatMap(({ priority }) => actionsIn(priority)),
      today,
    );
    const like = rollups.filter((rollup) => rollup === rollUp(rollups)).length;
    return [{ ...whole, keys: [whole.keys[0] as number, like, ...whole.keys.slice(1)] }];
  });
}

function rank(id: string, name: string, text: string, badge: Badge, actions: PlanAction[], today: Day): Ranked {
  const late = actions.map((action) => overdueMilestones(action, today));
  const behind = actions.filter((action, place) => late[place]?.length || statusOf(action) === "off-track").length;
  const [oldest] = actions
    .flatMap(({ id: action }, place) => (late[place] ?? []).map(({ due }) => ({ id: action, due })))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const longest = oldest ? daysBetween(oldest.due, today) : 0;
  const done = actions.filter((action) => statusOf(action) === "complete").length / (actions.length || 1);
  return {
    id,
    name,
    text,
    badge,
    keys: [late.flat().length ? severity.red : severity[badge.colour], behind, longest, -done],
    overdue: late.flat().length,
    longest,
    ...(oldest && { oldest }),
    done,
    behind,
    actions: actions.length,
  };
}

function verdict(tied: Ranked[], end: "worst" | "best"): string[] {
  const words = end === "worst" ? "furthest behind" : "doing best";
  const [first] = tied as [Ranked];
  if (tied.length > 1)
    return [
      `${listed(tied.slice(0, 5).map(({ name }) => name))}${tied.length > 5 ? ` and ${tied.length - 5} more` : ""} are ${words}, level with each other: ${badgeInWords(first.badge)}.`,
    ];
  const late = first.overdue ? `, with ${overdueInWords(first, true)}` : "";
  return [`${first.name} is ${words}: ${badgeInWords(first.badge)}${late}.`];
}

/** "2 milestones overdue, the oldest (2.2.2, due 31 March 2026) by 238 days"; without the brackets unless it is to be named. */
function overdueInWords({ overdue, oldest, longest }: Ranked, named = false): string {
  const which = named && oldest ? ` (${oldest.id}, due ${dayInWords(oldest.due)})` : "";
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
