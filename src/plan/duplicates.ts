/** Measures that are printed under several priorities, and those that were joined so that one figure counts in each place. Pure. */
import { stemmer } from "stemmer";
import type { Catalogue, ItemOf } from "./catalogue.js";
import type { Measure, Plan } from "./plan.js";

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}%£]+/gu) ?? []).map((word) => stemmer(word)).join(" ");

/** Measures of the same words, but for endings and spelling, under more than one priority; each group in printed order. */
export function printedTwice(measures: ItemOf<"measure">[]): ItemOf<"measure">[][] {
  const groups = new Map<string, ItemOf<"measure">[]>();
  for (const item of measures) {
    const words = wordsOf(item.measure.text);
    const group = groups.get(words);
    if (group) group.push(item);
    else groups.set(words, [item]);
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ priority }) => priority.id)).size > 1);
}

/** The measure whose figures count for an item: itself, unless it was joined to another one. */
export function counted({ find }: Pick<Catalogue, "find">, item: ItemOf<"measure">): ItemOf<"measure"> {
  const other = item.measure.countsAs ? find(item.measure.countsAs) : undefined;
  return other?.type === "measure" ? other : item;
}

/** A joined measure is taken as the one whose figures it has. */
const taken = ["kind", "unit", "direction", "frequency", "baseline", "target", "reporter", "deputies", "inferred"] as const;

/** The plan with joined measures taken alike; the same plan when there are none. */
export function withJoined(plan: Plan): Plan {
  const all = plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ measures }) => measures));
  if (!all.some(({ countsAs }) => countsAs)) return plan;
  const byId = new Map(all.map((measure) => [measure.id.toLowerCase(), measure]));
  const joined = (measure: Measure): Measure => {
    const other = measure.countsAs ? byId.get(measure.countsAs.toLowerCase()) : undefined;
    if (!other || other.retired || other.countsAs) return { ...measure, countsAs: undefined };
    return { ...measure, ...Object.fromEntries(taken.map((field) => [field, other[field]])) };
  };
  const themes = plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({ ...priority, measures: priority.measures.map(joined) })),
  }));
  return { ...plan, themes };
}
