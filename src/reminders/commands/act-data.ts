/** What the buttons under the actions of a reminder carry. Pure. */
import { z } from "zod/v4";

export const actVerb = "reminders.act";
export const acts = ["done", "on-track", "at-risk", "time", "not-mine", "snooze", "answer"] as const;
export type Act = (typeof acts)[number];

/** `item` is a DueItem's key, as chosen; `since` the instant the reminder was made. */
export const ActData = z.looseObject({ act: z.enum(acts), since: z.iso.datetime().optional(), item: z.unknown() });

/** The action and the place of its milestone in what a card's choice sends; nothing in a text that is too long. */
export const keyOf = (text: string): { action: string; place?: number } | undefined => {
  const [, action, place] = /^(.{1,40}?)(?:\/(\d{1,3}))?$/u.exec(text) ?? [];
  return action ? { action, ...(place !== undefined && { place: Number(place) }) } : undefined;
};
