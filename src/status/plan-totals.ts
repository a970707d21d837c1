/** How many of what: the numbers that answers, reports and reminders give, counted here and nowhere else. Pure. */
import type { Expected } from "../figures/index.js";
import { overdueMilestones, type ToldStatus, toldStatusOf, toldWorstFirst } from "../plan/index.js";
import { isJudged, type Judgement } from "./measure-status.js";
import type { PlanState } from "./plan-state.js";

/** Figures that can be asked for, one a measure a period: what was reported, a reason why there is none included, and what is missing. */
export interface FigureReturns {
  asked: number;
  received: number;
  missing: Expected[];
  /** Of those missing. */
  late: number;
}

/** How many figures were to be reported, how many are in, and which are missing. */
export function figureReturns(expected: readonly Expected[]): FigureReturns {
  const missing = expected.filter(({ report }) => !report);
  return { asked: expected.length, received: expected.length - missing.length, missing, late: missing.filter(({ late }) => late).length };
}

export interface PlanTotals {
  actions: number;
  statuses: Record<ToldStatus, number>;
  /** Milestones. */
  overdue: number;
  /** Measures, each once where some are joined. */
  measures: number;
  /** Measures that have a figure. */
  withFigure: number;
  returns: FigureReturns;
  /** Measures whose newest figure is better or worse than the one before. */
  better: number;
  worse: number;
  /** Measures with a target and a figure, and how many of them meet it. */
  aimed: number;
  met: number;
}

/** The plan in numbers, the same in answers, reports and digests. */
export function planTotals({ actions, measures, expected, today }: Pick<PlanState, "actions" | "measures" | "expected" | "today">): PlanTotals {
  const having = (status: ToldStatus) => actions.filter(({ action }) => toldStatusOf(action) === status).length;
  const judged = (judgement: Judgement) => measures.filter((one) => isJudged(one, judgement)).length;
  return {
    actions: actions.length,
    statuses: Object.fromEntries(toldWorstFirst.map((status) => [status, having(status)])) as Record<ToldStatus, number>,
    overdue: actions.flatMap(({ action }) => overdueMilestones(action, today)).length,
    measures: measures.length,
    withFigure: measures.filter(({ newest }) => newest).length,
    returns: figureReturns(expected),
    better: judged("better"),
    worse: judged("worse"),
    aimed: judged("met") + judged("missed"),
    met: judged("met"),
  };
}
