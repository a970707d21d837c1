/** A measure over time as a line, with target and baseline. */

import { suggest } from "../../answers/answer-text.js";
import { figureSentences } from "../../answers/figure-words.js";
import { figureAlone, moveInWords, shortPeriod } from "../../answers/measure-words.js";
import { eyebrowOf, titleOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { capital } from "../../answers/wording.js";
import { isFigure, type KeptFigure, valueInWords } from "../../figures/index.js";
import type { ItemOf } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { PictureView } from "../../shared/answer.js";

/** The newest of them; more make no line that can be read on a card. */
const mostPoints = 12;

/** Nothing where there is no line to draw: words, yes and no, or fewer than two figures. */
export async function trendPicture(context: AnswerContext, item: ItemOf<"measure">): Promise<PictureView | undefined> {
  const { plan } = context;
  const { measure } = item;
  const all = (await context.allReports(item.id)).filter(isFigure);
  const shown = all.filter(({ value }) => typeof value === "number").slice(0, mostPoints);
  const [newest, before] = shown;
  if (!newest || !before || shown.length !== Math.min(all.length, mostPoints)) return undefined;
  const number = (value: unknown) => (typeof value === "number" ? value : undefined);
  const points = [...shown].reverse().map((kept) => ({ label: shortPeriod(plan, kept), value: Number(kept.value) }));
  return {
    eyebrow: eyebrowOf(item),
    title: `Trend of ${titleOf(item)}`,
    lead: figureSentences({ plan, item, all, shown: newest, before, several: [] }, "trend"),
    chart: { kind: "trend", unit: unitOf(item), points, target: number(measure.target), baseline: number(measure.baseline) },
    alt: altOf(context, item, shown),
    sections: [{ heading: "Figures, newest first", rows: shown.slice(0, 10).map((kept, place) => rowOf(context, item, kept, shown[place + 1])) }],
    gaps: [],
    sources: sourcesOf(context, { figures: [newest], one: true, statuses: false }),
    suggestions: suggest(`History of ${item.id}`, measure.target !== undefined && `Has ${item.id} met its target?`, `How is ${item.priority.id} doing?`),
  };
}

const unitOf = ({ measure: { kind, unit } }: ItemOf<"measure">): string =>
  kind === "currency" ? "£" : kind === "percentage" ? "%" : kind === "rating" ? (unit ?? "out of 5") : (unit ?? "");

function rowOf({ plan }: AnswerContext, { measure }: ItemOf<"measure">, kept: KeptFigure, before: KeptFigure | undefined) {
  const move = before && moveInWords(plan, measure, kept, before);
  return { id: shortPeriod(plan, kept), text: figureAlone(measure, kept), ...(move && { detail: capital(move) }) };
}

function altOf({ plan }: AnswerContext, { id, measure }: ItemOf<"measure">, shown: KeptFigure[]): string {
  const at = (kept: KeptFigure | undefined) => kept && `${figureAlone(measure, kept)} in ${shortPeriod(plan, kept)}`;
  const level = (name: string, value: typeof measure.target) => (typeof value === "number" ? ` The ${name} is ${valueInWords(measure, value)}.` : "");
  return `A line of ${id} from ${at(shown.at(-1))} to ${at(shown[0])}.${level("target", measure.target)}${level("baseline", measure.baseline)} Every figure is in the list below.`;
}
