/** Which intent people mean, by the committed weights, on a plan that no example was filled from. */
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { classify } from "../../../src/nlu/classifier/index.js";
import { corrected } from "../../../src/nlu/correction.js";
import { planIndexOf } from "../../../src/nlu/plan-index.js";
import { utteranceOf } from "../../../src/nlu/utterance.js";
import { plainWords } from "../../../src/nlu/words.js";
import { catalogueOf } from "../../../src/plan/index.js";
import { readPlan } from "../../../src/plan-import/index.js";
import { nastyTexts } from "../../bench/nasty-texts.js";

const { plan } = readPlan("dev2", readFileSync(new URL("../../questions/plans/dev2.json", import.meta.url), "utf8"));
const planIndex = planIndexOf(catalogueOf(plan), plan.title);
const utterance = (text: string) =>
  utteranceOf(corrected(plainWords(text), planIndex.speller), new Set(), { plan, planIndex, today: "2026-11-24", before: [] });
const ranked = (text: string) => classify(utterance(text));

const told: [string, string][] = [
  ["how is 2.3 doing", "standing"],
  ["who leads 1.2", "leads"],
  ["when is 1.2.1 due", "deadline"],
  ["what is overdue in Warm Homes", "overdue"],
  ["what is due in March", "due"],
  ["latest figure for 3.1.m1", "figure"],
  ["mark 1.2.2 as complete", "change-status"],
  ["record 45 for 3.1.m1", "report-figure"],
  ["how many actions are red", "count"],
  ["thanks a lot", "thanks"],
  ["how much did the bus lane cost", "oos-cost"],
  ["will it rain at the weekend", "oos-weather"],
];

describe("plain questions", () => {
  it.each(told)("%s: %s", (text, intent) => {
    expect(ranked(text)[0]?.intent).toBe(intent);
  });
});

describe("the probabilities", () => {
  const all = ranked("what should I be losing sleep over");

  it("are of every intent and make one", () => {
    expect(all.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(new Set(all.map(({ intent }) => intent)).size).toBe(all.length);
  });

  it("stand in order", () => {
    expect(all.map(({ p }) => p)).toEqual(all.map(({ p }) => p).sort((a, b) => b - a));
  });

  it("are the same each time", () => {
    expect(ranked("what should I be losing sleep over")).toEqual(all);
  });

  it("are low where nothing is meant", () => {
    expect(ranked("zxqv brrg flonk")[0]?.p).toBeLessThan(0.7);
  });
});

/** The best of several: what else the machine does counts for nothing. */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...times);
}

test.each(Object.entries(nastyTexts))("64 KB of %s take no longer than a sentence or two", (_, text) => {
  const read = utterance(text);
  expect(quickest(() => classify(read))).toBeLessThan(40);
});
