/** Which days are working days: Monday to Friday without bank holidays and the organisation's own closure days. Pure. */
import { addDays, type Day, weekday } from "../plan/index.js";
import { bankHolidaysOf, isWeekend, type Nation } from "./bank-holidays.js";

export interface Calendar {
  isWorking(day: Day): boolean;
  /** What a day is that is no working day: "a Saturday", "Good Friday", "a day on which the organisation is closed". */
  offOn(day: Day): string | undefined;
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

/** Working days: the nation's bank holidays and weekends are none, nor are `closed` days; bank holidays in `open` are. */
export function calendarOf({ nation, closed = [], open = [] }: CalendarRules): Calendar {
  const [closures, worked] = [new Set(closed), new Set(open)];
  const years = new Map<number, Map<Day, string>>();
  const holidays = (year: number): Map<Day, string> => {
    const known = years.get(year) ?? bankHolidaysOf(nation, year);
    years.set(year, known);
    return known;
  };
  const offOn = (day: Day): string | undefined => {
    if (isWeekend(day)) return weekday(day) === 6 ? "a Saturday" : "a Sunday";
    if (closures.has(day)) return "a day on which the organisation is closed";
    return worked.has(day) ? undefined : holidays(Number(day.slice(0, 4))).get(day);
  };
  const isWorking = (day: Day) => offOn(day) === undefined;
  return {
    isWorking,
    offOn,
    onOrAfter(day) {
      for (let at = day, tries = 0; tries < mostDays; at = addDays(at, 1), tries++) if (isWorking(at)) return at;
      throw new RangeError("There is no working day in more than a year");
    },
  };
}
