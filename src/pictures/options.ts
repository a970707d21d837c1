/** Charts as the drawing library takes them. Pure. */
import type { Colour } from "../shared/answer.js";
import type { Chart, StatusChart, TimelineChart, TrendChart } from "../shared/chart.js";
import { inkOf } from "./ink.js";

const INK = "#242424";
const FAINT = "#d6d6d6";
const FONT = { fontFamily: "Open Sans", fontSize: 13, color: INK };
const LONGEST_LABEL = 28;

const cut = (text: string, most = LONGEST_LABEL): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** Width and height in pixels. */
export function sizeOf(chart: Chart): { width: number; height: number } {
  if (chart.kind === "trend") return { width: 520, height: 240 };
  const rows = chart.kind === "status" ? chart.bars.length : chart.marks.length;
  return { width: 520, height: 70 + rows * (chart.kind === "status" ? 30 : 26) };
}

/** ECharts options for a chart; the same chart always gives the same picture. */
export function optionsOf(chart: Chart): Record<string, unknown> {
  const common = { animation: false, backgroundColor: "#ffffff", textStyle: FONT };
  switch (chart.kind) {
    case "trend":
      return { ...common, ...trend(chart) };
    case "status":
      return { ...common, ...status(chart) };
    case "timeline":
      return { ...common, ...timeline(chart) };
  }
}

function trend({ unit, points, target, baseline }: TrendChart) {
  const lines = [
    ...(target === undefined ? [] : [{ name: "Target", yAxis: target, lineStyle: { color: inkOf.green, type: "solid" as const } }]),
    ...(baseline === undefined ? [] : [{ name: "Baseline", yAxis: baseline, lineStyle: { color: inkOf.grey, type: "dashed" as const } }]),
  ];
  const values = [...points.map(({ value }) => value), ...[target, baseline].filter((one): one is number => one !== undefined)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = high - low || Math.abs(high) || 1;
  const step = 10 ** Math.floor(Math.log10(reach)) / 2;
  const [from, to] = [Math.floor((low - reach * 0.1) / step) * step, Math.ceil((high + reach * 0.15) / step) * step];
  return {
    grid: { left: 16, right: 84, top: 34, bottom: 12, containLabel: true },
    xAxis: {
      type: "category",
      data: points.map(({ label }) => label),
      axisLabel: { ...FONT, fontSize: 12, hideOverlap: true },
      axisLine: { lineStyle: { color: INK } },
    },
    yAxis: {
      type: "value",
      name: cut(unit),
      nameTextStyle: { ...FONT, align: "left" },
      min: low >= 0 ? Math.max(0, from) : from,
      max: to,
      axisLabel: FONT,
      splitLine: { lineStyle: { color: FAINT } },
    },
    series: [
      {
        type: "line",
        data: points.map(({ value }) => value),
        symbol: "circle",
        symbolSize: 8,
        lineStyle: { width: 3, color: inkOf.blue },
        itemStyle: { color: inkOf.blue },
        label: { show: points.length <= 8, position: "top", ...FONT, fontWeight: 600 },
        markLine: { silent: true, symbol: "none", label: { position: "end", formatter: "{b}", ...FONT, fontSize: 12 }, data: lines },
      },
    ],
  };
}

function status({ bars }: StatusChart) {
  const parts = [...new Map(bars.flatMap((bar) => bar.parts).map((part) => [part.word, part.colour]))];
  /** Of two words with one colour the second is drawn by its outline. */
  const isSecond = (word: string, colour: Colour) => parts.find(([, each]) => each === colour)?.[0] !== word;
  return {
    legend: { top: 4, left: 12, textStyle: FONT, itemWidth: 14, itemHeight: 14, data: parts.map(([word]) => word) },
    grid: { left: 12, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: "value", minInterval: 1, axisLabel: FONT, splitLine: { lineStyle: { color: FAINT } } },
    yAxis: { type: "category", inverse: true, data: bars.map(({ label }) => cut(label)), axisLabel: FONT, axisTick: { show: false } },
    series: parts.map(([word, colour]) => ({
      type: "bar",
      name: word,
      stack: "all",
      barWidth: 18,
      itemStyle: isSecond(word, colour) ? OUTLINED : { color: inkOf[colour], borderColor: "#ffffff", borderWidth: 1 },
      label: { show: true, ...FONT, color: onto(colour), fontWeight: 600, formatter: ({ value }: { value: unknown }) => (value ? String(value) : "") },
      data: bars.map((bar) => bar.parts.find((part) => part.word === word)?.count ?? 0),
    })),
  };
}

const OUTLINED = { color: "#ffffff", borderColor: inkOf.grey, borderWidth: 1 };

const onto = (colour: Colour): string => (colour === "none" || colour === "amber" ? INK : "#ffffff");

function timeline({ marks, today }: TimelineChart) {
  const words = [...new Map(marks.map(({ word, colour }) => [word, colour]))];
  return {
    legend: { top: 4, left: 12, textStyle: FONT, itemWidth: 14, itemHeight: 14, data: words.map(([word]) => word) },
    grid: { left: 12, right: 24, top: 40, bottom: 8, containLabel: true },
    xAxis: {
      type: "time",
      ...rangeOf([today, ...marks.map(({ at }) => at)]),
      axisLabel: { ...FONT, fontSize: 12, hideOverlap: true, formatter: "{MMM} {yyyy}" },
      splitLine: { show: true, lineStyle: { color: FAINT } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: marks.map(({ label }, place) => `${place}|${label}`),
      axisLabel: { ...FONT, formatter: (text: string) => cut(text.replace(/^\d+\|/, "")) },
      axisTick: { show: false },
    },
    series: words.map(([word, colour], place) => ({
      type: "scatter",
      name: word,
      symbol: colour === "red" ? "triangle" : colour === "blue" ? "circle" : "diamond",
      symbolSize: 14,
      itemStyle: { color: inkOf[colour], opacity: 1 },
      data: marks.flatMap((mark, row) => (mark.word === word ? [[mark.at, `${row}|${mark.label}`]] : [])),
      ...(place === 0 && {
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: INK, type: "dashed" },
          label: { formatter: "Today", position: "start", ...FONT, fontSize: 12 },
          data: [{ xAxis: today }],
        },
      }),
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
