/** Pictures as they arrive: Teams' own chart, an image for clients that have none, and the same in words. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { faultsOf, objectsOf } from "../support/card-check.js";
import { openTalk, type Talk } from "./talk.js";

const sam = "sam.taylor@example.org";
let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const picturesOf = (card: Record<string, unknown>) => objectsOf(card).filter(({ type }) => type === "Image");

/** An image with one of its own for a dark theme. */
const inBothThemes = {
  type: "Image",
  url: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
  themedUrls: [{ theme: "Dark", url: expect.stringMatching(/^data:image\/png;base64,iVBOR/) }],
};

test.each([["show me the trend of 1.1.m1"], ["chart of school visits"], ["graph of school visits please"]])(
  "%s is Teams' chart of lines with an image to fall back on, with alternative text, within a card's size",
  async (text) => {
    const { card, text: words } = await talk.card(sam, text);
    expect(faultsOf(card)).toEqual([]);
    expect(words).toMatch(/Trend of 1\.\d\.m1 /);
    const [chart, ...more] = objectsOf(card).filter((object) => String(object.type).startsWith("Chart."));
    expect([chart?.type, more]).toEqual(["Chart.Line", []]);
    expect(chart?.fallback).toMatchObject({ ...inBothThemes, altText: chart?.title });
    expect(String(chart?.title).length).toBeGreaterThan(40);
    expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(40 * 1024);
  },
);

test.each([
  ["chart of Place", "Actions of Place by status"],
  ["chart of the plan", "Actions of the plan by status"],
  ["bar chart of Place", "Actions of Place by status"],
])("%s is an image of the statuses, with alternative text, within a card's size", async (text, title) => {
  const { card, text: words } = await talk.card(sam, text);
  expect(faultsOf(card)).toEqual([]);
  expect(words).toContain(title);
  expect(picturesOf(card)).toEqual([expect.objectContaining({ ...inBothThemes, altText: expect.stringMatching(/^Bars of the actions in .{20}/) })]);
  const { url, themedUrls = [] } = picturesOf(card)[0] as { url: string; themedUrls?: { url: string }[] };
  expect(themedUrls.map((dark) => dark.url)).not.toContain(url);
  expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(40 * 1024);
});

test("the numbers of the chart, of its words and of the plan are the same", async () => {
  const { card, text } = await talk.card(sam, "show me the trend of 1.1.m1");
  const [chart] = objectsOf(card).filter(({ type }) => type === "Chart.Line");
  const [figures, target, baseline] = (chart?.data ?? []) as { legend: string; values: { x: string; y: number }[] }[];
  expect(figures?.values.map(({ y }) => y)).toEqual([124, 131, 128, 140, 152, 149]);
  expect(new Set(target?.values.map(({ y }) => y))).toEqual(new Set([180]));
  expect(new Set(baseline?.values.map(({ y }) => y))).toEqual(new Set([120]));
  // Teams cuts what is longer than five letters under a chart.
  expect(figures?.values.map(({ x }) => x)).toEqual(["Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26", "Q2 26"]);
  for (const { x, y } of figures?.values ?? []) expect(text).toMatch(new RegExp(`20${x.slice(3)}-\\d\\d ${x.slice(0, 2)}\\s+${y} events`));
});

test("a timeline is an image with alternative text, as Teams has no chart for it", async () => {
  const { card, text } = await talk.card(sam, "timeline of 2.3");
  expect(picturesOf(card)).toEqual([
    expect.objectContaining({ altText: expect.stringMatching(/^A line of time with 3 milestones of 2\.3: 2 met, 1 overdue/) }),
  ]);
  expect(text).toContain("3 milestones: 2 met, 1 overdue.");
  expect(text).toContain("overdue by 238 days");
});

test.each([
  ["chart of 2.4.m2", /There is no line to draw for 2\.4\.m2/],
  ["chart of 9.9", /9\.9/],
])("%s says why there is no picture", async (text, words) => {
  const { card, text: said } = await talk.card(sam, text);
  expect(said).toMatch(words);
  expect(picturesOf(card)).toEqual([]);
});
