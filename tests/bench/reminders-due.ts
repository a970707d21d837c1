/** A pass of reminders that finds the few due among very many milestones: what it reads, and how long it looks. */

import { openAuditLog } from "../../src/audit/index.js";
import { openFigures } from "../../src/figures/index.js";
import { addDays, openPlans, type Plan } from "../../src/plan/index.js";
import { type KeptProgress, openProgress } from "../../src/progress/index.js";
import { calendarOf, openReminders, openSettings } from "../../src/reminders/index.js";
import { createLogger } from "../../src/shared/logger.js";
import { type Collection, type Document, openStorage, type Storage } from "../../src/storage/index.js";
import { median } from "./statistics.js";

export interface RemindersDue {
  milestones: number;
  /** People with something due, each with one. */
  found: number;
  /** Documents that came from the database in one pass, by collection. */
  reads: Record<string, number>;
  /** Milliseconds: the first pass over a plan, which is also put in order by date, and the median of those after it. */
  first: number;
  later: number;
}

const today = "2027-03-03";
const priorities = 1_000;
const actionsEach = 250;
const milestonesEach = 4;
const due = 100;
const passes = 21;

/** Everything is due years from now, but for the first action of a hundred priorities. */
const planOfMillions = (): Plan => ({
  title: "Very large",
  starts: "2026-04-01",
  timeZone: "Europe/London",
  themes: [
    {
      id: "1",
      name: "All",
      priorities: Array.from({ length: priorities }, (_, at) => ({
        id: `1.${at}`,
        title: `Priority ${at}`,
        lead: `lead${at}@example.org`,
        measures: [],
        actions: Array.from({ length: actionsEach }, (_none, place) => ({
          id: `1.${at}.${place}`,
          text: `Do ${place}`,
          milestones: Array.from({ length: milestonesEach }, (_nothing, step) => ({
            due: at < due && !place && !step ? addDays(today, 28) : addDays("2030-01-01", (at * 31 + place * 7 + step * 400) % 3_000),
          })),
        })),
      })),
    },
  ],
});

/** Counts what comes out of a database. */
function counting(storage: Storage): { storage: Storage; reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const collection = <T extends Document>(name: string): Collection<T> => {
    const kept = storage.collection<T>(name);
    const count = (documents: number) => reads.set(name, (reads.get(name) ?? 0) + documents);
    return {
      ...kept,
      async get(id) {
        const found = await kept.get(id);
        count(found ? 1 : 0);
        return found;
      },
      async find(filter, options) {
        const found = await kept.find(filter, options);
        count(found.length);
        return found;
      },
    };
  };
  return { storage: { ...storage, collection }, reads };
}

export async function remindersDue(): Promise<RemindersDue> {
  const database = await openStorage();
  const { storage, reads } = counting(database);
  const plans = openPlans(storage);
  await plans.save({ id: "plan", plan: planOfMillions(), importedAt: "2026-04-01T09:00:00Z", importedBy: "bench", look: [], sample: false, staged: [] });
  const kept = Array.from({ length: priorities }, (_, at) => Array.from({ length: 20 }, (_none, place) => said(`1.${at}`, `1.${at}.${place}`)));
  await storage.collection<KeptProgress>("progress").insertMissing(kept.flat());
  const auditLog = await openAuditLog(storage);
  const reminders = await openReminders({
    ...{ storage, plans, figures: await openFigures(storage), progress: await openProgress(storage) },
    managers: { all: async () => [] },
    messages: { send: async () => undefined, lost: async () => undefined, places: async () => new Map() },
    settings: await openSettings(storage, auditLog),
    auditLog,
    calendar: calendarOf({ nation: "england" }),
    makeAnswer: () => {
      throw new Error("a pass that only looks sends nothing");
    },
    log: createLogger("silent"),
  });
  const times: number[] = [];
  let found = 0;
  for (let pass = 0; pass < passes; pass++) {
    reads.clear();
    const from = performance.now();
    found = (await reminders.preview(new Date(`${today}T09:30:00Z`))).length;
    times.push(performance.now() - from);
  }
  const result = { milestones: priorities * actionsEach * milestonesEach, found, reads: Object.fromEntries(reads) };
  await database.close();
  return { ...result, first: times[0] ?? Number.NaN, later: median(times.slice(1)) };
}

const said = (priority: string, action: string): KeptProgress => ({
  _id: `plan/${action}`,
  ...{ plan: "plan", priority, action, status: "on-track", revision: 1, recorded: true, by: "bench", at: "2026-12-01T09:00:00Z" },
});
