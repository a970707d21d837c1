/** A year of a plan with five instances and a channel that fails by script: what was sent, beside what should have been. */
import { importPlan } from "../../../src/imports/index.js";
import { addDays } from "../../../src/plan/index.js";
import { readPlan } from "../../../src/plan-import/index.js";
import type { KeptProgress } from "../../../src/progress/index.js";
import type { DueItem, Reminders } from "../../../src/reminders/index.js";
import type { LogEntry } from "../../../src/reminders/log-entry.js";
import type { KeptSettings } from "../../../src/reminders/settings.js";
import type { Storage } from "../../../src/storage/index.js";
import { openReminderHarness } from "../../reminders/reminder-harness.js";
import { eachDay } from "../../reminders/year.js";
import { type Channel, scriptedChannel, type Turn } from "./channel.js";
import { doneBy, firstDay, leadOf, planOfLeads, settingsOf } from "./large.js";
import { openWorld, type World } from "./world.js";

/** What each instance's clock shows too much or too little. */
const skews = [-600_000, -300_000, 0, 300_000, 600_000];
/** When each instance looks, in minutes after 09:20 by the right clock. */
const looks = [0, 10.5, 285];
const reinstalledAfterDays = 10;

export interface Simulation {
  leads: number;
  days: number;
  script(person: string, at: number): Turn;
  down?(day: string): boolean;
  /** A second plan is loaded beside the first. */
  second?: boolean;
}

/** What a thing is called in messages: of the second plan it is another one, though its id is the same. */
const called = (key: string, plan: string | undefined): string => (plan === secondId ? `second ${key}` : key);
const secondId = "second";

export interface Message {
  person: string;
  day: string;
  at: number;
  turn: Turn;
  arrived: boolean;
  items: Pick<DueItem, "key" | "step" | "again">[];
}

export interface Simulated {
  /** Every attempt, in order of time. */
  messages: Message[];
  /** What each person should hear on each day when the channel always answers well. */
  expected: { person: string; day: string; items: DueItem[] }[];
  log: Map<string, LogEntry>;
  /** Days on which somebody installed the bot again. */
  reinstalled: Map<string, string[]>;
}

export async function simulate(database: Storage, { leads, days, script, down = () => false, second = false }: Simulation): Promise<Simulated> {
  const world = openWorld(database, `${firstDay}T00:00:00Z`);
  const channel = scriptedChannel({ script, time: world.time, wait: world.wait });
  const { instances, meet } = await open(world, channel, leads, second);
  const reinstalled = new Map<string, string[]>();
  const lost: { person: string; on: string }[] = [];
  const last = addDays(firstDay, days - 1);
  let seen = 0;
  for (let day = firstDay; day <= last; day = addDays(day, 1)) {
    for (const one of lost.splice(0).filter(({ on, person }) => on > day || !again(person, day))) lost.push(one);
    await progressOn(database, leads, day);
    if (!down(day)) await oneDay(world, instances, day);
    for (const { turn, person } of channel.attempts.slice(seen))
      if (turn === "403" || turn === "404") lost.push({ person, on: addDays(day, reinstalledAfterDays) });
    seen = channel.attempts.length;
    await Promise.all([...reinstalled].filter(([, on]) => on.at(-1) === day).map(([person]) => meet(person)));
  }
  function again(person: string, day: string): boolean {
    reinstalled.set(person, [...(reinstalled.get(person) ?? []), day]);
    return true;
  }
  return { messages: channel.attempts.map(messageOf), expected: expectedOf({ leads, last, down, second }), log: await logOf(database), reinstalled };
}

const messageOf = ({ person, at, turn, arrived, answer }: Channel["attempts"][number]): Message => ({ person, at, turn, arrived, ...JSON.parse(answer.text) });

async function open(world: World, channel: Channel, leads: number, second: boolean) {
  const met = Array.from({ length: leads }, (_, at) => leadOf(at));
  const plan = planOfLeads(leads);
  const options = {
    plan,
    channel: channel.send,
    managers: [],
    makeAnswer: (digest: { day: string; items: DueItem[] }) => ({
      view: "notice" as const,
      data: { title: "", lead: [], suggestions: [] },
      text: JSON.stringify({ day: digest.day, items: digest.items.map(({ of, key, step, again }) => ({ key: called(key, of?.id), step, again })) }),
    }),
  };
  const houses = [];
  for (const skew of skews)
    houses.push(await openReminderHarness(world.storage, { ...options, clock: world.clockOf(skew), ...(houses.length ? {} : { met }) }));
  const features = houses[0]?.features;
  if (second && features)
    await importPlan(features, readPlan("second.json", JSON.stringify(planOfLeads(leads, { second }))), {
      by: leadOf(0),
      at: new Date("2026-04-01T09:00:00Z"),
      into: { id: secondId },
    });
  const kept = world.storage.collection<KeptSettings>("reminderSettings");
  await kept.insertMissing(
    Object.entries(settingsOf(leads)).map(([who, settings]) => ({ ...settings, _id: `plan/${who}`, plan: "plan", who, revision: 1, recorded: true })),
  );
  const messages = houses[0]?.features.messages;
  return {
    instances: houses.map(({ reminders }) => reminders),
    meet: (person: string) => messages?.met({ id: `id of ${person}`, email: person }, { person }, true),
  };
}

async function oneDay(world: World, instances: Reminders[], day: string): Promise<void> {
  // 09:20 in London, in winter and in summer.
  const summer = day >= "2027-03-28" && day < "2027-10-31";
  const start = `${day}T${summer ? "08" : "09"}:20:00Z`;
  world.goTo(start);
  await world.run(() =>
    Promise.all(
      instances.map(async (instance, at) => {
        for (const minutes of looks) {
          const early = Date.parse(start) + minutes * 60_000 + at * 400 - world.time();
          if (early > 0) await world.wait(early);
          await instance.pass();
        }
      }),
    ),
  );
}

async function progressOn(database: Storage, leads: number, day: string): Promise<void> {
  const progress = database.collection<KeptProgress>("progress");
  const rows = Object.entries(doneBy(leads, day)).filter(([, { done }]) => done?.["0"] === day);
  const rest = { plan: "plan", revision: 1, recorded: true, by: "x", at: `${day}T00:00:00Z` };
  await progress.insertMissing(rows.map(([action, facts]) => ({ ...facts, ...rest, _id: `plan/${action}`, action, priority: action.replace(/\.\d+$/, "") })));
}

function expectedOf({ leads, last, down, second }: { leads: number; last: string; down(day: string): boolean; second: boolean }): Simulated["expected"] {
  const expected: Simulated["expected"] = [];
  const situation = { plan: planOfLeads(leads), facts: (day: string) => doneBy(leads, day), settings: settingsOf(leads), down };
  eachDay(situation, firstDay, last, (day, person, items) => expected.push({ day, person, items }));
  // What is done and snoozed is so in the first plan alone; hours, days and holidays hold for both.
  const own = Object.fromEntries(Object.entries(settingsOf(leads)).map(([who, { snoozes: _, ...settings }]) => [who, settings]));
  const hear = (day: string, person: string, items: DueItem[]) =>
    expected.push({ day, person, items: items.map((item) => ({ ...item, key: called(item.key, secondId) })) });
  if (second) eachDay({ plan: planOfLeads(leads, { second }), settings: own, down }, firstDay, last, hear);
  return expected;
}

async function logOf(database: Storage): Promise<Map<string, LogEntry>> {
  const entries = await database.collection<LogEntry>("reminderLog").find({});
  // Of two plans the one that only waits on a day says nothing of the day's message.
  const waits = ({ state }: LogEntry) => Number(state === "claimed" || state === "empty");
  return new Map(entries.sort((a, b) => waits(b) - waits(a)).map((entry) => [`${entry.person} ${entry.day}`, entry]));
}
