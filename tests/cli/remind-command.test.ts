import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openConversation } from "../conversations/harness.js";
import { commandLine } from "../support/command-line.js";
import { openFeatures } from "../support/features.js";
import { planFile } from "../support/plan-files.js";
import type { Teams } from "../support/teams.js";

const { run, folder } = commandLine();
const lead = "lead@example.org";
const at = "2027-03-03T09:30:00Z";
const json = [{ to: lead, at, items: [{ id: "1.1.1", milestone: "Roll out", due: "2027-03-31", why: "due in 28 days" }] }];

async function imported(): Promise<string> {
  const place = await folder();
  const path = join(place, "plan.json");
  await writeFile(path, JSON.stringify(planFile({ action: { lead, timescale: "Year 1 (Pilot) Year 2 (Roll out)" }, priority: { measures: [] } })));
  const DATA_DIR = join(place, "data");
  await run(["plan", "import", path], { DATA_DIR });
  return DATA_DIR;
}

describe("remind --dry-run", () => {
  test("prints what would be sent, to whom and why, and says who cannot be reached", async () => {
    const DATA_DIR = await imported();
    const { code, out, err } = await run(["remind", "--at", at, "--dry-run", "--json"], { DATA_DIR });
    expect([code, JSON.parse(out)]).toEqual([0, json]);
    expect(err).toBe(`Cannot be reached, as they have not met Waymark in Teams or removed it: ${lead}\n`);
    const words = await run(["remind", "--at", at, "--dry-run"], { DATA_DIR });
    expect(words.out).toBe(`1 message would be sent.\n\nTo ${lead}:\n- 1.1.1 "Roll out": due in 28 days (31 March 2027)\n`);
  });

  test("prints nothing on days without anything, before the hour, and on bank holidays and closure days", async () => {
    const DATA_DIR = await imported();
    const out = async (instant: string, settings = {}) => (await run(["remind", "--at", instant, "--dry-run", "--json"], { DATA_DIR, ...settings })).out;
    expect(await out("2027-03-04T09:30:00Z")).toBe("[]\n");
    expect(await out("2027-03-03T09:29:00Z")).toBe("[]\n");
    expect(await out(at, { REMINDERS_AT: "10:00" })).toBe("[]\n");
    expect(await out(at, { CLOSURE_DAYS: "2027-03-01/2027-03-05" })).toBe("[]\n");
    expect((await run(["remind", "--at", at, "--dry-run"], { DATA_DIR, CLOSURE_DAYS: "2027-03-01/2027-03-05" })).out).toBe("Nothing would be sent.\n");
  });

  test("says why nothing would go, and when and to whom the next reminder would", async () => {
    const DATA_DIR = await imported();
    const why = async (instant: string, settings = {}) => {
      const { code, out, err } = await run(["remind", "--at", instant, "--dry-run"], { DATA_DIR, ...settings });
      expect([code, out]).toEqual([0, "Nothing would be sent.\n"]);
      return err.trimEnd().split("\n");
    };
    expect(await why("2027-03-04T09:30:00Z")).toEqual(["On 4 March 2027: nothing is due then.", `The next would go on 24 March 2027 to ${lead}.`]);
    expect((await why("2027-03-03T09:29:00Z"))[0]).toBe(
      `On 3 March 2027: not yet: messages of a day go from 09:30 on, or at the hour that somebody chose; today's would go to ${lead}.`,
    );
    expect((await why("2027-03-06T09:30:00Z"))[0]).toBe("On 6 March 2027: reminders go on working days only.");
    expect((await why(at, { CLOSURE_DAYS: "2027-03-01/2027-03-05" }))[0]).toMatch(/^On 3 March 2027: that is a day on which the organisation is closed/);
  });

  test("says that nobody is reminded of what has a lead in words only, or none", async () => {
    const place = await folder();
    const path = join(place, "plan.json");
    const actions = [
      { id: "1.1.1", text: "Open late", leadAs: "Head of Property", timescale: "Year 4" },
      { id: "1.1.2", text: "Open early", timescale: "Year 4" },
    ];
    await writeFile(path, JSON.stringify(planFile({ priority: { actions, measures: [] } })));
    const DATA_DIR = join(place, "data");
    await run(["plan", "import", path], { DATA_DIR });
    const { err } = await run(["remind", "--at", at, "--dry-run"], { DATA_DIR });
    expect(err.trimEnd().split("\n")).toEqual([
      "On 3 March 2027: nothing is due then.",
      "Nothing is due in the 45 days after that, as far as leads and dates are known.",
      "1 action with a date has a lead in words only: nobody is reminded until a manager says who is who.",
      "1 action with a date has no lead, so nobody is reminded.",
    ]);
  });

  test("says what is wrong with its options and settings, and opens nothing", async () => {
    const { code, err } = await run(["remind", "--at", "tomorrow"]);
    expect([code, err]).toEqual([1, "--at: an instant was expected, written 2027-03-03T09:30:00Z\n"]);
    const settings = await run(["remind"], { CLOSURE_DAYS: "Christmas", BANK_HOLIDAYS: "wales" });
    expect(settings.code).toBe(1);
    expect(settings.err).toContain("CLOSURE_DAYS: Christmas is not a day or span of days, written 2026-12-24 or 2026-12-29/2026-12-31");
    expect(settings.err).toContain("BANK_HOLIDAYS");
  });
});

describe("remind", () => {
  let DATA_DIR: string;
  let teams: Teams;
  beforeAll(async () => {
    DATA_DIR = await imported();
    const storage = await openStorage({ folder: DATA_DIR });
    const { assistant, messages } = await openFeatures(storage);
    const chat = await openConversation({ storage, assistant, messages });
    await chat.say(lead, "my actions");
    teams = chat;
    await storage.close();
  });
  afterAll(() => teams.stop());

  test("sends it once through Teams to who has met the bot, and prints what was sent", async () => {
    const mark = teams.calls.length;
    const first = await run(["remind", "--at", at, "--json"], { DATA_DIR });
    expect([first.code, JSON.parse(first.out), first.err]).toEqual([0, json, ""]);
    const posts = teams.calls.slice(mark).filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(1);
    expect(posts[0]?.path).toContain(`/v3/conversations/a:`);
    expect(posts[0]?.body?.summary).toContain("1.1.1");
    const second = await run(["remind", "--at", "2027-03-03T15:00:00Z", "--json"], { DATA_DIR });
    expect([second.code, second.out]).toEqual([0, "[]\n"]);
    expect(teams.calls.slice(mark).filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("does not send a second time what the channel did not answer clearly, and says so", async () => {
    teams.fault = ({ method }, response) => {
      if (method !== "POST") return false;
      response.writeHead(502).end();
      return true;
    };
    const mark = teams.calls.length;
    const { out } = await run(["remind", "--at", "2027-03-24T09:30:00Z"], { DATA_DIR });
    expect(out).toBe(`1 message sent.\n\nTo ${lead} (may not have arrived):\n- 1.1.1 "Roll out": due in 7 days (31 March 2027)\n`);
    expect((await run(["remind", "--at", "2027-03-24T09:31:00Z"], { DATA_DIR })).out).toBe("Nothing was due, so nothing was sent.\n");
    expect(teams.calls.slice(mark).filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("waits as long as the channel says and tries again, in one go", async () => {
    let posts = 0;
    const times: number[] = [];
    teams.fault = ({ method }, response) => {
      if (method !== "POST") return false;
      times.push(Date.now());
      if (posts++) return false;
      response.writeHead(429, { "retry-after": "2" }).end();
      return true;
    };
    const { out } = await run(["remind", "--at", "2027-03-31T09:30:00Z"], { DATA_DIR });
    // What may not have arrived a week ago is in it too, as the same thing with what is said of it now.
    expect(out).toBe(`1 message sent.\n\nTo ${lead}:\n- 1.1.1 "Roll out": due today (31 March 2027)\n`);
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_900);
  });

  test("stops where the channel refuses, and says so", async () => {
    teams.fault = ({ method }, response) => {
      if (method !== "POST") return false;
      response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ error: { code: "ConversationBlockedByUser", message: "x" } }));
      return true;
    };
    const refused = await run(["remind", "--at", "2027-04-07T09:30:00Z"], { DATA_DIR, LOG_LEVEL: "error" });
    expect(refused.out).toBe("Nothing was due, so nothing was sent.\n");
    expect(refused.err).toBe("1 message refused by Teams; the managers' digest says whose.\n");
    teams.fault = undefined;
    const mark = teams.calls.length;
    const next = await run(["remind", "--at", "2027-04-14T09:30:00Z"], { DATA_DIR, LOG_LEVEL: "error" });
    expect(next.err).toBe(`Cannot be reached, as they have not met Waymark in Teams or removed it: ${lead}\n`);
    expect(teams.calls.slice(mark)).toEqual([]);
  });
});
