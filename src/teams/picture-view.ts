/** A picture on a card: the drawn image, for a light and for a dark theme; a trend as Teams' own chart, which clients that do not know it replace by the image. */
import type { PictureView } from "../shared/answer.js";
import type { TrendChart } from "../shared/chart.js";
import { clip } from "./clip.js";
import type { Limits } from "./writer.js";

const LONGEST_ALT = 300;
const LONGEST_LABEL = 40;
/** With fewer rows than these a card has no room for an image of a dark theme, for any image, nor for a chart. */
const FEWEST_ROWS_OF_DARK = 40;
const FEWEST_ROWS = 10;
const FEWEST_ROWS_OF_CHART = 5;

/** Puts the picture into the place that the template leaves for it. */
export const hang = (card: Record<string, unknown>, { chart, alt, png, darkPng }: PictureView, { rows }: Limits): void => {
  const place = (card.body as { id?: string; items?: unknown[] }[]).find(({ id }) => id === "picture");
  if (!place || rows < FEWEST_ROWS_OF_CHART) return;
  const words = clip(alt, LONGEST_ALT);
  const dark = darkPng && rows >= FEWEST_ROWS_OF_DARK ? { themedUrls: [{ theme: "Dark", url: addressOf(darkPng) }] } : {};
  const image = png && rows >= FEWEST_ROWS ? { type: "Image", url: addressOf(png), altText: words, size: "Auto", ...dark } : undefined;
  if (chart.kind === "trend") place.items = [{ ...lineChart(chart, words), fallback: image ?? "drop" }];
  else place.items = image ? [image] : [];
};

const addressOf = (png: string): string => `data:image/png;base64,${png}`;

/** Teams' bars by status cut their names and fold their legend away, so those are drawn; its lines show all. They have no colour that a status has. */
const lineChart = ({ unit, points, target, baseline }: TrendChart, title: string): Record<string, unknown> => {
  const level = (legend: string, y: number | undefined, color: string) =>
    y === undefined ? [] : [{ legend, color, values: points.map(({ label }) => ({ x: onAxis(label), y })) }];
  const figures = { legend: "Figures", color: "categoricalPurple", values: points.map(({ label, value }) => ({ x: onAxis(label), y: value })) };
  return {
    type: "Chart.Line",
    title,
    yAxisTitle: clip(unit, LONGEST_LABEL),
    data: [figures, ...level("Target", target, "categoricalTeal"), ...level("Baseline", baseline, "divergingGray")],
  };
};

/** At most five letters, as Teams cuts longer ones: "Q1 25" of "2025-26 Q1", "Sep26", "25/26". */
const onAxis = (label: string): string =>
  label
    .replace(/^\d\d(\d\d)-\d\d (Q[1-4])$/, "$2 $1")
    .replace(/^\d\d(\d\d)-(\d\d)$/, "$1/$2")
    .replace(/^([A-Z][a-z]{2})[a-z]* \d\d(\d\d)$/, "$1$2");
