import { describe, expect, test } from "vitest";
import {
  type Frequency,
  isLate,
  lastEnded,
  periodAt,
  periodBefore,
  periodInWords,
  periodNamed,
  quarterOf,
  quarterSpan,
  yearName,
  yearNamed,
  yearOf,
  yearSpan,
} from "../../src/plan/index.js";

const april = { starts: "2025-04-01" };
const january = { starts: "2026-01-01" };
const september = { starts: "2025-09-01" };
const leap = { starts: "2025-03-01" };

describe("years", () => {
  test.each([
    [april, 1, "2025-04-01", "2026-03-31", "2025-26"],
    [april, 2, "2026-04-01", "2027-03-31", "2026-27"],
    [april, 5, "2029-04-01", "2030-03-31", "2029-30"],
    [april, 0, "2024-04-01", "2025-03-31", "2024-25"],
    [april, 75, "2099-04-01", "2100-03-31", "2099-00"],
    [january, 1, "2026-01-01", "2026-12-31", "2026"],
    [september, 2, "2026-09-01", "2027-08-31", "2026-27"],
    [leap, 3, "2027-03-01", "2028-02-29", "2027-28"],
  ])("of a plan that starts %o: Year %i runs from %s to %s and is %s", (plan, year, from, to, name) => {
    expect(yearSpan(plan, year)).toEqual({ from, to });
    expect(yearName(plan, year)).toBe(name);
    expect(yearNamed(plan, name)).toBe(year);
    expect([yearOf(plan, from), yearOf(plan, to)]).toEqual([year, year]);
  });

  test.each([
    [april, "2025/26", 1],
    [april, "2025-2026", 1],
    [april, "2025–26", 1],
    [april, "2025", undefined],
    [april, "2025-27", undefined],
    [april, "next year", undefined],
    [january, "2027", 2],
    [january, "2026-27", undefined],
  ])("of a plan that starts %o: %s is Year %s", (plan, name, year) => {
    expect(yearNamed(plan, name)).toBe(year);
  });

  test.each([
    [april, "2026-11-24", 2, 3],
    [april, "2026-06-30", 2, 1],
    [april, "2026-07-01", 2, 2],
    [april, "2027-03-31", 2, 4],
    [january, "2026-03-31", 1, 1],
    [september, "2026-02-28", 1, 2],
    [september, "2026-08-31", 1, 4],
  ])("of a plan that starts %o: %s is in Year %i, quarter %i", (plan, day, year, quarter) => {
    expect(quarterOf(plan, day)).toEqual({ year, quarter });
    const span = quarterSpan(plan, year, quarter);
    expect(day >= span.from && day <= span.to).toBe(true);
  });
});

describe("periods", () => {
  test.each([
    [april, "2026-27 Q2", "quarterly", "2026-07-01", "2026-09-30", "2026-27 Q2 (July to September 2026)"],
    [april, "2026-27 Q4", "quarterly", "2027-01-01", "2027-03-31", "2026-27 Q4 (January to March 2027)"],
    [april, "2026-10", "monthly", "2026-10-01", "2026-10-31", "October 2026"],
    [april, "2028-02", "monthly", "2028-02-01", "2028-02-29", "February 2028"],
    [april, "2026-27", "yearly", "2026-04-01", "2027-03-31", "2026-27 (year to 31 March 2027)"],
    [january, "2026 Q3", "quarterly", "2026-07-01", "2026-09-30", "2026 Q3 (July to September 2026)"],
    [january, "2026", "yearly", "2026-01-01", "2026-12-31", "2026 (year to 31 December 2026)"],
    [september, "2026-27 Q1", "quarterly", "2026-09-01", "2026-11-30", "2026-27 Q1 (September to November 2026)"],
    [september, "2026-27 Q2", "quarterly", "2026-12-01", "2027-02-28", "2026-27 Q2 (December 2026 to February 2027)"],
  ] as const)("of a plan that starts %o: %s is %s, from %s to %s", (plan, name, frequency, from, to, words) => {
    const period = periodNamed(plan, name);
    expect(period).toEqual({ name, frequency, from, to });
    expect(period && periodInWords(period)).toBe(words);
    expect(periodAt(plan, frequency, to)).toEqual(period);
  });

  test.each([
    ["2026/27 q2", "2026-27 Q2"],
    [" 2026-27 Q2 ", "2026-27 Q2"],
    ["2026-2027 Q2", "2026-27 Q2"],
    ["2026-27 Q5", undefined],
    ["2026-28 Q1", undefined],
    ["2026 Q1", undefined],
    ["2026", undefined],
    ["2026-13", undefined],
    ["2026-00", undefined],
    ["Q2", undefined],
    ["", undefined],
  ])("%j is the period %s of a plan that starts in April", (text, name) => {
    expect(periodNamed(april, text)?.name).toBe(name);
  });

  test.each([
    ["quarterly", "2026-11-24", "2026-27 Q2"],
    ["quarterly", "2026-10-01", "2026-27 Q2"],
    ["quarterly", "2026-09-30", "2026-27 Q1"],
    ["monthly", "2026-11-24", "2026-10"],
    ["yearly", "2026-11-24", "2025-26"],
  ] as [Frequency, string, string][])("the last ended %s period on %s is %s", (frequency, today, name) => {
    expect(lastEnded(april, frequency, today).name).toBe(name);
  });

  test("are counted back and forward over the year's end", () => {
    const q1 = periodAt(april, "quarterly", "2026-05-01");
    expect([periodBefore(april, q1), periodBefore(april, q1, 5), periodBefore(april, q1, -4)].map(({ name }) => name)).toEqual([
      "2025-26 Q4",
      "2024-25 Q4",
      "2027-28 Q1",
    ]);
  });

  test.each([
    ["2026-09-30", false],
    ["2026-10-28", false],
    ["2026-10-29", true],
  ])("a figure for 2026-27 Q2 is late on %s: %s", (today, late) => {
    const period = periodNamed(april, "2026-27 Q2");
    expect(period && isLate(period, today)).toBe(late);
  });
});
