/** What needs attention, the most serious first. Pure. */
import { dutyOf } from "../figures/index.js";
import {
  addDays,
  daysBetween,
  dueWithin,
  isLeadOf,
  leadAsOf,
  leadersOf,
  leadOf,
  type Milestone,
  overdueMilestones,
  soonDays,
  statusOf,
} from "../plan/index.js";
import type { Asked } from "../progress/index.js";
import type { MeasureStatus } from "./measure-status.js";
import type { CurrentAction, PlanState } from "./plan-state.js";

export type Concern =
  | { kind: "overdue"; milestone: Milestone; days: number }
  | { kind: "off-track" }
  /** More time is asked for, and no manager has answered. */
  | { kind: "decision"; asked: Asked }
  | { kind: "at-risk" }
  /** Due within the next 28 days. */
  | { kind: "due-soon"; milestone: Milestone; days: number }
  | { kind: "no-lead" };

export interface ActionConcern extends CurrentAction {
  lead?: string;
  /** The most serious first; never empty. */
  concerns: Concern[];
  /** The greater the more serious; level ones stand in printed order. */
  severity: number;
}

export interface MeasureConcern {
  status: MeasureStatus;
  /** Who is looked to for the figure. */
  reporter?: string;
  kind: "worse" | "missed" | "late";
}

export interface Attention {
  actions: ActionConcern[];
  /** Each measure once, under the first of these that holds: its figure got worse, is late, misses its target. */
  measures: MeasureConcern[];
}

const weights: Record<Concern["kind"], number> = { overdue: 32, "off-track": 16, decision: 8, "at-risk": 4, "due-soon": 2, "no-lead": 1 };
/** More than any number of days that a plan can be late. */
const perWeight = 100_000;

/** What needs attention, the most serious first. What is merely due soon does not. */
export function attention(state: PlanState): Attention {
  const actions = state.actions.map((action) => actionConcern(action, state)).filter(({ concerns }) => concerns.some(({ kind }) => kind !== "due-soon"));
  return { actions: actions.sort((a, b) => b.severity - a.severity), measures: measureConcerns(state) };
}

/** An action with everything about it that may need attention; `concerns` may be empty. */
export function actionConcern(current: CurrentAction, { today }: Pick<PlanState, "today">): ActionConcern {
  const lead = leadOf(current);
  const concerns = concernsOf(current, today);
  const late = concerns.flatMap((one) => (one.kind === "overdue" ? [one.days] : []));
  const soon = concerns.flatMap((one) => (one.kind === "due-soon" ? [soonDays - one.days] : []));
  const kinds = new Set(concerns.map(({ kind }) => kind));
  const weight = [...kinds].reduce((sum, kind) => sum + weights[kind], 0);
  return { ...current, ...(lead && { lead }), concerns, severity: weight * perWeight + Math.max(0, ...late, ...soon) };
}

function concernsOf({ action, priority, said }: CurrentAction, today: string): Concern[] {
  const status = statusOf(action);
  if (status === "complete" || status === "cancelled") return [];
  const [oldest] = overdueMilestones(action, today);
  const [next] = dueWithin(action, { from: today, to: addDays(today, soonDays) });
  const [asked] = Object.values(said?.asked ?? {});
  return [
    ...(oldest ? [{ kind: "overdue" as const, milestone: oldest, days: daysBetween(oldest.due, today) }] : []),
    ...(status === "off-track" ? [{ kind: "off-track" as const }] : []),
    ...(asked ? [{ kind: "decision" as const, asked }] : []),
    ...(status === "at-risk" ? [{ kind: "at-risk" as const }] : []),
    ...(next ? [{ kind: "due-soon" as const, milestone: next, days: daysBetween(today, next.due) }] : []),
    ...(leadOf({ action, priority }) || leadAsOf({ action, priority }) ? [] : [{ kind: "no-lead" as const }]),
  ];
}

function measureConcerns({ measures, expected }: PlanState): MeasureConcern[] {
  const late = new Set(expected.filter((one) => one.late && !one.report).map(({ item }) => item.id));
  const kindOf = (status: MeasureStatus): MeasureConcern["kind"] | undefined => {
    if (status.trend?.verdict === "worse") return "worse";
    if (late.has(status.item.id)) return "late";
    return status.target?.met === false ? "missed" : undefined;
  };
  const order: MeasureConcern["kind"][] = ["worse", "late", "missed"];
  const found = measures.flatMap((status): MeasureConcern[] => {
    const kind = kindOf(status);
    const reporter = dutyOf(status.item);
    return kind ? [{ status, kind, ...(reporter && { reporter }) }] : [];
  });
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Not late yet, but at risk or due within 28 days; what is both stands first, then by date. */
export function aboutToSlip(state: PlanState): ActionConcern[] {
  return state.actions
    .map((action) => actionConcern(action, state))
    .filter(
      ({ concerns }) =>
        concerns.some(({ kind }) => kind === "at-risk" || kind === "due-soon") && !concerns.some(({ kind }) => kind === "overdue" || kind === "off-track"),
    )
    .sort((a, b) => b.severity - a.severity);
}

/** Whether somebody leads an action, as its lead, its priority's or a deputy. */
export const isLedBy = (email: string, current: CurrentAction): boolean => leadersOf(current).includes(email) || isLeadOf(email, current);
