import { expect, test } from "vitest";
import type { KeptProgress } from "../../src/progress/index.js";
import type { LogEntry } from "../../src/reminders/log-entry.js";
import type { Collection, Document } from "../../src/storage/index.js";
import { keepingLogger, type LogLine } from "../conversations/harness.js";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";
import { openReminderHarness } from "./reminder-harness.js";

const lead = "lead@example.org";
const plan = (more: Record<string, unknown> = {}) =>
  planFile({ action: { lead, timescale: "Year 2 (Roll out)", ...more }, measure: { reporter: "reporter@example.org" } });
const said = { _id: "plan/1.1.1", plan: "plan", priority: "1.1", action: "1.1.1", revision: 1, recorded: true, by: lead, at: "2027-03-01T09:00:00Z" };
const at = (instant: string) => ({ at: new Date(instant) });

describeEachDatabase("a pass", (database) => {
  test("tells a lead 28 days before a milestone is due, once", async () => {
    const { reminders, heard } = await openReminderHarness(await database.open(), { plan: plan(), met: [lead] });
    expect((await reminders.pass(at("2027-03-03T09:29:00Z"))).sent).toEqual([]);
    const { sent } = await reminders.pass(at("2027-03-03T09:30:00Z"));
    expect(sent.map(({ digest: { to, items } }) => [to, items.map(({ id, why }) => `${id} ${why}`)])).toEqual([[lead, ["1.1.1 due in 28 days"]]]);
    expect((await reminders.pass(at("2027-03-03T15:00:00Z"))).sent).toEqual([]);
    expect(heard.map(({ to }) => to)).toEqual([lead]);
    expect((await reminders.pass(at("2027-03-04T10:00:00Z"))).sent).toEqual([]);
    expect((await reminders.lastPass())?.day).toBe("2027-03-04");
  });

  test("after days without any, sends one digest with the newest rung, and the managers hear that days were missed", async () => {
    const manager = "manager@example.org";
    const lines: LogLine[] = [];
    const { reminders, heard } = await openReminderHarness(await database.open(), { plan: plan(), met: [lead, manager], log: keepingLogger(lines) });
    await reminders.pass(at("2027-03-02T09:30:00Z"));
    expect(lines).toEqual([]);
    const { sent } = await reminders.pass(at("2027-03-29T09:30:00Z"));
    expect(sent).toEqual([]);
    const { sent: caught } = await reminders.pass(at("2027-03-30T08:30:00Z"));
    expect(lines).toContainEqual({ level: "warn", fields: { from: "2027-03-03", to: "2027-03-25" }, message: "no pass of reminders ran on these days" });
    const said = caught.map(({ digest: { to, items } }) => [to, items.map(({ id, why }) => `${id} ${why}`)]).sort();
    expect(said).toEqual([
      [lead, ["1.1.1 due in 1 day"]],
      [
        manager,
        [
          "reminders no reminders were sent from 3 March 2027 to 25 March 2027, as no pass ran",
          "figures figures missing: the one for 2026-27 Q3 (October to December 2026) is not in, 1 late",
          "people 1 person cannot be reached: reporter@example.org",
          "plan Reported for the last period: 0 of 1 person (0%); 0 in each of the last four periods",
        ],
      ],
    ]);
    expect(heard.length).toBe(2);
  });

  test("finds a milestone by the date it was moved to", async () => {
    const storage = await database.open();
    const { reminders } = await openReminderHarness(storage, { plan: plan({ timescale: "Year 9" }), met: [lead] });
    await storage
      .collection<KeptProgress>("progress")
      .insert({ ...said, moved: { 0: { printed: "2034-03-31", due: "2027-03-31", times: 1 } }, movedTo: ["2027-03-31"] });
    const { sent } = await reminders.pass(at("2027-03-03T09:30:00Z"));
    expect(sent.map(({ digest: { items } }) => items.map(({ why }) => why))).toEqual([["due in 28 days"]]);
  });

  test("says nothing of what was done while the message was being made", async () => {
    const storage = await database.open();
    const progress = storage.collection<KeptProgress>("progress");
    // As soon as it is claimed, the lead marks it done.
    const collection = <T extends Document>(name: string): Collection<T> => {
      const kept = storage.collection<T>(name);
      if (name !== "reminderLog") return kept;
      return { ...kept, insert: async (entry) => (await kept.insert(entry)) && progress.insert({ ...said, done: { 0: "2027-03-03" } }) };
    };
    const { reminders, heard } = await openReminderHarness({ ...storage, collection }, { plan: plan(), met: [lead] });
    const { sent } = await reminders.pass(at("2027-03-03T09:30:00Z"));
    expect([sent, heard]).toEqual([[], []]);
    const entries = await storage.collection<LogEntry>("reminderLog").find({});
    expect(entries.map(({ state }) => state)).toEqual(["empty"]);
  });

  test("sends one message where ten instances look at the same moment", async () => {
    const storage = await database.open();
    const { reminders, heard } = await openReminderHarness(storage, { plan: plan(), met: [lead] });
    const others = await Promise.all(
      Array.from({ length: 9 }, () => openReminderHarness(storage, { plan: plan(), channel: async () => void heard.push({ to: "again", text: "" }) })),
    );
    await Promise.all([reminders, ...others.map((one) => one.reminders)].map((one) => one.pass(at("2027-03-03T09:30:00Z"))));
    expect(heard).toHaveLength(1);
  });
});
