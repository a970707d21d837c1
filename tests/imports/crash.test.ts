import { cp } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { openAuditLog } from "../../src/audit/index.js";
import { openFigures } from "../../src/figures/index.js";
import { finishImport, importPlan } from "../../src/imports/index.js";
import { openAmendments, openPlans, type Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage } from "../../src/storage/index.js";
import { children } from "../support/child.js";
import { whole } from "../support/fault-scale.js";
import { testFolders } from "../support/folders.js";
import { planOfSize } from "../support/plans-of-size.js";

const read = (wording: string) => readPlan("plan", JSON.stringify(planOfSize({ priorities: 40, quarters: wording === "old" ? 3 : 6, wording })));
const words = (plan: Plan): Plan => ({
  ...plan,
  themes: plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({ ...priority, measures: priority.measures.map((measure) => ({ ...measure, figures: undefined })) })),
  })),
});
/** Before any of its dates: nothing of it is to be reported yet. */
const loadedAt = new Date("2025-04-01T09:00:00Z");
/** Every write of it at the whole size, every third in `npm test`. */
const stride = whole ? 1 : 3;
const oldFigures = 40 * 2 * 3;
const newFigures = 40 * 2 * 6;

describe("an import that is killed with kill -9", () => {
  const run = children();
  let template: string;
  const folder = testFolders();
  beforeAll(async () => {
    template = await folder();
    const storage = await openStorage({ folder: template });
    await importPlan({ plans: openPlans(storage), figures: await openFigures(storage) }, read("old"), { by: "the command line", at: loadedAt });
    await storage.close();
  });

  /** What stands after the process is dead, and after the next start has finished what it left. */
  async function standsAfter(place: string): Promise<{ revision: number; figures: number }> {
    const storage = await openStorage({ folder: place });
    const deps = { plans: openPlans(storage), figures: await openFigures(storage) };
    const known = await deps.plans.current();
    expect(known?.plan).toEqual(words(read(known?.revision === 1 ? "old" : "new").plan));
    await finishImport(deps);
    const figures = (await deps.figures.ofPlan("plan")).length;
    const again = await importPlan(deps, read("new"), { by: "the command line", at: loadedAt });
    expect(again.figuresAdded).toBe(newFigures - figures);
    expect((await deps.plans.current())?.plan).toEqual(words(read("new").plan));
    expect(await deps.figures.ofPlan("plan")).toHaveLength(newFigures);
    const contents = new Set((await storage.collection<{ _id: string; content: string }>("planParts").find({})).map(({ content }) => content));
    expect(contents.size).toBe(2);
    await storage.close();
    return { revision: known?.revision ?? 0, figures };
  }

  test("before any of its writes leaves the old plan or the new one whole, and the next import mends the rest", async () => {
    const whole = await folder();
    await cp(template, whole, { recursive: true });
    const child = await run("tests/imports/importer.ts", [whole, "new", "0"]);
    const writes = Number((await child.line("done")).split(" ")[1]);
    const outcomes: { revision: number; figures: number }[] = [];
    for (let before = 1; before <= writes; before += stride) {
      const place = await folder();
      await cp(template, place, { recursive: true });
      const killed = await run("tests/imports/importer.ts", [place, "new", String(before)]);
      await expect(killed.line("done")).rejects.toThrow();
      outcomes.push(await standsAfter(place));
    }
    const flip = outcomes.findIndex(({ revision }) => revision === 2);
    expect(flip).toBeGreaterThan(0);
    expect(outcomes.slice(0, flip).every(({ revision, figures }) => revision === 1 && figures === oldFigures)).toBe(true);
    expect(outcomes.slice(flip).every(({ revision, figures }) => revision === 2 && figures === newFigures)).toBe(true);
  });

  test("with measures that are joined before any of its writes leaves the old plan with none joined, or the new one with them once the next start has finished it", async () => {
    const outcomes = new Set<string>();
    for (let before = 1, done = false; !done; before += stride) {
      const place = await folder();
      await cp(template, place, { recursive: true });
      const child = await run("tests/imports/importer.ts", [place, "new", String(before), "joined"]);
      done = await child.line("done").then(
        () => true,
        () => false,
      );
      if (done) await child.exit();
      const storage = await openStorage({ folder: place });
      const [plans, auditLog] = [openPlans(storage), await openAuditLog(storage)];
      const deps = { plans, auditLog, figures: await openFigures(storage), amendments: openAmendments({ auditLog, plans }) };
      await finishImport(deps);
      await deps.amendments.settle();
      const known = await plans.current();
      const item = known?.catalogue.find("1.1.m1");
      const joins = (await auditLog.changes({ plan: "plan" })).filter(({ _id }) => _id === "card/joins");
      outcomes.add(`revision ${known?.revision}: ${item?.type === "measure" ? item.measure.countsAs : ""}, ${joins.length} entered`);
      await storage.close();
    }
    expect([...outcomes]).toEqual(["revision 1: undefined, 0 entered", "revision 2: 1.2.m1, 1 entered"]);
  });

  test.each([3, 12])("from outside, %i ms after it began, does no worse", async (pause) => {
    const place = await folder();
    await cp(template, place, { recursive: true });
    const child = await run("tests/imports/importer.ts", [place, "new", "0"]);
    await child.line("ready");
    await new Promise((resolve) => setTimeout(resolve, pause));
    await child.kill("SIGKILL");
    const { revision, figures } = await standsAfter(place);
    expect(figures).toBe(revision === 1 ? oldFigures : newFigures);
  });
});
