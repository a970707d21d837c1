/** The sender killed with kill -9 at every named point and on the wire: nobody is told twice, nobody is forgotten, and what may not have arrived is known as such. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPlan } from "../../../src/imports/index.js";
import { addDays } from "../../../src/plan/index.js";
import { readPlan } from "../../../src/plan-import/index.js";
import { calendarOf } from "../../../src/reminders/index.js";
import type { LogEntry } from "../../../src/reminders/log-entry.js";
import { openStorage } from "../../../src/storage/index.js";
import { openReminderHarness } from "../../reminders/reminder-harness.js";
import { eachDay } from "../../reminders/year.js";
import { type Child, children } from "../../support/child.js";
import { databaseOf, type TestDatabase } from "../../support/database.js";
import { whole } from "../../support/fault-scale.js";
import { seeded } from "./channel.js";
import { firstDay, leadOf, planOfLeads } from "./large.js";
import type { Orders } from "./sender.js";

const steps = ["claimed", "composed", "marked", "on the wire", "answered", "ended"] as const;
const kills = whole ? 250 : 6;
const leads = 110;
/** The dead hold their leases for less. */
const laterMs = 180_000;

const kinds: TestDatabase["kind"][] = ["embedded file", "mongodb"];

const all = kinds.flatMap((kind) => [1, 2].map((plans): [TestDatabase["kind"], number] => [kind, plans]));
/** Each database and each number of plans once, where it is not to be all of them together. */
const cases = whole ? all : all.filter(([kind, plans]) => (kind === "mongodb") === (plans === 1));

describe.each(cases)("reminders sent while the sender is killed (%s, plans: %i)", (kind, plans) => {
  const run = children();
  const database = databaseOf(kind);
  const arrived: { person: string; day: string; keys: string[] }[] = [];
  let current: Child | undefined;
  let killOn = 0;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", async () => {
      arrived.push(JSON.parse(body));
      if (--killOn === 0) await current?.kill("SIGKILL");
      response.end();
    });
  });
  let listener: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => void server.close());

  test.skipIf(kind === "mongodb" && !process.env.MONGODB_URI)(
    `${kills} kills, at each of ${steps.length} points`,
    async () => {
      const place = await database.place();
      const plan = planOfLeads(leads);
      const prepared = await openStorage(place);
      const house = await openReminderHarness(prepared, { plan, managers: [], met: Array.from({ length: leads }, (_, at) => leadOf(at)) });
      const second = readPlan("second.json", JSON.stringify({ ...plan, title: "Second" }));
      if (plans > 1) await importPlan(house.features, second, { by: leadOf(0), at: new Date("2025-04-01T09:00:00Z"), into: { id: "second" } });
      await prepared.close();
      const random = seeded(3);
      const calendar = calendarOf({ nation: "england" });
      const ended = new Map<string, number>();
      let aheadMs = 0;
      let day = calendar.onOrAfter(addDays(firstDay, 20));
      const first = day;
      for (let killed = 0; killed < kills; ) {
        aheadMs += laterMs;
        const step = steps[killed % steps.length] as (typeof steps)[number];
        const nth = 1 + Math.floor(random() * 3);
        const dies = !whole || random() < 0.8;
        const orders: Orders = { place, plan, listener, aheadMs, at: `${day}T09:40:00Z`, ...(dies && step !== "on the wire" && { die: { step, nth } }) };
        killOn = dies && step === "on the wire" ? nth : 0;
        current = await run("tests/faults/reminders/sender.ts", [JSON.stringify(orders)]);
        const done = await current.line("done").then(
          () => true,
          () => false,
        );
        await current.exit();
        if (!done) {
          killed += 1;
          ended.set(step, (ended.get(step) ?? 0) + 1);
        } else day = calendar.onOrAfter(addDays(day, 1));
      }
      const last = addDays(day, -1);
      expect([...ended.keys()].sort()).toEqual([...steps].sort());
      const storage = await openStorage(place);
      const log = await storage.collection<LogEntry>("reminderLog").find({ day: { $lte: last } });
      await storage.close();
      expect(new Set(log.map(({ plan }) => plan)).size).toBe(plans);
      expectOnce(arrived, log);
      for (const id of ["plan", "second"].slice(0, plans)) {
        const own = log.filter((entry) => entry.plan === id);
        expectInMessage(arrived, own);
        expectNobodyForgotten(own, first, last);
      }
    },
    120_000 + kills * 6_000,
  );
});

function expectOnce(arrived: { person: string; day: string }[], log: LogEntry[]): void {
  const times = new Map<string, number>();
  for (const { person, day } of arrived) times.set(`${person} ${day}`, (times.get(`${person} ${day}`) ?? 0) + 1);
  expect([...times].filter(([, count]) => count > 1)).toEqual([]);
  const wrong = log.filter(({ person, day, state }) => {
    const came = times.get(`${person} ${day}`) ?? 0;
    return state === "delivered" ? came !== 1 : state !== "unknown";
  });
  expect(wrong).toEqual([]);
  expect(log.length).toBeGreaterThan(0);
}

/** What is entered as delivered was in the message that came, as this plan's. */
function expectInMessage(arrived: { person: string; day: string; keys: string[] }[], log: LogEntry[]): void {
  const came = new Map(arrived.map(({ person, day, keys }) => [`${person} ${day}`, new Set(keys)]));
  const wrong = log.filter(
    ({ plan, person, day, state, items = [] }) => state === "delivered" && !items.every(({ key }) => came.get(`${person} ${day}`)?.has(`${plan} ${key}`)),
  );
  expect(wrong).toEqual([]);
}

/** Whoever should have heard something on a day has an entry of that day. */
function expectNobodyForgotten(log: LogEntry[], first: string, last: string): void {
  const entries = new Map(log.map((entry) => [`${entry.person} ${entry.day}`, entry]));
  const forgotten: string[] = [];
  eachDay({ plan: planOfLeads(leads) }, first, last, (day, person, items) => {
    const keys = new Set(entries.get(`${person} ${day}`)?.items?.map(({ key }) => key));
    if (!items.every(({ key }) => keys.has(key))) forgotten.push(`${day} ${person}`);
  });
  expect(forgotten).toEqual([]);
}
