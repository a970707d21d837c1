/** MongoDB as production uses it: round trips, and what people read when it cannot be had. */
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserFacingError } from "../../src/shared/errors.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { databaseOf } from "../support/database.js";
import { type Relay, relayTo } from "../support/relay.js";

describe.skipIf(!process.env.MONGODB_URI)("MongoDB", () => {
  const database = databaseOf("mongodb");
  let relay: Relay;
  let storage: Storage;
  beforeAll(async () => {
    const uri = new URL((await database.place()).mongodbUri ?? "");
    relay = await relayTo(Number(uri.port || 27_017), uri.hostname);
    uri.host = `127.0.0.1:${relay.port}`;
    storage = await openStorage({ mongodbUri: uri.href });
  });
  afterAll(async () => {
    await storage.close();
    relay.close();
  });

  it("is asked once for each call, however many documents come back", async () => {
    const rows = storage.collection<{ _id: string; n: number }>("rows");
    const many = Array.from({ length: 5_000 }, (_, n) => ({ _id: `${n}`, n }));
    await rows.ensureIndex(["n"]);
    const calls: [string, () => Promise<unknown>][] = [
      ["insert", () => rows.insertMissing(many)],
      ["insert", () => rows.insertMissing(many)],
      ["insert", () => rows.insert({ _id: "x", n: 0 })],
      ["find", () => rows.get("7")],
      ["find", () => rows.find({ n: { $gte: 0 } }, { sort: { n: -1 } })],
      ["aggregate", () => rows.count({ n: 7 })],
      ["findAndModify", () => rows.updateWhere({ _id: "7", n: 7 }, { $inc: { n: 1 } })],
      ["delete", () => rows.remove({ n: { $lt: 10 } })],
    ];
    for (const [command, call] of calls) {
      relay.commands.length = 0;
      await call();
      expect(relay.commands).toEqual([command]);
    }
  });

  it("rejects what it cannot know while the connection is lost, and works again afterwards", async () => {
    const rows = storage.collection<{ _id: string; n: number }>("lost");
    await rows.insert({ _id: "a", n: 1 });
    relay.cut();
    const calls = [
      rows.insert({ _id: "b", n: 1 }),
      rows.insert({ _id: "a", n: 1 }),
      rows.insertMissing([{ _id: "a", n: 1 }]),
      rows.updateWhere({ _id: "a" }, { $inc: { n: 1 } }),
      rows.remove({ _id: "a" }),
      rows.get("a"),
      storage.ping(),
    ];
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(calls.map(() => "rejected"));
    relay.mend();
    expect(await rows.get("a")).toEqual({ _id: "a", n: 1 });
    expect(await rows.insert({ _id: "b", n: 1 })).toBe(true);
  });
});

describe("a MongoDB that cannot be had", () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => silent.close());

  it.each(["refuses", "never answers"])(
    "is named in plain words within some seconds when it %s, without the password",
    async (how) => {
      const port = how === "refuses" ? 9 : (silent.address() as AddressInfo).port;
      const opening = openStorage({ mongodbUri: `mongodb://anna:secret@127.0.0.1:${port}/plans` });
      const error = await opening.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UserFacingError);
      expect((error as Error).message).toBe(`The database at 127.0.0.1:${port} cannot be reached. Is it running, and is MONGODB_URI right?`);
    },
    6_000,
  );

  it("is asked for again when the connection string is none", async () => {
    const error = await openStorage({ mongodbUri: "mongodb://anna:secret@/?x" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserFacingError);
    expect(String(error)).not.toContain("secret");
  });
});
