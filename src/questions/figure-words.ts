/** Sentences on one measure, what was asked first. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { againstTarget, changeInWords, trendOf, valueInWords, wanted } from "../figures/trend.js";
import type { ItemOf, Measure } from "../plan/index.js";
import type { Picked } from "./figure-picked.js";
import { reporterSentences } from "./leads.js";
import { figureWords, frequencyInWords, moveInWords, periodWords } from "./measure-words.js";
import type { Scene } from "./scene.js";
import { listedUpTo } from "./wording.js";

export type Aspect = "latest" | "trend" | "target" | "baseline" | "reporter";

export function figureSentences(scene: Scene, item: ItemOf<"measure">, all: KeptFigure[], picked: Picked, aspect: Aspect): string[] {
  const { measure } = item;
  const value = valueSentences(scene, item, all, picked);
  const about: Record<Aspect, string[]> = {
    latest: [...value, ...targetSentences(item, picked.shown).slice(0, measure.target === undefined ? 0 : undefined)],
    trend: [
      ...trendSentences(item, picked),
      ...(picked.shown ? targetSentences(item, picked.shown).slice(0, measure.target === undefined ? 0 : undefined) : []),
    ],
    target: [...targetSentences(item, picked.shown), ...value],
    baseline: [...baselineSentences(item, picked.shown), ...targetSentences(item, picked.shown), ...value],
    reporter: [...reporterSentences(item), ...value],
  };
  return about[aspect];
}

function valueSentences({ plan }: Scene, item: ItemOf<"measure">, all: KeptFigure[], { shown, before, several, asked, wider }: Picked): string[] {
  const { id, measure } = item;
  const [newest] = all;
  const apart = wider ? [`${id} is reported ${frequencyInWords(item).toLowerCase()}, so ${wider.name} is the period for that.`] : [];
  if (!shown) {
    const latest = newest ? `The newest is ${figureWords(measure, newest)} for ${periodWords(plan, newest)}.` : `No figure has been reported for ${id} yet.`;
    return asked && newest ? [...apart, `There is no figure for ${asked}.`, latest] : [latest];
  }
  if (several.length > 1) {
    const each = [...several].reverse().map((kept) => `${figureWords(measure, kept, 120)} in ${kept.period}`);
    return [`${several.length} figures were reported for ${asked}: ${listedUpTo(each, 8)}.`];
  }
  const move = before && moveInWords(measure, shown, before);
  const which = asked ? "figure" : "latest figure";
  return [...apart, `The ${which} for ${id} is ${figureWords(measure, shown)}, for ${periodWords(plan, shown)}.`, ...(move ? [`That is ${move}.`] : [])];
}

const way = (measure: Measure): string => {
  const up = wanted(measure);
  return up === undefined ? "" : up > 0 ? ", as higher is better" : ", as lower is better";
};

function trendSentences({ id, measure }: ItemOf<"measure">, { shown, before, several }: Picked): string[] {
  const first = several.length > 1 ? several.at(-1) : before;
  if (!shown) return [`There is no figure for ${id} yet, so no trend either.`];
  if (!first) return [`${id} has only one figure, ${figureWords(measure, shown)} in ${shown.period}, so there is no trend yet.`];
  const trend = trendOf(measure, shown.value, first.value);
  if (!trend) return [`${id} is told in words, which have no trend. The newest, for ${shown.period}: ${figureWords(measure, shown)}`];
  const moves = `${figureWords(measure, shown)} in ${shown.period}, ${figureWords(measure, first)} in ${first.period}`;
  if (trend.move === "level") return [`${id} is level: ${moves}.`, ...sinceBaseline(measure, shown)];
  const by = trend.by === undefined ? "" : ` by ${changeInWords(measure, trend.by)}`;
  const judged = trend.verdict ? [`That is ${trend.verdict}${way(measure)}.`] : ["The plan does not say which way is better."];
  return [`${id} is going ${trend.move}${by}: ${moves}.`, ...judged, ...sinceBaseline(measure, shown)];
}

function sinceBaseline(measure: Measure, shown: KeptFigure): string[] {
  if (measure.baseline === undefined) return [];
  const trend = trendOf(measure, shown.value, measure.baseline);
  const baseline = valueInWords(measure, measure.baseline);
  if (!trend) return [];
  if (trend.move === "level") return [`It stands at the baseline of ${baseline}.`];
  const by = trend.by === undefined ? "" : `${changeInWords(measure, trend.by)} `;
  return [`It is ${by}${trend.move === "up" ? "above" : "below"} the baseline of ${baseline}${trend.verdict ? ` (${trend.verdict})` : ""}.`];
}

const baselineSentences = ({ id, measure }: ItemOf<"measure">, shown: KeptFigure | undefined): string[] =>
  measure.baseline === undefined
    ? [`The plan gives no baseline for ${id}.`]
    : [`The baseline for ${id} is ${valueInWords(measure, measure.baseline)}.`, ...(shown ? sinceBaseline(measure, shown) : [])];

function targetSentences({ id, measure }: ItemOf<"measure">, shown: KeptFigure | undefined): string[] {
  const held = shown && againstTarget(measure, shown.value);
  if (measure.target === undefined) {
    // A measure of completion aims at being done, whether or not a target is written beside it.
    if (!held || measure.kind !== "yesno") return [`The plan gives no target for ${id}.`];
    return [held.met ? `It is done: the figure for ${shown.period} is yes.` : `It is not done yet: the figure for ${shown.period} is no.`];
  }
  const target = `The target for ${id} is ${valueInWords(measure, measure.target)}.`;
  if (!shown || !held) return [target, `There is no figure yet to hold against it.`];
  const value = `${figureWords(measure, shown)} in ${shown.period}`;
  const by = held.by ? `, ${changeInWords(measure, held.by)}` : "";
  if (held.met) return [target, `It is met: ${value}${by && `${by} better`}.`];
  return [target, `It is not met yet: ${value}${by && `${by} ${wanted(measure) === -1 ? "above it" : "short of it"}`}.`];
}
