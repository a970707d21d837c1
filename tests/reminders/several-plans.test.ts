/** Two plans with the same ids: each person's messages of both, and never two on one day. */
import { beforeEach, expect, test } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan/import/index.js";
import type { KeptProgress } from "../../src/progress/index.js";
import type { KeptSettings } from "../../src/reminders/settings.js";
import type { Storage } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";
import { type House, openHouse } from "./house.js";

const lead = "lead@example.org";
const other = "other@example.org";
const at = (day: string) => ({ at: new Date(`${day}T10:00:00Z`) });
const due = (title: string, text: string) =>
  planFile({ plan: { title }, action: { lead, text, timescale: "Year 2" }, priority: { measures: [], ...(text === "Plant trees" && { lead: other }) } });

describeEachDatabase("reminders of two plans", (database) => {
  let storage: Storage;
  let house: House;
  /** "lead@example.org Plant trees", a message each. */
  const pass = async (day: string) => {
    const { sent } = await house.reminders.pass(at(day));
    return sent.map(({ digest: { to, items } }) => [to, ...items.map(({ text, why }) => `${text} ${why}`)].join(" "));
  };
  beforeEach(async () => {
    storage = await database.open();
    house = await openHouse(storage, { plan: due("Museum Plan", "Open late"), managers: [], met: [lead, other] });
    const parks = readPlan("parks", JSON.stringify(due("Parks Plan", "Plant trees")));
    await importPlan(house.features, parks, { by: other, at: new Date("2025-04-01T09:00:00Z"), into: { id: "parks", name: "Parks" } });
  });

  test("go to somebody on two days when both are due on one, whoever looks how often", async () => {
    const first = (await Promise.all([pass("2027-03-03"), pass("2027-03-03"), pass("2027-03-03")])).flat();
    expect(first).toHaveLength(1);
    expect(await pass("2027-03-03")).toEqual([]);
    const second = await pass("2027-03-04");
    expect(await pass("2027-03-04")).toEqual([]);
    expect([...first, ...second].sort()).toEqual([`${lead} Open late due in 28 days`, `${lead} Plant trees due in 27 days`]);
    expect(house.heard).toHaveLength(2);
    expect(await pass("2027-03-05")).toEqual([]);
  });

  test("say what stands in their own plan: what is done in one is asked for in the other", async () => {
    const done = { status: "complete" as const, priority: "1.1", action: "1.1.1", revision: 1, recorded: true, by: lead, at: "2027-03-01T09:00:00Z" };
    await storage.collection<KeptProgress>("progress").insert({ ...done, _id: "parks/1.1.1", plan: "parks" });
    const sent = [...(await pass("2027-03-03")), ...(await pass("2027-03-04"))];
    expect(sent).toEqual([`${lead} Open late due in 28 days`]);
  });

  test("a snooze is of one plan's action, a pause of somebody holds for both, in whichever plan it was said", async () => {
    const settings = storage.collection<KeptSettings>("reminderSettings");
    const said = { by: lead, at: "2027-03-01T09:00:00.000Z" };
    const kept = { plan: "parks", revision: 1, recorded: true };
    await settings.insert({
      ...kept,
      _id: `parks/${lead}`,
      who: lead,
      snoozes: [{ key: "1.1.1/0", from: "2027-03-01", until: "2027-06-01", why: "snow", ...said }],
    } as KeptSettings);
    expect([...(await pass("2027-03-03")), ...(await pass("2027-03-04"))]).toEqual([`${lead} Open late due in 28 days`]);
    await settings.updateWhere({ _id: `parks/${lead}` }, { $set: { pauses: [{ from: "2027-03-20", until: "2027-04-20", why: "snow", ...said }] } });
    expect([...(await pass("2027-03-24")), ...(await pass("2027-03-25"))]).toEqual([]);
  });

  test("are foreseen as they will go: one a person", async () => {
    const digests = await house.reminders.preview(new Date("2027-03-03T10:00:00Z"));
    expect(digests.map(({ to }) => to)).toEqual([lead]);
  });
});
