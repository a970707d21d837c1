/** Processes whose own clocks differ by up to 20 minutes over one MongoDB: nobody is written to before their hour, and everybody once. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../../src/storage/index.js";
import { openReminderHarness } from "../../reminders/reminder-harness.js";
import { eachDay } from "../../reminders/year.js";
import { children } from "../../support/child.js";
import { databaseOf } from "../../support/database.js";
import { leadOf, planOfLeads } from "./large.js";
import type { Orders } from "./sender.js";

const skews = [-600_000, 0, 600_000];
const leads = 110;
const day = "2027-03-03";

describe.skipIf(!process.env.MONGODB_URI)("instances whose clocks differ (mongodb)", () => {
  const run = children();
  const database = databaseOf("mongodb");
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      arrived.push(JSON.parse(body).person);
      response.end();
    });
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => void server.close());

  test("keep to the database's clock", async () => {
    const place = await database.place();
    const plan = planOfLeads(leads);
    const storage = await openStorage(place);
    await openReminderHarness(storage, { plan, managers: [], met: Array.from({ length: leads }, (_, at) => leadOf(at)) });
    await storage.close();
    const listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const passesAt = async (instant: string) => {
      const aheadMs = Date.parse(instant) - Date.now();
      const orders = skews.map((skewMs): Orders => ({ place, plan, listener, aheadMs, skewMs }));
      const all = await Promise.all(orders.map((each) => run("tests/faults/reminders/sender.ts", [JSON.stringify(each)])));
      await Promise.all(all.map((each) => each.line("done")));
    };
    // Long enough before the hour for a slow machine, and still past it by the clock that is fast.
    await passesAt(`${day}T09:23:00Z`);
    expect(arrived).toEqual([]);
    await passesAt(`${day}T09:31:00Z`);
    const expected: string[] = [];
    eachDay({ plan }, day, day, (_day, person) => expected.push(person));
    expect(expected.length).toBeGreaterThan(0);
    expect(arrived.sort()).toEqual(expected);
  });
});
