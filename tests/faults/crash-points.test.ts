/** A form with several things to write, killed before every single write: after the next start all of it stands, or none. */
import { cp } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { children } from "../support/child.js";
import { type Features, openFeatures } from "../support/features.js";
import { testFolders } from "../support/folders.js";
import { standing } from "./ledger.js";
import { threeFigures } from "./submission.js";

const run = children();
const folder = testFolders();
let template: string;
beforeAll(async () => {
  template = await folder();
  const storage = await openStorage({ folder: template });
  await (await openTalk(storage)).stop();
  await storage.close();
});

const baselineOf = async ({ plans }: Features) => {
  const item = (await plans.current())?.catalogue.find("1.1.m2");
  return item?.type === "measure" ? item.measure.baseline : undefined;
};

async function standsIn(storage: Storage, features: Features) {
  const reports = await Promise.all(["1.1.m2", "1.1.m5", "1.1.m1"].map((measure) => features.figures.allReports("plan", measure)));
  const said = reports.map(([newest]) =>
    newest?.period === "2026-27 Q2" ? [newest.value ?? ("unavailable" in newest && newest.unavailable), newest.earlier?.length ?? 0] : undefined,
  );
  const { entries } = await standing(storage);
  return { said, baseline: await baselineOf(features), entered: [71, 150].map((value) => entries.get(value) ?? 0) };
}

const nothing = { said: [undefined, undefined, [149, 0]], baseline: undefined, entered: [0, 0] };
const everything = {
  said: [
    [71, 0],
    ["not collected", 0],
    [150, 1],
  ],
  baseline: 12,
  entered: [1, 1],
};

test("a form with three reports and a baseline is saved whole or not at all, wherever the process dies", async () => {
  const outcomes = new Set<string>();
  for (let before = 1; before < 60; before++) {
    const place = await folder();
    await cp(template, place, { recursive: true });
    const child = await run("tests/faults/reporter.ts", [place, String(before)]);
    const done = await child.line("done").then(
      () => true,
      () => false,
    );
    if (done) await child.exit();
    const storage = await openStorage({ folder: place });
    const features = await openFeatures(storage);
    await features.settle();
    const stands = await standsIn(storage, features);
    outcomes.add(JSON.stringify(stands));
    expect([nothing, everything]).toContainEqual(stands);
    // Pressed again, as a person would who had no answer.
    const { saved, overtaken } = await features.reporting.record(threeFigures, true);
    expect([saved.length, overtaken.length]).toEqual([3, 0]);
    await features.settle();
    expect(await standsIn(storage, features)).toEqual(everything);
    await storage.close();
    if (done) {
      expect(stands).toEqual(everything);
      expect(outcomes.size).toBe(2);
      return;
    }
  }
  throw new Error("The process never came to its end");
}, 300_000);
