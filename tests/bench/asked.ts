/** The turn that is measured, and who asks: the same for every bot. */
import { person } from "../support/teams.js";

/** Of two kinds: each turn something else than the same person's turn before, so that there is something new to remember; or the same again. */
export type Kind = "new" | "again";

export const kinds: readonly Kind[] = ["new", "again"];

/** The priority that the turn asks about; only turns about the first are counted. */
export const counted = "2.3";
const other = "2.4";

/** What the turn with this number, from 0, asks, and who asks it. */
export const turnOf = (number: number, kind: Kind): { who: (typeof askers)[number]; about: string; text: string } => {
  const at = number % askers.length;
  const pass = Math.floor(number / askers.length);
  const about = kind === "new" && (at + pass) % 2 ? other : counted;
  return { who: askers[at] as (typeof askers)[number], about, text: `how is ${about} doing` };
};

/** All turns are of this instant, so that every round is asked for the same day. */
export const instant = "2026-11-24T10:00:00.000Z";

/** Each in a chat of their own. The bot has met them all. */
export const askers = Array.from({ length: 200 }, (_, at) => person(`member.of.staff-${at}@example.org`));
