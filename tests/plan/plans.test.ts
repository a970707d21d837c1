import { describe, expect, test } from "vitest";
import { type NextPlan, openPlans, type Plan, type StagedRow } from "../../src/plan/index.js";
import { UserFacingError } from "../../src/shared/errors.js";
import type { Collection, Document, Storage } from "../../src/storage/port.js";
import { describeEachDatabase } from "../support/database.js";
import { noting } from "../support/noting.js";
import { planOfSize } from "../support/plans-of-size.js";

const next = (plan: Plan, after?: number, staged: StagedRow[] = []): NextPlan => ({
  id: "plan",
  plan,
  look: [{ id: "1", why: "because" }],
  importedAt: "2026-11-24T09:00:00.000Z",
  importedBy: "head.of.service@example.org",
  sample: false,
  after,
  staged,
});

describeEachDatabase("plans", (database) => {
  test("there is none at first", async () => {
    expect(await openPlans(await database.open()).current()).toBeUndefined();
  });

  test("a saved plan is the one in force, whoever asks, with all that is known of it", async () => {
    const storage = await database.open();
    const plan = planOfSize({ priorities: 8 });
    const saved = await openPlans(storage).save(next(plan));
    const known = await openPlans(storage).current();
    expect(known).toMatchObject({
      id: "plan",
      plan,
      revision: 1,
      importedBy: "head.of.service@example.org",
      look: [{ id: "1", why: "because" }],
      sample: false,
    });
    expect(known?.catalogue.find("1.1.M2")?.type).toBe("measure");
    expect(saved.plan).toEqual(plan);
  });

  test("asking again costs one small get, and the catalogue is built once", async () => {
    const { storage, calls } = noting(await database.open());
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 8 })));
    const first = await plans.current();
    calls.length = 0;
    const again = await plans.current();
    expect(calls).toEqual(["plans.get"]);
    expect(again?.catalogue).toBe(first?.catalogue);
  });

  test("one process sees at once what another saved", async () => {
    const storage = await database.open();
    const [here, there] = [openPlans(storage), openPlans(storage)];
    await here.save(next(planOfSize({ priorities: 4 })));
    expect((await there.current())?.revision).toBe(1);
    await here.save(next(planOfSize({ priorities: 4, wording: "second" }), 1));
    expect(await there.current()).toMatchObject({ revision: 2, plan: { title: "The second plan" } });
  });

  test("of two saved at once one stands, whole, and the other hears of it", async () => {
    const storage = await database.open();
    const wordings = ["second", "third", "fourth"];
    const [first] = [await openPlans(storage).save(next(planOfSize({ priorities: 12 })))];
    const outcomes = await Promise.allSettled(
      wordings.map((wording) => openPlans(storage).save(next(planOfSize({ priorities: 12, wording }), first.revision))),
    );
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(UserFacingError);
    const known = await openPlans(storage).current();
    expect(known?.revision).toBe(2);
    const winner = wordings[outcomes.findIndex((one) => one.status === "fulfilled")] as string;
    expect(known?.plan).toEqual(planOfSize({ priorities: 12, wording: winner }));
    const kept = await storage.collection<{ _id: string; content: string }>("planParts").find({});
    expect(new Set(kept.map(({ content }) => content)).size).toBe(2);
  });

  test("of two first ones at once one stands", async () => {
    const storage = await database.open();
    const outcomes = await Promise.allSettled(["a", "b"].map((wording) => openPlans(storage).save(next(planOfSize({ priorities: 4, wording })))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await openPlans(storage).current())?.revision).toBe(1);
  });

  test("staged rows are handed out until they were taken, then never again", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    const rows = Array.from({ length: 250 }, (_, at) => ({ _id: `row-${at}`, value: at }));
    await plans.save(next(planOfSize({ priorities: 4 }), undefined, rows));
    const taken: StagedRow[] = [];
    await expect(
      plans.finish(async (some) => {
        taken.push(...some);
        if (taken.length > 150) throw new Error("cut short");
      }),
    ).rejects.toThrow("cut short");
    const again: StagedRow[] = [];
    await openPlans(storage).finish(async (some) => again.push(...some));
    expect(again).toEqual(rows);
    await plans.finish(async () => expect.unreachable());
    expect(await plans.current()).toMatchObject({ revision: 1, plan: planOfSize({ priorities: 4 }) });
  });

  test("the content before is kept for its readers, older ones go", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    for (let after = 0; after < 5; after++) {
      await plans.save(next(planOfSize({ priorities: 4, wording: `v${after}` }), after || undefined));
      await plans.finish(async () => undefined);
    }
    const parts = await storage.collection<{ _id: string; revision: number }>("planParts").find({});
    expect([...new Set(parts.map(({ revision }) => revision))].sort()).toEqual([4, 5]);
  });

  test("what a crash left behind before a plan was put in force goes with the next import", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 4 })));
    await storage
      .collection<{ _id: string; plan: string; content: string; revision: number; place: number }>("planParts")
      .insert({ _id: "lost/0", plan: "plan", content: "lost", revision: 2, place: 0 });
    await plans.save(next(planOfSize({ priorities: 4, wording: "second" }), 1));
    await plans.finish(async () => undefined);
    expect(await storage.collection("planParts").count({ content: "lost" })).toBe(0);
  });
});

describeEachDatabase("several plans", (database) => {
  const museum = (wording: string, after?: number): NextPlan => ({
    ...next(planOfSize({ priorities: 4, wording }), after),
    id: "museums",
    name: "Museums",
    beside: true,
  });
  const parts = async (storage: Storage, plan: string) => storage.collection("planParts").count({ plan });

  test("stand beside each other, the first is the default, and each goes on by itself", async () => {
    const storage = await database.open();
    const [here, there] = [openPlans(storage), openPlans(storage)];
    await here.save(next(planOfSize({ priorities: 4 })));
    await here.save(museum("museum"));
    expect((await there.all()).map(({ id, name }) => [id, name])).toEqual([
      ["plan", "first"],
      ["museums", "Museums"],
    ]);
    await here.save(museum("newer", 1));
    await here.finish(async () => undefined);
    expect(await there.current()).toMatchObject({ id: "plan", revision: 1 });
    expect(await there.of("museums")).toMatchObject({ name: "Museums", revision: 2, plan: { title: "The newer plan" } });
    expect(await there.of("parks")).toBeUndefined();
  });

  test("cost one small get together, and each catalogue is built once", async () => {
    const { storage, calls } = noting(await database.open());
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 4 })));
    await plans.save(museum("museum"));
    const before = await plans.all();
    calls.length = 0;
    const again = await plans.all();
    expect(calls).toEqual(["plans.get"]);
    expect(again.map((one, at) => one.catalogue === before[at]?.catalogue)).toEqual([true, true]);
  });

  test("an import of one leaves the other's contents and staged rows alone", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 4 }), undefined, [{ _id: "row" }]));
    for (const after of [undefined, 1, 2, 3]) await plans.save(museum(`v${after}`, after));
    const taken: StagedRow[] = [];
    await plans.finish(async (rows) => taken.push(...rows));
    expect(taken).toEqual([{ _id: "row" }]);
    expect(await plans.current()).toMatchObject({ plan: planOfSize({ priorities: 4 }), revision: 1 });
  });

  test("of two that bring in the same new one at once one stands, and two different ones both do", async () => {
    const storage = await database.open();
    await openPlans(storage).save(next(planOfSize({ priorities: 4 })));
    const same = await Promise.allSettled(["a", "b"].map((wording) => openPlans(storage).save(museum(wording))));
    expect(same.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await Promise.all(["parks", "roads"].map((id) => openPlans(storage).save({ ...museum(id), id, name: id })));
    expect((await openPlans(storage).all()).map(({ id }) => id)).toEqual(["plan", "museums", "parks", "roads"]);
  });

  test("one that takes another's place becomes the default, and the other's contents go", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    await plans.save({ ...next(planOfSize({ priorities: 4 })), id: "sample", sample: true });
    await plans.save(museum("museum"));
    await plans.save({ ...next(planOfSize({ priorities: 4, wording: "real" }), 1), replaces: "sample" });
    await plans.finish(async () => undefined);
    expect((await plans.all()).map(({ id, revision }) => [id, revision])).toEqual([
      ["plan", 2],
      ["museums", 1],
    ]);
    expect(await parts(storage, "sample")).toBe(0);
  });

  test("one that is unloaded is seen no more, the default stays, and it can come in again", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 4 })));
    await plans.save(museum("museum"));
    expect([await plans.unload("plan"), await plans.unload("parks"), await plans.unload("museums")]).toEqual([false, false, true]);
    expect((await openPlans(storage).all()).map(({ id }) => id)).toEqual(["plan"]);
    expect(await parts(storage, "museums")).toBe(0);
    expect(await plans.save(museum("again"))).toMatchObject({ id: "museums", revision: 1 });
  });

  test("an amendment of one is seen in that one only", async () => {
    const storage = await database.open();
    const plans = openPlans(storage);
    await plans.save(next(planOfSize({ priorities: 4 })));
    await plans.save(museum("museum"));
    await storage.collection<{ _id: string }>("amendments").insert({ _id: "museums", of: { "#1,1": { lead: "a@example.org" } } } as { _id: string });
    await plans.noteAmended("museums", "museums 1");
    await plans.noteAmended("parks", "parks 1");
    const leads = (await openPlans(storage).all()).map(({ plan }) => plan.themes[0]?.priorities[0]?.lead);
    expect(leads).toEqual([undefined, "a@example.org"]);
  });
});

describeEachDatabase("a plan 100 times as large", (database) => {
  test("is kept in small documents and asked for as cheaply", async () => {
    const storage = await database.open();
    const plan = planOfSize({ priorities: 1_300 });
    await openPlans(storage).save(next(plan));
    const noted = noting(storage);
    const plans = openPlans(noted.storage);
    expect((await plans.current())?.plan).toEqual(plan);
    noted.calls.length = 0;
    await plans.current();
    expect(noted.calls).toEqual(["plans.get"]);
    const sizes = (await storage.collection("planParts").find({})).map((part) => JSON.stringify(part).length);
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    expect(JSON.stringify(await storage.collection("plans").get("current")).length).toBeLessThan(1_000);
  });
});

describe("a reader", () => {
  test("that holds an old pointer gets the new plan when the old content is gone", async () => {
    const { openStorage } = await import("../../src/storage/index.js");
    const real = await openStorage();
    const writer = openPlans(real);
    await writer.save(next(planOfSize({ priorities: 4, wording: "v1" })));
    const stale = await real.collection("plans").get("current");
    for (const after of [1, 2, 3]) {
      await writer.save(next(planOfSize({ priorities: 4, wording: `v${after + 1}` }), after));
      await writer.finish(async () => undefined);
    }
    let reads = 0;
    const collection = <T extends Document>(name: string): Collection<T> => {
      const kept = real.collection<T>(name);
      return name === "plans" ? { ...kept, get: async (id) => (reads++ === 0 ? (stale as T) : kept.get(id)) } : kept;
    };
    expect(await openPlans({ ...real, collection }).current()).toMatchObject({ revision: 4, plan: { title: "The v4 plan" } });
    await real.close();
  });
});
