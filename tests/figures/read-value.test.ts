import { describe, expect, test } from "vitest";
import { readNumber, readValue, typedValue } from "../../src/figures/index.js";
import type { Kind, Measure } from "../../src/plan/index.js";

const measure = (kind: Kind, rest: Partial<Measure> = {}): Measure => ({ id: "1.1.m1", text: "Number of sessions", kind, ...rest });

describe("a number", () => {
  test.each<[string, number]>([
    ["45", 45],
    ["0", 0],
    ["-0", 0],
    ["007", 7],
    ["1,262", 1262],
    ["1 262", 1262],
    ["1,234,567.5", 1_234_567.5],
    ["1200.50", 1200.5],
    [".5", 0.5],
    ["1.2k", 1200],
    ["1.1K", 1100],
    ["2.3 m", 2_300_000],
    ["1.005m", 1_005_000],
    ["3 million", 3_000_000],
    ["0.29k", 290],
    ["-3", -3],
    ["−3.5", -3.5],
  ])("%j is %d", (text, value) => expect(readNumber(text)).toBe(value));

  test.each([
    "",
    "-",
    "k",
    ".",
    "1,2",
    "12,34",
    "1,2345",
    "1.2.3",
    "1e309",
    "1e3",
    "NaN",
    "Infinity",
    "0x10",
    "١٢",
    "5five",
    "about 5",
    "1 2",
    "--1",
    "1-2",
    "1".repeat(21),
  ])("%j is none", (text) => expect(readNumber(text)).toBeUndefined());
});

describe("what was typed for a measure", () => {
  test.each<[Measure, string, unknown]>([
    [measure("number", { unit: "sessions" }), "45 sessions", 45],
    [measure("number", { unit: "sessions" }), "1 session", 1],
    [measure("number", { unit: "(hours)" }), "7.5 (hours)", 7.5],
    [measure("number", { text: "Net change in members" }), "-12", -12],
    [measure("percentage"), "45%", 45],
    [measure("percentage"), "45.5 per cent", 45.5],
    [measure("percentage"), "105", 105],
    [measure("percentage", { text: "% change in visits" }), "-20%", -20],
    [measure("rating"), "4.5", 4.5],
    [measure("rating"), "4/5", 4],
    [measure("rating", { unit: "out of 10" }), "8 out of 10", 8],
    [measure("currency"), "£1,200.50", 1200.5],
    [measure("currency"), "1.2k", 1200],
    [measure("currency"), "GBP 51,200", 51_200],
    [measure("currency"), "51,200 pounds", 51_200],
    [measure("currency"), "£0.29k", 290],
    [measure("yesno"), "Yes", true],
    [measure("yesno"), "n", false],
    [measure("narrative"), "Two **bold** evenings\nand a fair", "Two **bold** evenings\nand a fair"],
    [{ id: "1.1.m1", text: "Improved skills of staff" }, "Better", "Better"],
  ])("%o: %j is %j", (it, text, value) => expect(readValue(it, text)).toEqual({ value }));

  test.each<[Measure, string, RegExp]>([
    [measure("number"), "-5", /cannot be below 0/],
    [measure("number"), "£5", /type a number/],
    [measure("number"), "99999999999999", /too large/],
    [measure("percentage"), "-1", /cannot be below 0/],
    [measure("percentage"), "half", /type a percentage/],
    [measure("rating"), "5.1", /from 0 to 5/],
    [measure("rating"), "-1", /from 0 to 5/],
    [measure("rating", { unit: "out of 10" }), "11", /from 0 to 10/],
    [measure("currency"), "12.345", /at most two decimals/],
    [measure("currency"), "-1", /cannot be below 0/],
    [measure("currency"), "fifty", /amount of money/],
    [measure("yesno"), "maybe", /yes or no/],
    [measure("yesno"), "1", /yes or no/],
  ])("%o: %j is asked for again", (it, text, problem) => expect(readValue(it, text)).toEqual({ problem: expect.stringMatching(problem) }));

  test("a value is typed as it reads back", () => {
    for (const [it, value] of [
      [measure("number"), 1262],
      [measure("currency"), 1200.5],
      [measure("yesno"), false],
      [measure("narrative"), "Words"],
    ] as const)
      expect(readValue(it, typedValue(value))).toEqual({ value });
  });
});
