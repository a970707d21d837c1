/** A person is erased by the command line while two instances answer people: both say so from then on, and nothing that others did meanwhile is lost. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erasePerson, knownAs } from "../../src/backup/index.js";
import type { Collection, Document, Storage } from "../../src/storage/index.js";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "../conversations/talk.js";
import { commandLine } from "../support/command-line.js";
import { databaseOf, describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { person } from "../support/teams.js";

const lead = "business.lead@example.org";
const former = "former member of staff";

async function everything(storage: Storage): Promise<string> {
  const found: unknown[] = [];
  for (const name of await storage.collections()) for await (const document of storage.collection(name).all()) found.push([name, document]);
  return JSON.stringify(found);
}

describe.skipIf(!process.env.MONGODB_URI)("with two instances at work", () => {
  const waymark = commandLine();
  const database = databaseOf("mongodb");
  let mongodbUri = "";
  let storages: Storage[];
  let instances: Talk[];
  beforeAll(async () => {
    ({ mongodbUri = "" } = await database.place());
    storages = [await openStorage({ mongodbUri }), await openStorage({ mongodbUri })];
    instances = [];
    for (const storage of storages) instances.push(await openTalk(storage));
  });
  afterAll(async () => {
    for (const talk of instances) await talk.stop();
    await Promise.all(storages.map((storage) => storage.close()));
  });

  const eachSays = (text: string) => Promise.all(instances.map(async (talk) => (await talk.card(headOfService, text)).text));

  test("both know nothing of them from then on, also when more is done in them, and no restart is needed", async () => {
    const [here, there] = instances as [Talk, Talk];
    await here.card(lead, "hello");
    await there.press(lead, await here.card(lead, "2.3.1 is at risk because the adviser left"), "Save 2.3.1");
    await here.press(headOfService, await there.card(headOfService, `name ${lead} the lead of 1.5`), "Save for 1.5");
    for (const text of await eachSays("who leads 2.3")) expect(text).toContain("Business Lead");
    for (const text of await eachSays("who leads 1.5")) expect(text).toContain("Business Lead");
    const erased = await waymark.run(["people", "erase", lead, "--replace-with", former], { MONGODB_URI: mongodbUri, LOG_LEVEL: "silent" });
    expect([erased.code, erased.err]).toEqual([0, ""]);
    for (const text of await eachSays("who leads 2.3")) expect(text).toContain(`2.3 is led by ${former}.`);
    for (const text of await eachSays("who leads 1.5")) expect(text).not.toContain("Business Lead");
    await there.press(headOfService, await here.card(headOfService, "2.3.1 is on track because a new adviser came"), "Save 2.3.1");
    for (const text of await eachSays("what changed since 1 October")) expect(text).toContain(`by ${former} on 24 November 2026`);
    for (const talk of instances) await talk.features.settle();
    const all = (await everything(storages[0] as Storage)).toLowerCase();
    for (const trace of [lead, person(lead).aadObjectId, "business lead"]) expect(all.includes(trace.toLowerCase()), trace).toBe(false);
  });
});

describeEachDatabase("what somebody else says of the same action at that moment", (database) => {
  test("stays, and the person is gone from it all the same", async () => {
    const storage = await database.open();
    const talk = await openTalk(storage);
    await talk.press(lead, await talk.card(lead, "2.3.1 is at risk because the adviser left"), "Save 2.3.1");
    await talk.features.settle();
    const theirs = await talk.card(headOfService, "2.3.1 is on track because a new adviser came");
    let pressed = false;
    /** Somebody presses between the look at the action and the writing of it. */
    const meanwhile = async () => {
      if (pressed) return;
      pressed = true;
      await talk.press(headOfService, theirs, "Save 2.3.1");
    };
    const racing: Storage = {
      ...storage,
      collection: <T extends Document>(name: string) => {
        const real = storage.collection<T>(name);
        const late: Collection<T>["updateWhere"] = async (...args) => meanwhile().then(() => real.updateWhere(...args));
        return name === "progress" ? { ...real, updateWhere: late } : real;
      },
    };
    await erasePerson(racing, { known: await knownAs(storage, lead), as: former, at: new Date("2026-11-24T12:00:00Z") });
    await talk.features.settle();
    expect(pressed).toBe(true);
    const status = (await talk.card(headOfService, "how is 2.3.1 doing")).text;
    expect(status).toContain("A new adviser came");
    expect(await everything(storage)).not.toContain(lead);
    await talk.stop();
  });
});
