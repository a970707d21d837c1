import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { openFigures } from "../../src/figures/index.js";
import { countsOf, importPlan, importSample, readSample } from "../../src/imports/index.js";
import { addDays, openPlans, periodNamed, priorityRollup } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { databaseOf } from "../support/database.js";
import { planFile } from "../support/plan-files.js";

const { plan, look } = readSample();
const priorities = plan.themes.flatMap((theme) => theme.priorities);
const actions = priorities.flatMap((priority) => priority.actions);
const measures = priorities.flatMap((priority) => priority.measures);
const at = new Date("2026-11-24T09:00:00Z");

describe("the sample", () => {
  test("is the published appendix, all of it", () => {
    expect(countsOf(plan)).toMatchObject({ themes: 3, priorities: 13, actions: 34, milestones: 32, measures: 59 });
    expect(look.map(({ id }) => id)).toContain("2.1");
  });

  test("shows every colour in late 2026, and each later", () => {
    const colours = (today: string) => new Set(priorities.map((priority) => priorityRollup(priority, today)));
    expect(colours("2026-11-24")).toEqual(new Set(["red", "amber", "green", "complete", "not-started"]));
    expect(colours("2029-11-24")).toContain("complete");
  });

  test("names only made-up people, and leaves something without a lead", () => {
    const addresses = JSON.stringify(plan).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !address.endsWith("@example.org"))).toEqual([]);
    expect(addresses).toContain("business.lead@example.org");
    expect(addresses).toContain("bipc.staff@example.org");
    expect(priorities.some(({ lead }) => !lead)).toBe(true);
  });

  test("says in every note that it is an example", () => {
    const notes = [
      ...actions.map(({ note }) => note),
      ...measures.flatMap(({ figures = [] }) => figures.map(({ value }) => (typeof value === "string" ? value : undefined))),
    ].filter(Boolean);
    expect(notes.length).toBeGreaterThan(10);
    expect(notes.filter((note) => !note?.startsWith("Example: "))).toEqual([]);
  });

  test("has figures for a good many measures, with gaps, each reported after its period and none after October 2026", () => {
    const reported = measures.filter(({ figures }) => figures?.length);
    expect(reported.length).toBeGreaterThanOrEqual(15);
    expect(reported.some(({ figures = [] }) => !figures.some(({ period }) => period === "2026-27 Q2"))).toBe(true);
    for (const { figures = [] } of reported) {
      for (const { period, at: reportedAt = "" } of figures) {
        const ends = periodNamed(plan, period)?.to ?? "";
        expect(reportedAt.slice(0, 10)).toBe(addDays(ends, 9));
        expect(reportedAt < "2026-11-24").toBe(true);
      }
    }
  });

  test("marks only what was read from the words as inferred", () => {
    for (const measure of measures) expect([measure.id, Boolean(measure.inferred)]).toEqual([measure.id, !measure.figures]);
  });
});

describe("the first start", () => {
  const database = databaseOf("embedded memory");
  const open = async () => {
    const storage = await database.open();
    return { plans: openPlans(storage), figures: await openFigures(storage) };
  };

  test("puts the sample in force, marked as such, and a second start leaves it alone", async () => {
    const deps = await open();
    const report = await importSample(deps, at);
    expect(report?.figuresAdded).toBeGreaterThan(90);
    expect(await deps.plans.current()).toMatchObject({ sample: true, revision: 1 });
    expect(await importSample(deps, at)).toBeUndefined();
    expect((await deps.plans.current())?.revision).toBe(1);
  });

  test("of several instances at once brings the sample in once", async () => {
    const storage = await database.open();
    const instances = await Promise.all([1, 2, 3].map(async () => ({ plans: openPlans(storage), figures: await openFigures(storage) })));
    const reports = await Promise.all(instances.map((deps) => importSample(deps, at)));
    expect(reports.filter(Boolean)).toHaveLength(1);
    expect(await instances[2]?.plans.current()).toMatchObject({ revision: 1, sample: true });
  });

  test("does nothing where there is a plan", async () => {
    const deps = await open();
    await importPlan(deps, readPlan("plan.json", JSON.stringify(planFile())), { by: "a@example.org", at });
    expect(await importSample(deps, at)).toBeUndefined();
    expect(await deps.plans.current()).toMatchObject({ sample: false, plan: { title: "Museum Plan" } });
  });

  test("a real plan replaces the sample: none of its examples stay", async () => {
    const deps = await open();
    await importSample(deps, at);
    const file = planFile({ measure: { figures: [{ period: "2025-26 Q1", value: 1 }] } });
    const report = await importPlan(deps, readPlan("plan.json", JSON.stringify(file)), { by: "a@example.org", at });
    expect(report).toMatchObject({ first: true, replacedSample: true, figuresAdded: 1, retired: [], reworded: [] });
    const known = await deps.plans.current();
    expect(known).toMatchObject({ sample: false, revision: 2 });
    expect(JSON.stringify(known?.plan)).not.toContain("Example");
    expect(await deps.figures.ofPlan(known?.id ?? "")).toHaveLength(1);
  });
});

describe("the bundle", () => {
  const folder = fileURLToPath(new URL(`../../dist/for-tests-${process.pid}-sample`, import.meta.url));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(["main.js", "parts/part.js"])("finds the sample from %s", async (place) => {
    const outfile = join(folder, place);
    await build({ entryPoints: ["src/imports/index.ts"], outfile, bundle: true, platform: "node", format: "esm", packages: "external" });
    const bundle = (await import(pathToFileURL(outfile).href)) as { readSample: typeof readSample };
    expect(bundle.readSample().plan).toEqual(plan);
  });
});
