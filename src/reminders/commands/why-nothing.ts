/** Why nothing goes on a day: it is no working day, it is held back, or nothing is due. Pure. */
import type { Day } from "../../plan/index.js";
import { isWeekend } from "../bank-holidays.js";
import { isOpen, mayHear, type Rules, settingsFor } from "../delivery-day.js";
import { everyone, holidayOn, pauseOn, rhythmOn, snoozeOn } from "../settings.js";
import { daysInWords } from "./weekdays.js";

/** "nothing is due then." `to` is whom it is about, or nobody for all; `email` is who asks. */
export function whyNothing(rules: Rules, days: readonly Day[], to: string | undefined, email: string): string {
  const working = days.filter((day) => rules.calendar.isWorking(day));
  if (!working.length) return offInWords(rules, days);
  const open = working.filter((day) => isOpen(rules, day));
  if (!open.length) return "all reminders are paused then.";
  return to === undefined ? forAll(rules, open) : forOne(rules, open, to, to === email);
}

function offInWords({ calendar }: Rules, days: readonly Day[]): string {
  const [only] = days;
  // Which day of the week it is has been said.
  const off = days.length === 1 && only && !isWeekend(only) ? calendar.offOn(only) : undefined;
  return off ? `that is ${off}, and reminders go on working days only.` : "reminders go on working days only.";
}

function forAll(rules: Rules, open: readonly Day[]): string {
  const people = [...rules.settings.keys()].filter((who) => who !== everyone);
  const held = people.some((who) => open.some((day) => !mayHear(rules, who, day) || isSnoozing(rules, who, day)));
  return held ? "nothing is due then that is not held back." : "nothing is due then.";
}

function forOne(rules: Rules, open: readonly Day[], to: string, self: boolean): string {
  const own = settingsFor(rules.settings, to);
  if (open.every((day) => pauseOn(own, day))) return self ? "yours are paused then." : "theirs are paused then.";
  if (open.every((day) => holidayOn(own, day))) return self ? "you are away then." : "they are away then.";
  if (!open.some((day) => mayHear(rules, to, day))) {
    const { days } = rhythmOn(own, open[0] as Day);
    return self ? `yours come on ${daysInWords(days)} only.` : `theirs come on ${daysInWords(days)} only.`;
  }
  return open.some((day) => isSnoozing(rules, to, day)) ? "nothing is due then that is not snoozed." : "nothing is due then.";
}

const isSnoozing = ({ settings }: Rules, who: string, day: Day): boolean => {
  const own = settingsFor(settings, who);
  return own.snoozes?.some(({ key }) => snoozeOn(own, key, day)) ?? false;
};
