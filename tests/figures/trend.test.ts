import { describe, expect, test } from "vitest";
import { againstTarget, changeInWords, type Judged, trendOf, type Value, valueInWords, wanted } from "../../src/figures/trend.js";

describe("a value in words", () => {
  test.each<[string, Pick<Judged, "kind" | "unit">, Value, string]>([
    ["a number with its unit", { kind: "number", unit: "entrepreneurs" }, 44, "44 entrepreneurs"],
    ["one of a unit", { kind: "number", unit: "entrepreneurs" }, 1, "1 entrepreneur"],
    ["one of a unit in -ies", { kind: "number", unit: "activities" }, 1, "1 activity"],
    ["a unit that is no plural", { kind: "number", unit: "staff" }, 1, "1 staff"],
    ["a large number", { kind: "number", unit: "loans" }, 104115, "104,115 loans"],
    ["a number without a unit", { kind: "number" }, 12, "12"],
    ["a percentage", { kind: "percentage", unit: "%" }, 41, "41%"],
    ["a percentage without a unit", { kind: "percentage" }, -3.5, "-3.5%"],
    ["pounds and pence", { kind: "currency", unit: "GBP" }, 47500.5, "£47,500.50"],
    ["whole pounds", { kind: "currency" }, 75000, "£75,000"],
    ["another currency", { kind: "currency", unit: "EUR" }, 20, "€20"],
    ["a rating", { kind: "rating" }, 4.5, "4.5 out of 5"],
    ["a rating on another scale", { kind: "rating", unit: "out of 10" }, 7, "7 out of 10"],
    ["yes", { kind: "yesno" }, true, "yes"],
    ["no", { kind: "yesno" }, false, "no"],
    ["words", { kind: "narrative" }, "Termly meetings held.", "Termly meetings held."],
  ])("%s", (_, measure, value, words) => expect(valueInWords(measure, value)).toBe(words));
});

describe("the size of a move", () => {
  test.each<[Pick<Judged, "kind" | "unit">, number, string]>([
    [{ kind: "number", unit: "events" }, 5, "5"],
    [{ kind: "percentage" }, 3, "3 percentage points"],
    [{ kind: "percentage" }, 1, "1 percentage point"],
    [{ kind: "currency" }, 82350.75, "£82,350.75"],
  ])("%o moved by %d", (measure, by, words) => expect(changeInWords(measure, by)).toBe(words));
});

describe("the newer figure against the older", () => {
  test.each<[string, Judged, Value, Value, ReturnType<typeof trendOf>]>([
    ["up where more is wanted", { direction: "increase" }, 44, 39, { move: "up", verdict: "better", by: 5 }],
    ["down where more is wanted", { direction: "increase" }, 149, 152, { move: "down", verdict: "worse", by: 3 }],
    ["down where less is wanted", { direction: "decrease" }, 10, 12, { move: "down", verdict: "better", by: 2 }],
    ["up where less is wanted", { direction: "decrease" }, 12, 10, { move: "up", verdict: "worse", by: 2 }],
    ["the same", { direction: "decrease" }, 13, 13, { move: "level", verdict: "level", by: 0 }],
    ["without a rounding error", { direction: "improve" }, 4.3, 4.1, { move: "up", verdict: "better", by: 0.2 }],
    ["no direction in the plan", {}, 5, 3, { move: "up", by: 2 }],
    ["no becomes yes", { kind: "yesno" }, true, false, { move: "up", verdict: "better" }],
    ["yes becomes no", { kind: "yesno", direction: "complete" }, false, true, { move: "down", verdict: "worse" }],
    ["words", { kind: "narrative" }, "better", "worse", undefined],
    ["a number and words", {}, 5, "five", undefined],
  ])("%s", (_, measure, newer, older, trend) => expect(trendOf(measure, newer, older)).toEqual(trend));

  test("improving towards a lower target means going down", () => {
    expect(wanted({ direction: "improve", baseline: 30, target: 20 })).toBe(-1);
    expect(wanted({ direction: "improve", baseline: 4, target: 4.5 })).toBe(1);
  });
});

describe("against the target", () => {
  test.each<[string, Judged, Value, ReturnType<typeof againstTarget>]>([
    ["beyond it", { direction: "improve", target: 4.4 }, 4.5, { met: true, by: 0.1 }],
    ["exactly", { direction: "increase", target: 50 }, 50, { met: true, by: 0 }],
    ["short of it", { direction: "increase", target: 50 }, 44, { met: false, by: 6 }],
    ["below where less is wanted", { direction: "decrease", target: 20 }, 18, { met: true, by: 2 }],
    ["above where less is wanted", { direction: "decrease", target: 20 }, 25, { met: false, by: 5 }],
    ["done", { kind: "yesno" }, true, { met: true }],
    ["not done", { kind: "yesno", target: true }, false, { met: false }],
    ["no target", { direction: "increase" }, 44, undefined],
    ["words", { target: 50 }, "many", undefined],
  ])("%s", (_, measure, value, held) => expect(againstTarget(measure, value)).toEqual(held));
});
