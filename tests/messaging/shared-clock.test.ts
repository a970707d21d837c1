import { expect, test } from "vitest";
import { sharedClock } from "../../src/messaging/shared-clock.js";

test("instances agree on the time whatever their own clocks show, and ask the database once a minute", async () => {
  let time = Date.parse("2027-03-03T09:29:00Z");
  let asked = 0;
  const storage = {
    now: async () => {
      asked += 1;
      return new Date(time);
    },
  };
  const clocks = [-600_000, 0, 600_000].map((ahead) => sharedClock(storage, { count: () => time + ahead }));
  for (let second = 0; second < 59; second++) {
    const seen = await Promise.all(clocks.map((clock) => clock.now()));
    expect(seen.map((at) => at.getTime())).toEqual([time, time, time]);
    time += 1_000;
  }
  expect(asked).toBe(3);
  time += 120_000;
  expect((await clocks[2]?.now())?.getTime()).toBe(time);
  expect(asked).toBe(4);
});

test("a slow answer never makes it later than it is", async () => {
  let time = Date.parse("2027-03-03T09:29:00Z");
  const storage = {
    now: async () => {
      const told = new Date(time);
      time += 4_000;
      return told;
    },
  };
  const clock = sharedClock(storage, { count: () => time });
  const now = (await clock.now()).getTime();
  expect(now).toBeLessThanOrEqual(time);
  expect(time - now).toBeLessThanOrEqual(4_000);
});
