/** What people hear day by day when a pass runs every day: by the rules alone, without a database. */

import { addDays, catalogueOf, type KnownPlan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import type { Facts, KeptProgress } from "../../src/progress/index.js";
import { mayHear } from "../../src/reminders/delivery-day.js";
import { type AllSettings, calendarOf, type DueItem, type ReminderSettings } from "../../src/reminders/index.js";
import { leadItems } from "../../src/reminders/lead-items.js";
import { reporterItems, wantedFigures } from "../../src/reminders/reporter-items.js";
import { whatToSay } from "../../src/reminders/select-items.js";

export interface Situation {
  plan: Record<string, unknown>;
  /** By action id; may depend on the day. */
  facts?(day: string): Record<string, Facts>;
  settings?: Record<string, ReminderSettings>;
  closed?: string[];
  /** Ids of reports (plan/measure/period) that there are on a day. */
  reported?(day: string): string[];
  /** Days on which no pass ran. */
  down?(day: string): boolean;
}

export function knownFrom(file: Record<string, unknown>): KnownPlan {
  const { plan } = readPlan("plan.json", JSON.stringify(file));
  const rest = { id: "plan", name: "Test", revision: 1, importedAt: "2025-04-01T09:00:00Z", importedBy: "test", look: [], sample: false };
  return { ...rest, plan, catalogue: catalogueOf(plan) };
}

/** "2027-03-03 lead@example.org 1.1.1 due in 28 days", a line each. */
export function heardBetween(situation: Situation, from: string, to: string): string[] {
  const lines: string[] = [];
  eachDay(situation, from, to, (day, person, items) => lines.push(...items.map((item) => [day, person, item.id, item.why].join(" "))));
  return lines;
}

export function eachDay(situation: Situation, from: string, to: string, hear: (day: string, person: string, items: DueItem[]) => void): void {
  const known = knownFrom(situation.plan);
  const settings: AllSettings = new Map(Object.entries(situation.settings ?? {}));
  const calendar = calendarOf({ nation: "england", closed: situation.closed });
  let lastPass = addDays(from, -1);
  const held = new Map<string, string>();
  for (let today = from; today <= to; today = addDays(today, 1)) {
    if (situation.down?.(today) || !calendar.isWorking(today)) continue;
    const facts = situation.facts?.(today) ?? {};
    const said = new Map(Object.entries(facts).map(([id, one]) => [id, one as KeptProgress]));
    const reminderFacts = { known, calendar, settings, today, said, reported: new Set(situation.reported?.(today)) };
    const heard = [
      ...known.catalogue.actions.flatMap((item) => leadItems(reminderFacts, item)),
      ...wantedFigures(reminderFacts, known.catalogue, addDays(today, -60)).flatMap((one) => reporterItems(reminderFacts, one)),
    ];
    const byPerson = new Map<string, typeof heard>(heard.map(({ going }) => [going.to, []]));
    for (const one of heard) byPerson.get(one.going.to)?.push(one);
    for (const [person, theirs] of [...byPerson].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const through = held.get(person) ?? lastPass;
      const items = whatToSay(person, { through }, theirs);
      if (!items.length) continue;
      const able = mayHear(reminderFacts, person, today) || theirs.some(({ going }) => going.day === today);
      if (!able) held.set(person, through);
      else hear(today, person, items);
      if (able) held.delete(person);
    }
    lastPass = today;
  }
}
