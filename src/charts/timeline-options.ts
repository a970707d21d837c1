/** Milestones on a line of time. Pure. */
import type { TimelineChart } from "../shared/chart.js";
import { shortened } from "../shared/words.js";
import { fontOf, legendHeight, legendOf } from "./legend.js";
import { isSecond, PAGES, styleOf, type Theme, wordsOf } from "./page.js";

const ROW = 26;
const FOOT = 34;
const TODAY = 18;
/** As shares of the width, in letters. */
const LETTERS_PER_POINT = 0.08;

const topOf = ({ marks }: TimelineChart, width: number): number =>
  legendHeight(
    wordsOf(marks).map(({ word }) => word),
    width,
  ) + TODAY;

/** Pixels that a timeline is high at a width. */
export const timelineSize = (chart: TimelineChart, width: number): number => topOf(chart, width) + chart.marks.length * ROW + FOOT;

/** ECharts options of milestones on a line of time, with today marked. */
export function timelineOptions(chart: TimelineChart, theme: Theme, width: number): Record<string, unknown> {
  const { marks, today } = chart;
  const words = wordsOf(marks);
  const font = fontOf(theme);
  const { ink, faint } = PAGES[theme];
  const now = {
    silent: true,
    symbol: "none",
    lineStyle: { color: ink, type: "dashed" },
    label: { formatter: "Today", position: "start", ...font, fontSize: 12 },
    data: [{ xAxis: today }],
  };
  return {
    legend: legendOf(
      words.map(({ word }) => word),
      theme,
      width,
    ),
    grid: { left: 12, right: 28, top: topOf(chart, width), bottom: 8, containLabel: true },
    xAxis: {
      type: "time",
      ...rangeOf([today, ...marks.map(({ at }) => at)]),
      axisLabel: { ...font, fontSize: 12, hideOverlap: true, formatter: "{MMM} {yyyy}" },
      axisLine: { lineStyle: { color: ink } },
      splitLine: { show: true, lineStyle: { color: faint } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: marks.map(({ label }, place) => `${place}|${label}`),
      axisLabel: { ...font, interval: 0, formatter: (text: string) => shortened(text.replace(/^\d+\|/, ""), Math.floor(width * LETTERS_PER_POINT)) },
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
    },
    series: words.map((one, place) => ({
      type: "scatter",
      name: one.word,
      symbol: one.colour === "red" ? "triangle" : one.colour === "blue" ? "circle" : "diamond",
      symbolSize: 14,
      itemStyle: { ...styleOf(one.colour, theme, isSecond(words, one)), opacity: 1 },
      data: marks.flatMap((mark, row) => (mark.word === one.word ? [[mark.at, `${row}|${mark.label}`]] : [])),
      ...(place === 0 && { markLine: now }),
    })),
  };
}

/** From the first day to the last with a little room on both sides, in milliseconds. */
function rangeOf(days: string[]): { min: number; max: number } {
  const at = days.map((day) => Date.parse(day));
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const room = (last - first) * 0.05 || 30 * 86_400_000;
  return { min: first - room, max: last + room };
}
