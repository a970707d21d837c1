/** A picture on a card: Teams' own chart, which clients that do not know it replace by the drawn image. */
import type { PictureLook } from "../shared/answer.js";
import type { Chart } from "../shared/chart.js";
import type { Colour } from "../shared/colour.js";
import { clip } from "./clip.js";
import type { Limits } from "./writer.js";

const LONGEST_ALT = 300;
const LONGEST_LABEL = 40;
const MOST_BARS = 12;
const MOST_PARTS = 6;
/** With fewer rows than these a card has no room for an image, nor for a chart. */
const FEWEST_ROWS = 10;
const FEWEST_ROWS_OF_CHART = 5;

const INK: Record<Colour, string> = {
  red: "attention",
  amber: "warning",
  green: "good",
  blue: "categoricalBlue",
  grey: "neutral",
  none: "divergingGray",
};

/** Puts the picture into the place that the template leaves for it. */
export const hang = (card: Record<string, unknown>, { chart, alt, png }: PictureLook, { rows }: Limits): void => {
  const place = (card.body as { id?: string; items?: unknown[] }[]).find(({ id }) => id === "picture");
  if (!place || rows < FEWEST_ROWS_OF_CHART) return;
  const words = clip(alt, LONGEST_ALT);
  const image = png && rows >= FEWEST_ROWS ? { type: "Image", url: `data:image/png;base64,${png}`, altText: words, size: "Auto" } : undefined;
  const element = chartElement(chart, words);
  place.items = element ? [{ ...element, fallback: image ?? "drop" }] : image ? [image] : [];
};

/** Nothing where Teams has no such chart. */
const chartElement = (chart: Chart, title: string): Record<string, unknown> | undefined => {
  if (chart.kind === "timeline") return undefined;
  if (chart.kind === "status") {
    const data = chart.bars.slice(0, MOST_BARS).map(({ label, parts }) => ({
      title: clip(label, LONGEST_LABEL),
      data: parts.slice(0, MOST_PARTS).map(({ word, colour, count }) => ({ legend: clip(word, LONGEST_LABEL), value: count, color: INK[colour] })),
    }));
    return { type: "Chart.HorizontalBar.Stacked", title, data };
  }
  const { unit, points, target, baseline } = chart;
  const level = (legend: string, y: number | undefined, color: string) =>
    y === undefined ? [] : [{ legend, color, values: points.map(({ label }) => ({ x: onAxis(label), y })) }];
  const figures = { legend: "Figures", color: "categoricalBlue", values: points.map(({ label, value }) => ({ x: onAxis(label), y: value })) };
  return {
    type: "Chart.Line",
    title,
    yAxisTitle: clip(unit, LONGEST_LABEL),
    data: [figures, ...level("Target", target, "good"), ...level("Baseline", baseline, "neutral")],
  };
};

/** What differs comes first, as a narrow card cuts each to some six letters: "Q1 25-26" of "2025-26 Q1". */
const onAxis = (label: string): string => label.replace(/^\d\d(\d\d-\d\d) (Q[1-4])$/, "$2 $1");
