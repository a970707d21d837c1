/** What can be counted, and which of it is in some states. */
import type { PlanAction, Rollup } from "../plan/index.js";
import { rollUp, toldStatusOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { State } from "../request/args.js";
import type { Row } from "../shared/answer.js";
import { planTotals } from "../status/index.js";
import { measureRow } from "./measure-words.js";
import { type Dated, datedOf, type MilestoneState, milestoneState } from "./milestones.js";
import { stateIn } from "./plan-state.js";
import { actionTally, rollupOf, rollupTally } from "./reasons.js";
import { actionRow, milestoneRow, priorityRow } from "./rows.js";
import { actingIn, measuresIn, priorityStatesIn, type Scoped, scopeOf } from "./scope.js";
import { actionIs, priorityIs, themeIs } from "./states.js";
import { measuresTally } from "./totals.js";
import { plural, rollupBadge } from "./wording.js";

export const countables = ["themes", "priorities", "actions", "measures", "milestones"] as const;
export type Countable = (typeof countables)[number];

export interface Counted {
  all: number;
  /** Those in the states asked for; all of them when none was. */
  rows: Row[];
  /** The states asked for that something is in. */
  present: State[];
  /** All of them by state. */
  tally: string;
}

interface Kind<T> {
  is(thing: T, state: State): boolean;
  row(thing: T): Row;
  tally: string;
}

function counted<T>(all: T[], states: State[], { is, row, tally }: Kind<T>): Counted {
  const found = states.length ? all.filter((thing) => states.some((state) => is(thing, state))) : all;
  return { all: all.length, rows: found.map(row), present: states.filter((state) => all.some((thing) => is(thing, state))), tally };
}

export const counters: Record<Countable, (context: AnswerContext, scoped: Scoped, states: State[]) => Promise<Counted>> = {
  themes: countThemes,
  async priorities(context, scoped, states) {
    const { today } = context;
    const all = await priorityStatesIn(context, scoped);
    return counted(all, states, {
      is: (one, state) => priorityIs(one, state, today),
      row: (one) => priorityRow(one, today),
      tally: rollupTally(all.map((one) => rollupOf(one, today))),
    });
  },
  async actions(context, scoped, states) {
    const { today } = context;
    const all = await actingIn(context, scoped);
    return counted(all, states, {
      is: ({ action }, state) => actionIs(action, state, today),
      row: (one) => actionRow(one, today),
      tally: actionTally(all.map(({ action }) => action)),
    });
  },
  async measures(context, scoped) {
    const all = measuresIn(context, scoped);
    const figures = await context.recent(all.map(({ id }) => id));
    const totals = planTotals(await stateIn(context, scoped.type === "action" ? scopeOf(context, scoped.priority.id) : scoped));
    const tally = measuresTally(totals, all.length - totals.measures);
    return counted(all, [], { is: () => false, row: (item) => measureRow(context.plan, item, figures.get(item.id)), tally });
  },
  async milestones(context, scoped, states) {
    const { today } = context;
    const all = datedOf(await actingIn(context, scoped), (action) => action.milestones ?? []);
    const stateOf = ({ action, milestone }: Dated) => milestoneState(action, milestone, today);
    return counted(all, states, {
      is: (one, state) => milestoneIs(state, one.action, stateOf(one)),
      row: (one) => milestoneRow(one, today),
      tally: milestoneTally(all.map(stateOf)),
    });
  },
};

async function countThemes(context: AnswerContext, scoped: Scoped, states: State[]): Promise<Counted> {
  const { today } = context;
  const priorityStates = await priorityStatesIn(context, scoped);
  const all = context.catalogue.themes
    .filter(({ id }) => scoped.type === "plan" || scoped.theme.id === id)
    .map(({ id, theme }) => ({ id, theme, own: priorityStates.filter((one) => one.theme.id === id) }));
  const rollup = (own: typeof priorityStates): Rollup => rollUp(own.map((one) => rollupOf(one, today)));
  return counted(all, states, {
    is: ({ own }, state) => themeIs(own, state, today),
    row: ({ id, theme, own }) => ({ id, text: theme.name, badge: rollupBadge(rollup(own)), detail: plural(own.length, "priority") }),
    tally: rollupTally(all.map(({ own }) => rollup(own))),
  });
}

function milestoneTally(found: MilestoneState[]): string {
  const number = (...of: MilestoneState[]) => found.filter((state) => of.includes(state)).length;
  const parts = [
    { n: number("done", "met"), words: "met" },
    { n: number("overdue"), words: "overdue" },
    { n: number("unreported"), words: "not yet reported" },
    { n: number("open"), words: "still to come" },
    { n: number("cancelled"), words: "of cancelled actions" },
  ];
  const told = parts.filter(({ n }) => n).map(({ n, words }) => `${n} ${words}`);
  return told.join(", ");
}

const statusAsked = { red: "off-track", amber: "at-risk", green: "on-track", "not-started": "not-started" } as const;

function milestoneIs(state: State, action: PlanAction, found: MilestoneState): boolean {
  if (state === "complete") return found === "done" || found === "met";
  if (state === "overdue" || state === "cancelled") return found === state;
  // Other states are their action's: "milestones of actions at risk".
  return found !== "cancelled" && toldStatusOf(action) === statusAsked[state];
}
