/** Charts as PNG: the right size, small enough for a card, and different when what they show is. */
import { describe, expect, test } from "vitest";
import { draw, sizeOf } from "../../src/charts/index.js";
import type { Chart } from "../../src/shared/chart.js";

const trend = (values: number[], more: { target?: number; baseline?: number } = {}): Chart => ({
  kind: "trend",
  unit: "entrepreneurs",
  points: values.map((value, place) => ({ label: `2026-27 Q${place + 1}`, value })),
  ...more,
});
const bars = (count: number): Chart => ({
  kind: "status",
  bars: Array.from({ length: count }, (_, place) => ({
    id: `2.${place + 1}`,
    name: "A priority whose title is longer than fits",
    parts: [
      { word: "Off track", colour: "red", count: 1 },
      { word: "On track", colour: "green", count: place },
      { word: "Not started", colour: "none", count: 2 },
    ],
  })),
});
const dates = (count: number): Chart => ({
  kind: "timeline",
  today: "2026-11-24",
  marks: Array.from({ length: count }, (_, place) => ({
    label: "2.3.1 Hub",
    at: `20${26 + place}-03-31`,
    word: place ? "Still to come" : "Overdue",
    colour: place ? "green" : "red",
  })),
});

describe.each<[string, Chart]>([
  ["a trend", trend([12, 31, 28, 39, 44], { target: 50, baseline: 20 })],
  ["a trend without target", trend([0.4, 0.41])],
  ["a level trend", trend([7, 7])],
  ["a trend below nothing", trend([-5, 3, -2])],
  ["a trend of large sums", trend([1_200_000, 4_800_000], { target: 5_000_000 })],
  ["one bar", bars(1)],
  ["ten bars", bars(10)],
  ["one date", dates(1)],
  ["twelve dates", dates(12)],
])("%s", (_, chart) => {
  test("is a PNG of its size, less than a card's worth", async () => {
    const png = await draw(chart);
    const { width, height } = sizeOf(chart);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    // In base64 and counted as UTF-16, beside the words.
    expect(png.toString("base64").length * 2).toBeLessThan(28 * 1024);
  });
});

test("what is shown makes the picture, and the same makes the same", async () => {
  const [one, same, other, aimed] = await Promise.all([draw(trend([1, 2])), draw(trend([1, 2])), draw(trend([1, 3])), draw(trend([1, 2], { target: 2 }))]);
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
  expect(aimed).not.toEqual(one);
});

test("for paper it is drawn twice as fine", async () => {
  const png = await draw(trend([1, 2]), { scale: 2 });
  expect(png.readUInt32BE(16)).toBe(1040);
});
