import { beforeEach, describe, expect, test } from "vitest";
import { openPace, perSecond } from "../../src/messaging/pace.js";
import type { DueItem } from "../../src/reminders/index.js";
import { leaseMs } from "../../src/reminders/log-entry.js";
import { openReminderLog, type ReminderLog } from "../../src/reminders/reminder-log.js";
import { partsOf, putIn } from "../../src/reminders/shared-message.js";
import type { Storage } from "../../src/storage/index.js";
import { openWorld } from "../faults/reminders/world.js";
import { describeEachDatabase } from "../support/database.js";

const start = Date.parse("2027-03-03T09:30:00Z");
const at = (ms: number) => new Date(start + ms);
const wanted = { plan: "plan", person: "lead@example.org", day: "2027-03-03", since: "2027-03-02" };

describeEachDatabase("the log of reminders", (database) => {
  let storage: Storage;
  let log: ReminderLog;
  beforeEach(async () => {
    storage = await database.open();
    log = await openReminderLog(storage);
  });
  const claim = (ms = 0, more: Partial<typeof wanted> = {}) => log.claim({ ...wanted, ...more }, undefined, at(ms));

  test("one of many gets the claim", async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim()));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("a claim whose lease has run out is taken over by one, and the holder before may no longer send", async () => {
    const first = await claim();
    expect(await claim(leaseMs - 1)).toBeUndefined();
    const others = (await Promise.all(Array.from({ length: 5 }, () => claim(leaseMs)))).filter((one) => one !== undefined);
    expect(others).toHaveLength(1);
    if (!first || !others[0]) throw new Error("no claim");
    expect(await log.sending(first, [], at(leaseMs + 1))).toBe(false);
    expect(await log.sending(others[0], [], at(leaseMs + 1))).toBe(true);
    expect(await log.sending(others[0], [], at(leaseMs + 2))).toBe(false);
  });

  test("what died while it was being sent is unknown, is nobody's to send, and is told to the managers", async () => {
    const mine = await claim();
    if (!mine) throw new Error("no claim");
    await log.sending(mine, [], at(1));
    await log.expireLeases(await log.open("plan"), at(leaseMs - 1));
    expect((await log.open("plan"))[0]?.state).toBe("sending");
    await log.expireLeases(await log.open("plan"), at(leaseMs + 1));
    expect((await log.open("plan"))[0]?.state).toBe("unknown");
    expect(await claim(2 * leaseMs)).toBeUndefined();
    expect(await log.undelivered("plan", "2027-03-01", "2027-03-08")).toEqual([
      { person: wanted.person, day: wanted.day, state: "unknown", why: "The program ended while it was being sent." },
    ]);
    // Its sender was only slow after all, and knows better.
    await log.end(mine, "delivered", at(2 * leaseMs));
    expect(await log.open("plan")).toEqual([]);
    expect(await log.undelivered("plan", "2027-03-01", "2027-03-08")).toEqual([]);
  });

  test("what was told to wait is not tried before, by nobody", async () => {
    const mine = await claim();
    if (!mine) throw new Error("no claim");
    await log.sending(mine, [], at(0));
    await log.notYet(mine, { ms: 17_000, keep: false }, at(0), "Teams asked to wait.");
    expect(await claim(16_999)).toBeUndefined();
    expect(await claim(17_000)).toBeDefined();
  });

  test("the newest of a person decides what comes next", async () => {
    const first = await claim();
    if (!first) throw new Error("no claim");
    await log.end(first, "unknown", at(1), "x");
    const before = (await log.newest("plan", [wanted.person])).get(wanted.person);
    await log.claim({ ...wanted, day: "2027-03-10", since: "2027-03-09" }, before, at(2));
    expect((await log.newest("plan", [wanted.person, "other@example.org"])).get(wanted.person)?.day).toBe("2027-03-10");
    expect((await log.open("plan")).map(({ day }) => day)).toEqual(["2027-03-10"]);
  });

  describe("of a message that two plans share", () => {
    const other = { ...wanted, plan: "parks" };
    const items = [undefined, { id: "parks", name: "Parks" }].map(
      (of): DueItem => ({
        part: "manager",
        step: "no lead",
        key: of ? "b" : "a",
        id: "1.1.1",
        text: "Do",
        why: "no lead",
        more: [],
        pressing: 0,
        ...(of && { of }),
      }),
    );
    const stateOf = async (plan: string) => (await log.newest(plan, [wanted.person])).get(wanted.person)?.state;
    const expireLeases = async (ms: number) => log.expireLeases([...(await log.open("parks")), ...(await log.open("plan"))], at(ms));
    const begin = async () => {
      await log.keep(other, undefined, at(0));
      const mine = await claim();
      if (!mine) throw new Error("no claim");
      return mine;
    };

    test("what became of it holds for both", async () => {
      const mine = await begin();
      expect(await log.sending(mine, items, at(1))).toBe(true);
      expect([await stateOf("plan"), await stateOf("parks")]).toEqual(["sending", "sending"]);
      await expireLeases(2);
      expect(await stateOf("parks")).toBe("sending");
      await log.end(mine, "delivered", at(3));
      expect([await stateOf("plan"), await stateOf("parks")]).toEqual(["delivered", "delivered"]);
    });

    test("what goes up next was told to its lead by the entry of its own plan", async () => {
      const mine = await begin();
      const last: DueItem = {
        part: "lead",
        step: "overdue 4",
        key: "1.1.1/0",
        id: "1.1.1",
        text: "Do",
        why: "x",
        more: [],
        pressing: 0,
        place: 0,
        due: "2027-02-03",
        goesUp: "2027-03-10",
      };
      await log.sending(mine, [...items, { ...last, of: { id: "parks", name: "Parks" } }], at(1));
      await log.end(mine, "delivered", at(2));
      expect([...(await log.told("parks", ["1.1.1/0"]))]).toEqual([["1.1.1/0", wanted.day]]);
      expect((await log.told("plan", ["1.1.1/0"])).size).toBe(0);
    });

    test("whoever dies on the wire leaves both unknown", async () => {
      await log.sending(await begin(), items, at(1));
      await expireLeases(leaseMs + 2);
      expect([await stateOf("plan"), await stateOf("parks")]).toEqual(["unknown", "unknown"]);
    });

    test("whoever dies between the ends leaves both delivered", async () => {
      const mine = await begin();
      await log.sending(mine, items, at(1));
      await log.end({ ...mine, parts: [] }, "delivered", at(2));
      expect(await stateOf("parks")).toBe("sending");
      await expireLeases(3);
      expect(await stateOf("parks")).toBe("delivered");
    });

    test("whoever dies before the wire leaves both to be said; who was only slow can send neither any more", async () => {
      const mine = await begin();
      await putIn(storage.collection("reminderLog"), mine, partsOf(mine.entry, items), at(1));
      await expireLeases(leaseMs - 1);
      expect(await stateOf("parks")).toBe("sending");
      await expireLeases(leaseMs + 1);
      expect([await stateOf("plan"), await stateOf("parks")]).toEqual(["claimed", "claimed"]);
      expect(await log.sending(mine, items, at(leaseMs + 2))).toBe(false);
      const next = await claim(leaseMs + 3);
      if (!next) throw new Error("no claim");
      expect(await log.sending(next, items, at(leaseMs + 4))).toBe(true);
      // What the slow one put in again before it lost is overwritten, and it cannot overwrite what the next one put in.
      expect(await putIn(storage.collection("reminderLog"), mine, partsOf(mine.entry, items), at(leaseMs + 5))).toBe(false);
    });

    test("what was put in and did not go with it is still to be said", async () => {
      const mine = await begin();
      await putIn(storage.collection("reminderLog"), mine, partsOf(mine.entry, items), at(1));
      await log.sending(mine, items.slice(0, 1), at(2));
      await log.end(mine, "delivered", at(3));
      await expireLeases(4);
      expect([await stateOf("plan"), await stateOf("parks")]).toEqual(["delivered", "claimed"]);
    });
  });

  test("all instances together keep to the rate", async () => {
    const world = openWorld(storage, at(0).toISOString());
    const turns: number[] = [];
    const paces = [-600_000, 0, 600_000].map((skew) => openPace(world.storage, world.clockOf(skew)));
    const turn = async (place: number) => {
      await paces[place % 3]?.turn(`conversation ${place}`);
      turns.push(world.time());
    };
    await world.run(() => Promise.all(Array.from({ length: 90 }, (_, place) => turn(place))));
    turns.sort((a, b) => a - b);
    const busiest = Math.max(...turns.map((from) => turns.filter((one) => one >= from && one < from + 1_000).length));
    expect(turns).toHaveLength(90);
    expect((turns.at(-1) ?? 0) - start).toBeGreaterThan(3_000);
    expect(busiest).toBeLessThanOrEqual(perSecond + 1);
  });
});
