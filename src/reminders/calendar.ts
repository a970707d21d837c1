/** Which days are working days: Monday to Friday without bank holidays and the organisation's own closure days. Pure. */
import { addDays, type Day } from "../plan/index.js";
import { bankHolidaysOf, isWeekend, type Nation } from "./bank-holidays.js";

export interface Calendar {
  isWorking(day: Day): boolean;
  /** The day itself when it is a working day, else the next one that is. */
  onOrAfter(day: Day): Day;
}

export interface CalendarRules {
  nation: Nation;
  /** Days on which the organisation is closed as well. */
  closed?: readonly Day[];
  /** Bank holidays on which it works all the same. */
  open?: readonly Day[];
}

/** Longer than any closure; a calendar without a working day in it is a mistake in the settings. */
const mostDays = 400;

export function calendarOf({ nation, closed = [], open = [] }: CalendarRules): Calendar {
  const [closures, worked] = [new Set(closed), new Set(open)];
  const years = new Map<number, Map<Day, string>>();
  const holidays = (year: number): Map<Day, string> => {
    const known = years.get(year) ?? bankHolidaysOf(nation, year);
    years.set(year, known);
    return known;
  };
  const isWorking = (day: Day) => !closures.has(day) && !isWeekend(day) && (worked.has(day) || !holidays(Number(day.slice(0, 4))).has(day));
  return {
    isWorking,
    onOrAfter(day) {
      for (let at = day, tries = 0; tries < mostDays; at = addDays(at, 1), tries++) if (isWorking(at)) return at;
      throw new RangeError("There is no working day in more than a year");
    },
  };
}
