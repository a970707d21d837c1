/** From what a person typed to a figure of a measure's kind. Pure. */
import { highestRating, type Measure, misfit } from "../plan/index.js";
import type { Value } from "./trend.js";

export type ReadValue = { value: Value } | { problem: string };
type Asked = Pick<Measure, "kind" | "unit" | "text">;

/** At most so many characters of a narrative. */
export const longestNarrative = 2_000;

/** `text` is trimmed and has something in it. A problem is a sentence that says what to type. */
export function readValue(measure: Asked, text: string): ReadValue {
  const { kind = "narrative" } = measure;
  if (kind === "narrative") return { value: text };
  if (kind === "yesno") return readYesNo(text);
  const value = readNumber(withoutUnit(measure, text));
  if (value === undefined) return { problem: examples[kind] };
  const wrong = wrongWith(measure, value);
  return wrong ? { problem: wrong } : { value };
}

const examples = {
  number: "Please type a number, such as 45, 1,200 or 1.2k.",
  percentage: "Please type a percentage, such as 45 or 45.5%.",
  rating: "Please type a rating, such as 4 or 4.5.",
  currency: "Please type an amount of money, such as 1,200.50 or 1.2k.",
};

function readYesNo(text: string): ReadValue {
  if (/^(?:yes|y|true)$/i.test(text)) return { value: true };
  return /^(?:no|n|false)$/i.test(text) ? { value: false } : { problem: "Please choose yes or no." };
}

/** More is a slip of the keyboard, and could not be kept exactly. */
const most = 1e13;

function wrongWith(measure: Asked, value: number): string | undefined {
  const { kind } = measure;
  if (Math.abs(value) > most) return "This number is too large to be kept.";
  // Above 100 it is asked back, below 0 it cannot be.
  if (kind === "percentage") return value < 0 && misfit(measure, value) ? "A percentage of this measure cannot be below 0." : undefined;
  if (kind === "rating" && misfit(measure, value)) return `A rating of this measure is from 0 to ${highestRating(measure)}.`;
  if (kind === "currency" && misfit(measure, value)) return "Money has at most two decimals.";
  return value < 0 && !mayFall(measure) ? `${kind === "currency" ? "An amount" : "A number"} of this measure cannot be below 0.` : undefined;
}

/** A change, a balance or a temperature can be below zero; what is counted cannot. */
const mayFall = ({ unit = "", text }: Asked): boolean =>
  /\b(?:net|change|growth|variance|balance|surplus|deficit|profit|loss|difference|temperature)\b/i.test(`${unit} ${text}`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Takes off what belongs to the kind: "£" and "%", "out of 5", the unit's own words. */
function withoutUnit(measure: Asked, text: string): string {
  const { kind, unit = "" } = measure;
  const plain = text.replace(/\u00a0|\u202f/g, " ").trim();
  if (kind === "currency")
    return plain
      .replace(/^([-−]?)\s*(?:£|GBP\s*)/i, "$1")
      .replace(/(?:GBP|pounds?)$/i, "")
      .trimEnd();
  if (kind === "percentage") return plain.replace(/(?:%|per ?cent)$/i, "").trimEnd();
  if (kind === "rating") return plain.replace(new RegExp(`(?:/|out of)\\s*${highestRating(measure)}$`, "i"), "").trimEnd();
  const words = unit.trim() && `(?:${escaped(unit.trim())}|${escaped(unit.trim().replace(/s$/i, ""))})`;
  return words ? plain.replace(new RegExp(`${words}$`, "i"), "").trimEnd() : plain;
}

const thousands = { k: 3, m: 6, million: 6, bn: 9 } as const;

/** "45", "1,262", "1 262", "1200.50", "1.2k", "-3"; nothing for anything else ("1e309", "about 5", "1,2"). */
export function readNumber(text: string): number | undefined {
  const match = /^([-−]?)\s{0,9}(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(\.\d+)?\s{0,9}(k|m|million|bn)?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, minus, whole = "", decimals = "", scale] = match;
  const digits = whole.replace(/[, ]/g, "");
  if (!digits && !decimals) return undefined;
  if (digits.length + decimals.length > 20) return undefined;
  // The scale goes into the digits' own exponent, as 1.1 times 1,000 is not 1,100 to a computer.
  const power = scale ? thousands[scale.toLowerCase() as keyof typeof thousands] : 0;
  const value = Number(`${digits || "0"}${decimals}e${power}`);
  return minus && value !== 0 ? -value : value;
}

/** A figure as it would be typed: what stands in the input of a form. */
export function typedValue(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : value;
}
