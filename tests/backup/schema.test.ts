/** Documents of an older layout are brought forward at start: in order, once, by however many instances, whatever cuts it short. */
import { describe, expect, test } from "vitest";
import { bringForward, type Migration } from "../../src/backup/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { children } from "../support/child.js";
import { databaseOf, describeEachDatabase, type TestDatabase } from "../support/database.js";
import { steps, type Thing } from "./steps.js";

const old: Thing[] = Array.from({ length: 5 }, (_, size) => ({ _id: `t${size}`, size, ...(size > 2 && { tags: ["x"] }) }));
const brought: Thing[] = old.map(({ _id, size, tags }) => ({ _id, width: size, tags: tags ?? [], moved: tags ? 1 : 2 }));

const thingsOf = (storage: Storage) => storage.collection<Thing>("things");
const all = (storage: Storage) => thingsOf(storage).find({}, { sort: { _id: 1 } });
const stateOf = async (storage: Storage) => storage.collection("schema").get("state");
const known = (count: number): readonly Migration[] => steps.slice(0, count);

describeEachDatabase("the layout of what is stored", (database) => {
  const filled = async (): Promise<Storage> => {
    const storage = await database.open();
    await thingsOf(storage).insertMissing(old);
    return storage;
  };

  test("of an empty store is the latest, and nothing is done", async () => {
    const storage = await database.open();
    const heard: string[] = [];
    await bringForward(storage, steps, (about) => heard.push(about));
    expect(heard).toEqual([]);
    expect(await stateOf(storage)).toEqual({ _id: "state", version: 3 });
  });

  test("of a store that does not say is the first: all steps are done in order, once", async () => {
    const storage = await filled();
    const heard: [string, number][] = [];
    for (let start = 0; start < 3; start++) await bringForward(storage, steps, (about, version) => heard.push([about, version]));
    expect(heard).toEqual([
      ["a size is called a width", 2],
      ["every thing has tags", 3],
    ]);
    expect(await all(storage)).toEqual(brought);
  });

  test("is brought forward over several versions, one after the other", async () => {
    const storage = await filled();
    await bringForward(storage, known(0));
    expect(await all(storage)).toEqual(old);
    await bringForward(storage, known(1));
    expect(await stateOf(storage)).toEqual({ _id: "state", version: 2 });
    await bringForward(storage, known(2));
    expect(await all(storage)).toEqual(brought);
  });

  test("when it is newer is refused in plain words, and nothing is changed", async () => {
    const storage = await filled();
    await bringForward(storage, steps);
    await expect(bringForward(storage, known(1))).rejects.toThrow(/written by a newer Waymark: its layout is 3, and this one knows layouts up to 2/);
    await expect(bringForward(storage, known(1))).rejects.toThrow(expect.objectContaining({ name: "UserFacingError" }));
    expect(await all(storage)).toEqual(brought);
  });

  test("stays as it was when a step fails, and the next start does it again", async () => {
    const storage = await filled();
    const failing: Migration = { about: "fails", run: () => Promise.reject(new Error("a bug")) };
    await expect(bringForward(storage, [...known(1), failing])).rejects.toThrow("a bug");
    expect(await stateOf(storage)).toEqual({ _id: "state", version: 2 });
    await bringForward(storage, steps);
    expect(await all(storage)).toEqual(brought);
  });

  test("is brought forward once by many that start together", async () => {
    const storage = await filled();
    const heard: number[] = [];
    await Promise.all(Array.from({ length: 12 }, () => bringForward(storage, steps, (_about, version) => heard.push(version))));
    expect(heard).toEqual([2, 3]);
    expect(await all(storage)).toEqual(brought);
  });
});

const kinds: TestDatabase["kind"][] = ["embedded file", "mongodb"];

describe.each(kinds)("a start that is killed (%s)", (kind) => {
  const run = children();
  const database = databaseOf(kind);

  test.skipIf(kind === "mongodb" && !process.env.MONGODB_URI)("before any of its writes leaves nothing that the next start does not finish", async () => {
    let finished = false;
    for (let before = 1; !finished; before++) {
      const place = await database.place();
      const first = await openStorage(place);
      await thingsOf(first).insertMissing(old);
      await first.close();
      const killed = await run("tests/backup/mover.ts", [JSON.stringify(place), String(before)]);
      await killed.exit();
      finished = killed.lines.includes("brought");
      const again = await openStorage(place);
      await bringForward(again, steps);
      expect(await all(again)).toEqual(brought);
      expect(await stateOf(again)).toEqual({ _id: "state", version: 3 });
      await again.close();
      if (finished) expect(before).toBeGreaterThan(10);
    }
  });
});
