/** Measures from the columns of a row: baseline, target of the latest year, how often, who reports. Pure. */

import { misfit } from "../../plan/figure-fit.js";
import type { Measure } from "../../plan/plan.js";
import { withInferred } from "../measure-words.js";
import { quoted } from "../problems.js";
import { itemsOf, withoutMarks } from "./action-cells.js";
import type { Column } from "./columns.js";
import { type DraftMeasure, plainTitle } from "./draft.js";
import { cellAt, type GridRow } from "./grid.js";
import { leadIn } from "./leads.js";

interface Amount {
  value: number;
  kind?: Measure["kind"];
}

const amountPattern = /^[^\d£$€-]{0,12}?([£$€])?\s?(-?\d[\d,]*(?:\.\d+)?)\s?(%|per ?cent|k\b|m\b)?/iu;

function amountIn(text: string): Amount | undefined {
  const match = amountPattern.exec(text.trim());
  if (!match?.[2] || text.length > 40) return undefined;
  const factor = /^k$/i.test(match[3] ?? "") ? 1_000 : /^m$/i.test(match[3] ?? "") ? 1_000_000 : 1;
  const value = Number(match[2].replaceAll(",", "")) * factor;
  const kind = match[1] ? "currency" : /^(?:%|per)/i.test(match[3] ?? "") ? "percentage" : undefined;
  return Number.isFinite(value) ? { value, ...(kind && { kind }) } : undefined;
}

function frequencyIn(text: string): Measure["frequency"] {
  if (/month/i.test(text) && !/(?:six|6|bi|half)/i.test(text)) return "monthly";
  if (/quarter/i.test(text)) return "quarterly";
  return /annual|year/i.test(text) && !/(?:half|bi|twice)/i.test(text) ? "yearly" : undefined;
}

const yearIn = (name: string): number => Math.max(0, ...[...name.matchAll(/\d{2,4}/g)].map(([year]) => Number(year) % 100));

/** The target of the latest year that has one. */
function targetIn(row: GridRow, columns: Column[]): string {
  const targets = columns.filter(({ role }) => role === "target").map(({ name, at }, place) => ({ text: cellAt(row, at).text, year: yearIn(name), place }));
  return targets.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).sort((a, b) => b.year - a.year || b.place - a.place)[0]?.text ?? "";
}

const nothing = /^(?:n\/a|tbc|tba|none|nil|[-–—.]*)$/i;

/** `reporter` is the text of the cell that says who reports, in a table of measures. */
export function measuresIn(row: GridRow, columns: Column[], reporter = ""): DraftMeasure[] {
  const textIn = (role: Column["role"]) =>
    columns
      .filter((column) => column.role === role)
      .map(({ at }) => cellAt(row, at).text)
      .find(Boolean) ?? "";
  const cells = columns.filter(({ role }) => role === "measure").map(({ at }) => cellAt(row, at));
  const texts = cells
    .flatMap(({ paragraphs, above }) => (above ? [] : itemsOf(paragraphs).texts.map(({ text }) => withoutMarks(text))))
    .filter((text) => !nothing.test(text));
  const [baseline, target, often] = [textIn("baseline"), targetIn(row, columns), textIn("frequency")];
  return texts.map((text, at) => measureOf(text, at === 0 ? { baseline, target, often } : { baseline: "", target: "", often }, reporter, row.where));
}

function measureOf(
  text: string,
  { baseline, target, often }: { baseline: string; target: string; often: string },
  reporter: string,
  where: string,
): DraftMeasure {
  const doubts: string[] = [];
  const figure = (what: string, words: string): Amount | undefined => {
    const read = nothing.test(words) ? undefined : amountIn(words);
    if (!read && !nothing.test(words)) doubts.push(`its ${what} ${quoted(words)} is no figure and is not read`);
    return read;
  };
  const [before, wanted] = [figure("baseline", baseline), figure("target", target)];
  const kind = wanted?.kind ?? before?.kind;
  const frequency = often ? frequencyIn(often) : undefined;
  if (often && !frequency && !nothing.test(often)) doubts.push(`its frequency ${quoted(often)} is none that figures are asked for; it counts as quarterly`);
  const { lead, leadAs } = leadIn(reporter);
  const measure = withInferred({
    text: text.slice(0, 4000),
    ...(kind && { kind }),
    ...(before && { baseline: before.value }),
    ...(wanted && { target: wanted.value }),
    ...(frequency && { frequency }),
    ...(lead && { reporter: lead }),
    ...(leadAs && { reporterAs: leadAs }),
  });
  const misfits = [before, wanted].some((read) => read && misfit(measure, read.value));
  return { ...measure, ...(misfits && { kind: "number" as const }), where, doubts };
}

/** A measure of which nothing is printed but its words. */
export const measureOfWords = (text: string, where: string): DraftMeasure => measureOf(withoutMarks(text), { baseline: "", target: "", often: "" }, "", where);

/** Outcomes in words that stand beside each action of a priority count once. */
export function addMeasures(known: DraftMeasure[], more: DraftMeasure[]): void {
  for (const measure of more) if (!known.some(({ text }) => plainTitle(text) === plainTitle(measure.text))) known.push(measure);
}
