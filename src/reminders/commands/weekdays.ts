import { listed } from "../../shared/words.js";

export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/** "Mondays and Thursdays", "every working day"; 1 is Monday. */
export const daysInWords = (days: readonly number[] | undefined): string =>
  days ? listed(days.map((day) => `${weekdays[day - 1] ?? "Saturday or Sunday"}s`)) : "every working day";
