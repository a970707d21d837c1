/** What a setting makes of the settings that stand: the whole of them afterwards, and the parts of the change. Pure. */

import { type ChangePart, itemOfReminders, SNOOZED } from "../audit/index.js";
import { addDays, type Day } from "../plan/index.js";
import { everyone, type Holiday, type Pause, type Reason, type Reassign, type ReminderSettings, type Rhythm, type Snooze } from "./settings.js";

export interface SaidSettings {
  settings: ReminderSettings;
  /** Nothing when nothing is different. */
  parts: ChangePart[];
}

/** Longer than anything can have been held back. */
const keptDays = 500;

const recent = <T>(list: T[] | undefined, endOf: (one: T) => Day, today: Day): T[] => (list ?? []).filter((one) => endOf(one) > addDays(today, -keptDays));

const itemFor = (who: string): string => (who === everyone ? "reminders" : itemOfReminders(who));

/** A pause of everyone or one person from today on; takes the place of one that is in force or to come. */
export function sayPause(who: string, now: ReminderSettings, pause: Pause): SaidSettings {
  const before = pauseAhead(now, pause.from);
  const rest = endedOn(now.pauses, pause.from);
  return {
    settings: { ...now, pauses: [...recent(rest, ({ until }) => until, pause.from), pause] },
    parts: [{ item: itemFor(who), what: "paused until", ...(before && { from: before.until }), to: pause.until }],
  };
}

/** Reminders go again from today on. */
export function sayResume(who: string, now: ReminderSettings, today: Day): SaidSettings {
  const before = pauseAhead(now, today);
  return {
    settings: { ...now, pauses: endedOn(now.pauses, today) },
    parts: before ? [{ item: itemFor(who), what: "paused until", from: before.until }] : [],
  };
}

const pauseAhead = ({ pauses = [] }: ReminderSettings, today: Day): Pause | undefined => pauses.findLast(({ until }) => until > today);
const endedOn = (pauses: Pause[] = [], today: Day): Pause[] =>
  pauses.filter(({ from }) => from < today).map((pause) => (pause.until > today ? { ...pause, until: today } : pause));

/** Somebody's hour and days from tomorrow on, so that today's message neither comes twice nor never. `today` is the day it is said on. */
export function sayRhythm(who: string, now: ReminderSettings, rhythm: Omit<Rhythm, "from">, today: Day): SaidSettings {
  const before = now.rhythms?.at(-1);
  const words = ({ hour, days }: Pick<Rhythm, "hour" | "days">) => [hour ?? "usual hour", days ? `days ${days.join(",")}` : "every working day"].join(", ");
  if (words(before ?? {}) === words(rhythm)) return { settings: now, parts: [] };
  const from = addDays(today, 1);
  const rest = (now.rhythms ?? []).filter((one) => one.from < from).slice(-20);
  return {
    settings: { ...now, rhythms: [...rest, { ...rhythm, from }] },
    parts: [{ item: itemFor(who), what: "hour and days", ...(before && { from: words(before) }), to: words(rhythm) }],
  };
}

/** A holiday; takes the place of those it overlaps from today on. */
export function sayHoliday(who: string, now: ReminderSettings, holiday: Holiday, today: Day): SaidSettings {
  const words = ({ from, to, deputy }: Holiday) => `${from} to ${to}${deputy ? `, ${deputy} instead` : ""}`;
  const overlapping = (now.holidays ?? []).filter(({ from, to }) => to >= today && from <= holiday.to && holiday.from <= to);
  const rest = recent(now.holidays, ({ to }) => to, today).flatMap((one) => (overlapping.includes(one) ? cutBefore(one, holiday.from) : [one]));
  const [before] = overlapping;
  return {
    settings: { ...now, holidays: [...rest, holiday] },
    parts: [{ item: itemFor(who), what: "holiday", ...(before && { from: words(before) }), to: words(holiday) }],
  };
}

/** Back already, or not going: holidays that are not over end before today. */
export function sayBack(who: string, now: ReminderSettings, today: Day): SaidSettings {
  const ahead = (now.holidays ?? []).filter(({ to }) => to >= today);
  const holidays = (now.holidays ?? []).flatMap((one) => (ahead.includes(one) ? cutBefore(one, today) : [one]));
  return {
    settings: { ...now, holidays },
    parts: ahead.map(({ from, to }) => ({ item: itemFor(who), what: "holiday", from: `${from} to ${to}` })),
  };
}

const cutBefore = (one: Holiday, day: Day): Holiday[] => (one.from < day ? [{ ...one, to: addDays(day, -1) }] : []);

/** `id` is the item's as printed. */
export function saySnooze(id: string, now: ReminderSettings, snooze: Snooze): SaidSettings {
  const before = now.snoozes?.findLast(({ key, until }) => key === snooze.key && until > snooze.from);
  const rest = recent(now.snoozes, ({ until }) => until, snooze.from).map((one) => (one === before ? { ...one, until: snooze.from } : one));
  return {
    settings: { ...now, snoozes: [...rest, snooze] },
    parts: [{ item: id, what: SNOOZED, ...(before && { from: before.until }), to: snooze.until }],
  };
}

/** What "not mine" makes of settings; nothing when it was said of that action already. */
export function sayReassign(now: ReminderSettings, reassign: Reassign): SaidSettings {
  if (now.reassigns?.some(({ action }) => action === reassign.action)) return { settings: now, parts: [] };
  return {
    settings: { ...now, reassigns: [...(now.reassigns ?? []), reassign] },
    parts: [{ item: reassign.action, what: "reassignment asked for", to: true }],
  };
}

/** A manager has dealt with it, whatever came of it. */
export function sayReassigned(now: ReminderSettings, action: string): SaidSettings {
  if (!now.reassigns?.some((one) => one.action === action)) return { settings: now, parts: [] };
  return {
    settings: { ...now, reassigns: now.reassigns.filter((one) => one.action !== action) },
    parts: [{ item: action, what: "reassignment asked for", from: true }],
  };
}

/** `id` is the item's as printed. */
export function sayReason(id: string, now: ReminderSettings, reason: Reason): SaidSettings {
  const before = now.reasons?.find(({ key }) => key === reason.key);
  if (before?.why === reason.why) return { settings: now, parts: [] };
  return {
    settings: { ...now, reasons: [...(now.reasons ?? []).filter(({ key }) => key !== reason.key), reason].slice(-200) },
    parts: [{ item: id, what: "reason", ...(before && { from: before.why }), to: reason.why }],
  };
}
