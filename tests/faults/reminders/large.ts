/** A plan with as many leads as wanted, whose milestones are spread over a year, and what they set and do. */
import { addDays } from "../../../src/plan/index.js";
import type { Facts } from "../../../src/progress/index.js";
import type { ReminderSettings } from "../../../src/reminders/index.js";

export const firstDay = "2027-01-01";
const spread = 280;
const actionsEach = 3;

export const leadOf = (at: number): string => `lead${at}@example.org`;

/** The second plan has the same ids and people; of its dates one is the same, the others are some days later. */
export function planOfLeads(leads: number, { second = false } = {}): Record<string, unknown> {
  const priorities = Array.from({ length: leads }, (_, at) => ({
    id: `1.${at + 1}`,
    title: `Priority ${at}`,
    lead: leadOf(at),
    actions: Array.from({ length: actionsEach }, (_none, place) => ({
      id: `1.${at + 1}.${place + 1}`,
      text: `Do ${place}`,
      milestones: [{ due: addDays(dueOf(at, place), second ? 3 * place : 0) }],
    })),
  }));
  return { title: second ? "Second" : "Large", starts: "2026-04-01", timeZone: "Europe/London", themes: [{ id: "1", name: "All", priorities }] };
}

const dueOf = (at: number, place: number): string => addDays(firstDay, 40 + ((at * 7 + place * 61) % spread));

/** A quarter of the leads mark their second action done three days before it is due: on which day, by what it is called in messages. */
export function doneOn(leads: number): Map<string, string> {
  const done = new Map<string, string>();
  for (let at = 0; at < leads; at += 4) done.set(`1.${at + 1}.2/0`, addDays(dueOf(at, 1), -3));
  return done;
}

export function doneBy(leads: number, day: string): Record<string, Facts> {
  const done: Record<string, Facts> = {};
  for (const [key, on] of doneOn(leads)) if (on <= day) done[key.replace("/0", "")] = { done: { 0: on } };
  return done;
}

/** Own hours, own days, a holiday with a deputy and one without, a snooze; by address. */
export function settingsOf(leads: number): Record<string, ReminderSettings> {
  const all: Record<string, ReminderSettings> = {};
  for (let at = 0; at < leads; at++) {
    const by = { by: leadOf(at), at: "2026-12-01T09:00:00.000Z" };
    if (at % 10 === 3) all[leadOf(at)] = { rhythms: [{ from: "2026-12-02", hour: "14:00", ...by }] };
    if (at % 10 === 5) all[leadOf(at)] = { rhythms: [{ from: "2026-12-02", days: [2, 4], ...by }] };
    if (at % 10 === 7) all[leadOf(at)] = { holidays: [{ from: "2027-04-01", to: "2027-05-20", ...(at % 20 === 7 && { deputy: leadOf(at - 1) }), ...by }] };
    if (at % 10 === 9) all[leadOf(at)] = { snoozes: [{ key: `1.${at + 1}.1/0`, from: "2027-02-01", until: "2027-04-01", why: "waits", ...by }] };
  }
  return all;
}
