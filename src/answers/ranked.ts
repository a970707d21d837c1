/** Themes, priorities or actions in order of how far behind or how well they are. Pure. */
import { actionBadge, actionsIn, type Day, daysBetween, type Milestone, overdueMilestones, type PlanAction, rollUp, statusOf } from "../plan/index.js";
import type { AnswerContext, PriorityState } from "../request/answer-context.js";
import type { Badge, Colour } from "../shared/answer.js";
import { rollupOf } from "./reasons.js";
import { actingOf } from "./scope.js";
import { rollupBadge } from "./wording.js";

export const rankables = ["themes", "priorities", "actions"] as const;
export type Rankable = (typeof rankables)[number];
export type End = "worst" | "best";

/** Best is 0. What is not begun is behind what is under way well, and before what is known to be in trouble. */
export const severity: Record<Colour, number> = { blue: 0, green: 1, grey: 2, none: 3, amber: 4, red: 5 };

export interface Ranked {
  id: string;
  name: string;
  text: string;
  badge: Badge;
  /** Compared in this order, greater is further behind. */
  keys: number[];
  overdue: number;
  longest: number;
  /** The action with the oldest missed date, and that date. */
  oldest?: { id: string } & Pick<Milestone, "due" | "printed" | "slips">;
  /** Share of actions complete, 0 to 1. */
  done: number;
  behind: number;
  actions: number;
}

const bestKeys = ({ badge, done, overdue, longest }: Ranked): number[] => [severity[badge.colour], -done, overdue, longest];

function compareKeys(a: number[], b: number[]): number {
  for (const [place, key] of a.entries()) if (key !== b[place]) return key - (b[place] ?? 0);
  return 0;
}

function rankedOf(what: Rankable, priorityStates: PriorityState[], { today, catalogue }: AnswerContext): Ranked[] {
  if (what === "actions")
    return actingOf(priorityStates)
      .filter(({ action }) => statusOf(action) !== "cancelled")
      .map(({ id, action }) => rank(id, id, action.text, actionBadge(action), [action], today));
  if (what === "priorities")
    return priorityStates.map((one) =>
      rank(one.priority.id, one.priority.id, one.priority.title, rollupBadge(rollupOf(one, today)), actionsIn(one.priority), today),
    );
  return catalogue.themes.flatMap(({ id, theme }) => {
    const own = priorityStates.filter((one) => one.theme.id === id);
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
    .flatMap(({ id: action }, place) => (late[place] ?? []).map(({ due, printed, slips }) => ({ id: action, due, printed, slips })))
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

/** In order from that end, and those that share the first place. */
export function inOrder(what: Rankable, end: End, priorityStates: PriorityState[], context: AnswerContext): { ranked: Ranked[]; first: Ranked[] } {
  const all = rankedOf(what, priorityStates, context);
  // An action is furthest behind by its date: while any is overdue, others are not in the running.
  const late = what === "actions" && end === "worst" ? all.filter(({ overdue }) => overdue > 0) : [];
  const compare = (a: Ranked, b: Ranked) => (end === "worst" ? compareKeys(b.keys, a.keys) : compareKeys(bestKeys(a), bestKeys(b)));
  const ranked = (late.length ? late : all).sort(compare);
  return { ranked, first: ranked.filter((one) => ranked[0] && compare(one, ranked[0]) === 0) };
}
