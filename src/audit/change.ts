import type { Document } from "../storage/port.js";

/** Plain values only; a list of people is a list of addresses. */
export type Said = string | number | boolean | string[];

/** One thing that changed. `from` is missing when nothing had been said, `to` when it was taken back. */
export interface ChangePart {
  /** Id of the item as printed ("2.3.1", "2.3.m1"), or what else it belongs to: "plan", "managers", "committee". */
  item: string;
  /** A fixed word: "status", "note", "milestone", "lead" … */
  what: string;
  /** Which one of several: a milestone's label, a period. */
  which?: string;
  from?: Said;
  to?: Said;
}

/** How the record names what one person's reminders are about: their hour and days, holidays, pauses, requests to them. */
export const itemOfReminders = (email: string): string => `${PERSONAL_ITEM}${email}`;
/** The person whose reminder settings an entry is about; nothing for entries about the plan. */
export const whoseReminders = (item: string): string | undefined => (item.startsWith(PERSONAL_ITEM) ? item.slice(PERSONAL_ITEM.length) : undefined);
const PERSONAL_ITEM = "reminders of ";
/** What somebody does to their own reminders about an item. */
export const SNOOZED = "snoozed until";

const isPersonal = ({ item, what }: ChangePart): boolean => whoseReminders(item) !== undefined || what === SNOOZED;

/** The changes as others may read them: nothing of anybody's own settings, holidays or snoozes. */
export const openRecordOf = (changes: readonly Change[]): Change[] =>
  changes.flatMap((change) => {
    const parts = change.parts.filter((part) => !isPersonal(part));
    return parts.length === change.parts.length ? [change] : parts.length ? [{ ...change, parts }] : [];
  });

/** Someone who changes something. The e-mail address in lower case; `id` is the Entra object id. */
export interface Author {
  email: string;
  id: string;
  /** For whom they stand in, where they could not do it by themselves. */
  inPlaceOf?: string;
}

/** A change as it was made; never changed again. `_id` is the one-time id of the card or command it came through. */
export interface Change extends Document {
  plan: string;
  /** Every item that a part is about, once. */
  items: string[];
  parts: ChangePart[];
  /** E-mail address, or "the command line", "the sample". */
  by: string;
  byId?: string;
  /** E-mail address of the one who was away, and for whom this was done. */
  inPlaceOf?: string;
  /** Instant (ISO 8601). */
  at: string;
  /** The verb of the card or the command: "progress.save", "waymark plan import". */
  through: string;
  /** What the person gave as the reason. */
  why?: string;
  /** Which change of its document it was: in order where instants are alike. */
  revision?: number;
}

/** What a change is made of; the rest follows from it. */
export interface NewChange {
  id: string;
  plan: string;
  parts: ChangePart[];
  author: Author;
  at: Date;
  through: string;
  why?: string;
}

/** An entry of the record from its parts; what it is about is taken from them. */
export function changeOf({ id, plan, parts, author, at, through, why }: NewChange): Change {
  const items = [...new Set(parts.map(({ item }) => item))];
  const { email, id: byId, inPlaceOf } = author;
  return { _id: id, plan, items, parts, by: email, byId, ...(inPlaceOf && { inPlaceOf }), at: at.toISOString(), through, ...(why && { why }) };
}
