import { expect, test } from "vitest";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";
import { openHouse } from "./house.js";

const lead = "lead@example.org";
const plan = (more: Record<string, unknown> = {}) =>
  planFile({ action: { lead, timescale: "Year 2 (Roll out)", ...more }, measure: { reporter: "reporter@example.org" } });
const at = (instant: string) => ({ at: new Date(instant) });

describeEachDatabase("a pass", (database) => {
  test("tells a lead 28 days before a milestone is due, once", async () => {
    const { reminders, heard } = await openHouse(await database.open(), { plan: plan(), met: [lead] });
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
    const { reminders, heard } = await openHouse(await database.open(), { plan: plan(), met: [lead, manager] });
    await reminders.pass(at("2027-03-02T09:30:00Z"));
    const { sent } = await reminders.pass(at("2027-03-29T09:30:00Z"));
    expect(sent).toEqual([]);
    const { sent: caught } = await reminders.pass(at("2027-03-30T08:30:00Z"));
    const said = caught.map(({ digest: { to, items } }) => [to, items.map(({ id, why }) => `${id} ${why}`)]).sort();
    expect(said).toEqual([
      [lead, ["1.1.1 due in 1 day"]],
      [
        manager,
        [
          "reminders no reminders were sent from 3 March 2027 to 25 March 2027, as no pass ran",
          "figures figures missing: 0 of 1 are in for 2026-27 Q3 (October to December 2026), 1 late",
          "people 1 person cannot be reached: reporter@example.org",
        ],
      ],
    ]);
    expect(heard.length).toBe(2);
  });
});
