/** Clocks on the wall in a time zone. The only file that knows the time-zone library. */
import { Temporal } from "temporal-polyfill";
import type { Day } from "../plan/index.js";

/** A local date and the time on the wall, to the minute ("09:30"). Times of a day compare as strings. */
export interface LocalTime {
  day: Day;
  time: string;
}

/** The day and the time ("09:30") that clocks in the zone show at an instant. */
export function localTimeAt(instant: Date, timeZone: string): LocalTime {
  const [day, time] = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString().split("T") as [
    Day,
    string,
  ];
  return { day, time: time.slice(0, 5) };
}

/** The instant of a local time; the earlier of two when the clocks go back, as much later as they jump when they go forward over it. */
export const instantAt = ({ day, time }: LocalTime, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds);
