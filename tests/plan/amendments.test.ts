import { expect, test } from "vitest";
import { changeOf, openAuditLog } from "../../src/audit/index.js";
import { type Amendment, openAmendments, openPlans, type Plan } from "../../src/plan/index.js";
import type { Storage } from "../../src/storage/port.js";
import { describeEachDatabase } from "../support/database.js";
import { planOfSize } from "../support/plans-of-size.js";

const plan = planOfSize({ priorities: 4 });
const facts = { look: [], importedAt: "2026-11-24T09:00:00.000Z", importedBy: "head@example.org", sample: false, staged: [] };
const [a, b] = ["a@example.org", "b@example.org"];

const open = async (storage: Storage) => {
  const auditLog = await openAuditLog(storage);
  const plans = openPlans(storage);
  return { auditLog, plans, amendments: openAmendments({ auditLog, plans }) };
};
const opened = async (storage: Storage) => {
  const deps = await open(storage);
  await deps.plans.save({ id: "plan", plan, ...facts });
  return deps;
};

const amendment = (id: string, of: Record<string, Amendment>) => (said: (item: string) => Amendment | undefined) => ({
  change: changeOf({
    id,
    plan: "plan",
    parts: Object.keys(of).map((item) => ({
      item,
      what: "lead",
      ...(said(item)?.lead !== undefined && { from: said(item)?.lead as string }),
      to: of[item]?.lead ?? "",
    })),
    author: { email: "head@example.org", id: "1" },
    at: new Date("2026-11-24T10:00:00Z"),
    through: "test",
  }),
  of: new Map(Object.entries(of)),
});
const priorityOf = (known: { plan: Plan } | undefined, id: string) => known?.plan.themes.flatMap(({ priorities }) => priorities).find((one) => one.id === id);

describeEachDatabase("amendments of a plan", (database) => {
  test("stand before what the file says, in the catalogue too, and say who made them", async () => {
    const { plans, amendments } = await opened(await database.open());
    await amendments.amend(
      "plan",
      "1",
      amendment("1", { "1.1": { lead: a, deputies: [b] }, "1.1.1": { lead: "" }, "1.1.m1": { reporter: b, kind: "percentage" } }),
    );
    const known = await plans.current();
    expect(priorityOf(known, "1.1")).toMatchObject({ lead: a, deputies: [b] });
    expect(known?.catalogue.find("1.1.1")).toMatchObject({ priority: { lead: a }, action: { lead: undefined } });
    expect(known?.catalogue.find("1.1.m1")).toMatchObject({ measure: { reporter: b, kind: "percentage" } });
    expect(known?.amended).toMatchObject({ by: "head@example.org", items: ["1.1", "1.1.1", "1.1.m1"] });
    expect(priorityOf(known, "2.1")).toEqual(priorityOf({ plan }, "2.1"));
  });

  test("are in force for every process at once, and after a start", async () => {
    const storage = await database.open();
    const here = await opened(storage);
    const there = await open(storage);
    await there.plans.current();
    await here.amendments.amend("plan", "1", amendment("1", { "2.1": { lead: a } }));
    expect(priorityOf(await there.plans.current(), "2.1")?.lead).toBe(a);
    await there.amendments.amend("plan", "2", amendment("2", { "2.1": { lead: b } }));
    expect(priorityOf(await here.plans.current(), "2.1")?.lead).toBe(b);
    expect(priorityOf(await (await open(storage)).plans.current(), "2.1")?.lead).toBe(b);
    expect((await here.auditLog.changes({ plan: "plan", items: ["2.1"] })).map(({ parts }) => parts[0])).toEqual([
      { item: "2.1", what: "lead", to: a },
      { item: "2.1", what: "lead", from: a, to: b },
    ]);
  });

  test("leave what they do not speak of, and are made once for each id", async () => {
    const { plans, amendments, auditLog } = await opened(await database.open());
    await amendments.amend("plan", "1", amendment("1", { "1.1": { lead: a } }));
    await amendments.amend("plan", "2", amendment("2", { "1.1": { deputies: [b] } }));
    expect(await amendments.amend("plan", "1", amendment("1", { "1.1": { lead: b } }))).toMatchObject({ again: true, change: { parts: [{ to: a }] } });
    expect(priorityOf(await plans.current(), "1.1")).toMatchObject({ lead: a, deputies: [b] });
    expect(await auditLog.changes({ plan: "plan" })).toHaveLength(2);
  });

  test("stay when the plan is imported again, and are none of another plan's", async () => {
    const { plans, amendments } = await opened(await database.open());
    await amendments.amend("plan", "1", amendment("1", { "1.1": { lead: a } }));
    await plans.save({ id: "plan", plan: planOfSize({ priorities: 4, wording: "new" }), ...facts, after: 1 });
    expect(priorityOf(await plans.current(), "1.1")).toMatchObject({ lead: a });
    await plans.save({ id: "other", plan, ...facts, after: 2, replaces: "plan" });
    expect(priorityOf(await plans.current(), "1.1")?.lead).not.toBe(a);
    expect((await plans.current())?.amended).toBeUndefined();
    await amendments.amend("other", "2", amendment("2", { "1.1": { lead: b } }));
    expect(priorityOf(await plans.current(), "1.1")?.lead).toBe(b);
  });

  test("that a crash kept from being said to the others are in force after the next start", async () => {
    const storage = await database.open();
    const { plans, auditLog } = await opened(storage);
    const silent = openAmendments({ auditLog, plans: { ...plans, noteAmended: () => Promise.reject(new Error("killed")) } });
    await expect(silent.amend("plan", "1", amendment("1", { "1.1": { lead: a } }))).rejects.toThrow("killed");
    const next = await open(storage);
    await next.plans.current();
    await next.amendments.settle();
    expect(priorityOf(await next.plans.current(), "1.1")?.lead).toBe(a);
    expect(priorityOf(await plans.current(), "1.1")?.lead).toBe(a);
  });

  test("made at the same moment are all kept", async () => {
    const { plans, amendments } = await opened(await database.open());
    const ids = ["1.1", "2.1", "3.1", "4.1"].filter((id) => priorityOf({ plan }, id));
    await Promise.all(ids.map((item) => amendments.amend("plan", item, amendment(item, { [item]: { lead: a } }))));
    const known = await plans.current();
    expect(ids.map((id) => priorityOf(known, id)?.lead)).toEqual(ids.map(() => a));
  });
});
