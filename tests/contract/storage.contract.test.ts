/** What every database does alike. */
import { beforeAll, describe, expect, expectTypeOf, it, vi } from "vitest";
import { type Collection, type Condition, type Document, type Filter, openStorage, type Storage, startingWith, type Update } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { patience } from "../support/pace.js";

interface Thing extends Document {
  name?: string;
  size?: number;
  open?: boolean;
  tags?: string[];
  place?: { town?: string; shelf?: { row?: number } };
  log?: { at: string; note?: string }[];
}

const ids = (things: Thing[]) => things.map(({ _id }) => _id);
const shuffledIds = (things: Thing[]) => ids(things).sort();

describeEachDatabase("storage contract", (database) => {
  let storage: Storage;
  let serial = 0;
  const fresh = async (...documents: Thing[]): Promise<Collection<Thing>> => {
    serial += 1;
    const things = storage.collection<Thing>(`things-${serial}`);
    await things.insertMissing(documents);
    return things;
  };
  beforeAll(async () => {
    storage = await database.open();
  });

  it("answers a ping and says what it is", async () => {
    await storage.ping();
    expect(storage.kind).toBe(database.kind === "mongodb" ? "mongodb" : "embedded");
  });

  it("has a clock that is not this process's, and goes forward", async () => {
    const first = await storage.now();
    vi.useFakeTimers({ now: Date.parse("2001-01-01T00:00:00Z"), toFake: ["Date"] });
    const away = await storage.now().finally(() => vi.useRealTimers());
    if (database.kind === "mongodb") expect(Math.abs(away.getTime() - first.getTime())).toBeLessThan(10_000);
    const later = await storage.now();
    expect(later.getTime()).toBeGreaterThanOrEqual(first.getTime());
    expect(Math.abs(later.getTime() - Date.now())).toBeLessThan(3_600_000);
  });

  describe("writing and reading one document", () => {
    it("gives back what was inserted, word for word", async () => {
      const things = await fresh();
      const thing: Thing = {
        _id: "2.3/m1",
        name: 'Ünïcode 🏛\u2028\u2029\u0085\n\t\u0000"\\$ {x} $set a.b',
        size: -0.1,
        open: false,
        tags: [],
        place: {},
        log: [{ at: "" }],
      };
      expect(await things.insert(thing)).toBe(true);
      expect(await things.get("2.3/m1")).toEqual(thing);
      expect(await things.find({ name: thing.name as string })).toEqual([thing]);
    });

    it("has nothing under an id that is not there", async () => {
      const things = await fresh();
      expect(await things.get("nobody")).toBeUndefined();
      expect(await things.find({ _id: "nobody" })).toEqual([]);
    });

    it("refuses a second document with the same id and keeps the first", async () => {
      const things = await fresh({ _id: "a", size: 1 });
      expect(await things.insert({ _id: "a", size: 2 })).toBe(false);
      expect(await things.get("a")).toEqual({ _id: "a", size: 1 });
    });

    it("shares nothing with the caller", async () => {
      const things = await fresh();
      const mine: Thing = { _id: "a", tags: ["x"] };
      const pushed = { at: "monday" };
      await things.insert(mine);
      await things.updateWhere({ _id: "a" }, { $push: { log: pushed } });
      mine.tags?.push("y");
      pushed.at = "tuesday";
      (await things.get("a"))?.tags?.push("z");
      expect(await things.get("a")).toEqual({ _id: "a", tags: ["x"], log: [{ at: "monday" }] });
    });

    it("keeps numbers, whole or not, large or small", async () => {
      const sizes = [0, 1, -1, 2 ** 31, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER, 0.1 + 0.2, 1e-300];
      const things = await fresh(...sizes.map((size, place) => ({ _id: `n${place}`, size })));
      for (const [place, size] of sizes.entries()) expect((await things.get(`n${place}`))?.size).toBe(size);
    });

    it("puts a replacement character where half a character was", async () => {
      const things = await fresh({ _id: "half \ud800", name: "\udc00!" });
      expect(await things.get("half \ud800")).toEqual({ _id: "half \ufffd", name: "\ufffd!" });
      expect(await things.count({ name: { $in: ["\udc00!"] } })).toBe(1);
    });
  });

  describe("finding", () => {
    const rows: Thing[] = [
      { _id: "a", name: "Ada", size: 3, open: true, tags: ["red", "blue"], place: { town: "Reading", shelf: { row: 2 } } },
      { _id: "b", name: "Bob", size: 1, open: false, tags: [] },
      { _id: "c", name: "Cyd", size: 2, place: { town: "Slough" } },
      { _id: "d", name: "Dot", size: 2, open: true, tags: ["red"] },
      { _id: "e" },
    ];
    const cases: [string, Filter, string[]][] = [
      ["no condition", {}, ["a", "b", "c", "d", "e"]],
      ["a string", { name: "Ada" }, ["a"]],
      ["a number", { size: 2 }, ["c", "d"]],
      ["a boolean", { open: false }, ["b"]],
      ["a value of another type", { size: "2" }, []],
      ["an id", { _id: "c" }, ["c"]],
      ["several fields", { size: 2, open: true }, ["d"]],
      ["$eq", { size: { $eq: 2 } }, ["c", "d"]],
      ["$eq with another operator", { size: { $eq: 2, $gt: 2 } }, []],
      ["$ne, which documents without the field fulfil", { size: { $ne: 2 } }, ["a", "b", "e"]],
      ["$gt", { size: { $gt: 2 } }, ["a"]],
      ["$gte", { size: { $gte: 2 } }, ["a", "c", "d"]],
      ["$lt", { size: { $lt: 2 } }, ["b"]],
      ["both ends of a range", { size: { $gte: 2, $lt: 3 } }, ["c", "d"]],
      ["a range of strings", { name: { $gt: "B", $lte: "Cyd" } }, ["b", "c"]],
      ["a range of another type", { size: { $gte: "" } }, []],
      ["$in", { name: { $in: ["Ada", "Dot", "Zoe"] } }, ["a", "d"]],
      ["$in with nothing in it", { name: { $in: [] } }, []],
      ["$in of ids", { _id: { $in: ["a", "e", "x"] } }, ["a", "e"]],
      ["$exists", { open: { $exists: true } }, ["a", "b", "d"]],
      ["not $exists", { open: { $exists: false } }, ["c", "e"]],
      ["an empty list, which exists", { tags: { $exists: true } }, ["a", "b", "d"]],
      ["one element of a list", { tags: "red" }, ["a", "d"]],
      ["$ne of a list: no element is", { tags: { $ne: "blue" } }, ["b", "c", "d", "e"]],
      ["$in of a list: one element is", { tags: { $in: ["blue", "green"] } }, ["a"]],
      ["a dotted path", { "place.town": "Slough" }, ["c"]],
      ["a longer path", { "place.shelf.row": { $gte: 2 } }, ["a"]],
      ["$exists of a path", { "place.shelf": { $exists: true } }, ["a"]],
      ["not $exists of a path", { "place.town": { $exists: false } }, ["b", "d", "e"]],
      ["a path through what is no object", { "name.first": "Ada" }, []],
      ["ids with a prefix", { _id: startingWith("b") }, ["b"]],
    ];
    let plain: Collection<Thing>;
    let indexed: Collection<Thing>;
    beforeAll(async () => {
      plain = await fresh(...rows);
      indexed = await fresh();
      for (const fields of [["name"], ["size", "open"], ["tags"], ["place.town"], ["place.shelf.row", "name"]]) await indexed.ensureIndex(fields);
      await indexed.insertMissing(rows);
    });
    it.each(cases)("by %s", async (_what, filter, expected) => {
      for (const things of [plain, indexed]) {
        expect(shuffledIds(await things.find(filter))).toEqual(expected);
        expect(await things.count(filter)).toBe(expected.length);
      }
    });

    it("by a prefix that has others before and after it", async () => {
      const things = await fresh(...["2.3", "2.3/", "2.3/m1", "2.3/🏛", "2.30/m1", "2.4/m1"].map((_id) => ({ _id })));
      expect(shuffledIds(await things.find({ _id: startingWith("2.3/") }))).toEqual(["2.3/", "2.3/m1", "2.3/🏛"]);
    });

    const sorts: [string, Record<string, 1 | -1>, number | undefined, string[]][] = [
      ["upwards, none first, ties by id", { size: 1 }, undefined, ["e", "b", "c", "d", "a"]],
      ["downwards, none last, ties by id", { size: -1 }, undefined, ["a", "c", "d", "b", "e"]],
      ["by two fields", { size: 1, name: -1 }, undefined, ["e", "b", "d", "c", "a"]],
      ["by a path", { "place.town": -1 }, 2, ["c", "a"]],
      ["by id downwards", { _id: -1 }, 3, ["e", "d", "c"]],
      ["false before true", { open: -1 }, 3, ["a", "d", "b"]],
    ];
    it.each(sorts)("sorts %s", async (_what, sort, limit, expected) => {
      for (const things of [plain, indexed]) expect(ids(await things.find({}, { sort, limit }))).toEqual(expected);
    });

    it("limits what is not sorted", async () => {
      expect(await plain.find({ size: { $gte: 1 } }, { limit: 2 })).toHaveLength(2);
    });
  });

  describe("changing where a filter matches", () => {
    const updates: [string, Thing, Update, Thing][] = [
      ["sets a field", { _id: "a" }, { $set: { name: "Ada" } }, { _id: "a", name: "Ada" }],
      ["sets a path that is there", { _id: "a", place: { town: "Slough" } }, { $set: { "place.town": "Reading" } }, { _id: "a", place: { town: "Reading" } }],
      ["sets a path that is not", { _id: "a" }, { $set: { "place.shelf.row": 1 } }, { _id: "a", place: { shelf: { row: 1 } } }],
      ["sets a place in a list", { _id: "a", log: [{ at: "x" }] }, { $set: { "log.0.note": "n" } }, { _id: "a", log: [{ at: "x", note: "n" }] }],
      ["takes a field away", { _id: "a", name: "Ada", size: 1 }, { $unset: { name: true } }, { _id: "a", size: 1 }],
      ["takes away what is not there", { _id: "a" }, { $unset: { "place.town": true } }, { _id: "a" }],
      ["counts up", { _id: "a", size: 1.5 }, { $inc: { size: 2 } }, { _id: "a", size: 3.5 }],
      ["counts from none", { _id: "a" }, { $inc: { "place.shelf.row": -1 } }, { _id: "a", place: { shelf: { row: -1 } } }],
      ["adds to a list", { _id: "a", tags: ["x"] }, { $push: { tags: "y" } }, { _id: "a", tags: ["x", "y"] }],
      ["starts a list", { _id: "a" }, { $push: { log: { at: "now", note: undefined } } }, { _id: "a", log: [{ at: "now" }] }],
      [
        "does several at once",
        { _id: "a", size: 1, name: "x" },
        { $set: { open: true }, $inc: { size: 1 }, $unset: { name: true } },
        { _id: "a", size: 2, open: true },
      ],
      ["leaves alone what is undefined", { _id: "a", name: "Ada" }, { $set: { name: undefined, size: 1 } }, { _id: "a", name: "Ada", size: 1 }],
      ["does nothing when nothing is left", { _id: "a", name: "Ada" }, { $set: { name: undefined }, $inc: {} }, { _id: "a", name: "Ada" }],
    ];
    it.each(updates)("%s", async (_what, before, update, after) => {
      const things = await fresh(before);
      expect(await things.updateWhere({ _id: "a" }, update)).toEqual(after);
      expect(await things.get("a")).toEqual(after);
    });

    it("changes nothing and returns nothing when none matches", async () => {
      const things = await fresh({ _id: "a", size: 1 });
      expect(await things.updateWhere({ _id: "a", size: 2 }, { $set: { size: 3 } })).toBeUndefined();
      expect(await things.updateWhere({ _id: "b" }, { $set: { size: 3 } })).toBeUndefined();
      expect(await things.find({})).toEqual([{ _id: "a", size: 1 }]);
    });

    it("changes one of several that match", async () => {
      const things = await fresh({ _id: "a", size: 1 }, { _id: "b", size: 1 });
      expect(await things.updateWhere({ size: 1 }, { $set: { size: 2 } })).toMatchObject({ size: 2 });
      expect(await things.count({ size: 1 })).toBe(1);
    });

    const impossible: [string, Update][] = [
      ["a path through a number", { $set: { "size.x": 1 } }],
      ["counting what is no number", { $inc: { name: 1 } }],
      ["adding to what is no list", { $push: { name: "x" } }],
    ];
    it.each(impossible)("rejects %s and leaves the document as it was", async (_what, update) => {
      const things = await fresh({ _id: "a", name: "Ada", size: 1 });
      await expect(things.updateWhere({ _id: "a" }, update)).rejects.toThrow();
      expect(await things.get("a")).toEqual({ _id: "a", name: "Ada", size: 1 });
    });
  });

  describe("inserting those that are missing", () => {
    it("adds the new ones, leaves the others and counts", async () => {
      const things = await fresh({ _id: "b", size: 1 });
      expect(await things.insertMissing(["a", "b", "c"].map((_id) => ({ _id, size: 2 })))).toBe(2);
      expect(await things.find({}, { sort: { _id: 1 } })).toEqual([
        { _id: "a", size: 2 },
        { _id: "b", size: 1 },
        { _id: "c", size: 2 },
      ]);
      expect(await things.insertMissing([{ _id: "a" }, { _id: "c" }])).toBe(0);
    });

    it("takes the first of two with the same id, and no documents at all", async () => {
      const things = await fresh();
      expect(
        await things.insertMissing([
          { _id: "a", size: 1 },
          { _id: "a", size: 2 },
        ]),
      ).toBe(1);
      expect(await things.get("a")).toEqual({ _id: "a", size: 1 });
      expect(await things.insertMissing([])).toBe(0);
    });

    it("leaves out those whose other unique key is taken", async () => {
      const things = await fresh({ _id: "a", name: "Ada" });
      await things.ensureIndex(["name"], { unique: true });
      const more = [
        { _id: "b", name: "Bob" },
        { _id: "c", name: "Ada" },
        { _id: "d", name: "Dot" },
      ];
      expect(await things.insertMissing(more)).toBe(2);
      expect(shuffledIds(await things.find({}))).toEqual(["a", "b", "d"]);
    });

    it("adds 5,000 at once and within seconds, and again none", async () => {
      const things = await fresh();
      await things.ensureIndex(["name", "size"]);
      const many = Array.from({ length: 5_000 }, (_, size) => ({ _id: `m/${size}`, name: `measure ${size % 59}`, size, tags: ["x".repeat(200)] }));
      const start = performance.now();
      expect(await things.insertMissing(many)).toBe(5_000);
      expect(await things.insertMissing(many)).toBe(0);
      expect(performance.now() - start).toBeLessThan(await patience(2_000));
      expect(await things.count({ name: "measure 7" })).toBe(85);
      expect(await things.find({})).toHaveLength(5_000);
    });
  });

  describe("going through everything", () => {
    it("gives every document once, whole, and nothing of the database's own", async () => {
      const things = await fresh();
      const many = Array.from({ length: 1_234 }, (_, size) => ({ _id: `m/${size}`, size, tags: ["x"], place: { town: "\u2028" } }));
      await things.insertMissing(many);
      await things.ensureIndex(["name"]);
      const found: Thing[] = [];
      for await (const thing of things.all()) found.push(thing);
      expect(found.sort((a, b) => (a.size ?? 0) - (b.size ?? 0))).toEqual(many);
    });

    it("gives none of an empty collection, and can be left half-way", async () => {
      const things = await fresh();
      for await (const thing of things.all()) expect(thing).toBeUndefined();
      await things.insertMissing([{ _id: "a" }, { _id: "b" }]);
      for await (const thing of things.all()) {
        expect(thing._id).toMatch(/[ab]/);
        break;
      }
      expect(await things.count({})).toBe(2);
    });

    it("gives what the caller may change without changing what is kept", async () => {
      const things = await fresh({ _id: "a", tags: ["x"] });
      for await (const thing of things.all()) thing.tags?.push("y");
      expect(await things.get("a")).toEqual({ _id: "a", tags: ["x"] });
    });

    it("takes no harm from what changes meanwhile", async () => {
      const things = await fresh(...Array.from({ length: 600 }, (_, size) => ({ _id: `m/${size}`, size })));
      const seen = new Set<string>();
      for await (const { _id } of things.all()) {
        seen.add(_id);
        if (seen.size % 100 === 1) await things.updateWhere({ _id }, { $inc: { size: 1_000 } });
        if (seen.size === 50) await things.insert({ _id: "late" });
      }
      seen.delete("late");
      expect(seen.size).toBe(600);
    });
  });

  describe("the names of collections", () => {
    it("are those with a document, sorted, also for whoever opens the same place anew", async () => {
      const other = await database.open();
      expect(await other.collections()).toEqual([]);
      await other.collection("people").insert({ _id: "a" });
      await other.collection("figures").insert({ _id: "a" });
      await other.collection("figures").ensureIndex(["name"]);
      expect(await other.collections()).toEqual(["figures", "people"]);
    });

    it.skipIf(database.kind === "embedded memory")("are found again", async () => {
      const place = await database.place();
      const before = await openStorage(place);
      await before.collection("people").insert({ _id: "a" });
      await before.close();
      const after = await openStorage(place);
      expect(await after.collections()).toEqual(["people"]);
      await after.close();
    });
  });

  describe("removing", () => {
    it("removes all that match and says how many", async () => {
      const things = await fresh({ _id: "a", size: 1 }, { _id: "b", size: 1 }, { _id: "c", size: 2 });
      expect(await things.remove({ size: 1 })).toBe(2);
      expect(await things.remove({ size: 1 })).toBe(0);
      expect(ids(await things.find({}))).toEqual(["c"]);
      expect(await things.insert({ _id: "a" })).toBe(true);
    });
  });

  describe("unique indexes", () => {
    it("refuse a second document with the same values, of one field or several", async () => {
      const things = await fresh({ _id: "a", name: "Ada", size: 1 });
      await things.ensureIndex(["name", "size"], { unique: true });
      await things.ensureIndex(["name", "size"], { unique: true });
      expect(await things.insert({ _id: "b", name: "Ada", size: 2 })).toBe(true);
      expect(await things.insert({ _id: "c", name: "Ada", size: 2 })).toBe(false);
      expect(await things.find({ name: "Ada", size: 2 })).toEqual([{ _id: "b", name: "Ada", size: 2 }]);
    });

    it("refuse a change into a value that is taken", async () => {
      const things = await fresh({ _id: "a", name: "Ada" }, { _id: "b", name: "Bob" });
      await things.ensureIndex(["name"], { unique: true });
      await expect(things.updateWhere({ _id: "b" }, { $set: { name: "Ada", size: 1 } })).rejects.toThrow();
      expect(await things.get("b")).toEqual({ _id: "b", name: "Bob" });
      expect(await things.insert({ _id: "c", name: "Bob" })).toBe(false);
      expect(await things.updateWhere({ _id: "b" }, { $set: { name: "Bea" } })).toEqual({ _id: "b", name: "Bea" });
      expect(await things.insert({ _id: "c", name: "Bob" })).toBe(true);
    });

    it("count having none as a value", async () => {
      const things = await fresh({ _id: "a" });
      await things.ensureIndex(["name"], { unique: true });
      expect(await things.insert({ _id: "b" })).toBe(false);
    });

    it("are refused where the documents break them already", async () => {
      const things = await fresh({ _id: "a", name: "Ada" }, { _id: "b", name: "Ada" });
      await things.ensureIndex(["name"]);
      await expect(things.ensureIndex(["name"], { unique: true })).rejects.toThrow();
    });
  });

  describe("many at the same time", () => {
    it("lets exactly one insert of an id win", async () => {
      const things = await fresh();
      const won = await Promise.all(Array.from({ length: 16 }, (_, size) => things.insert({ _id: "claim", size })));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await things.get("claim"))?.size).toBe(won.indexOf(true));
    });

    it("lets exactly one conditional change win", async () => {
      const things = await fresh({ _id: "a", open: true });
      const results = await Promise.all(Array.from({ length: 16 }, (_, size) => things.updateWhere({ _id: "a", open: true }, { $set: { open: false, size } })));
      const won = results.filter((result) => result !== undefined);
      expect(won).toHaveLength(1);
      expect(await things.get("a")).toEqual(won[0]);
    });

    it("loses no count and no entry", async () => {
      const things = await fresh({ _id: "a", size: 0 });
      const results = await Promise.all(
        Array.from({ length: 40 }, (_, place) => things.updateWhere({ _id: "a" }, { $inc: { size: 1 }, $push: { tags: `t${place}` } })),
      );
      expect(results.map((result) => result?.size).sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
      expect(new Set((await things.get("a"))?.tags).size).toBe(40);
    });

    it("adds each of overlapping lists once", async () => {
      const things = await fresh();
      const list = (from: number) => Array.from({ length: 60 }, (_, place) => ({ _id: `x${from + place}` }));
      const counts = await Promise.all([0, 20, 40].map((from) => things.insertMissing(list(from))));
      expect(counts.reduce((sum, count) => sum + count)).toBe(100);
      expect(await things.count({})).toBe(100);
    });
  });

  describe("what is no plain JSON is refused before it gets anywhere", () => {
    const unknown = (value: unknown) => value as never;
    const documents: [string, unknown][] = [
      ["null", { _id: "a", name: null }],
      ["null in a list", { _id: "a", tags: [null] }],
      ["undefined in a list", { _id: "a", tags: [undefined] }],
      ["NaN", { _id: "a", size: Number.NaN }],
      ["a date", { _id: "a", at: new Date(0) }],
      ["a function", { _id: "a", f: () => 1 }],
      ["a bigint", { _id: "a", n: 1n }],
      ["a map", { _id: "a", m: new Map() }],
      ["a name with a dollar", { _id: "a", place: { $where: "x" } }],
      ["a name with a dot", { _id: "a", place: { "a.b": "x" } }],
      ["an empty name", { _id: "a", place: { "": "x" } }],
      ["__proto__", { _id: "a", place: JSON.parse('{"__proto__":{"x":1}}') }],
      ["no id", { name: "x" }],
      ["an empty id", { _id: "" }],
      ["an id that is no string", { _id: { $ne: "" } }],
    ];
    it.each(documents)("a document with %s", async (_what, document) => {
      const things = await fresh();
      await expect(things.insert(unknown(document))).rejects.toThrow(TypeError);
      await expect(things.insertMissing([{ _id: "before" }, unknown(document)])).rejects.toThrow(TypeError);
      expect(await things.count({})).toBe(0);
    });

    const filters: [string, unknown][] = [
      ["null", { name: null }],
      ["undefined", { name: undefined }],
      ["undefined under an operator", { name: { $eq: undefined } }],
      ["null in $in", { name: { $in: [null] } }],
      ["no list in $in", { name: { $in: "x" } }],
      ["an object", { place: { town: "x" } }],
      ["a list", { tags: ["x"] }],
      ["an empty object", { name: {} }],
      ["an operator that we do not have", { name: { $regex: ".*" } }],
      ["an operator at the top", { $where: "true" }],
      ["an object under an operator", { name: { $ne: { $gt: "" } } }],
      ["a range of booleans", { open: { $gt: false } }],
      ["a path to the prototype", { "__proto__.x": 1 }],
      ["a name that every object has", { constructor: "x" }],
    ];
    it.each(filters)("a filter with %s", async (_what, filter) => {
      const things = await fresh({ _id: "a", name: "Ada" });
      await expect(things.find(unknown(filter))).rejects.toThrow(TypeError);
      await expect(things.count(unknown(filter))).rejects.toThrow(TypeError);
      await expect(things.remove(unknown(filter))).rejects.toThrow(TypeError);
      await expect(things.updateWhere(unknown(filter), { $set: { size: 1 } })).rejects.toThrow(TypeError);
      expect(await things.get("a")).toEqual({ _id: "a", name: "Ada" });
    });

    const changes: [string, unknown][] = [
      ["null", { $set: { name: null } }],
      ["null deep inside", { $push: { log: { at: "x", note: null } } }],
      ["a modifier of $push", { $push: { tags: { $each: ["x"] } } }],
      ["an operator that we do not have", { $rename: { name: "x" } }],
      ["no operator", { name: "x" }],
      ["the id", { $set: { _id: "b" } }],
      ["a path to the prototype", { $set: { "constructor.prototype.x": 1 } }],
      ["the same path twice", { $set: { size: 1 }, $inc: { size: 1 } }],
      ["a path and what is under it", { $set: { place: {} }, $inc: { "place.shelf.row": 1 } }],
      ["$inc of a string", { $inc: { size: "1" } }],
    ];
    it.each(changes)("a change with %s", async (_what, update) => {
      const things = await fresh({ _id: "a", size: 1 });
      await expect(things.updateWhere({ _id: "a" }, unknown(update))).rejects.toThrow(TypeError);
      expect(await things.get("a")).toEqual({ _id: "a", size: 1 });
      expect(({} as { x?: number }).x).toBeUndefined();
    });

    it("an id to get that is an object, a limit of none, a collection named like a path", async () => {
      const things = await fresh({ _id: "a" });
      await expect(things.get(unknown({ $ne: "" }))).rejects.toThrow(TypeError);
      await expect(things.find({}, { limit: 0 })).rejects.toThrow(TypeError);
      expect(() => storage.collection("../things")).toThrow(TypeError);
    });

    it("undefined fields are stripped, however deep", async () => {
      const things = await fresh();
      await things.insert({ _id: "a", name: undefined, place: { town: undefined, shelf: { row: 1 } }, log: [{ at: "x", note: undefined }] });
      const kept = await things.get("a");
      expect(JSON.stringify(kept)).toBe('{"_id":"a","place":{"shelf":{"row":1}},"log":[{"at":"x"}]}');
      expect(Object.keys(kept ?? {})).toEqual(["_id", "place", "log"]);
      expect(await things.count({ name: { $exists: false } })).toBe(1);
    });
  });

  describe("closing", () => {
    it("waits for the calls under way and refuses later ones", async () => {
      const other = await database.open();
      const things = other.collection<Thing>("things");
      await things.insert({ _id: "a" });
      const late = Array.from({ length: 10 }, (_, place) => things.insert({ _id: `x${place}` }));
      const closed = other.close();
      expect(await Promise.all(late)).toEqual(late.map(() => true));
      await closed;
      await expect(things.get("a")).rejects.toThrow("closed");
      await expect(other.ping()).rejects.toThrow("closed");
      await other.close();
    });

    it("waits for whoever goes through a collection", async () => {
      const other = await database.open();
      const things = other.collection<Thing>("things");
      await things.insertMissing([{ _id: "a" }, { _id: "b" }]);
      let seen = 0;
      let closed: Promise<void> | undefined;
      for await (const _thing of things.all()) {
        closed ??= other.close();
        seen += 1;
      }
      await closed;
      expect(seen).toBe(2);
      await expect(things.all()[Symbol.asyncIterator]().next()).rejects.toThrow("closed");
      await expect(other.collections()).rejects.toThrow("closed");
    });
  });
});

describe("the type of a condition", () => {
  it("takes no object that came from somewhere else", () => {
    expectTypeOf<string>().toExtend<Condition>();
    expectTypeOf<{ $gte: string; $lt: string }>().toExtend<Condition>();
    expectTypeOf<unknown>().not.toExtend<Condition>();
    expectTypeOf<object>().not.toExtend<Condition>();
    // biome-ignore lint/complexity/noBannedTypes: the type that everything has
    expectTypeOf<{}>().not.toExtend<Condition>();
    expectTypeOf<Record<string, unknown>>().not.toExtend<Condition>();
    expectTypeOf<Record<string, string>>().not.toExtend<Condition>();
    expectTypeOf<string | undefined>().not.toExtend<Condition>();
    expectTypeOf<null>().not.toExtend<Condition>();
    expectTypeOf<{ $where: string }>().not.toExtend<Condition>();
  });
});
