import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../src/plan/index.js";
import { bankHolidaysOf, type Nation, proclaimed } from "../../src/reminders/bank-holidays.js";
import { calendarOf } from "../../src/reminders/calendar.js";
import { instantAt, localTimeAt } from "../../src/reminders/local-time.js";

/** By nation and year, "12-25 12-28": as the library date-holidays 3.37.0 (GB; ENG, SCT, NIR; public) reckons them. */
const reckoned: Record<Nation, Record<string, string>> = JSON.parse(readFileSync(new URL("../fixtures/bank-holidays.json", import.meta.url), "utf8"));
const nations = Object.keys(reckoned) as Nation[];
const years = Array.from({ length: 10 }, (_, at) => 2026 + at);
const daysOf = (year: number) => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) days.push(day);
  return days;
};

describe("working days", () => {
  test.each(nations)("of %s from 2026 to 2035 are those that a library of holidays has, but for what was proclaimed since", (nation) => {
    const calendar = calendarOf({ nation });
    const differ = years.flatMap((year) => {
      const holidays = new Set(reckoned[nation][year]?.split(" ").map((day) => `${year}-${day}`));
      return daysOf(year).filter((day) => {
        const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
        return calendar.isWorking(day) !== (!weekend && !holidays.has(day));
      });
    });
    expect(differ).toEqual(proclaimed.filter((one) => one.in.includes(nation)).map(({ day }) => day));
  });

  test.each([
    ["england", "2026-12-28", "Boxing Day"],
    ["england", "2027-12-27", "Christmas Day"],
    ["scotland", "2026-06-15", "World Cup bank holiday"],
    ["scotland", "2028-01-04", "2 January"],
    ["northern-ireland", "2026-07-13", "Battle of the Boyne"],
  ] as const)("in %s %s is %s", (nation, day, name) => {
    expect(bankHolidaysOf(nation, Number(day.slice(0, 4))).get(day)).toBe(name);
  });

  test("the organisation's own closures are none, and bank holidays on which it works are", () => {
    const calendar = calendarOf({ nation: "england", closed: ["2026-12-29", "2026-12-30"], open: ["2026-12-28"] });
    expect(["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"].map(calendar.isWorking)).toEqual([true, false, false, true]);
    expect(["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29"].map(calendar.offOn)).toEqual([
      "Christmas Day",
      "a Saturday",
      "a Sunday",
      undefined,
      "a day on which the organisation is closed",
    ]);
    expect(calendar.onOrAfter("2026-12-29")).toBe("2026-12-31");
    expect(calendar.onOrAfter("2027-01-01")).toBe("2027-01-04");
  });

  test("a calendar without a working day is said to be one", () => {
    const closed = Array.from({ length: 500 }, (_, at) => addDays("2026-01-01", at));
    expect(() => calendarOf({ nation: "england", closed }).onOrAfter("2026-01-01")).toThrow("no working day");
  });
});

const lastSunday = (year: number, month: string): string => {
  const last = `${year}-${month}-31`;
  return addDays(last, -new Date(`${last}T00:00:00Z`).getUTCDay());
};
/** Minutes ahead of UTC, by the law: summer time is from the last Sunday of March to that of October, at 01:00 UTC. */
const ahead = (instant: number, year: number) =>
  instant >= Date.parse(`${lastSunday(year, "03")}T01:00:00Z`) && instant < Date.parse(`${lastSunday(year, "10")}T01:00:00Z`) ? 60 : 0;

describe.each(years)("the clocks change in London in %i", (year) => {
  test.each([
    ["forward", "03", 23 * 60],
    ["back", "10", 25 * 60],
  ] as const)("%s: every minute of the day has the local time that the law gives it", (_way, month, minutes) => {
    const day = lastSunday(year, month);
    const start = instantAt({ day, time: "00:00" }, "Europe/London").getTime();
    for (let minute = 0; minute < minutes; minute++) {
      const instant = start + minute * 60_000;
      const local = new Date(instant + ahead(instant, year) * 60_000).toISOString();
      expect(localTimeAt(new Date(instant), "Europe/London")).toEqual({ day, time: local.slice(11, 16) });
      expect(dayOf(new Date(instant), "Europe/London")).toBe(day);
    }
    expect(localTimeAt(new Date(start + minutes * 60_000), "Europe/London")).toEqual({ day: addDays(day, 1), time: "00:00" });
  });

  test.each([
    ["forward", "03"],
    ["back", "10"],
  ] as const)("%s: every local time is one instant, the first at which the wall shows it or more", (_way, month) => {
    const day = lastSunday(year, month);
    const midnight = Date.parse(`${day}T00:00:00Z`) - ahead(Date.parse(`${day}T00:00:00Z`) - 3_600_000, year) * 60_000;
    for (let minute = 0; minute < 24 * 60; minute++) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const jumped = month === "03" && time >= "01:00" && time < "02:00";
      const firstShown =
        midnight + minute * 60_000 - (month === "10" && time >= "02:00" ? -3_600_000 : 0) - (month === "03" && time >= "02:00" ? 3_600_000 : 0);
      expect(instantAt({ day, time }, "Europe/London").getTime()).toBe(firstShown);
      expect(localTimeAt(new Date(firstShown), "Europe/London")).toEqual({ day, time: jumped ? time.replace(/^01/, "02") : time });
    }
  });
});
