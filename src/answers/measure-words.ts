/** Measures in words: the latest figure, how it moves, what it is held against. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { againstTarget, changeInWords, frequencyOf, trendOf, valueInWords } from "../figures/index.js";
import type { ItemOf, Measure, Period, Plan } from "../plan/index.js";
import { periodInWords, periodNamed } from "../plan/index.js";
import type { Row } from "../shared/answer.js";
import { facts } from "./rows.js";
import { capital, shortened } from "./wording.js";

/** A figure by itself: "44 entrepreneurs", or the words of a narrative. */
export const figureAlone = (measure: Measure, { value }: Pick<KeptFigure, "value">, most = 600): string => shortened(valueInWords(measure, value), most);

/** A figure in a sentence: words are quoted, as they bring their own full stops. */
export const figureWords = (measure: Measure, kept: Pick<KeptFigure, "value">, most = 300): string =>
  typeof kept.value === "string" ? `"${figureAlone(measure, kept, most)}"` : figureAlone(measure, kept, most);

/** Working out a period costs more than the rest of a row, and the same few come again and again. */
const periodsOf = new WeakMap<Plan, Map<string, Period>>();

function periodOf(plan: Plan, { period: name }: Pick<KeptFigure, "period">): Period | undefined {
  const known = periodsOf.get(plan) ?? new Map<string, Period>();
  periodsOf.set(plan, known);
  const period = known.get(name) ?? periodNamed(plan, name);
  if (period) known.set(name, period);
  return period;
}

/** "2026-27 Q2 (July to September 2026)" */
export function periodWords(plan: Plan, figure: Pick<KeptFigure, "period">): string {
  const period = periodOf(plan, figure);
  return period ? periodInWords(period) : figure.period;
}

/** The same with its name as in a plan file, a month too: "2026-09 (September 2026)". */
export function namedPeriod(plan: Plan, figure: Pick<KeptFigure, "period">): string {
  const words = periodWords(plan, figure);
  return words.startsWith(figure.period) ? words : `${figure.period} (${words})`;
}

/** "2026-27 Q2", "2026-27"; a month as "September 2026". */
export function shortPeriod(plan: Plan, figure: Pick<KeptFigure, "period">): string {
  const period = periodOf(plan, figure);
  return period?.frequency === "monthly" ? periodInWords(period) : figure.period;
}

/** "up 5 from 39 entrepreneurs in 2026-27 Q1 (better)"; nothing when the two cannot be compared. */
export function moveInWords(plan: Plan, measure: Measure, newer: KeptFigure, older: KeptFigure): string | undefined {
  const trend = trendOf(measure, newer.value, older.value);
  if (!trend) return undefined;
  if (trend.move === "level") return `level with ${shortPeriod(plan, older)}`;
  const how = trend.by === undefined ? "changed" : `${trend.move} ${changeInWords(measure, trend.by)}`;
  return `${how} from ${figureWords(measure, older)} in ${shortPeriod(plan, older)}${trend.verdict ? ` (${trend.verdict})` : ""}`;
}

/** "target 4.4 out of 5, met", "target 50 entrepreneurs, not met yet" */
export function targetInWords(measure: Measure, figure: KeptFigure | undefined): string | undefined {
  if (measure.target === undefined) return undefined;
  const target = `target ${valueInWords(measure, measure.target)}`;
  const held = figure && againstTarget(measure, figure.value);
  if (!held) return target;
  return held.met ? `${target}, met` : `${target}, not met yet`;
}

/** "Every quarter" */
export const frequencyInWords = (item: ItemOf<"measure">): string =>
  ({ monthly: "Every month", quarterly: "Every quarter", yearly: "Every year" })[frequencyOf(item)];

/** One measure in a list, with its newest figure. */
export function measureRow(plan: Plan, { id, measure }: ItemOf<"measure">, figures: KeptFigure[] = []): Row {
  const [newest, before] = figures;
  const latest = newest ? latestInWords(plan, measure, newest) : "No figure yet";
  const move = newest && before && moveInWords(plan, measure, newest, before);
  return { id, text: shortened(measure.text, 200), detail: facts(latest, move, targetInWords(measure, newest)) };
}

/** "44 entrepreneurs in 2026-27 Q2"; words come after their period: `2025-26: "Termly planning meetings …"` */
export const latestInWords = (plan: Plan, measure: Measure, newest: KeptFigure): string =>
  typeof newest.value === "string"
    ? `${shortPeriod(plan, newest)}: "${shortened(newest.value, 160)}"`
    : `${capital(figureWords(measure, newest))} in ${shortPeriod(plan, newest)}`;

/** Who reports a measure, and who else may. */
export function reporterSentences({ id, measure, priority }: ItemOf<"measure">): string[] {
  const led = priority.lead ? [`${priority.id} is led by ${priority.lead}, who may report it too.`] : [];
  const printed = measure.reporter ? undefined : measure.reporterAs;
  if (printed) return [`The plan names ${printed} to report ${id}; who that is has not been said yet.`, ...led];
  return measure.reporter
    ? [`${measure.reporter} reports ${id}.`, ...(priority.lead === measure.reporter ? [] : led)]
    : [`The plan names no reporter for ${id}, so any member of staff may report it.`, ...(priority.lead ? [`${priority.id} is led by ${priority.lead}.`] : [])];
}
