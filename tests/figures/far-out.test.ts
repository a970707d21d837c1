import { describe, expect, test } from "vitest";
import { farOut } from "../../src/figures/index.js";
import type { Measure } from "../../src/plan/index.js";

const sessions: Measure = { id: "1.1.m1", text: "Number of sessions", kind: "number", unit: "sessions" };
const share: Measure = { id: "1.1.m2", text: "% of staff trained", kind: "percentage" };
const change: Measure = { id: "1.1.m3", text: "% increase in visits", kind: "percentage" };
const total: Measure = { id: "1.1.m4", text: "Cumulative number of staff trained", kind: "number" };
const completion: Measure = { id: "1.1.m5", text: "Branches refurbished", kind: "number", direction: "complete" };
const last = (value: number | string | boolean) => ({ value, period: "2026-27 Q1", ends: "2026-06-30" });

describe("a figure is asked back", () => {
  test.each<[string, Measure, number, ReturnType<typeof last> | undefined, string]>([
    ["ten times the last", sessions, 450, last(45), "This is 10 times the last figure (45 sessions in 2026-27 Q1)"],
    [
      "ten times the last month's",
      sessions,
      450,
      { value: 45, period: "2026-06", ends: "2026-06-30" },
      "This is 10 times the last figure (45 sessions in June 2026)",
    ],
    ["just more than five times", sessions, 226, last(45), "This is 5 times the last figure (45 sessions in 2026-27 Q1)"],
    ["less than a fifth", sessions, 8, last(45), "This is less than a fifth of the last figure (45 sessions in 2026-27 Q1)"],
    ["nothing where there was something", sessions, 0, last(45), "This is less than a fifth of the last figure (45 sessions in 2026-27 Q1)"],
    ["more than a hundred per cent", share, 105, undefined, "This is more than 100% (105%)"],
    ["less than before where it only counts up", total, 44, last(45), "This measure only counts up, and this is less than the last figure (45 in 2026-27 Q1)"],
    [
      "less than before of what is to be completed",
      completion,
      3,
      last(4),
      "This measure only counts up, and this is less than the last figure (4 in 2026-27 Q1)",
    ],
  ])("%s", (_, measure, value, before, words) => expect(farOut(measure, value, before)).toBe(words));
});

describe("a figure is not asked back", () => {
  test.each<[string, Measure, number | string | boolean, ReturnType<typeof last> | undefined]>([
    ["five times the last exactly", sessions, 225, last(45)],
    ["a fifth exactly", sessions, 9, last(45)],
    ["the first one", sessions, 4_500, undefined],
    ["after nothing", sessions, 4_500, last(0)],
    ["a hundred per cent", share, 100, last(96)],
    ["a change of more than a hundred per cent", change, 105, last(96)],
    ["less than before where it may fall", sessions, 44, last(45)],
    ["as much as before where it only counts up", total, 45, last(45)],
    ["words", sessions, "lots", last("few")],
    ["yes and no", sessions, true, last(false)],
  ])("%s", (_, measure, value, before) => expect(farOut(measure, value, before)).toBeUndefined());
});
