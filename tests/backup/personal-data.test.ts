/** What is kept of one person comes out whole, and goes from everywhere without history losing a figure. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { erasePerson, knownAs, personalDataOf } from "../../src/backup/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "../conversations/talk.js";
import { commandLine } from "../support/command-line.js";
import { headOfService } from "../support/features.js";
import { person } from "../support/teams.js";

const lead = "business.lead@example.org";
const deputy = "events.staff@example.org";
const former = "former member of staff";

/** A lead who has done all that people do: asked, reported, changed, been away, been named, been written to. */
async function lived(storage: Storage): Promise<Talk> {
  const talk = await openTalk(storage);
  await talk.card(lead, "hello");
  await talk.card(headOfService, "hello");
  await talk.press(lead, await talk.card(lead, "2.3.1 is at risk because the adviser left"), "Save 2.3.1");
  await talk.press(lead, await talk.card(lead, "update 2.3.m1"), "Save", { value0: "91", why0: "Eight were counted late." });
  await talk.press(lead, await talk.card(lead, `I am on holiday from 21 December until 3 January, ${deputy} covers for me`), "Save");
  await talk.press(lead, await talk.card(lead, "I need more time for 2.3.1 until 31 May 2027 because the survey is late"), "Ask for more time");
  await talk.press(headOfService, await talk.card(headOfService, `name ${lead} the lead of 1.5`), "Save for 1.5");
  await talk.press(headOfService, await talk.card(headOfService, "freeze the plan as 'with everybody'"), "Freeze");
  const sent = { plan: "plan", person: lead, day: "2026-11-23", kind: "digest", state: "delivered", since: "2026-11-22", tries: 1, at: "2026-11-23T09:30:00Z" };
  await storage.collection("reminderLog").insert({ _id: `plan/${lead}/2026-11-23/digest`, ...sent } as never);
  const { aadObjectId: to } = person(lead);
  await storage.collection("outbox").insert({ _id: "letter", to, where: { person: person(lead).id }, answer: "{}", state: "waiting" } as never);
  await storage.collection("conversationPace").insert({ _id: to, gone: [1], last: 1, revision: 1 } as never);
  await talk.card(lead, "zzqx blorp of Business Lead frobnicates");
  await talk.features.settle();
  return talk;
}

async function everything(storage: Storage): Promise<string> {
  const found: unknown[] = [];
  for (const name of await storage.collections()) for await (const document of storage.collection(name).all()) found.push([name, document]);
  return JSON.stringify(found);
}

describe("a person who asks what is kept of them", () => {
  let storage: Storage;
  let talk: Talk;
  beforeAll(async () => {
    storage = await openStorage();
    talk = await lived(storage);
  });
  afterAll(() => talk.stop());

  test("gets all of it, by where it is kept", async () => {
    const known = await knownAs(storage, "Business.Lead@example.org");
    expect(known).toMatchObject({ addresses: [lead], ids: [person(lead).aadObjectId], names: ["Business Lead"] });
    const kept = await personalDataOf(storage, known);
    expect(Object.keys(kept)).toEqual(
      expect.arrayContaining([
        "changes",
        "conversations",
        "conversationPace",
        "figures",
        "outbox",
        "people",
        "planParts",
        "progress",
        "reminderLog",
        "reminderSettings",
        "whereabouts",
        "unanswered",
        "frozenPlanParts",
      ]),
    );
    expect(JSON.stringify(kept)).toMatch(/2026-12-21/);
    expect(JSON.stringify(kept)).toMatch(/adviser left/);
  });

  test("gets nothing that is somebody else's alone", async () => {
    const kept = JSON.stringify(await personalDataOf(storage, await knownAs(storage, lead)));
    expect(kept).not.toContain("reading.lead@example.org");
    expect(kept).not.toContain(person(headOfService).aadObjectId);
  });

  test("is not taken for somebody whose address only begins or ends like theirs", async () => {
    const kept = await personalDataOf(storage, {
      addresses: ["lead@example.org", "business.lead@example.or", "business.lead@example.org.uk"],
      ids: [],
      names: [],
    });
    expect(kept).toEqual({});
  });
});

describe("a person who is erased", () => {
  let storage: Storage;
  let before: Talk;
  let after: Talk;
  const asked = ["how is 2.3 doing", "what is the latest figure for 2.3.m1", "what changed since 1 October", "history of 2.3.m1"];
  const answers = async (talk: Talk) => Promise.all(asked.map(async (text) => (await talk.card(headOfService, text)).text));
  let said: string[];
  beforeAll(async () => {
    storage = await openStorage();
    before = await lived(storage);
    said = await answers(before);
    expect(await erasePerson(storage, { known: await knownAs(storage, lead), as: former, at: new Date("2026-11-24T12:00:00Z") })).toMatchObject({ as: former });
    after = await openTalk(storage);
  });
  afterAll(() => Promise.all([before.stop(), after.stop()]));

  test("is nowhere: not the address, not the id, not the name", async () => {
    const all = await everything(storage);
    for (const trace of [lead, person(lead).aadObjectId, person(lead).id, "Business Lead"])
      expect(all.toLowerCase().includes(trace.toLowerCase()), trace).toBe(false);
    expect(await personalDataOf(storage, await knownAs(storage, lead))).toEqual({});
  });

  test("leaves every figure, status and count as it was, under the words for them", async () => {
    const now = await answers(after);
    // Whom the plan names is nobody now; all else stands.
    const facts = (text = "") =>
      text
        .replaceAll(lead, former)
        .replaceAll("Business Lead", former)
        .split("\n")
        .filter((line) => !/^(?:(?:Chat with )?former member of staff|Nobody named|The plan names no (?:lead|reporter) for .*)$/.test(line));
    for (const place of [0, 1, 3]) expect(facts(now[place]), asked[place]).toEqual(facts(said[place]));
    expect(now[1]).toContain("91");
    expect(now[2]).toContain(`by ${former} on 24 November 2026`);
  });

  test("stays one of those who were written to, so that what was sent still adds up", async () => {
    expect(await storage.collection("reminderLog").find({})).toMatchObject([{ _id: `plan/${former}/2026-11-23/digest`, person: former, state: "delivered" }]);
  });

  test("is stated in the record, without saying who it was", async () => {
    expect((await after.card(headOfService, "what changed since 1 October")).text).toMatch(/erased of former member of staff/);
  });

  test("leads nothing, and the plan, its frozen version and its export can still be read", async () => {
    expect((await after.card(headOfService, "who leads 2.3")).text).toContain("2.3 is led by former member of staff.");
    expect((await after.card(headOfService, "what changed since it was agreed")).text).not.toContain("Something went wrong");
    expect((await after.card(lead, "2.3.1 is on track")).text).toContain("Only");
  });

  test("and the next one has a name of their own, so that two people stay two", async () => {
    const { as } = await erasePerson(storage, { known: await knownAs(storage, deputy), as: former, at: new Date("2026-11-24T12:00:00Z") });
    expect(as).toBe(`${former} 2`);
  });
});

test("an erasure that was cut short is ended by the same command, under the same words", async () => {
  const storage = await openStorage();
  const talk = await lived(storage);
  const changes = storage.collection("changes");
  const known = await knownAs(storage, lead);
  let writes = 0;
  const dying: Storage = {
    ...storage,
    collection: (name) => {
      const real = storage.collection(name);
      const mortal =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        async (...args: A) => {
          if (++writes > 12) throw new Error("killed");
          return work(...args);
        };
      return { ...real, updateWhere: mortal(real.updateWhere), remove: mortal(real.remove) } as never;
    },
  };
  await expect(erasePerson(dying, { known, as: former, at: new Date() })).rejects.toThrow("killed");
  expect((await erasePerson(storage, { known: await knownAs(storage, lead), as: former, at: new Date() })).as).toBe(former);
  const all = await everything(storage);
  for (const trace of [lead, person(lead).aadObjectId, "Business Lead"]) expect(all.toLowerCase().includes(trace.toLowerCase()), trace).toBe(false);
  expect(await changes.count({ items: "people" })).toBe(1);
  await talk.stop();
});

describe("on the command line", () => {
  const waymark = commandLine();

  test("export prints JSON, erase says what it did and what it cannot reach, and bad words change nothing", async () => {
    const DATA_DIR = join(await waymark.folder(), "data");
    const storage = await openStorage({ folder: DATA_DIR });
    const talk = await lived(storage);
    await talk.stop();
    await storage.close();
    const out = await waymark.run(["people", "export", lead.toUpperCase()], { DATA_DIR, MANAGERS: headOfService, LOG_LEVEL: "silent" });
    expect([out.code, out.err]).toEqual([0, ""]);
    expect(JSON.parse(out.out)).toMatchObject({ person: lead, names: ["Business Lead"], managerBySetting: false, kept: { people: [{ email: lead }] } });
    for (const words of ["", "someone@example.org", "reminders of a", "<b>x</b>"]) {
      const refused = await waymark.run(["people", "erase", lead, "--replace-with", words], { DATA_DIR });
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("Nothing was changed.")]);
    }
    expect((await waymark.run(["people", "erase", headOfService, "--replace-with", former], { DATA_DIR, MANAGERS: headOfService })).err).toContain(
      "by the setting MANAGERS",
    );
    const erased = await waymark.run(["people", "erase", lead, "--replace-with", former], { DATA_DIR });
    expect([erased.code, erased.out]).toEqual([0, expect.stringMatching(/is "former member of staff" now[\s\S]*Not reached by this: backups/)]);
    // Not in what the files held before either.
    for (const name of await readdir(DATA_DIR)) {
      const text = (await readFile(join(DATA_DIR, name), "utf8")).toLowerCase();
      for (const trace of [lead, person(lead).aadObjectId, "business lead"]) expect(text.includes(trace), `${trace} in ${name}`).toBe(false);
    }
    expect((await waymark.run(["people", "erase", lead, "--replace-with", former], { DATA_DIR })).err).toContain(`Nothing is kept of ${lead}.`);
    expect((await waymark.run(["plan", "export"], { DATA_DIR })).out).not.toContain(lead);
    expect((await waymark.run(["people", "export", "nobody"], { DATA_DIR })).err).toContain("an e-mail address was expected");
  }, 120_000);
});
