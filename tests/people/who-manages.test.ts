import { expect, test } from "vitest";
import { openAuditLog } from "../../src/audit/index.js";
import { type Appointment, openManagers } from "../../src/people/index.js";
import { describeEachDatabase, type TestDatabase } from "../support/database.js";

const [head, kim, lou] = ["head@example.org", "kim@example.org", "lou@example.org"];

const opened = async (database: TestDatabase, setting = [head]) => {
  const auditLog = await openAuditLog(await database.open());
  let serial = 0;
  const at = (managers: ReturnType<typeof openManagers>, by: string, email: string, manages: boolean, more: Partial<Appointment> = {}) =>
    managers.appoint({
      id: `${++serial}`,
      plan: "plan",
      email,
      manages,
      author: { email: by, id: by },
      at: new Date("2026-11-24T10:00:00Z"),
      through: "test",
      ...more,
    });
  return { auditLog, managers: openManagers({ auditLog, setting }), at, again: (other: string[] = setting) => openManagers({ auditLog, setting: other }) };
};

describeEachDatabase("managers", (database) => {
  test("are those of the setting at first", async () => {
    const { managers } = await opened(database, [head, kim]);
    expect(await managers.all()).toEqual([head, kim]);
  });

  test("add others, who may do the same, and it is entered in the record", async () => {
    const { managers, at, auditLog, again } = await opened(database);
    await at(managers, head, kim, true);
    expect(await managers.all()).toEqual([head, kim]);
    await at(managers, kim, lou, true);
    expect(await again().all()).toEqual([head, kim, lou]);
    await at(managers, lou, kim, false);
    expect(await again().all()).toEqual([head, lou]);
    expect((await auditLog.changes({ plan: "plan", items: ["managers"] })).map(({ by, parts }) => [by, parts[0]])).toEqual([
      [head, { item: "managers", what: "manager", which: kim, to: true }],
      [kim, { item: "managers", what: "manager", which: lou, to: true }],
      [lou, { item: "managers", what: "manager", which: kim, from: true }],
    ]);
  });

  test("the same card pressed twice makes one", async () => {
    const { managers, at, auditLog } = await opened(database);
    expect(await at(managers, head, kim, true, { id: "card" })).toMatchObject({ again: false });
    expect(await at(managers, head, kim, true, { id: "card" })).toMatchObject({ again: true });
    expect(await auditLog.changes({ plan: "plan" })).toHaveLength(1);
  });

  test.each<[string, string, string, boolean, RegExp]>([
    ["who is none says who is one", kim, lou, true, /Only a manager can say/],
    ["who is none removes one", kim, head, false, /Only a manager can say/],
    ["somebody is one already", head, head, true, /is a manager already/],
    ["somebody who is none is removed", head, kim, false, /is not a manager/],
    ["the last one is removed", head, head, false, /is the only manager/],
  ])("it is refused when %s", async (_, by, email, manages, why) => {
    const { managers, at, auditLog } = await opened(database);
    await expect(at(managers, by, email, manages)).rejects.toThrow(why);
    expect(await managers.all()).toEqual([head]);
    expect(await auditLog.changes({ plan: "plan" })).toEqual([]);
  });

  test("one of the setting stays while the setting says so, even when there are others", async () => {
    const { managers, at } = await opened(database);
    await at(managers, head, kim, true);
    await expect(at(managers, kim, head, false)).rejects.toThrow(/was made a manager when Waymark was set up/);
  });

  test("the last one stays when the setting names nobody any more", async () => {
    const { managers, at, again } = await opened(database);
    await at(managers, head, kim, true);
    await expect(at(again([]), kim, kim, false)).rejects.toThrow(/is the only manager/);
    expect(await again([]).all()).toEqual([kim]);
  });

  test("of two who remove each other at the same moment one stays", async () => {
    const { managers, at, again } = await opened(database);
    await at(managers, head, kim, true);
    await at(managers, head, lou, true);
    const [here, there] = [again([]), again([])];
    const outcomes = await Promise.allSettled([at(here, kim, lou, false), at(there, lou, kim, false)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await again([]).all()).toHaveLength(1);
  });
});
