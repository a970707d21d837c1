import { expect, test } from "vitest";
import { openBudget } from "../../src/model/budget.js";
import { describeEachDatabase } from "../support/database.js";

describeEachDatabase("a day's calls", (database) => {
  const day = (day: number) => new Date(`2026-11-${day}T23:59:00Z`);

  test("are taken one by one, by all servers together, and anew the next day", async () => {
    const storage = await database.open();
    const [one, other] = [openBudget(storage, 7), openBudget(storage, 7)];
    const taken = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? one : other).take(day(24))));
    expect(taken.filter(Boolean)).toHaveLength(7);
    expect(await one.take(day(24))).toBe(false);
    expect(await other.take(day(25))).toBe(true);
    expect((await storage.collection("modelCalls").find({})).map(({ _id }) => _id)).toEqual(["2026-11-25"]);
  });

  test("of none are none", async () => {
    expect(await openBudget(await database.open(), 0).take(day(24))).toBe(false);
  });
});
