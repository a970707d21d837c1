import { expect, test } from "vitest";
import { openAuditLog } from "../../src/audit/index.js";
import { bringForward, migrations } from "../../src/backup/index.js";
import { openPlans } from "../../src/plan/index.js";
import { partsOf } from "../../src/plan/plan-parts.js";
import { openProgress } from "../../src/progress/index.js";
import { openSettings } from "../../src/reminders/index.js";
import type { Document } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { planOfSize } from "../support/plans-of-size.js";

describeEachDatabase("data of an older layout", (database) => {
  test("dates that were moved before they could be found by date are found by it, however often it is run", async () => {
    const storage = await database.open();
    const progress = storage.collection<Document & Record<string, unknown>>("progress");
    const rest = { plan: "plan", priority: "1.1", revision: 1, recorded: true, by: "a@example.org", at: "2026-11-24T09:00:00Z" };
    await progress.insert({ _id: "plan/1.1.1", action: "1.1.1", moved: { 0: { printed: "2027-03-31", due: "2027-06-30", times: 1 } }, ...rest });
    await progress.insert({ _id: "plan/1.1.2", action: "1.1.2", status: "on-track", ...rest });
    await bringForward(storage, migrations);
    for (const migration of migrations) await migration.run(storage);
    const { movedInto } = await openProgress(storage);
    const found = async (from: string, to: string) => (await movedInto("plan", { from, to })).map(({ action }) => action);
    expect(await found("2027-06-30", "2027-06-30")).toEqual(["1.1.1"]);
    expect(await found("2027-07-01", "2027-12-31")).toEqual([]);
    expect((await progress.get("plan/1.1.2"))?.movedTo).toBeUndefined();
  });

  test("the one plan that there was becomes the first of several, whole and under its own id, however often it is run", async () => {
    const storage = await database.open();
    const plan = planOfSize({ priorities: 4 });
    const facts = { content: "c", revision: 3, importedAt: "2026-11-24T09:00:00Z", importedBy: "a@example.org", sample: false, unfinished: false };
    const parts = partsOf({ id: "plan", plan, look: [], staged: [] }, "c", 3).map(({ plan: _, ...part }) => part);
    await storage.collection<Document>("planParts").insertMissing(parts);
    await storage.collection<Document>("plans").insert({ _id: "current", plan: "plan", parts: parts.length, amendments: "plan 2", ...facts } as Document);
    await bringForward(storage, migrations);
    for (const migration of migrations) await migration.run(storage);
    const plans = openPlans(storage);
    expect(await plans.all()).toMatchObject([{ id: "plan", name: "first", plan, revision: 3, importedBy: "a@example.org" }]);
    await plans.save({ ...{ id: "plan", plan, look: [], importedAt: facts.importedAt, importedBy: "b@example.org", sample: false, staged: [] }, after: 3 });
    await plans.finish(async () => undefined);
    expect(await plans.current()).toMatchObject({ revision: 4, importedBy: "b@example.org" });
    expect(await storage.collection("plans").get("current")).toMatchObject({ first: "plan", plans: { plan: { amendments: "plan 2" } } });
  });

  test("whoever stands in for somebody finds for whom, also by a holiday said before that could be found", async () => {
    const storage = await database.open();
    const settings = storage.collection<Document & Record<string, unknown>>("reminderSettings");
    const holiday = { from: "2026-11-23", to: "2026-11-27", deputy: "b@example.org", by: "a@example.org", at: "2026-11-20T09:00:00Z" };
    const rest = { plan: "plan", revision: 1, recorded: true };
    await settings.insert({ _id: "plan/a@example.org", who: "a@example.org", holidays: [holiday], ...rest });
    await settings.insert({ _id: "plan/c@example.org", who: "c@example.org", ...rest });
    await bringForward(storage, migrations);
    for (const migration of migrations) await migration.run(storage);
    const { awayWith } = await openSettings(storage, await openAuditLog(storage));
    expect(await awayWith("plan", "b@example.org", "2026-11-27")).toEqual(["a@example.org"]);
    expect(await awayWith("plan", "b@example.org", "2026-11-28")).toEqual([]);
    expect(await awayWith("plan", "a@example.org", "2026-11-24")).toEqual([]);
    expect((await settings.get("plan/c@example.org"))?.deputies).toBeUndefined();
  });

  test("a message that waited for its pace still goes out as the card it was", async () => {
    const storage = await database.open();
    const outbox = storage.collection<Document & { answer: string }>("outbox");
    const data = { title: "Update asked for", lead: [], suggestions: [] };
    await outbox.insert({ _id: "old", answer: JSON.stringify({ look: "notice", data, text: "Update asked for" }) });
    await outbox.insert({ _id: "new", answer: JSON.stringify({ view: "notice", data, text: "Update asked for" }) });
    await bringForward(storage, migrations);
    for (const migration of migrations) await migration.run(storage);
    for (const id of ["old", "new"]) expect(JSON.parse((await outbox.get(id))?.answer ?? "")).toEqual({ view: "notice", data, text: "Update asked for" });
  });
});
