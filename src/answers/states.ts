/** States that people ask by, told of actions, priorities and themes. Pure. */
import type { Day, PlanAction } from "../plan/index.js";
import { actionsIn, overdueMilestones, type Rollup, rollUp, statusOf, toldStatusOf } from "../plan/index.js";
import type { PriorityState } from "../request/answer-context.js";
import type { State } from "../request/args.js";
import { rollupOf } from "./reasons.js";
import { statusOfState } from "./wording.js";

/** Whether an action is in a state that people ask by. */
export const actionIs = (action: PlanAction, state: State, today: Day): boolean =>
  state === "overdue" ? overdueMilestones(action, today).length > 0 : toldStatusOf(action) === statusOfState[state];

/** Whether a priority is: overdue with any action that is, cancelled with all of them, otherwise as its actions come to. */
export function priorityIs(standing: PriorityState, state: State, today: Day): boolean {
  const actions = actionsIn(standing.priority);
  if (state === "overdue") return actions.some((action) => actionIs(action, state, today));
  if (state === "cancelled") return actions.length > 0 && actions.every((action) => statusOf(action) === "cancelled");
  return rollupOf(standing, today) === state;
}

/** `standings` are the priorities of one theme. */
export function themeIs(priorityStates: PriorityState[], state: State, today: Day): boolean {
  if (state === "overdue") return priorityStates.some((standing) => priorityIs(standing, state, today));
  if (state === "cancelled") return priorityStates.length > 0 && priorityStates.every((standing) => priorityIs(standing, state, today));
  return rollUp(priorityStates.map((standing): Rollup => rollupOf(standing, today))) === state;
}
