/** The words and checks that this room's cards share. Pure. */
import { createHash } from "node:crypto";
import { z } from "zod/v4";
import { actionBadge, Day, dayInWords, dueInWords, type ItemOf, leadSaidOf, type Milestone, type PlanAction, statusOf } from "../plan/index.js";
import { badgeInWords, capital } from "../shared/words.js";
import type { Facts } from "./progress.js";
import { milestoneLabel } from "./said.js";

export type ActionItem = ItemOf<"action">;

/** Longest note, reason and web address. */
export const mostNote = 1_000;
export const mostReason = 500;
export const mostLink = 500;

/** "2.3.1 Establish a hub …", whole: a card that changes an action names it in full. */
export const titleOf = ({ id, action }: ActionItem): string => `${id} ${action.text}`;

/** At least two words: a reason that says something. */
export const isSentence = (text: string): boolean => /\p{L}\P{L}+\p{L}{2}/u.test(text);

/** `2.3.1 "Spokes"`, or the id alone. */
export const milestoneName = (item: ActionItem, place: number): string => {
  const label = milestoneLabel(item.action, place);
  return label ? `${item.id} "${label}"` : item.id;
};

/** How an action stands, a short line each. `action` is as it stands now. */
export const standingLines = (item: ActionItem, action: PlanAction): string[] => [
  `Now: ${badgeInWords(actionBadge(action))}`,
  ...(action.milestones ?? []).map((milestone, place) => milestoneLine(action, milestone, place)),
  ...(action.milestones?.length ? [] : ["No date in the plan"]),
  `Lead: ${leadSaidOf({ action: item.action, priority: item.priority }) ?? "nobody named"}`,
  ...(action.note ? [`Note: ${action.note}`] : []),
];

/** "Pilot: due 31 March 2026, done on 20 March 2026" */
export function milestoneLine(action: PlanAction, milestone: Milestone, place: number): string {
  const label = milestoneLabel(action, place);
  const due = milestone.ongoing ? `to be under way by ${dueInWords(milestone)}, then kept up` : `due ${dueInWords(milestone)}`;
  const line = milestone.done ? `${due}, done on ${dayInWords(milestone.done)}` : due;
  return label ? `${capital(label)}: ${line}` : capital(line);
}

/** Short and the same for the same facts: a card carries it to tell whether what it showed is still so. */
export const printOf = (...facts: unknown[]): string => createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 12);

/** What a status card shows that its press may change. */
export const statusPrint = (action: PlanAction): string => printOf(statusOf(action), action.note ?? "");
/** `place` is the milestone that the card is about; all of them when it asks which. */
export const milestonePrint = (action: PlanAction, place: number | undefined): string => printOf(milestonesAt(action, place).map(({ done }) => done ?? ""));
/** A print of what a request for time leans on; it differs when the date or the request changed meanwhile. */
export const timePrint = (action: PlanAction, { asked = {} }: Facts, place: number | undefined): string =>
  printOf(
    milestonesAt(action, place).map(({ due, done }) => [due, done ?? ""]),
    Object.entries(asked).flatMap(([at, { id }]) => (place === undefined || at === String(place) ? [[at, id]] : [])),
  );

const milestonesAt = ({ milestones = [] }: PlanAction, place: number | undefined): Milestone[] =>
  place === undefined ? milestones : milestones.slice(place, place + 1);

/** A day as typed or picked: "2026-03-20", "20/3/2026", "20 March 2026" or "March 20, 2026" (in numbers day before month, as written in Britain). */
export function readDay(text: string): Day | undefined {
  const plain = text
    .trim()
    .replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+Z?$/, "$1")
    .replace(/^(\p{L}{3,}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u, "$2 $1 $3");
  if (Day.safeParse(plain).success) return plain;
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\p{L}{3,}|\d{1,2})[\s./,-]+(\d{4})$/u.exec(plain) ?? [];
  if (!day || !month || !year) return undefined;
  const number = /^\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const read = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return Day.safeParse(read).success ? read : undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A web address as typed, made whole; nothing when it is none. */
export function readLink(text: string): string | undefined {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !/^https?:\/\/[^/]+\.[^/]+/i.test(whole)) return undefined;
  return z.url().safeParse(whole).success ? whole : undefined;
}
