import { beforeAll, describe, expect, test } from "vitest";
import {
  type AuditedRepository,
  type AuditLog,
  type Change,
  changeOf,
  itemOfReminders,
  openAuditLog,
  type Recorded,
  SNOOZED,
  type Which,
} from "../../src/audit/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { children } from "../support/child.js";
import { databaseOf, describeEachDatabase } from "../support/database.js";

interface Thing extends Recorded {
  value?: string;
}

const author = { email: "lead@example.org", id: "1" };
const change = (id: string, from: string | undefined, item = "thing", at = "2026-11-24T10:00:00Z"): Change =>
  changeOf({ id, plan: "plan", parts: [{ item, what: "value", ...(from && { from }), to: id }], author, at: new Date(at), through: "test" });

const save = (repository: AuditedRepository<Thing>, document: string, id: string, seen?: (now: Thing | undefined) => void) =>
  repository.change(document, id, (now) => {
    seen?.(now);
    return { change: change(id, now?.value, document), update: { $set: { value: id } }, create: { value: id } };
  });

describeEachDatabase("the record", (database) => {
  let storage: Storage;
  let auditLog: AuditLog;
  let repository: AuditedRepository<Thing>;
  const entries = (item: string) => auditLog.changes({ plan: "plan", items: [item] });
  beforeAll(async () => {
    storage = await database.open();
    auditLog = await openAuditLog(storage);
    repository = auditLog.repository<Thing>("things");
  });

  test("a change and its entry stand together, each with what was before", async () => {
    expect(await save(repository, "one", "first")).toMatchObject({ again: false, now: { value: "first", revision: 1 } });
    expect(await save(repository, "one", "second")).toMatchObject({ again: false, now: { value: "second", revision: 2 } });
    expect(await entries("one")).toEqual([
      { ...change("first", undefined, "one"), revision: 1 },
      { ...change("second", "first", "one"), revision: 2 },
    ]);
    expect(await storage.collection<Thing>("things").get("one")).toMatchObject({ value: "second", recorded: true });
  });

  test("the same change asked for again gives the first one, also after others", async () => {
    await save(repository, "two", "x");
    await save(repository, "two", "y");
    const again = await save(repository, "two", "x");
    expect(again).toMatchObject({ again: true, change: { _id: "x" }, now: { value: "y", revision: 2 } });
    expect((await entries("two")).map(({ _id }) => _id)).toEqual(["x", "y"]);
  });

  test("what somebody set for themselves is not shown to others, and does not stand in the way of what is", async () => {
    const settings = (id: string, minute: number, parts: Change["parts"]) =>
      auditLog.add(changeOf({ id, plan: "house", parts, author, at: new Date(Date.UTC(2026, 10, 24, 10, minute)), through: "test" }));
    await settings("status", 0, [{ item: "2.3.1", what: "status", to: "at-risk" }]);
    await settings("pause", 1, [{ item: "reminders", what: "paused until", to: "2027-05-12" }]);
    await settings("holiday", 2, [{ item: itemOfReminders("lead@example.org"), what: "holiday", to: "2026-12-21 to 2027-01-03" }]);
    await settings("asked", 3, [{ item: itemOfReminders("lead@example.org"), what: "update asked for", to: true }]);
    for (let minute = 4; minute < 12; minute++) await settings(`snooze ${minute}`, minute, [{ item: "2.3.1", what: SNOOZED, to: "2027-06-01" }]);
    const ids = async (which: Omit<Which, "plan">) => (await auditLog.changes({ plan: "house", ...which })).map(({ _id }) => _id);
    expect(await ids({})).toEqual(["status", "pause"]);
    expect(await ids({ newestFirst: true, limit: 1 })).toEqual(["pause"]);
    expect(await ids({ items: ["2.3.1"], newestFirst: true, limit: 1 })).toEqual(["status"]);
    expect(await ids({ items: [itemOfReminders("lead@example.org")] })).toEqual([]);
    expect(await auditLog.personalToo({ plan: "house" })).toHaveLength(12);
  });

  test("one that is refused changes nothing", async () => {
    const refused = repository.change("three", "no", () => {
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect(await storage.collection<Thing>("things").get("three")).toBeUndefined();
  });

  test.each([2, 8])("%i at once ask for the same change: it is made once", async (many) => {
    const document = `same ${many}`;
    const all = await Promise.all(Array.from({ length: many }, () => save(repository, document, `only ${many}`)));
    expect(all.filter(({ again }) => !again)).toHaveLength(1);
    expect(new Set(all.map(({ change: made }) => made._id))).toEqual(new Set([`only ${many}`]));
    expect(await entries(document)).toHaveLength(1);
  });

  test("many at once change the same thing: each is entered with what it really replaced", async () => {
    const ids = Array.from({ length: 8 }, (_, place) => `many ${place}`);
    await Promise.all(ids.map((id) => save(repository, "many", id)));
    const made = await entries("many");
    expect(made.map(({ _id }) => _id).sort()).toEqual(ids);
    const froms = made.map(({ parts }) => parts[0]?.from);
    expect(new Set(froms).size).toBe(8);
    const last = ids.find((id) => !froms.includes(id));
    expect(await storage.collection<Thing>("things").get("many")).toMatchObject({ value: last, revision: 8 });
  });

  test("a change that lost its entry is entered when the record is read, and when the next change comes", async () => {
    const things = storage.collection<Thing>("things");
    await things.insert({ _id: "lost", value: "l1", revision: 1, last: change("l1", undefined, "lost"), recorded: false });
    expect((await entries("lost")).map(({ _id }) => _id)).toEqual(["l1"]);
    await things.insert({ _id: "lost too", value: "m1", revision: 1, last: change("m1", undefined, "lost too"), recorded: false });
    await save(repository, "lost too", "m2");
    expect((await entries("lost too")).map(({ _id }) => _id).sort()).toEqual(["m1", "m2"]);
  });

  test("is read by item, by time, oldest or newest first", async () => {
    for (const [id, at] of [
      ["t1", "2026-10-01T00:00:00.000Z"],
      ["t2", "2026-10-02T00:00:00.000Z"],
      ["t3", "2026-10-03T00:00:00.000Z"],
    ] as const)
      await auditLog.add({ ...change(id, undefined, "timed", at), plan: "other" });
    expect(await auditLog.add(change("t1", undefined, "timed"))).toBe(false);
    const ids = async (which: object) => (await auditLog.changes({ plan: "other", ...which })).map(({ _id }) => _id);
    expect(await ids({})).toEqual(["t1", "t2", "t3"]);
    expect(await ids({ from: "2026-10-02T00:00:00.000Z" })).toEqual(["t2", "t3"]);
    expect(await ids({ before: "2026-10-02T00:00:00.000Z" })).toEqual(["t1"]);
    expect(await ids({ newestFirst: true, limit: 2 })).toEqual(["t3", "t2"]);
    expect(await ids({ items: ["thing"] })).toEqual([]);
  });
});

describe.each(["embedded file", "mongodb"] as const)("a process killed with kill -9 before any of its writes (%s)", (kind) => {
  const run = children();
  const database = databaseOf(kind);
  test.skipIf(kind === "mongodb" && !process.env.MONGODB_URI)(
    "loses no change it had saved, and no change is without its entry after the next start",
    async () => {
      const place = await database.place();
      const whole = await run("tests/audit/changer.ts", [JSON.stringify(place), "0"]);
      const writes = Number((await whole.line("done")).split(" ")[1]);
      expect(writes).toBe(9);
      for (let before = 1; before <= writes; before++) {
        const fresh = await database.place();
        const killed = await run("tests/audit/changer.ts", [JSON.stringify(fresh), String(before)]);
        await expect(killed.line("done")).rejects.toThrow();
        const saved = killed.lines.map((line) => line.slice("saved ".length));
        const storage = await openStorage(fresh);
        const auditLog = await openAuditLog(storage);
        const repository = auditLog.repository<Thing>("things");
        const made = (await auditLog.changes({ plan: "plan" })).map(({ _id }) => _id);
        expect(made.slice(0, saved.length)).toEqual(saved);
        expect((await storage.collection<Thing>("things").get("thing"))?.value).toBe(made.at(-1));
        for (const id of ["a", "b", "c"]) expect(await save(repository, "thing", id)).toMatchObject({ again: made.includes(id) });
        expect((await auditLog.changes({ plan: "plan", items: ["thing"] })).map(({ _id }) => _id).sort()).toEqual(["a", "b", "c"]);
        await storage.close();
      }
    },
    120_000,
  );
});
