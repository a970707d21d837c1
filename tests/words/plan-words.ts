/** Texts without what is the plan's own: its words, whole or cut, its people, numbers and dates. */
import { type KnownPlan, wordsOf } from "../../src/plan/index.js";
import { nameFromAddress } from "../../src/shared/addresses.js";

const MONTHS = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g;
/** "2.1, 2.2 and 2.3" are one thing said. */
const LISTED = /\bit(?:,? (?:and )?it)+\b/g;
/** Fewer letters in common are chance. */
const FEWEST = 12;

export function withoutPlanWords({ plan, catalogue }: KnownPlan): (text: string) => string {
  const statements = catalogue.themes.map(({ theme }) => theme.statement ?? "");
  const notes = catalogue.actions.map(({ action }) => action.note ?? "");
  const labels = catalogue.actions.flatMap(({ action }) => (action.milestones ?? []).map(({ label }) => label ?? ""));
  const people = [
    ...catalogue.priorities.map(({ priority }) => priority.lead),
    ...catalogue.actions.map(({ action }) => action.lead),
    ...catalogue.measures.map(({ measure }) => measure.reporter),
  ].flatMap((address) => (address ? [nameFromAddress(address)] : []));
  const words = [...new Set([plan.title, ...statements, ...notes, ...labels, ...catalogue.items.map(wordsOf), ...people])]
    .filter((one) => one.length > 3)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    words
      .reduce(without, text)
      .replace(MONTHS, "it")
      .replace(/\p{N}[\p{L}\p{N}.,%-]*\p{N}|\p{N}/gu, "it")
      .replace(LISTED, "it");
}

/** The words whole, or from their beginning to where they were cut. */
function without(text: string, words: string): string {
  const from = text.indexOf(words.slice(0, FEWEST));
  if (from < 0) return text;
  let length = Math.min(FEWEST, words.length);
  while (length < words.length && text[from + length] === words[length]) length++;
  const rest = text.slice(from + length);
  if (length < words.length && !/^\.?…/.test(rest)) return `${text.slice(0, from + 1)}${without(text.slice(from + 1), words)}`;
  return `${text.slice(0, from)}it${without(rest.replace(/^\.?…/, ""), words)}`;
}
