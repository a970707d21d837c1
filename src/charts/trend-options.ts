/** A measure over time, with its target and baseline as lines. Pure. */
import type { TrendChart } from "../shared/chart.js";
import { shortened } from "../shared/words.js";
import { fontOf, legendHeight, legendOf } from "./legend.js";
import { PAGES, type Theme } from "./page.js";

const PLOT = 200;
const FOOT = 48;
/** Room for what the numbers are of, over the axis. */
const UNIT = 26;
const MOST_LABELLED = 12;

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** What the lines are called: what is aimed at and begun from stands there with its number. */
const namesOf = ({ target, baseline }: TrendChart) => ({
  figures: "Figures",
  target: target === undefined ? undefined : `Target: ${number.format(target)}`,
  baseline: baseline === undefined ? undefined : `Baseline: ${number.format(baseline)}`,
});

/** A line as it is drawn: whole, or broken. */
const WHOLE = "path://M0,0H26V3H0Z";
const BROKEN = "path://M0,0H7V3H0ZM10,0H17V3H10ZM20,0H27V3H20Z";

const legendData = ({ figures, target, baseline }: ReturnType<typeof namesOf>) => [
  { name: figures },
  ...(target === undefined ? [] : [{ name: target, icon: WHOLE }]),
  ...(baseline === undefined ? [] : [{ name: baseline, icon: BROKEN }]),
];

const legendWords = (chart: TrendChart): string[] => Object.values(namesOf(chart)).filter((name) => name !== undefined);

/** Pixels that a trend is high at a width. */
export const trendSize = (chart: TrendChart, width: number): number => legendHeight(legendWords(chart), width) + UNIT + PLOT + FOOT;

/** ECharts options of a measure's figures, with target and baseline as lines where there are any. */
export function trendOptions(chart: TrendChart, theme: Theme, width: number): Record<string, unknown> {
  const { unit, points, target, baseline } = chart;
  const font = fontOf(theme);
  const { ink, faint, line } = PAGES[theme];
  const names = namesOf(chart);
  const level = (name: string | undefined, value: number | undefined, lineStyle: { color: string; type: string; width: number }) =>
    name === undefined || value === undefined
      ? []
      : [{ type: "line", name, data: points.map(() => value), symbol: "none", lineStyle, itemStyle: { color: lineStyle.color }, silent: true }];
  return {
    legend: { ...legendOf(legendWords(chart), theme, width), itemWidth: 26, itemHeight: 10, data: legendData(names) },
    grid: { left: 16, right: 24, top: legendHeight(legendWords(chart), width) + UNIT, bottom: 8, containLabel: true },
    xAxis: {
      type: "category",
      boundaryGap: true,
      data: labelsOf(points.map(({ label }) => label)),
      axisLabel: { ...font, fontSize: 12, interval: 0, lineHeight: 15 },
      axisLine: { lineStyle: { color: ink } },
    },
    yAxis: {
      type: "value",
      name: shortened(unit, 60),
      nameTextStyle: { ...font, align: "left" },
      ...rangeOf([...points.map(({ value }) => value), target, baseline].filter((one) => one !== undefined)),
      axisLabel: { ...font, formatter: (value: number) => number.format(value) },
      splitLine: { lineStyle: { color: faint } },
    },
    series: [
      ...level(names.baseline, baseline, { color: line.baseline, type: "dashed", width: 2 }),
      ...level(names.target, target, { color: line.target, type: "solid", width: 2.5 }),
      {
        type: "line",
        name: names.figures,
        data: points.map(({ value }) => value),
        symbol: "circle",
        symbolSize: 8,
        lineStyle: { width: 3, color: line.figures },
        itemStyle: { color: line.figures },
        label: {
          show: points.length <= MOST_LABELLED,
          position: "top",
          ...font,
          fontWeight: 600,
          formatter: ({ value }: { value: unknown }) => number.format(Number(value)),
        },
      },
    ],
  };
}

/** A little more than what is shown, at round numbers; never below nothing for what is not. */
function rangeOf(values: number[]): { min: number; max: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = high - low || Math.abs(high) || 1;
  const step = 10 ** Math.floor(Math.log10(reach)) / 2;
  const [from, to] = [Math.floor((low - reach * 0.1) / step) * step, Math.ceil((high + reach * 0.15) / step) * step];
  return { min: low >= 0 ? Math.max(0, from) : from, max: to };
}

/** "Q1" over "2025-26", "Sep" over "2026": the year once, where it begins, so that every label is whole. */
export function labelsOf(labels: readonly string[]): string[] {
  const parts = labels.map((label) => {
    const [, year, quarter] = /^(\d{4}-\d{2}) (Q[1-4])$/.exec(label) ?? [];
    if (year && quarter) return { part: quarter, year };
    const [, month, of] = /^(\w{3})\w* (\d{4})$/.exec(label) ?? [];
    return month && of ? { part: month, year: of } : { part: label, year: undefined };
  });
  return parts.map(({ part, year }, place) => (year && parts[place - 1]?.year !== year ? `${part}\n${year}` : part));
}
