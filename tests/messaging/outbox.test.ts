/** Requests and their answers on their way to Teams, from three instances on one database, some of which die. */
import { expect, test } from "vitest";
import { conversationLimits } from "../../src/messaging/conversation-pace.js";
import { openOutbox, openPace, type Posted } from "../../src/messaging/index.js";
import { perSecond } from "../../src/messaging/pace.js";
import { answerIn } from "../../src/shared/answer-text.js";
import { openWorld } from "../faults/reminders/world.js";
import { describeEachDatabase, type TestDatabase } from "../support/database.js";

const answer = answerIn("notice", { title: "A request", lead: [], suggestions: [] });
const minuteMs = 60_000;

/** What the channel does with the n-th message that it is given. */
type Channel = (to: string, n: number) => Promise<void>;

async function opened(database: TestDatabase, channel: Channel = async () => undefined) {
  const world = openWorld(await database.open(), "2027-03-03T09:30:00Z");
  const given: { to: string; at: number; by: number }[] = [];
  const lost: string[] = [];
  const late: string[] = [];
  /** `dies`: it never comes to its turn. */
  const instance = (by: number, dies = false) => {
    const clock = world.clockOf(by * 1_000);
    const pace = dies ? { soon: () => new Promise<void>(() => undefined) } : openPace(world.storage, clock);
    const send = async ({ person = "" }: Record<string, string>) => {
      given.push({ to: person, at: world.time(), by });
      await channel(person, given.length);
    };
    return openOutbox({
      storage: world.storage,
      clock,
      pace,
      send,
      lost: async (id) => void lost.push(id),
      refusedLate: async ({ id = "" }) => void late.push(id),
    });
  };
  const left = () => world.storage.collection("outbox").count({});
  return { world, given, lost, late, instance, left };
}
const letter = (to: string) => ({ to, where: { person: to }, answer });
const mostWithin = (times: readonly number[], inMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + inMs).length));
const failing = (fields: object) => Promise.reject(Object.assign(new Error("x"), fields));

describeEachDatabase("what waits to be sent", (database) => {
  test("from three instances keeps to the tenant's and to each conversation's rate, all of it together", async () => {
    const { world, given, instance, left } = await opened(database);
    const instances = [1, 2, 3].map((by) => instance(by));
    const people = Array.from({ length: 40 }, (_, n) => `person ${n}`);
    await world.run(async () => {
      await Promise.all(instances.flatMap((one) => [...people, ...Array<string>(12).fill("busy")].map((to) => one.post(letter(to)))));
      while (await left()) await world.wait(100);
    });
    expect(given).toHaveLength(3 * (40 + 12));
    expect(
      mostWithin(
        given.map(({ at }) => at),
        1_000,
      ),
    ).toBeLessThanOrEqual(perSecond);
    const busy = given.filter(({ to }) => to === "busy").map(({ at }) => at);
    for (const { most, inMs } of conversationLimits) expect(mostWithin(busy, inMs)).toBeLessThanOrEqual(most);
    expect(new Set(given.map(({ by }) => by)).size).toBe(3);
  }, 60_000);

  test("of an instance that ended before it went is sent by another one, once", async () => {
    const { world, given, instance, left } = await opened(database);
    const [dying, ...others] = [instance(1, true), instance(2), instance(3)];
    await world.run(async () => {
      void dying?.post(letter("a"));
      while (!(await left())) await world.wait(10);
      for (let minutes = 0; minutes < 3; minutes++) {
        await Promise.all(others.map((one) => one.sendWaiting()));
        await world.wait(minuteMs);
      }
    });
    expect(given.map(({ to }) => to)).toEqual(["a"]);
    expect(await left()).toBe(0);
  });

  test("and was being sent when its instance ended may have arrived, and is never sent again", async () => {
    const { world, given, instance, left } = await opened(database, () => new Promise(() => undefined));
    await world.run(async () => {
      void instance(1).post(letter("a"));
      while (!given.length) await world.wait(10);
      await world.wait(2 * minuteMs);
      await instance(2).sendWaiting();
    });
    expect(given).toHaveLength(1);
    expect(await left()).toBe(0);
  });

  const answers: [string, Channel, Posted, number, string[]][] = [
    ["is taken", async () => undefined, "delivered", 1, []],
    ["is refused", () => failing({ statusCode: 403 }), "refused", 1, ["a"]],
    ["has no clear answer", () => failing({ statusCode: 502 }), "unknown", 1, []],
    ["is to wait", (_, n) => (n < 3 ? failing({ statusCode: 429, retryAfterMs: 5_000 }) : Promise.resolve()), "kept", 3, []],
    ["never went out", (_, n) => (n < 2 ? failing({ sent: false }) : Promise.resolve()), "kept", 2, []],
  ];
  test.each(answers)("and %s by the channel", async (_what, channel, came, times, refused) => {
    const { world, given, lost, instance, left } = await opened(database, channel);
    const one = instance(1);
    const posted = await world.run(async () => {
      const first = await one.post(letter("a"));
      for (let looks = 0; looks < 20; looks++) {
        await world.wait(5_000);
        await one.sendWaiting();
      }
      return first;
    });
    expect(posted).toBe(came);
    expect(given).toHaveLength(times);
    expect(lost).toEqual(refused);
    expect(await left()).toBe(0);
  });

  test("is told to whoever posted it when it is refused in time, and to whoever hears of it later when not", async () => {
    const { world, late, instance, left } = await opened(database, (_, n) => failing(n === 2 ? { statusCode: 429, retryAfterMs: 3_000 } : { statusCode: 403 }));
    const came = await world.run(async () => {
      const first = await instance(1).post({ ...letter("a"), about: { id: "at once" } });
      const second = await instance(1).post({ ...letter("b"), about: { id: "later" } });
      await world.wait(5_000);
      await instance(2).sendWaiting();
      return [first, second];
    });
    expect(came).toEqual(["refused", "kept"]);
    expect(late).toEqual(["later"]);
    expect(await left()).toBe(0);
  });
});
