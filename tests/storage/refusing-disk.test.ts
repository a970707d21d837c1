/** A disk that is full or read-only under the embedded database: nobody is told of anything that is not on disk, and it works again by itself. */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { UserFacingError } from "../../src/shared/errors.js";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { testFolders } from "../support/folders.js";
import { canMount, smallDisks } from "../support/small-disk.js";

interface Row {
  _id: string;
  n?: number;
  text?: string;
}

const opened: Storage[] = [];
afterEach(async () => {
  for (const storage of opened.splice(0)) await storage.close();
});

async function open(folder: string) {
  const lines: { level: string; msg: string; collection?: string }[] = [];
  const log = createLogger("info", { write: (line) => lines.push(JSON.parse(line)) });
  const storage = await openStorage({ folder, log });
  opened.push(storage);
  return { storage, rows: storage.collection<Row>("rows"), lines };
}

const isThere = async (storage: Storage): Promise<boolean> =>
  storage.ping().then(
    () => true,
    () => false,
  );

/** By itself: nobody writes meanwhile. */
async function untilItWorksAgain(storage: Storage): Promise<void> {
  for (const from = performance.now(); !(await isThere(storage)); await pause(50))
    if (performance.now() - from > 15_000) throw new Error("it does not come back");
}

const big = { text: "x".repeat(20_000) };

describe.skipIf(!canMount)("a disk", () => {
  const disk = smallDisks();

  const refusals = [
    { how: "full", begin: "fill", end: "makeRoom" },
    { how: "read-only", begin: "readOnly", end: "writable" },
  ] as const;

  test.each(refusals)(
    "that is $how: writes are refused in plain words, reads give what was saved, and all is as before when it is not",
    async ({ begin, end }) => {
      const small = await disk(300);
      const { storage, rows, lines } = await open(small.folder);
      await rows.insertMissing([{ _id: "a", n: 262 }, { _id: "b" }, { _id: "c", n: 1 }]);
      await small[begin]();

      const refused = await Promise.allSettled([
        rows.updateWhere({ _id: "a" }, { $set: { n: 777, ...big } }),
        rows.insert({ _id: "new", ...big }),
        rows.remove({ _id: "b", text: { $exists: false } }),
        rows.updateWhere({ _id: "a", n: 777 }, { $set: { n: 778 } }),
      ]);
      expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
      for (const each of refused) expect(each.status === "rejected" && each.reason).toBeInstanceOf(UserFacingError);
      expect(await rows.find({})).toHaveLength(3);
      expect(await rows.get("a")).toEqual({ _id: "a", n: 262 });
      expect(await rows.get("b")).toEqual({ _id: "b" });
      await expect(rows.insert({ _id: "new", ...big })).rejects.toThrow("cannot confirm that this is saved");
      expect(await isThere(storage)).toBe(false);
      expect(lines).toMatchObject([{ level: "error", msg: "the disk refuses what is written", collection: "rows" }]);

      await small[end]();
      await untilItWorksAgain(storage);
      expect(lines.at(-1)).toMatchObject({ level: "warn", msg: "the disk takes what is written again", collection: "rows" });
      expect(await rows.updateWhere({ _id: "a" }, { $inc: { n: 1 } })).toEqual({ _id: "a", n: 263 });
      expect(await rows.insert({ _id: "new", ...big })).toBe(true);
      await storage.close();
      const again = await open(small.folder);
      expect((await again.rows.find({})).map(({ _id, n }) => [_id, n]).sort()).toEqual([
        ["a", 263],
        ["b", undefined],
        ["c", 1],
        ["new", undefined],
      ]);
    },
  );

  test("that is full for a while under many writers: what was acknowledged is there, what was refused is not", async () => {
    const small = await disk(400);
    const { storage, rows } = await open(small.folder);
    const saved = new Set<string>();
    const writing = Array.from({ length: 4 }, async (_, lane) => {
      for (let place = 0; place < 30; place++) {
        const _id = `${lane}/${place}`;
        if (await rows.insert({ _id, text: "x".repeat(300) }).catch(() => false)) saved.add(_id);
        if (place === 8 && lane === 0) await small.fill();
        if (place === 20 && lane === 0) await small.makeRoom();
        await pause(2);
      }
    });
    await Promise.all(writing);
    await untilItWorksAgain(storage);
    expect(saved.size).toBeGreaterThan(0);
    expect(saved.size).toBeLessThan(120);
    const found = async (all: typeof rows) => new Set((await all.find({})).map(({ _id }) => _id));
    expect(await found(rows)).toEqual(saved);
    await storage.close();
    expect(await found((await open(small.folder)).rows)).toEqual(saved);
  });

  test("that is full when the first document of a collection comes: the collection is empty, and takes it later", async () => {
    const small = await disk(100);
    const { storage, rows } = await open(small.folder);
    await rows.insert({ _id: "a" });
    await small.fill();
    const others = storage.collection<Row>("others");
    await expect(others.insert({ _id: "x", ...big })).rejects.toThrow(UserFacingError);
    expect(await others.find({})).toEqual([]);
    await small.makeRoom();
    await untilItWorksAgain(storage);
    expect(await others.insert({ _id: "x", ...big })).toBe(true);
  });
});

describe("a file that is taken away under the database", () => {
  const folder = testFolders();

  test("is written anew, whole, as soon as it can be", async () => {
    const place = await folder();
    const { storage, rows } = await open(place);
    await rows.insertMissing([{ _id: "a", n: 1 }, { _id: "b" }]);
    await rm(join(place, "rows.jsonl"));
    await expect(rows.insert({ _id: "c" })).rejects.toThrow(UserFacingError);
    await untilItWorksAgain(storage);
    expect(await rows.insert({ _id: "d" })).toBe(true);
    await storage.close();
    expect((await (await open(place)).rows.find({}, { sort: { _id: 1 } })).map(({ _id }) => _id)).toEqual(["a", "b", "d"]);
  });

  test("with its whole folder: no read and no write is answered, as nobody knows what stands", async () => {
    const place = join(await folder(), "data");
    const { rows } = await open(place);
    await rows.insert({ _id: "a", n: 1 });
    await rename(place, `${place}-gone`);
    await expect(rows.insert({ _id: "b" })).rejects.toThrow(UserFacingError);
    await expect(rows.get("a")).rejects.toThrow("cannot say what stands");
    await rename(`${place}-gone`, place);
    for (const from = performance.now(); performance.now() - from < 15_000; await pause(50)) if (await rows.insert({ _id: "b" }).catch(() => false)) break;
    expect(await rows.find({}, { sort: { _id: 1 } })).toEqual([{ _id: "a", n: 1 }, { _id: "b" }]);
  });

  test("and grows by somebody else's hand: nothing is added to it before it is as it was", async () => {
    const place = await folder();
    const { storage, rows } = await open(place);
    await rows.insert({ _id: "a" });
    const file = join(place, "rows.jsonl");
    await writeFile(file, `${await readFile(file, "utf8")}{"_id":"stranger"}\n`);
    await expect(rows.insert({ _id: "b" })).rejects.toThrow(UserFacingError);
    await untilItWorksAgain(storage);
    expect(await rows.insert({ _id: "b" })).toBe(true);
    expect(await readFile(file, "utf8")).toBe('{"_id":"a"}\n{"_id":"b"}\n');
  });
});
