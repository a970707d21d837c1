import { cp } from "node:fs/promises";
import { expect, test } from "vitest";
import { openAuditLog } from "../../src/audit/index.js";
import { openFigures } from "../../src/figures/index.js";
import { importPlan, openFrozen } from "../../src/imports/index.js";
import { type KnownPlan, openPlans } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { children } from "../support/child.js";
import { describeEachDatabase } from "../support/database.js";
import { testFolders } from "../support/folders.js";
import { planOfSize } from "../support/plans-of-size.js";

const run = children();
const folder = testFolders();

const contentsIn = async (storage: Storage): Promise<Set<string>> =>
  new Set((await storage.collection<{ _id: string; content: string }>("frozenPlanParts").find({})).map(({ content }) => content));

/** Freezes once more in what a dead process left, and gives what there is then. */
async function afterwards(place: string, at: Date): Promise<{ versions: number; contents: number; wasThere: boolean }> {
  const storage = await openStorage({ folder: place });
  const frozen = openFrozen(storage, await openAuditLog(storage));
  const known = (await openPlans(storage).current()) as KnownPlan;
  const wasThere = (await frozen.all(known.id)).length > 0;
  await frozen.freeze(known, known.plan, { name: "later", by: "head@example.org", at });
  const all = await frozen.all(known.id);
  for (const { name } of all) expect((await frozen.of(known.id, name)).content).toEqual(known.plan);
  const stands = { versions: all.length, contents: (await contentsIn(storage)).size, wasThere };
  await storage.close();
  return stands;
}

test("a freezing that is killed before any of its writes leaves the version whole or none, and nothing of it once an hour has passed", async () => {
  const template = await folder();
  const storage = await openStorage({ folder: template });
  const read = readPlan("plan", JSON.stringify(planOfSize({ priorities: 400, quarters: 1, wording: "old" })));
  await importPlan({ plans: openPlans(storage), figures: await openFigures(storage) }, read, { by: "the command line", at: new Date() });
  await storage.close();
  const outcomes: boolean[] = [];
  for (let before = 1; before < 30; before++) {
    const place = await folder();
    await cp(template, place, { recursive: true });
    const child = await run("tests/imports/freezer.ts", [place, String(before)]);
    const done = await child.line("done").then(
      () => true,
      () => false,
    );
    if (done) await child.exit();
    const { versions, contents, wasThere } = await afterwards(place, new Date("2026-11-24T12:00:00Z"));
    expect([versions, contents]).toEqual(wasThere ? [2, 2] : [1, 1]);
    outcomes.push(wasThere);
    if (done) break;
  }
  expect(outcomes.at(-1)).toBe(true);
  expect(outcomes.filter((wasThere) => !wasThere).length).toBeGreaterThan(2);
});

test("content that is being written by somebody else just now is left alone", async () => {
  const place = await folder();
  const storage = await openStorage({ folder: place });
  const read = readPlan("plan", JSON.stringify(planOfSize({ priorities: 2, quarters: 1, wording: "old" })));
  await importPlan({ plans: openPlans(storage), figures: await openFigures(storage) }, read, { by: "the command line", at: new Date() });
  await storage.close();
  // It dies with its content written and no version, as one that is still at it would look.
  const child = await run("tests/imports/freezer.ts", [place, "4"]);
  await expect(child.line("done")).rejects.toThrow();
  expect(await afterwards(place, new Date("2026-11-24T10:30:00Z"))).toEqual({ versions: 1, contents: 2, wasThere: false });
});

describeEachDatabase("a freeze card that is pressed twice", (database) => {
  test.each(["the same card at the same moment", "the same card after a name that is taken"])("%s, with two names, makes one version", async (when) => {
    const storage = await database.open();
    const frozen = openFrozen(storage, await openAuditLog(storage));
    const plan = planOfSize({ priorities: 2, quarters: 1, wording: "old" });
    await importPlan({ plans: openPlans(storage), figures: await openFigures(storage) }, readPlan("plan", JSON.stringify(plan)), {
      by: "the command line",
      at: new Date(),
    });
    const known = (await openPlans(storage).current()) as KnownPlan;
    const card = { id: "card", verb: "plan.freeze", byId: "head" };
    const freeze = (name: string, through?: typeof card) =>
      frozen.freeze(known, known.plan, { name, by: "head@example.org", at: new Date("2026-11-24T10:00:00Z"), card: through });
    if (when.endsWith("taken")) {
      await freeze("taken");
      await expect(freeze("taken", card)).rejects.toThrow('There is a version called "taken" already');
    }
    const before = (await frozen.all(known.id)).length;
    const [first, second] = await Promise.all([freeze("agreed in July", card), freeze("agreed in August", card)]);
    expect([second?.name, second?.content]).toEqual([first?.name, first?.content]);
    expect(await frozen.all(known.id)).toHaveLength(before + 1);
    expect((await contentsIn(storage)).size).toBe(before + 1);
  });
});
