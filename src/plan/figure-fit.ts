import type { Figure, Measure } from "./plan.js";

type Kinded = Pick<Measure, "kind" | "unit" | "text">;

/** The highest rating of a measure: 5, unless its unit or words say another scale ("out of 10"). */
export function highestRating({ unit = "", text }: Pick<Measure, "unit" | "text">): number {
  const match = /(?:\bout of|\/|\b0\s*(?:-|–|to))\s*(\d{1,3})\b/i.exec(`${unit} ${text}`);
  return match ? Number(match[1]) : 5;
}

/** Percentages of change may leave 0 to 100. */
const isChange = ({ unit = "", text }: Kinded): boolean =>
  /\b(?:change|growth|rise|variance)\b|%\s*(?:increase|decrease|reduction)|\b(?:increase|decrease|reduction) (?:in|of|on)\b/i.test(`${unit} ${text}`);

const isPence = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 * Math.max(1, Math.abs(value));

/** What is wrong with a value as a figure, baseline or target of the measure ("must be a number"), or nothing when it fits. */
export function misfit(measure: Kinded, value: Figure["value"]): string | undefined {
  const { kind = "narrative" } = measure;
  if (kind === "narrative") return typeof value === "string" ? undefined : "must be text";
  if (kind === "yesno") return typeof value === "boolean" ? undefined : "must be true or false";
  if (typeof value !== "number") return "must be a number";
  if (kind === "percentage" && !isChange(measure) && (value < 0 || value > 100)) return "must be from 0 to 100";
  const highest = highestRating(measure);
  if (kind === "rating" && (value < 0 || value > highest)) return `must be from 0 to ${highest}`;
  if (kind === "currency" && !isPence(value)) return "must have at most two decimals";
  return undefined;
}
