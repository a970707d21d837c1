import { expect, test } from "vitest";
import { openKeptFiles } from "../../src/imports/index.js";
import { sourceOf } from "../../src/plan-import/index.js";
import { describeEachDatabase } from "../support/database.js";

const at = new Date("2026-11-24T10:00:00Z");
const dayLater = new Date("2026-11-25T10:00:00Z");
const source = async () => JSON.stringify(await sourceOf("plan.txt", new TextEncoder().encode(`1.1 Welcome ${"a long word ".repeat(60_000)}`)));

describeEachDatabase("a file that was sent", (database) => {
  test("is kept whole with what was chosen, also at the same moment, and the last choice for a row counts", async () => {
    const storage = await database.open();
    const file = await openKeptFiles(storage).keep(await source(), at);
    expect(await openKeptFiles(storage).of(file, at)).toEqual({ source: await source(), chosen: new Map() });
    const files = openKeptFiles(storage);
    await Promise.all([files.choose(file, new Map([["rowa", "keep"]])), files.choose(file, new Map([["rowb", "out"]])), files.choose(file, new Map())]);
    await files.choose(file, new Map([["rowb", ""]]));
    expect((await openKeptFiles(storage).of(file, at))?.chosen).toEqual(new Map(Object.entries({ rowa: "keep", rowb: "" })));
  });

  test("is gone with what was chosen when it is dropped, or after a day, and what is chosen for it then is nowhere", async () => {
    const storage = await database.open();
    const files = openKeptFiles(storage);
    const [dropped, old, other] = [await files.keep(await source(), at), await files.keep(await source(), at), await files.keep(await source(), dayLater)];
    await files.drop(dropped);
    await files.choose(dropped, new Map([["rowa", "keep"]]));
    expect([await files.of(dropped, at), await files.of(old, dayLater)]).toEqual([undefined, undefined]);
    const kept = await storage.collection<{ _id: string; file: string }>("planFiles").find({});
    expect(new Set(kept.map(({ file }) => file))).toEqual(new Set([other]));
  });
});
