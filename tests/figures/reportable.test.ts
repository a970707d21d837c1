import { describe, expect, test } from "vitest";
import { closesOn, lateness, notReportable, periodMeant } from "../../src/figures/index.js";
import { type Frequency, type ItemOf, type Period, Plan, periodNamed } from "../../src/plan/index.js";

const plan = Plan.parse({ title: "A plan", starts: "2025-04-01", themes: [{ id: "1", name: "One", priorities: [{ id: "1.1", title: "First" }] }] });
const period = (name: string) => periodNamed(plan, name) as Period;
const on = (today: string) => ({ plan, today });
const theme = plan.themes[0] as Plan["themes"][0];
const item = (frequency?: Frequency): ItemOf<"measure"> => ({
  type: "measure",
  id: "1.1.m1",
  theme,
  priority: theme.priorities[0] as (typeof theme.priorities)[0],
  measure: { id: "1.1.m1", text: "x", frequency },
});

describe("a period can be reported", () => {
  test.each<[string, string, string | undefined]>([
    ["2026-27 Q2", "2026-09-30", "2026-27 Q2 (July to September 2026) is not over yet: it can be reported from 1 October 2026."],
    ["2026-27 Q2", "2026-10-01", undefined],
    ["2026-27 Q2", "2028-03-31", undefined],
    ["2026-27 Q2", "2028-04-01", "2026-27 Q2 (July to September 2026) is closed: it could be reported until 31 March 2028."],
    ["2025-26", "2026-04-01", undefined],
    ["2025-26", "2027-03-31", undefined],
    ["2025-26", "2027-04-01", "2025-26 (year to 31 March 2026) is closed: it could be reported until 31 March 2027."],
    ["2026-10", "2026-10-31", "October 2026 is not over yet: it can be reported from 1 November 2026."],
    ["2024-25 Q4", "2026-11-24", "2024-25 Q4 (January to March 2025) was over before the plan began, so it is not reported."],
  ])("%s on %s: %s", (name, today, why) => expect(notReportable(on(today), period(name))).toBe(why));

  test("until the end of the year after the one that it ends in", () => {
    expect(["2025-26 Q1", "2025-26 Q4", "2025-26", "2026-03", "2026-04"].map((name) => closesOn(plan, period(name)))).toEqual([
      "2027-03-31",
      "2027-03-31",
      "2027-03-31",
      "2027-03-31",
      "2028-03-31",
    ]);
  });

  test("and is late from the 29th day after its end", () => {
    expect(lateness(on("2026-10-28"), period("2026-27 Q2"))).toBe("open until 28 October 2026");
    expect(lateness(on("2026-10-29"), period("2026-27 Q2"))).toBe("late since 29 October 2026");
  });
});

describe("the period that is meant", () => {
  test.each<[string, Frequency | undefined, [string, string] | undefined, string]>([
    ["nothing said", undefined, undefined, "2026-27 Q2"],
    ["nothing said, by month", "monthly", undefined, "2026-10"],
    ["nothing said, by year", "yearly", undefined, "2025-26"],
    ["a quarter", "quarterly", ["2026-04-01", "2026-06-30"], "2026-27 Q1"],
    ["a quarter that is not over", "quarterly", ["2026-10-01", "2026-12-31"], "2026-27 Q3"],
    ["a year of quarters: the newest that is over", "quarterly", ["2026-04-01", "2027-03-31"], "2026-27 Q2"],
    ["a month of a quarterly measure", "quarterly", ["2026-08-01", "2026-08-31"], "2026-27 Q2"],
    ["a day of a yearly measure", "yearly", ["2025-06-01", "2025-06-01"], "2025-26"],
    ["a week that lies in two quarters", "quarterly", ["2026-09-28", "2026-10-04"], "2026-27 Q2"],
  ])("%s", (_, frequency, window, name) => {
    expect(periodMeant(on("2026-11-24"), item(frequency), window && { from: window[0], to: window[1] }).name).toBe(name);
  });
});
