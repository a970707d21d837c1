/** How many of each status, a bar a thing: with its name above it where there is room, else with its id beside it. Pure. */
import type { StatusChart } from "../shared/chart.js";
import { COLOURS } from "../shared/colour.js";
import { fontOf, legendHeight, legendOf } from "./legend.js";
import { isSecond, PAGES, styleOf, type Theme, type Word, wordsOf } from "./page.js";
import { wrapped } from "./text.js";

const SIDE = 12;
const BAR = 20;
const LINE = 18;
const GAP = 10;
const MOST_LINES = 2;
/** Longer names cost a card's picture more bytes than it has; there they stand in the list below it. */
const SHORT_NAME = 40;
const WIDE = 800;

/** Lines above each bar; nothing where ids stand beside the bars. */
function namesOf({ bars }: StatusChart, width: number): string[][] | undefined {
  const names = bars.map(({ id, name }) => `${id} ${name}`);
  if (width < WIDE && names.some(({ length }) => length > SHORT_NAME)) return undefined;
  return names.map((name) => wrapped(name, width - 2 * SIDE, MOST_LINES));
}

const linesOf = (names: string[][] | undefined): number => Math.max(0, ...(names ?? []).map(({ length }) => length));
const allWords = ({ bars }: StatusChart): Word[] => wordsOf(bars.flatMap(({ parts }) => parts));
const wordsIn = (chart: StatusChart): string[] => allWords(chart).map(({ word }) => word);

/** Pixels that a status chart is high at a width. */
export const statusSize = (chart: StatusChart, width: number): number =>
  legendHeight(wordsIn(chart), width) + chart.bars.length * (linesOf(namesOf(chart, width)) * LINE + BAR + GAP) + GAP;

/** ECharts options of bars, one a theme or priority, with how many actions have which status. */
export function statusOptions(chart: StatusChart, theme: Theme, width: number): Record<string, unknown> {
  const words = allWords(chart);
  const names = namesOf(chart, width);
  const font = fontOf(theme);
  const none = { show: false };
  return {
    legend: legendOf(wordsIn(chart), theme, width),
    grid: { left: SIDE, right: SIDE, top: legendHeight(wordsIn(chart), width), bottom: GAP / 2, containLabel: true },
    // Every part has its number on it.
    xAxis: { type: "value", max: "dataMax", axisLabel: none, axisLine: none, splitLine: none },
    yAxis: {
      type: "category",
      inverse: true,
      data: chart.bars.map(({ id }) => id),
      axisLabel: names ? none : { ...font, fontWeight: 600, interval: 0 },
      axisTick: none,
      axisLine: none,
    },
    series: [...(names ? [namesAbove(names, font)] : []), ...words.map((one) => partOf(chart, one, { theme, second: isSecond(words, one) }))],
  };
}

/** A bar of no length above each bar, for its name. */
const namesAbove = (names: string[][], font: object) => ({
  type: "bar",
  barWidth: linesOf(names) * LINE,
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
