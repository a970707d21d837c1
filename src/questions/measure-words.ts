/** Measures in words: the latest figure, how it moves, what it is held against. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { frequencyOf } from "../figures/missing.js";
import { againstTarget, changeInWords, trendOf, valueInWords } from "../figures/trend.js";
import type { ItemOf, Measure, Period, Plan } from "../plan/index.js";
import { periodInWords, periodNamed } from "../plan/index.js";
import type { Row } from "../shared/answer.js";
import { facts } from "./rows.js";
import { shortened } from "./wording.js";

export const figureWords = (measure: Measure, { value }: Pick<KeptFigure, "value">, most = 600): string => shortened(valueInWords(measure, value), most);

export const periodOf = (plan: Plan, { period }: Pick<KeptFigure, "period">): Period | undefined => periodNamed(plan, period);

/** "2026-27 Q2 (July to September 2026)" */
export function periodWords(plan: Plan, figure: Pick<KeptFigure, "period">): string {
  const period = periodOf(plan, figure);
  return period ? periodInWords(period) : figure.period;
}

const verdictWords = { better: "better", worse: "worse", level: "no change" } as const;

/** "up 5 from 39 entrepreneurs in 2026-27 Q1 (better)"; nothing when the two cannot be compared. */
export function moveInWords(measure: Measure, newer: KeptFigure, older: KeptFigure): string | undefined {
  const trend = trendOf(measure, newer.value, older.value);
  if (!trend) return undefined;
  const before = `${figureWords(measure, older)} in ${older.period}`;
  if (trend.move === "level") return `level with ${older.period} (no change)`;
  const by = trend.by === undefined ? "" : ` ${changeInWords(measure, trend.by)}`;
  return `${trend.move}${by} from ${before}${trend.verdict ? ` (${verdictWords[trend.verdict]})` : ""}`;
}

/** "target 4.4 out of 5, met", "target 50 entrepreneurs, not met yet: 6 short" */
export function targetInWords(measure: Measure, figure: KeptFigure | undefined): string | undefined {
  if (measure.target === undefined) return undefined;
  const target = `target ${valueInWords(measure, measure.target)}`;
  const held = figure && againstTarget(measure, figure.value);
  if (!held) return target;
  return held.met ? `${target}, met` : `${target}, not met yet`;
}

export const frequencyInWords = (item: ItemOf<"measure">): string =>
  ({ monthly: "Every month", quarterly: "Every quarter", yearly: "Every year" })[frequencyOf(item)];

/** One measure in a list, with its newest figure. */
export function measureRow({ id, measure }: ItemOf<"measure">, figures: KeptFigure[] = []): Row {
  const [newest, before] = figures;
  const latest = newest ? `${figureWords(measure, newest, 200)} in ${newest.period}` : "No figure yet";
  const move = newest && before && moveInWords(measure, newest, before);
  return { id, text: shortened(measure.text, 200), detail: facts(latest, move, targetInWords(measure, newest)) };
}
