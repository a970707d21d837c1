import { describe, expect, test } from "vitest";
import { addDays, addMonths, dayInWords, dayOf, daysBetween, monthName, Plan, weekday } from "../../src/plan/index.js";

describe("days", () => {
  test.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2026-11-24", 28, "2026-12-22"],
    ["2026-11-24", 0, "2026-11-24"],
  ])("%s plus %i days is %s, clocks changing or not", (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-04-01", 12, "2027-04-01"],
    ["2026-04-01", -13, "2025-03-01"],
  ])("%s plus %i months is %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ["2026-11-23", 1],
    ["2026-11-24", 2],
    ["2026-11-29", 7],
  ])("%s is day %i of the week", (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  test.each([
    ["2026-11-24T10:00:00Z", "Europe/London", "2026-11-24"],
    ["2026-06-30T23:30:00Z", "Europe/London", "2026-07-01"],
    ["2026-12-31T23:30:00Z", "Europe/London", "2026-12-31"],
    ["2026-03-29T00:59:59Z", "Europe/London", "2026-03-29"],
    ["2026-11-24T10:30:00Z", "Pacific/Kiritimati", "2026-11-25"],
    ["2026-11-24T04:59:00Z", "America/New_York", "2026-11-23"],
    ["2028-02-29T12:00:00Z", "UTC", "2028-02-29"],
  ])("at %s in %s it is %s", (instant, zone, day) => {
    expect(dayOf(new Date(instant), zone)).toBe(day);
  });

  test("are written in words", () => {
    expect(dayInWords("2027-03-31")).toBe("31 March 2027");
    expect(dayInWords("2026-11-01")).toBe("1 November 2026");
    expect(monthName("2026-02-14")).toBe("February");
  });
});

describe("the first day of Year 1", () => {
  const startsOn = (starts: string) => Plan.safeParse({ title: "T", starts, themes: [{ id: "1", name: "N" }] }).success;
  test.each([
    ["2025-04-01", true],
    ["2028-02-29", true],
    ["2027-02-29", false],
    ["2025-02-30", false],
    ["2025-13-01", false],
    ["2025-4-1", false],
    ["01/04/2025", false],
    ["0025-04-01", false],
  ])("%s exists: %s", (starts, exists) => {
    expect(startsOn(starts)).toBe(exists);
  });
});
