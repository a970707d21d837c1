import type { Activity } from "botbuilder";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDeliveryLog } from "../../../src/people/index.js";
import type { Storage } from "../../../src/storage/port.js";
import { type Once, openOnce } from "../../../src/teams/auth/deduplicate-turns.js";
import { describeEachDatabase } from "../../support/database.js";
import { patience } from "../../support/pace.js";

const second = 1_000;
const day = 86_400_000;

let time = Date.parse("2026-11-24T10:00:00Z");
let turns: string[];
beforeEach(() => {
  turns = [];
});

const activity = (id: string, fields: Partial<Activity> = {}): Activity =>
  ({ type: "message", id, text: "2.3.1 is done", conversation: { id: "a:1" }, from: { id: "29:x" }, ...fields }) as Activity;
/** A turn that takes so long by the clock of the test, and does nothing when another process has run it. */
const send = (once: Once, sent: Activity, { takes = 0, status = 200 } = {}) =>
  once(sent, async (isNew) => {
    if (!(await isNew)) return { status: 200 };
    turns.push(sent.id ?? "");
    await new Promise((done) => setTimeout(done, 5));
    time += takes;
    return { status, body: takes };
  });
const now = () => time;

describe("in one process", () => {
  let once: Once;
  beforeEach(() => {
    once = openOnce({ now });
  });

  test("an activity that comes again is taken without a turn", async () => {
    await send(once, activity("1"));
    expect(await send(once, activity("1"))).toEqual({ status: 200 });
    expect(turns).toEqual(["1"]);
  });

  test("one that comes again during its turn has that turn's answer", async () => {
    const [first, again] = await Promise.all([send(once, activity("1")), send(once, activity("1"))]);
    expect([turns, again]).toEqual([["1"], first]);
  });

  test("one whose turn failed may come again", async () => {
    await send(once, activity("1"), { status: 500 });
    await once(activity("2"), () => Promise.reject(new Error("broken"))).catch(() => undefined);
    await send(once, activity("1"));
    await send(once, activity("2"));
    expect(turns).toEqual(["1", "1", "2"]);
  });

  test.each<[string, Partial<Activity>]>([
    ["another conversation", { conversation: { id: "a:2" } as Activity["conversation"] }],
    ["a press", { type: "invoke" }],
    ["an answer that is waited for", { deliveryMode: "expectReplies" }],
  ])("the same id is no repetition for %s", async (_, fields) => {
    await send(once, activity("1", fields.conversation ? {} : fields));
    await send(once, activity("1", fields));
    expect(turns).toEqual(["1", "1"]);
  });

  test("activities without an id are all taken", async () => {
    await send(once, activity("", { id: undefined }));
    await send(once, activity("", { id: undefined }));
    expect(turns).toHaveLength(2);
  });

  test("the same words under a new id, because the answer came too late, are taken without a turn", async () => {
    await send(once, activity("1"), { takes: 11 * second });
    time += 4 * second;
    expect(await send(once, activity("2"))).toEqual({ status: 200 });
    expect(turns).toEqual(["1"]);
  });

  test.each<[string, { takes?: number; later?: number; fields?: Partial<Activity> }]>([
    ["after a quick answer", { takes: second }],
    ["minutes after a late answer", { takes: 11 * second, later: 180 * second }],
    ["by somebody else", { takes: 11 * second, fields: { from: { id: "29:y" } as Activity["from"] } }],
    ["in another conversation", { takes: 11 * second, fields: { conversation: { id: "a:2" } as Activity["conversation"] } }],
    ["in other words", { takes: 11 * second, fields: { text: "2.3.2 is done" } }],
  ])("the same words said again %s are said again", async (_, { takes, later = second, fields }) => {
    await send(once, activity("1"), { takes });
    time += later;
    await send(once, activity("2", fields));
    expect(turns).toEqual(["1", "2"]);
  });
});

describeEachDatabase("in the database", (database) => {
  let storage: Storage;
  beforeAll(async () => {
    storage = await database.open();
  });
  const instance = () => {
    const heard = openDeliveryLog(storage, now);
    return { heard, once: openOnce({ heard, now }) };
  };

  test("another instance takes what was answered before without a turn, for a week", async () => {
    const one = instance();
    await send(one.once, activity("1"));
    await one.heard.settled();
    time += 6 * day;
    expect(await send(instance().once, activity("1"))).toEqual({ status: 200 });
    expect(turns).toEqual(["1"]);
    time += 2 * day;
    const later = instance();
    await send(later.once, activity("9"));
    await later.heard.settled();
    await send(instance().once, activity("1"));
    expect(turns).toEqual(["1", "9", "1"]);
    expect(await storage.collection("heard").count({})).toBeLessThan(3);
  });

  test("twenty at once are noted in a few writes, and all are known", async () => {
    const { heard, once } = instance();
    const sent = Array.from({ length: 20 }, (_, at) => activity(`many-${at}`, { from: { id: `29:${at}` } as Activity["from"] }));
    await Promise.all(sent.map((each) => send(once, each)));
    await heard.settled();
    turns = [];
    const other = instance().once;
    await Promise.all(sent.map((each) => send(other, each)));
    expect(turns).toEqual([]);
  });

  afterAll(() => storage.close());
});

test("without a database that answers, nobody waits for it and everybody is answered", async () => {
  const never = new Proxy({}, { get: () => () => new Promise(() => undefined) });
  const heard = openDeliveryLog({ kind: "mongodb", collection: () => never } as unknown as Storage, now);
  const once = openOnce({ heard, now });
  const from = performance.now();
  await send(once, activity("1"));
  expect(performance.now() - from).toBeLessThan(await patience(500));
  expect(turns).toEqual(["1"]);
});
