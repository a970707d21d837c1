import { expect, test } from "vitest";
import { openProgress } from "../../src/progress/index.js";
import type { Document } from "../../src/storage/index.js";
import { bringForward, migrations } from "../../src/upkeep/index.js";
import { describeEachDatabase } from "../support/database.js";

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
});
