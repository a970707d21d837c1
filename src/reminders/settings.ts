/** What people and managers said of when reminders go, dated so that a day in the past is judged by what held then. Pure. */
import { z } from "zod/v4";
import type { Recorded } from "../audit/index.js";
import type { Day } from "../plan/index.js";

interface SaidBy {
  /** E-mail address of who said it, and the instant (ISO 8601). */
  by: string;
  at: string;
}

/** Nothing goes from `from` on; on `until` it goes again. */
export interface Pause extends SaidBy {
  from: Day;
  until: Day;
  why: string;
}

/** Somebody's own hour and days. The newest whose `from` has come counts. */
export interface Rhythm extends SaidBy {
  from: Day;
  /** "14:00", on the hour or the half hour, in the plan's time zone; the usual one when missing. */
  hour?: string;
  /** 1 is Monday; every working day when missing. Days that are no working days stay without messages. */
  days?: number[];
}

/** Both ends counted. The deputy gets what comes meanwhile; without one it waits. */
export interface Holiday extends SaidBy {
  from: Day;
  to: Day;
  deputy?: string;
}

/** One thing that somebody does not want to hear of before `until`. `key` as in DueItem. */
export interface Snooze extends SaidBy {
  key: string;
  from: Day;
  until: Day;
  why: string;
}

/** Somebody says that an action is not theirs; stands until a manager has dealt with it. */
export interface Reassign extends SaidBy {
  /** Id as printed. */
  action: string;
  why: string;
}

/** Why something is still overdue, as its lead answered before it goes up to the managers. */
export interface Reason extends SaidBy {
  key: string;
  why: string;
}

/** Of everyone, or of one person. Ended entries stay for a while: they say why something went on a later day. */
export interface ReminderSettings {
  pauses?: Pause[];
  /** Of one person only, like all that follow. */
  rhythms?: Rhythm[];
  holidays?: Holiday[];
  snoozes?: Snooze[];
  reassigns?: Reassign[];
  reasons?: Reason[];
}

/** `_id` is plan/everyone or plan/person's e-mail address. */
export interface KeptSettings extends Recorded, ReminderSettings {
  plan: string;
  /** "everyone" or an e-mail address. */
  who: string;
  /** Of all holidays that are kept: whoever is one can find for whom. */
  deputies?: string[];
}

/** Everything that was set for a plan, by "everyone" and e-mail address. */
export type AllSettings = ReadonlyMap<string, ReminderSettings>;

export const everyone = "everyone";

export const Hour = z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, "must be on the hour or the half hour, written 14:00 or 14:30");

/** The hour and days that hold for somebody on a day. */
export const rhythmOn = ({ rhythms = [] }: ReminderSettings, day: Day): Pick<Rhythm, "hour" | "days"> =>
  rhythms.filter(({ from }) => from <= day).sort((a, b) => (a.from + a.at < b.from + b.at ? 1 : -1))[0] ?? {};

/** The holiday of somebody who is away that day, both ends counted; the newest where two overlap. */
export const holidayOn = ({ holidays = [] }: ReminderSettings, day: Day): Holiday | undefined => holidays.findLast(({ from, to }) => from <= day && day <= to);

/** The pause that holds that day; `until` is the first day on which reminders go again. */
export const pauseOn = ({ pauses = [] }: ReminderSettings, day: Day): Pause | undefined =>
  pauses.filter(({ from, until }) => from <= day && day < until).sort((a, b) => (a.until < b.until ? 1 : -1))[0];

/** The snooze of one thing that holds that day; `until` is the first day on which it is heard of again. */
export const snoozeOn = ({ snoozes = [] }: ReminderSettings, key: string, day: Day): Snooze | undefined =>
  snoozes.findLast((one) => one.key === key && one.from <= day && day < one.until);
