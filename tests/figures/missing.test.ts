import { describe, expect, test } from "vitest";
import type { KeptFigure } from "../../src/figures/index.js";
import { expectedFigures, lastDayToReport, missingFigures, periodsInside } from "../../src/figures/missing.js";
import { type Frequency, type ItemOf, Plan, periodNamed } from "../../src/plan/index.js";

const plan = Plan.parse({ title: "A plan", starts: "2025-04-01", themes: [{ id: "1", name: "One", priorities: [{ id: "1.1", title: "First" }] }] });
const theme = plan.themes[0] as Plan["themes"][0];
const priority = theme.priorities[0] as (typeof theme.priorities)[0];
const measure = (id: string, frequency?: Frequency): ItemOf<"measure"> => ({ type: "measure", id, theme, priority, measure: { id, text: id, frequency } });
const kept = (id: string, ...periods: string[]): [string, KeptFigure[]] => [
  id,
  periods.map((period) => ({ _id: `${id}/${period}`, plan: "plan", measure: id, period, ends: periodNamed(plan, period)?.to ?? "", value: 1 })),
];

describe("the newest period that is over", () => {
  test.each<[string, Frequency | undefined, string, string, boolean]>([
    ["a month, still open", "monthly", "2026-11-24", "2026-10", false],
    ["a month, the last day it is not late", "monthly", "2026-11-28", "2026-10", false],
    ["a month, late", "monthly", "2026-11-29", "2026-10", true],
    ["a quarter", "quarterly", "2026-11-24", "2026-27 Q2", true],
    ["a quarter when the plan does not say how often", undefined, "2026-10-05", "2026-27 Q2", false],
    ["a quarter on its last day is not over", "quarterly", "2026-09-30", "2026-27 Q1", true],
    ["a year", "yearly", "2026-11-24", "2025-26", true],
  ])("%s", (_, frequency, today, period, late) => {
    const missing = missingFigures(plan, [measure("1.1.m1", frequency)], new Map(), today);
    expect(missing.map((one) => [one.period.name, one.late])).toEqual([[period, late]]);
  });

  test("a figure for it is not missing; an older one does not count for it", () => {
    const items = [measure("1.1.m1"), measure("1.1.m2")];
    const figures = new Map([kept("1.1.m1", "2026-27 Q2"), kept("1.1.m2", "2026-27 Q1")]);
    expect(missingFigures(plan, items, figures, "2026-11-24").map(({ item }) => item.id)).toEqual(["1.1.m2"]);
    expect(expectedFigures(plan, items, figures, "2026-11-24")).toHaveLength(2);
  });

  test("nothing is asked for from before the plan began", () => {
    expect(expectedFigures(plan, [measure("1.1.m1"), measure("1.1.m2", "yearly")], new Map(), "2025-05-01")).toEqual([]);
  });
});

describe("periods in a window", () => {
  const year = { from: "2026-04-01", to: "2027-03-31" };

  test("only whole periods that are over, newest first", () => {
    expect(periodsInside(plan, "quarterly", year, "2026-11-24").map(({ name }) => name)).toEqual(["2026-27 Q2", "2026-27 Q1"]);
    expect(periodsInside(plan, "quarterly", { from: "2026-05-01", to: "2026-12-30" }).map(({ name }) => name)).toEqual(["2026-27 Q2"]);
    expect(periodsInside(plan, "yearly", year, "2026-11-24")).toEqual([]);
  });

  test("each missing one is told apart", () => {
    const figures = new Map([kept("1.1.m1", "2026-27 Q1")]);
    expect(missingFigures(plan, [measure("1.1.m1")], figures, "2027-05-30", year).map(({ period }) => period.name)).toEqual([
      "2026-27 Q4",
      "2026-27 Q3",
      "2026-27 Q2",
    ]);
  });

  test("a window of a thousand years ends", () => {
    expect(periodsInside(plan, "monthly", { from: "1026-01-01", to: "2026-12-31" })).toHaveLength(400);
  });
});

test("a figure can be reported for 28 days before it is late", () => {
  const period = periodNamed(plan, "2026-27 Q2");
  expect(period && lastDayToReport(period)).toBe("2026-10-28");
});
