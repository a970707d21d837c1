/** Files of the embedded database that are not as they were written: only what a crash leaves behind is mended. */
import { cp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { UserFacingError } from "../../src/shared/errors.js";
import { openStorage } from "../../src/storage/index.js";
import { testFolders } from "../support/folders.js";

interface Row {
  _id: string;
  text: string;
}

const folder = testFolders();
let sound: string;
beforeAll(async () => {
  sound = await folder();
  const storage = await openStorage({ folder: sound });
  for (const name of ["rows", "others"]) {
    const rows = Array.from({ length: 20 }, (_, n) => ({ _id: `${n}`, text: "x".repeat(200) }));
    await storage.collection<Row>(name).insertMissing(rows);
  }
  await storage.close();
});

const copy = async () => {
  const place = join(await folder(), "data");
  await cp(sound, place, { recursive: true });
  return place;
};
const change = async (path: string, by: (bytes: Buffer) => Buffer) => writeFile(path, by(await readFile(path)));
const contentOf = async (place: string) =>
  Object.fromEntries(await Promise.all((await readdir(place)).sort().map(async (name) => [name, await readFile(join(place, name), "latin1")])));
const refusalOf = async (place: string) => {
  const error = await openStorage({ folder: place }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserFacingError);
  return (error as Error).message;
};

/** What was done to rows.jsonl, how that is told, and how many of its 20 rows can still be read. */
const damages: [string, (path: string) => Promise<unknown>, string, number][] = [
  ["every byte is 0xff", (path) => change(path, (bytes) => bytes.fill(0xff)), "rows.jsonl, line 1, cannot be read", 0],
  ["garbage from the middle on", (path) => change(path, (bytes) => bytes.fill("x", bytes.length / 2)), "rows.jsonl, line 11, ends too early", 10],
  ["garbage in one line", (path) => change(path, (bytes) => bytes.fill("\u0000\u0001{{", 500, 510)), "rows.jsonl, line 3, cannot be read", 19],
  ["a line that is JSON but no document", (path) => change(path, (bytes) => bytes.fill("[1]\n", 0, 4)), "rows.jsonl, line 1, cannot be read", 19],
  [
    "a comma in place of a line break",
    (path) => change(path, (bytes) => bytes.fill(",", bytes.indexOf("\n"), bytes.indexOf("\n") + 1)),
    "rows.jsonl, line 1, cannot be read",
    18,
  ],
  ["zeros from the middle on", (path) => change(path, (bytes) => bytes.fill(0, bytes.length / 2)), "rows.jsonl, line 11, ends too early", 10],
  ["no bytes at all", (path) => truncate(path, 0), "rows.jsonl, line 1, ends too early", 0],
  ["half of the bytes", async (path) => truncate(path, (await readFile(path)).length / 2), "rows.jsonl, line 11, ends too early", 10],
  ["the last line gone", (path) => change(path, (bytes) => bytes.subarray(0, bytes.lastIndexOf("\n", -2) + 1)), "rows.jsonl, line 20, ends too early", 19],
  [
    "a line and seven bytes of the one before gone",
    (path) => change(path, (bytes) => bytes.subarray(0, bytes.lastIndexOf("\n", -2) - 7)),
    "rows.jsonl, line 19, ends too early",
    18,
  ],
  ["no file", (path) => rm(path), "rows.jsonl is missing", 0],
];

describe.each(damages)("a file with %s", (_what, damage, told, readable) => {
  test("is refused by name and line, with what to do, and is left as it is", async () => {
    const place = await copy();
    await damage(join(place, "rows.jsonl"));
    const before = await contentOf(place);
    const message = await refusalOf(place);
    expect(message).toContain(join(place, told.split(/[ ,]/)[0] ?? ""));
    expect(message).toContain(told);
    expect(message).toMatch(/data import FILE --replace[\s\S]*--set-damaged-aside/);
    expect(await contentOf(place)).toEqual(before);
  });

  test("is set aside whole when that is asked for, and everything that can be read is there from then on", async () => {
    const place = await copy();
    await damage(join(place, "rows.jsonl"));
    const before = await contentOf(place);
    for (const setDamagedAside of [true, false]) {
      const storage = await openStorage({ folder: place, setDamagedAside });
      expect(await storage.collection("rows").count({})).toBe(readable);
      expect(await storage.collection("others").count({})).toBe(20);
      await storage.close();
    }
    const after = await contentOf(place);
    const aside = Object.keys(after).filter((name) => name.includes(".damaged-"));
    expect(aside.map((name) => after[name])).toEqual(before["rows.jsonl"] === undefined ? [] : [before["rows.jsonl"]]);
  });
});

test("a last line of which the end is missing is cut off, and nothing else", async () => {
  const place = await copy();
  await change(join(place, "rows.jsonl"), (bytes) => bytes.subarray(0, -7));
  const storage = await openStorage({ folder: place });
  expect(await storage.collection("rows").count({})).toBe(19);
  expect(await storage.collection("rows").insert({ _id: "new" })).toBe(true);
  await storage.close();
  const again = await openStorage({ folder: place });
  expect(await again.collection("rows").count({})).toBe(20);
  await again.close();
});

test("several damaged files are told at once", async () => {
  const place = await copy();
  for (const name of ["rows.jsonl", "others.jsonl"]) await truncate(join(place, name), 0);
  expect(await refusalOf(place)).toMatch(/others\.jsonl, line 1[\s\S]*rows\.jsonl, line 1|rows\.jsonl, line 1[\s\S]*others\.jsonl, line 1/);
});

test("a list of the collections that cannot be read is refused too", async () => {
  const place = await copy();
  await writeFile(join(place, "collections.json"), "{");
  expect(await refusalOf(place)).toContain("collections.json, line 1, cannot be read");
  const storage = await openStorage({ folder: place, setDamagedAside: true });
  expect(await storage.collection("rows").count({})).toBe(20);
  await storage.close();
});

describe("a folder that an earlier Waymark wrote", () => {
  const indexes = '{"$$indexCreated":{"fieldName":"text","unique":false,"sparse":true}}\n';
  const asBefore = async (bytes: string) => {
    const place = await folder();
    await writeFile(join(place, "rows.jsonl"), bytes);
    return place;
  };

  test("is read, and what can be known of a file from then on is", async () => {
    const place = await asBefore(`{"_id":"a","text":"x"}\n{"_id":"b","text":"x"}\n${indexes}{"$$deleted":true,"_id":"b"}\n`);
    const storage = await openStorage({ folder: place });
    expect(await storage.collection("rows").find({})).toEqual([{ _id: "a", text: "x" }]);
    await storage.close();
    await truncate(join(place, "rows.jsonl"), 0);
    expect(await refusalOf(place)).toContain("rows.jsonl, line 1, ends too early");
  });

  test("that was used by an earlier Waymark again, which writes its files shorter, is no damage", async () => {
    const place = await copy();
    await writeFile(join(place, "rows.jsonl"), `{"_id":"a","text":"x"}\n${indexes}`);
    // It writes no indexes into the file of a collection that has none.
    await writeFile(join(place, "others.jsonl"), '{"_id":"b","text":"x"}\n');
    const storage = await openStorage({ folder: place });
    expect(await storage.collection("rows").count({})).toBe(1);
    await storage.close();
  });

  test.each([
    ["all 0xff", Buffer.alloc(5_000, 0xff)],
    ["text of something else", Buffer.from("PK\u0003\u0004 something else")],
  ])("is refused with a file that is %s", async (_what, bytes) => {
    const place = await folder();
    await writeFile(join(place, "rows.jsonl"), bytes);
    expect(await refusalOf(place)).toContain("rows.jsonl, line 1, cannot be read");
  });
});

test("a crash while a file was written anew leaves the old one in place, and nothing behind", async () => {
  const place = await copy();
  await writeFile(join(place, "rows.jsonl~"), '{"_id":"half');
  const storage = await openStorage({ folder: place });
  expect(await storage.collection("rows").count({})).toBe(20);
  await storage.close();
  expect(await readdir(place)).toEqual(["collections.json", "others.jsonl", "rows.jsonl"]);
});

test("a file that was renamed is missing, and its other name is a collection of its own", async () => {
  const place = await copy();
  await rename(join(place, "rows.jsonl"), join(place, "elsewhere.jsonl"));
  expect(await refusalOf(place)).toContain("rows.jsonl is missing");
});

describe("a file that is read in several pieces", () => {
  const many = 8_000;
  const rowOf = (n: number): Row => ({ _id: `${n}`, text: `${"x".repeat(300)} ${n} \u2028 é` });

  test("has what was last said of each document", async () => {
    const place = await folder();
    const storage = await openStorage({ folder: place });
    const rows = storage.collection<Row>("rows");
    await rows.insertMissing(Array.from({ length: many }, (_, n) => rowOf(n)));
    await rows.updateWhere({ _id: "7" }, { $set: { text: "another" } });
    await rows.remove({ _id: "8" });
    await storage.close();
    const again = await openStorage({ folder: place });
    const kept = again.collection<Row>("rows");
    const found = await kept.find({});
    await again.close();
    const expected = Array.from({ length: many }, (_, n) => (n === 7 ? { _id: "7", text: "another" } : rowOf(n))).filter(({ _id }) => _id !== "8");
    const byId = (all: Row[]) => all.sort((a, b) => Number(a._id) - Number(b._id));
    expect(byId(found)).toEqual(expected);
  });

  test("and is damaged in one line far behind is refused by that line, and read but for it when asked", async () => {
    const place = await folder();
    const storage = await openStorage({ folder: place });
    await storage.collection<Row>("rows").insertMissing(Array.from({ length: many }, (_, n) => rowOf(n)));
    await storage.close();
    await change(join(place, "rows.jsonl"), (bytes) => {
      const at = bytes.indexOf('{"_id":"6000"');
      return bytes.fill("{", at + 3, at + 6);
    });
    expect(await refusalOf(place)).toContain("rows.jsonl, line 6001, cannot be read");
    const mended = await openStorage({ folder: place, setDamagedAside: true });
    const left = await mended.collection<Row>("rows").count({});
    await mended.close();
    expect(left).toBe(many - 1);
  });
});
