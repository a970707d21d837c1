/** How figures read and move: values in words, the newest against the one before, against baseline and target. Pure. */
import type { Measure } from "../plan/index.js";

export type Value = number | boolean | string;
export type Judged = Pick<Measure, "kind" | "unit" | "direction" | "baseline" | "target">;

export interface Trend {
  move: "up" | "down" | "level";
  /** How the move is to be taken; absent when the plan does not say which way is better. */
  verdict?: "better" | "worse" | "level";
  /** Size of the move, never negative, in the measure's own unit (percentage points for percentages); absent for yes and no. */
  by?: number;
}

/** Which way a measure should go: 1 is up, -1 is down; nothing when the plan does not say. */
export function wanted({ direction, kind, baseline, target }: Judged): 1 | -1 | undefined {
  if (direction === "decrease") return -1;
  if (direction === "increase" || direction === "complete") return 1;
  // "Improve" alone does not say whether more is better: a waiting time improves downwards.
  if (typeof baseline === "number" && typeof target === "number" && baseline !== target) return target > baseline ? 1 : -1;
  return direction === "improve" || kind === "yesno" ? 1 : undefined;
}

const exact = (difference: number): number => Math.round(difference * 1e6) / 1e6;

/** The newer value against the older; nothing when the two cannot be compared (words, or kinds that differ). */
export function trendOf(measure: Judged, newer: Value, older: Value): Trend | undefined {
  if (typeof newer === "string" || typeof older === "string" || typeof newer !== typeof older) return undefined;
  const difference = exact(Number(newer) - Number(older));
  const move = difference > 0 ? "up" : difference < 0 ? "down" : "level";
  const way = wanted(measure);
  const verdict = difference === 0 ? "level" : way && (Math.sign(difference) === way ? "better" : "worse");
  return { move, ...(verdict && { verdict }), ...(typeof newer === "number" && { by: Math.abs(difference) }) };
}

/** Whether a value meets the target, and how far it is from it (never negative); nothing when there is no target to hold it against. */
export function againstTarget(measure: Judged, value: Value): { met: boolean; by?: number } | undefined {
  const { target } = measure;
  if (typeof value === "boolean") return { met: value === (typeof target === "boolean" ? target : true) };
  if (typeof value !== "number" || typeof target !== "number") return undefined;
  const beyond = exact(value - target) * (wanted(measure) ?? 1);
  return { met: beyond >= 0, by: Math.abs(beyond) };
}

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });
const moneyFormats = new Map<string, Intl.NumberFormat>();

function money(value: number, unit = "GBP"): string {
  const currency = /^[A-Z]{3}$/.test(unit) ? unit : "GBP";
  const pence = Number.isInteger(value) ? 0 : 2;
  const key = `${currency}${pence}`;
  const format =
    moneyFormats.get(key) ?? new Intl.NumberFormat("en-GB", { style: "currency", currency, minimumFractionDigits: pence, maximumFractionDigits: pence });
  moneyFormats.set(key, format);
  return format.format(value);
}

/** "1 entrepreneur", "2 activities": units are written in the plural. */
const unitFor = (value: number, unit: string): string =>
  Math.abs(value) !== 1
    ? unit
    : unit
        .replace(/ies$/, "y")
        .replace(/(ss|sh|ch|x)es$/, "$1")
        .replace(/([^s])s$/, "$1");

/** The top of a rating's scale: 5 unless the unit says another ("out of 10", "/ 10"). */
const scaleOf = (unit = ""): number => Number(/\d{1,9}$/.exec(unit.trimEnd())?.[0] ?? 5);

/** "44 entrepreneurs", "41%", "£47,500.50", "4.5 out of 5", "yes", or the words of a narrative. */
export function valueInWords({ kind, unit }: Pick<Measure, "kind" | "unit">, value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (kind === "currency") return money(value, unit);
  if (kind === "percentage" || unit === "%") return `${plain.format(value)}%`;
  if (kind === "rating") return `${plain.format(value)} out of ${scaleOf(unit)}`;
  return unit ? `${plain.format(value)} ${unitFor(value, unit)}` : plain.format(value);
}

/** The size of a move: "5", "3 percentage points", "£82,350.75". */
export function changeInWords({ kind, unit }: Pick<Measure, "kind" | "unit">, by: number): string {
  if (kind === "currency") return money(by, unit);
  if (kind === "percentage" || unit === "%") return `${plain.format(by)} percentage point${by === 1 ? "" : "s"}`;
  return plain.format(by);
}
