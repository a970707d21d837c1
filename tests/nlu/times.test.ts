import { describe, expect, it } from "vitest";
import { readTimes } from "../../src/nlu/times/read-times.js";
import { plainWords, withDigits } from "../../src/nlu/words.js";

const april = { starts: "2025-04-01" };

function span(text: string, { plan = april, today = "2026-11-24", lean = "ahead" as "ahead" | "back" } = {}): string {
  const { line, times } = readTimes(withDigits(plainWords(text).join(" ")), { plan, today, lean });
  const mark = [...line.matchAll(/⟦(\d+)⟧/g)].at(-1)?.[1];
  const time = mark === undefined ? undefined : times[Number(mark)];
  return time ? `${time.from} ${time.to}` : "none";
}

describe("a time in words, asked on Tuesday 24 November 2026 in a plan that starts on 1 April 2025", () => {
  it.each([
    ["this quarter", "2026-10-01 2026-12-31"],
    ["next quarter", "2027-01-01 2027-03-31"],
    ["last quarter", "2026-07-01 2026-09-30"],
    ["the quarter after this one", "2027-01-01 2027-03-31"],
    ["the quarter after next", "2027-04-01 2027-06-30"],
    ["the last quarter of this financial year", "2027-01-01 2027-03-31"],
    ["Q4", "2027-01-01 2027-03-31"],
    ["Q2", "2027-07-01 2027-09-30"],
    ["2025-26 Q4", "2026-01-01 2026-03-31"],
    ["Q1 of 2026/27", "2026-04-01 2026-06-30"],
    ["second quarter of year 2", "2026-07-01 2026-09-30"],
    ["Year 2", "2026-04-01 2027-03-31"],
    ["years 2 to 3", "2026-04-01 2028-03-31"],
    ["2026-27", "2026-04-01 2027-03-31"],
    ["next year", "2027-04-01 2028-03-31"],
    ["this month", "2026-11-01 2026-11-30"],
    ["next month", "2026-12-01 2026-12-31"],
    ["the month after next", "2027-01-01 2027-01-31"],
    ["next week", "2026-11-30 2026-12-06"],
    ["in december", "2026-12-01 2026-12-31"],
    ["in february", "2027-02-01 2027-02-28"],
    ["in may", "2027-05-01 2027-05-31"],
    ["end of march", "2027-03-31 2027-03-31"],
    ["the next 60 days", "2026-11-24 2027-01-23"],
    ["within 2 weeks", "2026-11-24 2026-12-08"],
    ["in the next fortnight", "2026-11-24 2026-12-08"],
    ["soon", "2026-11-24 2026-12-22"],
    ["before 1 February 2027", "2026-11-24 2027-01-31"],
    ["by 1 February 2027", "2026-11-24 2027-02-01"],
    ["before april", "2026-11-24 2027-03-31"],
    ["before the end of the financial year", "2026-11-24 2027-03-31"],
    ["after year 3", "2028-04-01 9999-12-31"],
    ["between 1 December 2026 and 31 January 2027", "2026-12-01 2027-01-31"],
    ["from january to march", "2027-01-01 2027-03-31"],
    ["10th to 15th december", "2026-12-10 2026-12-15"],
    ["01/12/2026", "2026-12-01 2026-12-01"],
    ["2026-12-01", "2026-12-01 2026-12-01"],
    ["by friday", "2026-11-24 2026-11-27"],
    ["today", "2026-11-24 2026-11-24"],
    ["tomorrow", "2026-11-25 2026-11-25"],
    ["by christmas", "2026-11-24 2026-12-25"],
    ["before xmas", "2026-11-24 2026-12-24"],
    ["by Christmas Eve", "2026-11-24 2026-12-24"],
    ["until boxing day", "2026-11-24 2026-12-26"],
    ["before the new year", "2026-11-24 2026-12-31"],
    ["in the new year", "2027-01-01 2027-01-31"],
    ["between now and new year's eve", "2026-11-24 2026-12-31"],
    ["by new years eve", "2026-11-24 2026-12-31"],
    ["by hogmanay", "2026-11-24 2026-12-31"],
    ["this side of Easter", "2026-11-24 2027-03-27"],
    ["since the first of november", "2026-11-01 2026-11-24"],
    ["since 1 November", "2026-11-01 2026-11-24"],
    ["since the twenty second of october", "2026-10-22 2026-11-24"],
    ["since September", "2026-09-01 2026-11-24", "back"],
    ["by the end of January", "2026-11-24 2027-01-31"],
    ["between 1 July and 30 September", "2027-07-01 2027-09-30"],
    ["between the 1st of july and the 30th of september", "2026-07-01 2026-09-30", "back"],
    ["a 90-day look-ahead", "2026-11-24 2027-02-22"],
    ["90 day lookahead", "2026-11-24 2027-02-22"],
    ["six week forward look", "2026-11-24 2027-01-05"],
    ["in the next fortnight", "2026-11-24 2026-12-08"],
    ["over the coming fortnight", "2026-11-24 2026-12-08"],
    ["in jan or feb", "2027-01-01 2027-02-28"],
    ["in january and february", "2027-01-01 2027-02-28"],
    ["next month or the month after next", "2026-12-01 2027-01-31"],
    ["in the calendar year 2028", "2028-01-01 2028-12-31"],
    ["calendar year 2028", "2028-01-01 2028-12-31"],
    ["by month end", "2026-11-24 2026-11-30"],
    ["by quarter end", "2026-11-24 2026-12-31"],
    ["by financial year end", "2026-11-24 2027-03-31"],
    ["before the financial year end", "2026-11-24 2027-03-31"],
    ["before the calendar year end", "2026-11-24 2026-12-31"],
    ["before the year is out", "2026-11-24 2026-12-31"],
    ["in q4", "2027-01-01 2027-03-31"],
    ["it may be late", "none"],
    ["nothing of the kind", "none"],
  ] as [string, string, ("ahead" | "back")?][])("%s", (text, wanted, lean = "ahead") => expect(span(text, { lean })).toBe(wanted));
});

describe("a time without a year, asked looking back", () => {
  it.each([
    ["july", "2026-07-01 2026-07-31"],
    ["december", "2025-12-01 2025-12-31"],
    ["Q4", "2026-01-01 2026-03-31"],
    ["Q2", "2026-07-01 2026-09-30"],
  ])("%s", (text, wanted) => expect(span(text, { lean: "back" })).toBe(wanted));
});

describe("other years", () => {
  it.each([
    ["this quarter", "2026-09-01", "2027-01-20", "2026-12-01 2027-02-28"],
    ["next quarter", "2026-01-01", "2026-11-11", "2027-01-01 2027-03-31"],
    ["in 2028", "2026-01-01", "2026-11-11", "2028-01-01 2028-12-31"],
    ["2026 Q3", "2026-01-01", "2026-11-11", "2026-07-01 2026-09-30"],
    ["year 3", "2024-07-01", "2026-11-03", "2026-07-01 2027-06-30"],
    ["next month", "2025-04-01", "2027-01-31", "2027-02-01 2027-02-28"],
    ["in the next month", "2025-04-01", "2028-01-31", "2028-01-31 2028-02-29"],
  ])("%s in a plan that starts on %s, asked on %s", (text, starts, today, wanted) => expect(span(text, { plan: { starts }, today })).toBe(wanted));
});
