/** How many of each status, a bar a thing: on paper with its name beside it, on a card with a short name above it, else with its id beside it. Pure. */
import type { StatusChart } from "../shared/chart.js";
import { COLOURS } from "../shared/colour.js";
import { fontOf, legendHeight, legendOf } from "./legend.js";
import { isSecond, PAGES, styleOf, type Theme, type Word, wordsOf } from "./page.js";
import { wrapped } from "./text.js";

const SIDE = 12;
const BAR = 20;
const LINE = 18;
const GAP = 10;
const MOST_LINES = 3;
/** Longer names cost a card's picture more bytes than it has; there they stand in the list below it. */
const SHORT_NAME = 40;
const WIDE = 560;
/** Of the width, for names beside the bars. */
const NAMES = 0.55;
const PAPER_FONT = 12;

type Labels = { place: "above" | "beside"; lines: string[][] };

function labelsOf({ bars }: StatusChart, width: number): Labels {
  const names = bars.map(({ id, name }) => `${id} ${name}`);
  if (width >= WIDE) return { place: "beside", lines: names.map((name) => wrapped(name, width * NAMES - SIDE, MOST_LINES, PAPER_FONT)) };
  if (names.some(({ length }) => length > SHORT_NAME)) return { place: "beside", lines: bars.map(({ id }) => [id]) };
  return { place: "above", lines: names.map((name) => [name]) };
}

/** Of one bar with its name. */
function bandOf({ place, lines }: Labels): number {
  const height = Math.max(1, ...lines.map(({ length }) => length)) * LINE;
  return (place === "above" ? height + BAR : Math.max(height, BAR)) + GAP;
}

const allWords = ({ bars }: StatusChart): Word[] => wordsOf(bars.flatMap(({ parts }) => parts));
const wordsIn = (chart: StatusChart): string[] => allWords(chart).map(({ word }) => word);

/** Pixels that a status chart is high at a width. */
export const statusSize = (chart: StatusChart, width: number): number =>
  legendHeight(wordsIn(chart), width) + chart.bars.length * bandOf(labelsOf(chart, width)) + GAP;

/** ECharts options of bars, one a theme or priority, with how many actions have which status. */
export function statusOptions(chart: StatusChart, theme: Theme, width: number): Record<string, unknown> {
  const words = allWords(chart);
  const { place, lines } = labelsOf(chart, width);
  const font = fontOf(theme);
  const left = width >= WIDE ? width * NAMES : undefined;
  const besides = left === undefined ? font : { ...font, fontSize: PAPER_FONT, align: "left", margin: left - SIDE };
  const none = { show: false };
  return {
    legend: legendOf(wordsIn(chart), theme, width),
    grid: { left: left ?? SIDE, right: SIDE, top: legendHeight(wordsIn(chart), width), bottom: GAP / 2, containLabel: left === undefined },
    // Every part has its number on it.
    xAxis: { type: "value", max: "dataMax", axisLabel: none, axisLine: none, splitLine: none },
    yAxis: {
      type: "category",
      inverse: true,
      data: lines.map((one, row) => `${row}|${one.join("\n")}`),
      axisLabel: place === "above" ? none : { ...besides, interval: 0, lineHeight: LINE - 2, formatter: (text: string) => text.slice(text.indexOf("|") + 1) },
      axisTick: none,
      axisLine: none,
    },
    series: [...(place === "above" ? [namesAbove(lines, font)] : []), ...words.map((one) => partOf(chart, one, { theme, second: isSecond(words, one) }))],
  };
}

/** A bar of no length above each bar, for its name. */
const namesAbove = (names: string[][], font: object) => ({
  type: "bar",
  barWidth: LINE,
  barGap: "0%",
  label: {
    show: true,
    ...font,
    position: "right",
    distance: 0,
    align: "left",
    lineHeight: LINE,
    formatter: ({ dataIndex }: { dataIndex: number }) => names[dataIndex]?.join("\n") ?? "",
  },
  data: names.map(() => 0),
});

const partOf = ({ bars }: StatusChart, { word, colour }: Word, { theme, second }: { theme: Theme; second: boolean }) => ({
  type: "bar",
  name: word,
  stack: "all",
  barWidth: BAR,
  itemStyle: styleOf(colour, theme, second),
  label: {
    show: true,
    ...fontOf(theme),
    color: second ? PAGES[theme].ink : COLOURS[colour][theme].text,
    fontWeight: 600,
    formatter: ({ value }: { value: unknown }) => (value ? String(value) : ""),
  },
  data: bars.map((bar) => bar.parts.find((part) => part.word === word)?.count ?? 0),
});
