/** What a chart has in it: every word in its legend, every label whole, the lines it is held against, and the ground of its theme. */
import upng from "upng-js";
import { describe, expect, test } from "vitest";
import { draw } from "../../src/charts/index.js";
import { optionsOf, sizeOf } from "../../src/charts/options.js";
import { labelsOf } from "../../src/charts/trend-options.js";
import type { StatusChart, TrendChart } from "../../src/shared/chart.js";
import { COLOURS, type Colour } from "../../src/shared/colour.js";

const words: [string, Colour][] = [
  ["Off track", "red"],
  ["At risk", "amber"],
  ["On track", "green"],
  ["Complete", "blue"],
  ["Not started", "none"],
  ["Not yet reported", "none"],
  ["Cancelled", "grey"],
];
const long = "Work with communities to design services which reach the heart of communities, reflect our rich diversity and engage new audiences";
const bars = (names: string[]): StatusChart => ({
  kind: "status",
  // Each bar has other words than the one before it.
  bars: names.map((name, place) => ({
    id: `2.${place + 1}`,
    name,
    parts: [...words.slice(place % words.length), ...words.slice(0, place % words.length)]
      .slice(0, 3)
      .map(([word, colour]) => ({ word, colour, count: place + 1 })),
  })),
});
const trend: TrendChart = {
  kind: "trend",
  unit: "visits",
  points: [212, 198, 225, 231, 240, 262].map((value, place) => ({ label: `${place < 4 ? "2025-26" : "2026-27"} Q${(place % 4) + 1}`, value })),
  target: 300,
  baseline: 210,
};

type Series = {
  name?: string;
  data: unknown[];
  itemStyle: Record<string, unknown>;
  lineStyle?: { color: string };
  label?: { formatter(of: { dataIndex: number }): string };
};
const optionsFor = (...of: Parameters<typeof optionsOf>) =>
  optionsOf(...of) as {
    legend: { data: { name: string }[]; type: string };
    series: Series[];
    xAxis: { data: string[] };
    yAxis: { data: unknown[]; min: number; max: number; axisLabel: { formatter(text: string): string } };
    backgroundColor: string;
  };

describe("bars of statuses", () => {
  const all = bars(["One", "Two", "Three", "Four", "Five", "Six", "Seven"]);

  test("have every word in the legend, the most serious first, each with a look of its own", () => {
    const { legend, series } = optionsFor(all);
    expect(legend).toMatchObject({ type: "plain", data: words.map(([name]) => ({ name })) });
    const parts = series.filter(({ name }) => name);
    expect(parts.map(({ name }) => name)).toEqual(words.map(([name]) => name));
    expect(new Set(parts.map(({ itemStyle }) => JSON.stringify(itemStyle))).size).toBe(words.length);
  });

  test.each(["light", "dark"] as const)("have the colours of the one table, %s", (theme) => {
    for (const { name, itemStyle } of optionsFor(all, { theme }).series.filter((one) => one.name && one.name !== "Not yet reported"))
      expect(itemStyle.color).toBe(COLOURS[words.find(([word]) => word === name)?.[1] ?? "none"][theme].fill);
  });

  test("have whole names: above each bar where they fit, else its id beside it and the names in the list below; on paper always", () => {
    const [names] = optionsFor(all).series;
    expect(all.bars.map((_, dataIndex) => names?.label?.formatter({ dataIndex }))).toEqual(all.bars.map(({ id, name }) => `${id} ${name}`));
    const beside = (chart: StatusChart, width?: number) => {
      const { series, yAxis } = optionsFor(chart, { width });
      expect(series.every(({ name }) => name)).toBe(true);
      return yAxis.data.map((text) => yAxis.axisLabel.formatter(String(text)).replaceAll("\n", " "));
    };
    const longer = bars([long, "Two"]);
    expect(beside(longer)).toEqual(["2.1", "2.2"]);
    expect(beside(longer, 1000)).toEqual([`2.1 ${long}`, "2.2 Two"]);
  });
});

describe("a trend", () => {
  test("has its figures, target and baseline as lines, in the legend with their numbers, and inside the picture", () => {
    const { legend, series, yAxis } = optionsFor(trend);
    expect(legend.data.map(({ name }) => name)).toEqual(["Figures", "Target: 300", "Baseline: 210"]);
    expect(new Set(series.map(({ name }) => name))).toEqual(new Set(legend.data.map(({ name }) => name)));
    expect(series.find(({ name }) => name === "Target: 300")?.data).toEqual(trend.points.map(() => 300));
    expect(yAxis.min).toBeLessThan(198);
    expect(yAxis.max).toBeGreaterThan(300);
  });

  test.each(["light", "dark"] as const)("has no line in the colour of a status, %s", (theme) => {
    const taken = Object.values(COLOURS).flatMap((tones) => [tones[theme].fill, tones[theme].edge]);
    for (const { lineStyle } of optionsFor(trend, { theme }).series) expect(taken).not.toContain(lineStyle?.color);
  });

  test("has every label whole, with the year once", () => {
    expect(optionsFor(trend).xAxis.data).toEqual(["Q1\n2025-26", "Q2", "Q3", "Q4", "Q1\n2026-27", "Q2"]);
    expect(labelsOf(["November 2026", "December 2026", "January 2027"])).toEqual(["Nov\n2026", "Dec", "Jan\n2027"]);
    expect(labelsOf(["2025-26", "2026-27"])).toEqual(["2025-26", "2026-27"]);
  });
});

test("a dark card shines through its picture, a light one has the colour of the card", async () => {
  const cornerOf = async (theme: "light" | "dark") => {
    const png = upng.decode(Uint8Array.from(await draw(trend, { theme })).buffer);
    return [...new Uint8Array(upng.toRGBA8(png)[0] as ArrayBuffer).slice(0, 4)];
  };
  expect(await cornerOf("light")).toEqual([255, 255, 255, 255]);
  expect((await cornerOf("dark"))[3]).toBe(0);
});

test("a legend of more words than a row holds makes the picture higher, not the legend shorter", () => {
  const few: StatusChart = { kind: "status", bars: [{ id: "1", name: "One", parts: [{ word: "On track", colour: "green", count: 1 }] }] };
  const many: StatusChart = { kind: "status", bars: [{ id: "1", name: "One", parts: words.map(([word, colour]) => ({ word, colour, count: 1 })) }] };
  expect(sizeOf(many).height).toBeGreaterThan(sizeOf(few).height);
});
