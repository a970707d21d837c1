/** Everything out and everything in again, between both databases, by the command line as people use it. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bringForward, importData } from "../../src/backup/index.js";
import { openStorage, storable } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { commandLine } from "../support/command-line.js";
import { databaseOf, type Place } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { steps } from "./steps.js";

const waymark = commandLine();
const file = databaseOf("embedded file");
const mongodb = databaseOf("mongodb");

const settingsFor = ({ folder, mongodbUri }: Place): Record<string, string> => ({
  ...(folder && { DATA_DIR: folder }),
  ...(mongodbUri && { MONGODB_URI: mongodbUri }),
});

/** Every document of every collection, and nothing that differs by database. */
async function everything(place: Place): Promise<Record<string, unknown[]>> {
  const storage = await openStorage(place);
  const found: Record<string, unknown[]> = {};
  for (const name of await storage.collections()) {
    const documents = await storage.collection(name).find({}, { sort: { _id: 1 } });
    if (name !== "schema" && documents.length > 0) found[name] = documents;
  }
  await storage.close();
  return found;
}

async function exported(place: Place): Promise<string> {
  const { code, out, err } = await waymark.run(["data", "export"], settingsFor(place));
  expect([code, err]).toEqual([0, ""]);
  return out;
}

async function fileOf(text: string): Promise<string> {
  const path = join(await waymark.folder(), "backup.jsonl");
  await writeFile(path, text);
  return path;
}

const imported = async (path: string, place: Place, ...options: string[]) => waymark.run(["data", "import", path, ...options], settingsFor(place));

/** A store with a plan, people, a record, figures, forms, and what databases read differently. */
async function lived(): Promise<Place> {
  const place = await file.place();
  const storage = await openStorage(place);
  const talk = await openTalk(storage);
  const form = await talk.card(headOfService, "school visits were 262 in Q2");
  await talk.press(headOfService, form, "Save", { note0: "Counted twice \u2028 and \u{1f3db} again" });
  await talk.card(headOfService, "how is 2.3 doing");
  await storage.collection("odd").insertMissing(
    Array.from({ length: 2_500 }, (_, at) => ({
      _id: `odd/${at}`,
      at: at / 3,
      text: '\u2028\u2029\u0085\n\t\u0000"\\ é 🏛',
      yes: at % 2 === 0,
      none: [],
      empty: {},
      deep: { er: [{ x: -1e-7 }] },
    })),
  );
  await talk.stop();
  await storage.close();
  return place;
}

describe("data export and import", () => {
  let place: Place;
  let backup: string;
  let kept: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    place = await lived();
    kept = await everything(place);
    backup = await exported(place);
  });

  test("the first line says what it is, the last how much there is, and each between is a document", async () => {
    const lines = backup.trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({ waymark: "data", schema: 1, at: expect.any(String) });
    const { end } = JSON.parse(lines.at(-1) ?? "");
    expect(Object.keys(end)).toEqual(expect.arrayContaining(["changes", "figures", "planParts", "plans", "odd"]));
    expect(lines).toHaveLength(2 + Object.values<number>(end).reduce((sum, count) => sum + count, 0));
    expect(end).toEqual(Object.fromEntries(Object.entries(kept).map(([name, documents]) => [name, documents.length])));
    expect(backup).not.toMatch(/[\u0085\u2028\u2029\r]/);
  });

  test("from NeDB into an empty NeDB everything is equal, the bot answers the same, and a second export says the same", async () => {
    const other = await file.place();
    const { code, out, err } = await imported(await fileOf(backup), other);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^\d+ documents are in\.\n[\s\S]*\n {2}odd: 2500\n/);
    expect(await everything(other)).toEqual(kept);
    const ask = async (at: Place) => (await waymark.run(["ask", "how many school visits were there", "--at", "2026-11-24T10:00:00Z"], settingsFor(at))).out;
    expect(await ask(other)).toBe(await ask(place));
    expect(await ask(other)).toContain("262");
  });

  test.skipIf(!process.env.MONGODB_URI)("from NeDB to MongoDB to NeDB everything is equal", async () => {
    const [between, back] = [await mongodb.place(), await file.place()];
    expect((await imported(await fileOf(backup), between)).code).toBe(0);
    expect(await everything(between)).toEqual(kept);
    expect((await imported(await fileOf(await exported(between)), back)).code).toBe(0);
    expect(await everything(back)).toEqual(kept);
  });

  test("a store that is not empty is refused and left as it was, unless it is to be replaced", async () => {
    const other = await file.place();
    const storage = await openStorage(other);
    await storage.collection("people").insertMissing([{ _id: "a" }, { _id: "b" }]);
    await storage.close();
    const { code, out, err } = await imported(await fileOf(backup), other);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/not empty: it has people\. Nothing was changed\..*--replace/);
    expect(await everything(other)).toEqual({ people: [{ _id: "a" }, { _id: "b" }] });
    expect((await imported(await fileOf(backup), other, "--replace")).code).toBe(0);
    expect(await everything(other)).toEqual(kept);
  });

  const lines = () => backup.trimEnd().split("\n");
  test.each<[string, () => string | Buffer, RegExp]>([
    ["that is empty", () => "", /first line/],
    ["of something else", () => '{"a":1}\n', /first line/],
    ["that ends early", () => `${lines().slice(0, -1).join("\n")}\n`, /not whole: its last line is missing/],
    ["cut in the middle of a line", () => backup.slice(0, backup.length / 2), /Line \d+ .* cannot be read|not whole/],
    ["with a line missing", () => lines().toSpliced(5, 1).join("\n"), /counts other documents/],
    [
      "with a line twice",
      () =>
        lines()
          .toSpliced(5, 0, lines()[5] ?? "")
          .join("\n"),
      /Line 7 .* has an id that was there already/,
    ],
    ["with a line that is no JSON", () => lines().toSpliced(5, 1, "{").join("\n"), /Line 6 .* cannot be read/],
    ["with a document of a null", () => lines().toSpliced(5, 1, '{"in":"odd","document":{"_id":"x","a":null}}').join("\n"), /Line 6 .* cannot be stored/],
    ["with a name that is a path", () => lines().toSpliced(5, 1, '{"in":"../x","document":{"_id":"x"}}').join("\n"), /Line 6 .* cannot be read/],
    [
      "with a layout slipped in",
      () => lines().toSpliced(5, 1, '{"in":"schema","document":{"_id":"state","version":9}}').join("\n"),
      /Line 6 .* is not for a file to say/,
    ],
    ["with more after its end", () => `${backup}{"in":"odd","document":{"_id":"x"}}\n`, /cannot be read/],
    ["of broken UTF-8", () => Buffer.concat([Buffer.from(`${lines()[0]}\n`), Buffer.from([0xff, 0x0a])]), /is not UTF-8/],
    ["of a newer Waymark", () => lines().with(0, '{"waymark":"data","schema":99,"at":"2030-01-01T00:00:00Z"}').join("\n"), /comes from a newer Waymark/],
  ])("a file %s is refused in plain words and nothing is changed", async (_, text, why) => {
    const path = join(await waymark.folder(), "backup.jsonl");
    await writeFile(path, text());
    const other = await file.place();
    const refusal = await importData(() => openStorage(other), { path, replace: true, at: new Date(), migrations: [], check: storable }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ name: "UserFacingError", message: expect.stringMatching(why) });
    expect((refusal as Error).message).toContain("Nothing was changed.");
    expect(await everything(other)).toEqual({});
  });

  test("a file that is not there is said in plain words", async () => {
    const { code, err } = await imported(join(await waymark.folder(), "nowhere.jsonl"), await file.place());
    expect([code, err]).toEqual([1, expect.stringContaining("cannot be read. Is there such a file?")]);
  });

  test("data of an older layout are brought forward by the next start", async () => {
    const other = await file.place();
    const path = await fileOf(
      ['{"waymark":"data","schema":2,"at":"2026-01-01T00:00:00Z"}', '{"in":"things","document":{"_id":"a","width":1}}', '{"end":{"things":1}}', ""].join("\n"),
    );
    await importData(() => openStorage(other), { path, replace: false, at: new Date(), migrations: steps, check: storable });
    const storage = await openStorage(other);
    await bringForward(storage, steps);
    expect(await storage.collection("things").get("a")).toEqual({ _id: "a", width: 1, tags: [], moved: 1 });
    await storage.close();
  });

  test("an import that is cut short leaves a store that nothing starts on, and importing again mends it", async () => {
    const other = await file.place();
    const path = await fileOf(backup);
    const open = async () => {
      const storage = await openStorage(other);
      const failing = (name: string) => ({ ...storage.collection(name), insertMissing: () => Promise.reject(new Error("the disk is full")) });
      return { ...storage, collection: (name: string) => (name === "odd" ? failing(name) : storage.collection(name)) } as typeof storage;
    };
    await expect(importData(open, { path, replace: false, at: new Date(), migrations: [], check: storable })).rejects.toThrow("the disk is full");
    for (const command of [["ask", "what is due"], ["plan", "export"], ["data", "export"], ["serve"]]) {
      const { code, err } = await waymark.run(command, settingsFor(other));
      expect([code, err]).toEqual([1, expect.stringContaining("data import FILE --replace")]);
    }
    expect((await imported(path, other)).err).toContain("not empty");
    expect((await imported(path, other, "--replace")).code).toBe(0);
    expect(await everything(other)).toEqual(kept);
  });

  test("whoever reads less than all of it hears of no bug, and the exit code says that it was not all", async () => {
    const { code, err } = await waymark.run(["data", "export"], settingsFor(place), { readOnly: 100 });
    expect([code, err]).toEqual([1, ""]);
  });

  test("a store that is in use is refused", async () => {
    const other = await file.place();
    const storage = await openStorage(other);
    expect((await waymark.run(["data", "export"], settingsFor(other))).err).toContain("is in use by another Waymark");
    expect((await imported(await fileOf(backup), other, "--replace")).err).toContain("is in use by another Waymark");
    await storage.close();
    expect(await readFile(await fileOf(backup), "utf8")).toBe(backup);
  });
});
