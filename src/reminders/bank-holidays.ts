/** Bank holidays as they are laid down, a row each, and those that were proclaimed for one year. Source: gov.uk/bank-holidays. Pure. */
import { addDays, type Day, weekday } from "../plan/index.js";

export const nations = ["england", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

/** On a date (a working day instead when that is on a weekend), on a Monday of a month, or days from Easter Sunday. */
type Rule = { date: string } | { monday: "first" | "last"; of: number } | { easter: number };

const rules: { name: string; when: Rule; in: readonly Nation[] }[] = [
  { name: "New Year's Day", when: { date: "01-01" }, in: nations },
  { name: "2 January", when: { date: "01-02" }, in: ["scotland"] },
  { name: "St Patrick's Day", when: { date: "03-17" }, in: ["northern-ireland"] },
  { name: "Good Friday", when: { easter: -2 }, in: nations },
  { name: "Easter Monday", when: { easter: 1 }, in: ["england", "northern-ireland"] },
  { name: "Early May bank holiday", when: { monday: "first", of: 5 }, in: nations },
  { name: "Spring bank holiday", when: { monday: "last", of: 5 }, in: nations },
  { name: "Battle of the Boyne", when: { date: "07-12" }, in: ["northern-ireland"] },
  { name: "Summer bank holiday", when: { monday: "first", of: 8 }, in: ["scotland"] },
  { name: "Summer bank holiday", when: { monday: "last", of: 8 }, in: ["england", "northern-ireland"] },
  { name: "St Andrew's Day", when: { date: "11-30" }, in: ["scotland"] },
  { name: "Christmas Day", when: { date: "12-25" }, in: nations },
  { name: "Boxing Day", when: { date: "12-26" }, in: nations },
];

/** Proclaimed for one year only; `instead` names the day by rule that it replaces. */
export const proclaimed: { name: string; day: Day; in: readonly Nation[]; instead?: Day }[] = [
  { name: "World Cup bank holiday", day: "2026-06-15", in: ["scotland"] },
];

/** Every bank holiday of a year that is a working day otherwise, with its name. */
export function bankHolidaysOf(nation: Nation, year: number): Map<Day, string> {
  const own = rules.filter((rule) => rule.in.includes(nation)).map(({ name, when }) => ({ name, day: dayBy(when, year) }));
  const found = new Map(own.filter(({ day }) => !isWeekend(day)).map(({ name, day }) => [day, name]));
  // A day that falls on a weekend is kept on the next one that is free.
  for (const { name, day } of own.filter((one) => isWeekend(one.day))) {
    let free = day;
    while (isWeekend(free) || found.has(free)) free = addDays(free, 1);
    found.set(free, name);
  }
  for (const { name, day, in: where, instead } of proclaimed) {
    if (!where.includes(nation) || !day.startsWith(`${year}-`)) continue;
    found.set(day, name);
    if (instead) found.delete(instead);
  }
  return found;
}

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => weekday(day) > 5;

function dayBy(rule: Rule, year: number): Day {
  if ("date" in rule) return `${year}-${rule.date}`;
  if ("easter" in rule) return addDays(easterSunday(year), rule.easter);
  const month = `${year}-${String(rule.of).padStart(2, "0")}`;
  if (rule.monday === "first") return addDays(`${month}-01`, (8 - weekday(`${month}-01`)) % 7);
  // Both months that have one have 31 days.
  return addDays(`${month}-31`, 1 - weekday(`${month}-31`));
}

/** The Gregorian rule, in the form that Meeus and others give. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return `${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, "0")}`;
}
