/** Sentences on one measure, what was asked first. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { againstTarget, changeInWords, trendOf, valueInWords, wanted } from "../figures/index.js";
import type { ItemOf, Measure, Plan } from "../plan/index.js";
import type { Picked } from "./figure-picked.js";
import { figureWords, frequencyInWords, moveInWords, periodWords, reporterSentences, shortPeriod } from "./measure-words.js";
import { listedUpTo } from "./wording.js";

export type Aspect = "latest" | "trend" | "target" | "baseline" | "reporter";

interface Told extends Picked {
  plan: Plan;
  item: ItemOf<"measure">;
  /** Newest first. */
  all: KeptFigure[];
}

/** Every aspect ends with the figure itself, so that no answer lacks it. */
export function figureSentences(told: Told, aspect: Aspect): string[] {
  const aimed = told.item.measure.target !== undefined && told.shown ? target(told) : [];
  const about: Record<Aspect, () => string[]> = {
    latest: () => [...value(told), ...aimed],
    trend: () => [...trend(told), ...aimed],
    target: () => [...target(told), ...value(told)],
    baseline: () => [...baseline(told), ...target(told), ...value(told)],
    reporter: () => [...reporterSentences(told.item), ...value(told)],
  };
  return about[aspect]();
}

function value({ plan, item, all, shown, before, several, asked, wider }: Told): string[] {
  const { id, measure } = item;
  const [newest] = all;
  const apart = wider ? [`${id} is reported ${frequencyInWords(item).toLowerCase()}, so ${wider.name} is the period for that.`] : [];
  if (!shown) {
    if (!newest) return [`No figure has been reported for ${id} yet.`];
    return [...apart, `There is no figure for ${id} for ${asked}.`, `The newest is ${inWords(measure, newest)}, for ${periodWords(plan, newest)}.`];
  }
  if (several.length > 1) {
    const each = [...several].reverse().map((kept) => `${figureWords(measure, kept, 120)} in ${shortPeriod(plan, kept)}`);
    return [`${several.length} figures for ${id} fall in ${asked}: ${listedUpTo(each, 8)}.`];
  }
  const move = before && moveInWords(plan, measure, shown, before);
  // The newest stands with its period above the sentences.
  const told =
    asked || shown !== newest || !move
      ? [`The ${asked || shown !== newest ? "figure" : "latest figure"} for ${id} is ${inWords(measure, shown)}, for ${periodWords(plan, shown)}.`]
      : [];
  return [...apart, ...told, ...(move ? [`${move.startsWith("changed") ? "It has" : "That is"} ${move}.`] : [])];
}

/** Words stand in the value of the answer and are not said twice. */
const inWords = (measure: Measure, kept: KeptFigure): string => (typeof kept.value === "string" ? "told in words" : figureWords(measure, kept));

function trend({ plan, item: { id, measure }, shown, before, several }: Told): string[] {
  const first = several.length > 1 ? several.at(-1) : before;
  if (!shown) return [`There is no figure for ${id} yet, so no trend either.`];
  if (typeof shown.value === "string") return [`${id} is reported in words, so it has no trend. The newest is for ${periodWords(plan, shown)}.`];
  if (!first) return [`${id} has one figure only, ${figureWords(measure, shown)} in ${shortPeriod(plan, shown)}, so there is no trend yet.`];
  const found = trendOf(measure, shown.value, first.value);
  if (!found) return [`The figures of ${id} cannot be compared.`];
  const moves = `${figureWords(measure, shown)} in ${shortPeriod(plan, shown)}, ${figureWords(measure, first)} in ${shortPeriod(plan, first)}`;
  if (found.move === "level") return [`${id} is level: ${moves}.`, ...sinceBaseline(measure, shown)];
  const by = found.by === undefined ? "" : ` by ${changeInWords(measure, found.by)}`;
  const how = typeof shown.value === "boolean" ? "has changed" : `is going ${found.move}${by}`;
  const judged = found.verdict ? `That is ${found.verdict}${betterIs(measure)}.` : "The plan does not say which way is better.";
  return [`${id} ${how}: ${moves}.`, judged, ...sinceBaseline(measure, shown)];
}

function betterIs(measure: Measure): string {
  const way = wanted(measure);
  if (way === undefined || measure.kind === "yesno") return "";
  return way > 0 ? ", as higher is better" : ", as lower is better";
}

/** "The latest figure is 24 above it (better)" */
function fromBaseline(measure: Measure, shown: KeptFigure): string | undefined {
  const found = measure.baseline === undefined ? undefined : trendOf(measure, shown.value, measure.baseline);
  if (!found) return undefined;
  if (found.move === "level") return "level with";
  const by = found.by === undefined ? "" : `${changeInWords(measure, found.by)} `;
  return `${by}${found.move === "up" ? "above" : "below"}`;
}

function sinceBaseline(measure: Measure, shown: KeptFigure): string[] {
  const from = fromBaseline(measure, shown);
  return from && measure.baseline !== undefined ? [`It is ${from} the baseline of ${valueInWords(measure, measure.baseline)}.`] : [];
}

function baseline({ item: { id, measure }, shown }: Told): string[] {
  if (measure.baseline === undefined) return [`The plan gives no baseline for ${id}.`];
  const from = shown && fromBaseline(measure, shown);
  return [`The baseline for ${id} is ${valueInWords(measure, measure.baseline)}.${from ? ` The figure now is ${from} it.` : ""}`];
}

function target({ plan, item: { id, measure }, shown }: Told): string[] {
  const held = shown && againstTarget(measure, shown.value);
  const when = shown && shortPeriod(plan, shown);
  if (measure.target === undefined) {
    // A measure of completion aims at being done, whether or not a target is written beside it.
    if (!held || measure.kind !== "yesno") return [`The plan gives no target for ${id}.`];
    return [held.met ? `Yes, it is done: the figure for ${when} is yes.` : `No, it is not done yet: the figure for ${when} is no.`];
  }
  const aim = `The target for ${id} is ${valueInWords(measure, measure.target)}`;
  if (!shown || !held) return [`${aim}. There is no figure to hold against it.`];
  const by = held.by ? `, ${changeInWords(measure, held.by)}` : "";
  if (held.met) return [`${aim}. It is met: ${figureWords(measure, shown)} in ${when}${by && `${by} better`}.`];
  return [`${aim}. It is not met yet: ${figureWords(measure, shown)} in ${when}${by && `${by} ${wanted(measure) === -1 ? "above it" : "short of it"}`}.`];
}
