/** Figures so far out that they may be slips: asked back once before they are saved. Pure. */
import { type Measure, misfit, periodInShort } from "../plan/index.js";
import type { KeptFigure } from "./figures.js";
import { type Value, valueInWords } from "./trend.js";

type Asked = Pick<Measure, "kind" | "unit" | "text" | "direction">;

const many = 5;

/** "This is 10 times the last figure (301 sessions in 2026-27 Q1)"; nothing when the value is as can be expected. `last` is of the newest period before. */
export function farOut(measure: Asked, value: Value, last: Pick<KeptFigure, "value" | "period" | "ends"> | undefined): string | undefined {
  if (typeof value !== "number") return undefined;
  if (measure.kind === "percentage" && value > 100 && misfit(measure, value)) return `This is more than 100% (${valueInWords(measure, value)})`;
  if (typeof last?.value !== "number") return undefined;
  const before = `the last figure (${valueInWords(measure, last.value)} in ${periodInShort(last)})`;
  if (countsUp(measure) && value < last.value) return `This measure only counts up, and this is less than ${before}`;
  if (last.value <= 0) return undefined;
  const times = value / last.value;
  if (times > many) return `This is ${timesInWords(times)} times ${before}`;
  return times < 1 / many ? `This is less than a fifth of ${before}` : undefined;
}

const timesInWords = (times: number): string => times.toLocaleString("en-GB", { maximumFractionDigits: times < 10 ? 1 : 0 });

/** A running total, or something that is worked off until it is complete, never gets less. */
const countsUp = ({ direction, text, unit = "" }: Asked): boolean =>
  direction === "complete" || /\b(?:cumulative|running total|to date|so far|in total|since the start)\b/i.test(`${text} ${unit}`);
