/** On which day something that is due goes, and to whom: working days, pauses, somebody's own days, holidays with a deputy, snoozes. Pure. */
import { addDays, type Day, weekday } from "../plan/index.js";
import type { Calendar } from "./calendar.js";
import { lastStep } from "./due-item.js";
import { type AllSettings, everyone, holidayOn, pauseOn, type ReminderSettings, rhythmOn, snoozeOn } from "./settings.js";

export interface Rules {
  calendar: Calendar;
  settings: AllSettings;
}

export interface Going {
  day: Day;
  to: string;
}

const nothingSet: ReminderSettings = {};

/** A person's settings; nothing set where they have none. */
export const settingsFor = (settings: AllSettings, who: string): ReminderSettings => settings.get(who) ?? nothingSet;

/** Somebody who would hear of it, from the day of its step on; nothing when it goes after `until`. */
export function goesOn(rules: Rules, { who, key, step, day }: { who: string; key: string; step: string; day: Day }, until: Day): Going | undefined {
  const { settings } = rules;
  const own = settingsFor(settings, who);
  for (let at = day; at <= until; at = addDays(at, 1)) {
    if (!isOpen(rules, at)) continue;
    if (step !== lastStep && snoozeOn(own, key, at)) continue;
    const to = receiverOn(settings, who, step, at);
    if (to) return { day: at, to };
  }
  return undefined;
}

function receiverOn(settings: AllSettings, who: string, step: string, day: Day): string | undefined {
  const own = settingsFor(settings, who);
  const holiday = holidayOn(own, day);
  if (!holiday) return hears(own, day) ? who : undefined;
  const deputy = holiday.deputy;
  if (deputy && deputy !== who && mayHear({ settings }, deputy, day)) return deputy;
  // Before it goes up to the managers its lead is told, wherever they are; otherwise a deputy's day off is waited for.
  return step === lastStep && !deputy && hears(own, day) ? who : undefined;
}

/** Whether messages go at all on a day: a working day on which they are not paused for everyone. */
export const isOpen = ({ calendar, settings }: Rules, day: Day): boolean => calendar.isWorking(day) && !pauseOn(settingsFor(settings, everyone), day);

/** Whether somebody may be written to on an open day. */
export const mayHear = ({ settings }: Pick<Rules, "settings">, who: string, day: Day): boolean =>
  !holidayOn(settingsFor(settings, who), day) && hears(settingsFor(settings, who), day);

/** Not paused, and one of the person's own days. */
function hears(own: ReminderSettings, day: Day): boolean {
  if (pauseOn(own, day)) return false;
  const { days } = rhythmOn(own, day);
  return !days?.length || days.includes(weekday(day));
}
