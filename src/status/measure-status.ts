/** How one measure stands: its newest figure against the one before, the baseline and the target. Pure. */
import { againstTarget, isFigure, type KeptFigure, type Report, type Trend, trendOf } from "../figures/index.js";
import type { ItemOf } from "../plan/index.js";

export interface MeasureStatus {
  item: ItemOf<"measure">;
  /** The newest figure; missing when none was ever reported. */
  newest?: KeptFigure;
  /** The figure before it. */
  before?: KeptFigure;
  /** The newest against the one before; missing where the two cannot be compared. */
  trend?: Trend;
  /** The newest against the baseline; missing where there is none to compare with. */
  fromBaseline?: Trend;
  /** Whether the newest meets the target, and by how much it is beyond or short of it; missing without a target or a figure. */
  target?: { met: boolean; by?: number };
}

/** What people ask measures by. */
export const judgements = ["better", "worse", "met", "missed", "never reported", "no target", "no baseline"] as const;
export type Judgement = (typeof judgements)[number];

/** `reports` newest period first. */
export function measureStatus(item: ItemOf<"measure">, reports: readonly Report[]): MeasureStatus {
  const [newest, before] = reports.filter(isFigure);
  if (!newest) return { item };
  const { measure } = item;
  const trend = before && trendOf(measure, newest.value, before.value);
  const fromBaseline = measure.baseline === undefined ? undefined : trendOf(measure, newest.value, measure.baseline);
  const target = againstTarget(measure, newest.value);
  return { item, newest, ...(before && { before }), ...(trend && { trend }), ...(fromBaseline && { fromBaseline }), ...(target && { target }) };
}

/** Words have no target, and completion is its own. */
const canHaveTarget = ({ item: { measure } }: MeasureStatus): boolean => measure.kind !== "narrative" && measure.kind !== "yesno";

/** Whether a judgement is true of a measure; "met" and "missed" only where there are a target and a figure. */
export function isJudged(status: MeasureStatus, judgement: Judgement): boolean {
  switch (judgement) {
    case "better":
    case "worse":
      return status.trend?.verdict === judgement;
    case "met":
      return status.target?.met === true;
    case "missed":
      return status.target?.met === false;
    case "never reported":
      return !status.newest;
    case "no target":
      return canHaveTarget(status) && status.item.measure.target === undefined;
    case "no baseline":
      return canHaveTarget(status) && status.item.measure.baseline === undefined;
  }
}

/** How far from its target, as a share of it; greatest first when measures are to be compared. */
export function shortfall({ item: { measure }, target }: MeasureStatus): number {
  if (!target || target.met || target.by === undefined || typeof measure.target !== "number") return 0;
  return target.by / (Math.abs(measure.target) || 1);
}
