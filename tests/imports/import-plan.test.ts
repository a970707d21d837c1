import { beforeEach, expect, test } from "vitest";
import { type Figures, openFigures } from "../../src/figures/index.js";
import { exportPlan, importPlan } from "../../src/imports/index.js";
import { type KnownPlan, openPlans, type Plan, type Plans } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { type KeptProgress, openProgress, type Progress } from "../../src/progress/index.js";
import { UserFacingError } from "../../src/shared/errors.js";
import type { Storage } from "../../src/storage/port.js";
import { appendix, bullets, row } from "../support/appendix-text.js";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";

const by = "head.of.service@example.org";
const at = new Date("2026-11-24T09:00:00Z");

interface Deps {
  storage: Storage;
  plans: Plans;
  figures: Figures;
  progress: Progress;
}

const open = async (storage: Storage): Promise<Deps> => ({
  storage,
  plans: openPlans(storage),
  figures: await openFigures(storage),
  progress: await openProgress(storage),
});
const read = (source: unknown) => readPlan("plan", typeof source === "string" ? source : JSON.stringify(source));
const bring = (deps: Deps, source: unknown) => importPlan(deps, read(source), { by, at });
const inForce = async ({ plans }: Deps) => (await plans.current())?.plan as Plan;
const exported = async (deps: Deps) => exportPlan(deps, (await deps.plans.current()) as KnownPlan);
const firstPriority = async (deps: Deps) => (await inForce(deps)).themes[0]?.priorities[0];

describeEachDatabase("importing", (database) => {
  let deps: Deps;
  beforeEach(async () => {
    deps = await open(await database.open());
  });

  test("the first time puts the plan in force and says what it has", async () => {
    const report = await bring(deps, planFile({ measure: { figures: [{ period: "2025-26 Q1", value: 3 }] } }));
    expect(report).toMatchObject({ first: true, replacedSample: false, figuresAdded: 1, figuresKept: 0, added: [], retired: [] });
    expect(report.counts).toEqual({ themes: 1, priorities: 1, actions: 1, milestones: 1, measures: 1, figures: 1 });
    expect(await deps.plans.current()).toMatchObject({ id: "plan", revision: 1, importedBy: by, importedAt: "2026-11-24T09:00:00.000Z", sample: false });
    expect(await deps.figures.all("plan", "1.1.m1")).toMatchObject([{ period: "2025-26 Q1", value: 3 }]);
    expect(JSON.stringify(await inForce(deps))).not.toContain("figures");
  });

  test("the same again changes nothing and says so", async () => {
    await bring(deps, planFile());
    const before = await inForce(deps);
    const report = await bring(deps, planFile());
    expect(report).toMatchObject({ first: false, added: [], reworded: [], retired: [], returned: [] });
    expect(report.known.revision).toBe(2);
    expect(await inForce(deps)).toEqual(before);
  });

  test("new words are taken and told, old to new; what people said stays", async () => {
    const full = planFile({
      priority: {
        lead: "welcome.lead@example.org",
        aliases: ["visitors"],
        actions: [
          {
            id: "1.1.1",
            text: "Open late",
            timescale: "Year 1",
            lead: "doors@example.org",
            status: "at-risk",
            note: "Keys are missing",
            milestones: [{ due: "2026-03-31", done: "2026-03-01" }],
          },
        ],
        measures: [
          {
            id: "1.1.m1",
            text: "Number of visits",
            unit: "visits",
            kind: "number",
            direction: "increase",
            frequency: "monthly",
            baseline: 10,
            target: 20,
            reporter: "counter@example.org",
            figures: [{ period: "2026-01", value: 12 }],
          },
        ],
      },
    });
    await bring(deps, full);
    const report = await bring(deps, appendix(row("1.1 Welcome all people", "Open late on Fridays", "Year 1", "Visits of all people")));
    expect(report.reworded).toEqual([
      { id: "plan", part: "title", from: "Museum Plan", to: "Museum Strategy Action Plan" },
      { id: "1", part: "statement", from: "", to: "We welcome everyone" },
      { id: "1.1", part: "title", from: "Welcome everyone", to: "Welcome all people" },
      { id: "1.1.1", part: "text", from: "Open late", to: "Open late on Fridays" },
      { id: "1.1.m1", part: "text", from: "Number of visits", to: "Visits of all people" },
    ]);
    expect(await firstPriority(deps)).toEqual({
      id: "1.1",
      title: "Welcome all people",
      aliases: ["visitors"],
      lead: "welcome.lead@example.org",
      actions: [
        {
          id: "1.1.1",
          text: "Open late on Fridays",
          timescale: "Year 1",
          lead: "doors@example.org",
          status: "at-risk",
          note: "Keys are missing",
          milestones: [{ due: "2026-03-31", done: "2026-03-01" }],
        },
      ],
      measures: [
        {
          id: "1.1.m1",
          text: "Visits of all people",
          kind: "number",
          unit: "visits",
          direction: "increase",
          frequency: "monthly",
          baseline: 10,
          target: 20,
          reporter: "counter@example.org",
        },
      ],
    });
    expect(await deps.figures.all("plan", "1.1.m1")).toMatchObject([{ period: "2026-01", value: 12 }]);
  });

  test("a file fills in only what nobody said before", async () => {
    await bring(
      deps,
      planFile({ priority: { lead: "first@example.org" }, action: { status: "on-track" }, measure: { figures: [{ period: "2025-26 Q1", value: 1 }] } }),
    );
    const later = planFile({
      priority: { lead: "second@example.org", aliases: ["doors"] },
      action: { status: "complete", note: "Said now" },
      measure: {
        unit: "visits",
        figures: [
          { period: "2025-26 Q1", value: 99 },
          { period: "2025-26 Q2", value: 2 },
        ],
      },
    });
    const report = await bring(deps, later);
    expect(report).toMatchObject({ figuresAdded: 1, figuresKept: 1 });
    expect(await firstPriority(deps)).toMatchObject({
      lead: "first@example.org",
      aliases: ["doors"],
      actions: [{ status: "on-track", note: "Said now" }],
      measures: [{ unit: "visits" }],
    });
    expect((await deps.figures.all("plan", "1.1.m1")).map(({ period, value }) => [period, value])).toEqual([
      ["2025-26 Q2", 2],
      ["2025-26 Q1", 1],
    ]);
  });

  test("what is gone is retired with its history, and comes back", async () => {
    const two = planFile({
      priority: {
        lead: "lead@example.org",
        actions: [
          { id: "1.1.1", text: "A" },
          { id: "1.1.2", text: "B", status: "at-risk" },
        ],
        measures: [{ id: "1.1.m1", text: "M", kind: "number", figures: [{ period: "2025-26", value: 7 }] }],
      },
    });
    const one = planFile({ priority: { actions: [{ id: "1.1.1", text: "A" }], measures: [] } });
    await bring(deps, two);
    expect(await bring(deps, one)).toMatchObject({ retired: ["1.1.2", "1.1.m1"], added: [], returned: [] });
    const known = await deps.plans.current();
    expect(known?.catalogue.items.map(({ id }) => id)).toEqual(["1", "1.1", "1.1.1"]);
    expect(known?.plan.themes[0]?.priorities[0]?.actions[1]).toMatchObject({ id: "1.1.2", status: "at-risk", retired: true });
    expect(await deps.figures.all("plan", "1.1.m1")).toHaveLength(1);
    expect(await bring(deps, one)).toMatchObject({ retired: [], added: [], returned: [] });
    const back = await bring(deps, two);
    expect(back).toMatchObject({ retired: [], added: [], returned: ["1.1.2", "1.1.m1"], figuresKept: 1 });
    expect((await deps.plans.current())?.catalogue.items).toHaveLength(5);
    expect((await firstPriority(deps))?.actions[1]).toEqual({ id: "1.1.2", text: "B", status: "at-risk" });
  });

  test("a theme that is gone takes what is under it along, but nothing that moved", async () => {
    const theme = (id: string, ...priorities: string[]) => ({
      id,
      name: `Theme ${id}`,
      priorities: priorities.map((one) => ({ id: one, title: one, lead: `${one.toLowerCase()}@example.org` })),
    });
    await bring(deps, planFile({ plan: { themes: [theme("A", "P1"), theme("B", "P2", "P3")] } }));
    const report = await bring(deps, planFile({ plan: { themes: [theme("A", "P1", "P3")] } }));
    expect(report).toMatchObject({ retired: ["B", "P2"], added: [] });
    const { themes } = await inForce(deps);
    expect(themes.map(({ id, retired, priorities }) => [id, Boolean(retired), priorities.map((one) => [one.id, Boolean(one.retired)])])).toEqual([
      [
        "A",
        false,
        [
          ["P1", false],
          ["P3", false],
        ],
      ],
      ["B", true, [["P2", true]]],
    ]);
    expect(themes[0]?.priorities[1]?.lead).toBe("p3@example.org");
  });

  test("an id in another case is the same, and stays as it was first written", async () => {
    await bring(deps, planFile({ measure: { figures: [{ period: "2025-26", value: 3 }] } }));
    const report = await bring(deps, planFile({ measure: { id: "1.1.M1", figures: [{ period: "2025-26", value: 4 }] } }));
    expect(report).toMatchObject({ added: [], retired: [], figuresKept: 1 });
    expect((await firstPriority(deps))?.measures.map(({ id }) => id)).toEqual(["1.1.m1"]);
  });

  test("what is new is told", async () => {
    await bring(deps, planFile());
    const report = await bring(
      deps,
      planFile({
        priority: {
          actions: [
            { id: "1.1.1", text: "Open late", timescale: "Year 1" },
            { id: "1.1.2", text: "Sell" },
          ],
        },
      }),
    );
    expect(report.added).toEqual(["1.1.2"]);
  });

  test("words that moved to another number are put on the list, also to a new one, or from one that is gone", async () => {
    const actions = (...texts: string[]) => planFile({ priority: { actions: texts.map((text, place) => ({ id: `1.1.${place + 1}`, text })) } });
    await bring(deps, actions("Open late", "Sell tickets"));
    const moved = async (file: unknown) =>
      (await bring(deps, file)).look.flatMap((row) => (row.kind === "moved" ? [`${row.id} from ${row.from}: ${row.why}`] : []));
    const why = (id: string, from: string) =>
      `${id} from ${from}: its words stood at ${from} before; its lead, status and notes came along, so check ${id} and ${from}`;
    expect(await moved(actions("Paint the doors", "Open late", "Sell tickets"))).toEqual([why("1.1.2", "1.1.1"), why("1.1.3", "1.1.2")]);
    expect(await moved(actions("Open late", "Sell tickets"))).toEqual([why("1.1.1", "1.1.2"), why("1.1.2", "1.1.3")]);
    expect(await moved(actions("Open late", "Sell tickets"))).toEqual([]);
  });

  test("dates that a person set stay while the printed timescale stays", async () => {
    const milestones = [
      { label: "Doors", due: "2025-12-31", done: "2025-12-01" },
      { label: "Windows", due: "2026-02-27" },
    ];
    await bring(deps, planFile({ action: { milestones } }));
    await bring(deps, appendix(row("1.1 Welcome everyone", "Open late", "Year 1", "Number of visits")));
    expect((await firstPriority(deps))?.actions[0]?.milestones).toEqual(milestones);
    const report = await bring(deps, appendix(row("1.1 Welcome everyone", "Open late", "Year 2", "Number of visits")));
    expect((await firstPriority(deps))?.actions[0]?.milestones).toEqual([{ due: "2027-03-31" }]);
    expect(report.reworded).toContainEqual({ id: "1.1.1", part: "timescale", from: "Year 1", to: "Year 2" });
    expect(report.look).toContainEqual({
      id: "1.1.1",
      kind: "other stages",
      why: "its stages were Doors (2025-12-31), Windows (2026-02-27) and are now its date (2027-03-31); check which of them are marked as done",
    });
  });

  test("a stage that was done stays done when the printed date moves", async () => {
    await bring(deps, planFile({ action: { milestones: [{ label: "Pilot", due: "2026-03-31", done: "2026-03-01" }], timescale: "Year 1 (Pilot)" } }));
    await bring(deps, appendix(row("1.1 Welcome everyone", "Open late", "Year 2 (Pilot) Year 3 (Roll out)", "Number of visits")));
    expect((await firstPriority(deps))?.actions[0]?.milestones).toEqual([
      { label: "Pilot", due: "2027-03-31", done: "2026-03-01" },
      { label: "Roll out", due: "2028-03-31" },
    ]);
  });

  test("stages that were marked as done since are put on the list when they change", async () => {
    await bring(deps, planFile());
    const progress: KeptProgress = {
      _id: "plan/1.1.1",
      plan: "plan",
      priority: "1.1",
      action: "1.1.1",
      done: { 0: "2026-01-01" },
      by,
      at: at.toISOString(),
      revision: 1,
      recorded: true,
    };
    await deps.storage.collection<KeptProgress>("progress").insert(progress);
    const report = await bring(deps, planFile({ action: { timescale: "Year 1 (Pilot) Year 2 (Roll out)" } }));
    expect(report.look.find(({ id }) => id === "1.1.1")?.why).toMatch(/^its stages were its date \(2026-03-31\) and are now Pilot/);
  });

  test("a kind that was only inferred gives way to the first that is said, which then stays", async () => {
    await bring(deps, planFile());
    await bring(deps, planFile({ measure: { kind: "rating", direction: "improve" } }));
    expect((await firstPriority(deps))?.measures[0]).toEqual({ id: "1.1.m1", text: "Number of visits", kind: "rating", direction: "improve" });
    await bring(deps, planFile({ measure: { kind: "number", direction: "increase" } }));
    expect((await firstPriority(deps))?.measures[0]).toMatchObject({ kind: "rating" });
  });

  test("a kind inferred from new words stays what the figures are", async () => {
    await bring(deps, planFile({ measure: { figures: [{ period: "2025-26", value: 3 }] } }));
    await bring(deps, planFile({ measure: { text: "Better visits" } }));
    expect((await firstPriority(deps))?.measures[0]).toMatchObject({ text: "Better visits", kind: "number" });
  });

  test("figures that do not fit what the measure is known to be are refused, and nothing is saved", async () => {
    await bring(deps, planFile({ measure: { kind: "number" } }));
    const file = planFile({ action: { text: "Other words" }, measure: { kind: "narrative", figures: [{ period: "2025-26", value: "All well" }] } });
    await expect(bring(deps, file)).rejects.toThrow(
      "The figure of 1.1.m1 for 2025-26 must be a number, as the measure is known to be of the kind number. Nothing was saved.",
    );
    expect(await deps.plans.current()).toMatchObject({ revision: 1 });
    expect((await firstPriority(deps))?.actions[0]?.text).toBe("Open late");
  });

  test("another first day of the years is refused once there are figures", async () => {
    await bring(deps, planFile({ measure: { figures: [{ period: "2025-26 Q1", value: 3 }] } }));
    await expect(bring(deps, planFile({ plan: { starts: "2026-01-01" } }))).rejects.toThrow(UserFacingError);
    await bring(deps, planFile({ plan: { starts: "2026-04-01" } }));
    expect((await firstPriority(deps))?.actions[0]?.milestones).toEqual([{ due: "2027-03-31" }]);
  });

  test("a name of a theme that a person gave stays where the source prints none", async () => {
    const text = (rows: string) => ["Museum Strategy Action Plan", rows].join("\n");
    await bring(deps, planFile());
    await bring(deps, text(row("1.1 Welcome everyone", "Open late", "Year 1", "Number of visits")));
    const { themes } = await inForce(deps);
    expect(themes[0]).toMatchObject({ name: "Visitors" });
    expect(themes[0]).not.toHaveProperty("inferred");
  });

  test("an export gives exactly the same plan anywhere, figures, retired items and all", async () => {
    await bring(
      deps,
      planFile({
        priority: {
          actions: [
            { id: "1.1.1", text: "A", timescale: "Spring 2026" },
            { id: "1.1.2", text: "B", timescale: "Year 1 (Pilot) Year 2 (ongoing)", status: "at-risk", note: "N" },
          ],
          measures: [
            {
              id: "1.1.m1",
              text: "M",
              figures: [
                { period: "2025-26 Q2", value: 7.25, note: "n", by: "a@example.org", at: "2025-10-09T09:30:00+00:00" },
                { period: "2025-26", value: 8 },
                { period: "2025-26 Q4", value: 9 },
              ],
            },
          ],
        },
      }),
    );
    await bring(deps, appendix(row("1.1 Welcome everyone", bullets("A"), "Year 1", ""), row("1.2 Show", "C", "", "Completion of the show")));
    const progress: KeptProgress = {
      _id: "plan/1.2.1",
      plan: "plan",
      priority: "1.2",
      action: "1.2.1",
      status: "on-track",
      note: "Begun",
      revision: 1,
      recorded: true,
      by,
      at: at.toISOString(),
    };
    await deps.storage.collection<KeptProgress>("progress").insert(progress);
    const first = await exported(deps);
    const elsewhere = await open(await database.open());
    await bring(elsewhere, first);
    expect(JSON.stringify(await exported(elsewhere))).toBe(JSON.stringify(first));
    expect(first?.themes[0]?.priorities[1]?.actions[0]).toMatchObject({ status: "on-track", note: "Begun" });
    const again = await bring(deps, first);
    expect(again).toMatchObject({ added: [], reworded: [], retired: [], returned: [], figuresAdded: 0, figuresKept: 3 });
  });

  test("two at once: one stands, whole, the other says that nothing was saved", async () => {
    await bring(deps, planFile());
    const others = await Promise.all([1, 2, 3].map(() => open(deps.storage)));
    const outcomes = await Promise.allSettled(
      others.map((other, place) => bring(other, planFile({ action: { text: `Words ${place}` }, measure: { figures: [{ period: "2025-26", value: place }] } }))),
    );
    const won = outcomes.findIndex(({ status }) => status === "fulfilled");
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect((reason as Error).message).toMatch(/^Another plan was imported at the same time\. Nothing was saved/);
    if (refused.length === 2) {
      expect((await firstPriority(deps))?.actions[0]?.text).toBe(`Words ${won}`);
      expect(await deps.figures.all("plan", "1.1.m1")).toMatchObject([{ value: won }]);
    }
  });
});
