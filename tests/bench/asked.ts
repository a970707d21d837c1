/** The turn that is measured, and who asks: the same for every bot. */
import { person } from "../support/teams.js";

/** Questions of two kinds: each turn something else than the same person's turn before, so that there is something new to remember; or the same again. */
export type Asking = "new" | "again";

/** "submit" is the press of a form with one figure; opening the form is not counted. */
export type Kind = Asking | "submit";

export const kinds: readonly Asking[] = ["new", "again"];

/** The priority that the turn asks about; only turns about the first are counted. */
export const counted = "2.3";
const other = "2.4";

/** What the turn with this number, from 0, asks, and who asks it. */
export const turnOf = (number: number, kind: Asking): { who: (typeof askers)[number]; about: string; text: string } => {
  const at = number % askers.length;
  const pass = Math.floor(number / askers.length);
  const about = kind === "new" && (at + pass) % 2 ? other : counted;
  return { who: askers[at] as (typeof askers)[number], about, text: `how is ${about} doing` };
};

/** All turns are of this instant, so that every round is asked for the same day. */
export const instant = "2026-11-24T10:00:00.000Z";

/** Each in a chat of their own. The bot has met them all. */
export const askers = Array.from({ length: 200 }, (_, at) => person(`member.of.staff-${at}@example.org`));

/** Measures of the sample plan that any member of staff may report. */
const openMeasures = ["1.1.m5", "1.3.m2", "1.3.m3", "2.1.m3", "2.1.m5", "2.2.m2", "2.2.m3", "3.1.m1", "3.1.m4", "3.3.m4"];

/** Which form the press with this number is of, and who presses it. */
export const pressOf = (number: number): { who: (typeof askers)[number]; measure: string } => ({
  who: askers[number % askers.length] as (typeof askers)[number],
  measure: openMeasures[number % openMeasures.length] as string,
});
