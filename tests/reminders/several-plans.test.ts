/** Two plans with the same ids: what both have for somebody on a day is one message, and never two come on one day. */
import { beforeEach, describe, expect, test } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import type { KeptProgress } from "../../src/progress/index.js";
import { openMessageDays, type PassReport } from "../../src/reminders/index.js";
import type { LogEntry } from "../../src/reminders/log-entry.js";
import type { KeptSettings } from "../../src/reminders/settings.js";
import type { Storage } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";
import { openReminderHarness, type ReminderHarness } from "./reminder-harness.js";

const lead = "lead@example.org";
const other = "other@example.org";
const at = (day: string) => ({ at: new Date(`${day}T10:00:00Z`) });
const due = (title: string, text: string) =>
  planFile({ plan: { title }, action: { lead, text, timescale: "Year 2" }, priority: { measures: [], ...(text === "Plant trees" && { lead: other }) } });

describeEachDatabase("reminders of two plans", (database) => {
  let storage: Storage;
  let house: ReminderHarness;
  /** "lead@example.org Plant trees", a message each. */
  const pass = async (day: string) => {
    const { sent } = await house.reminders.pass(at(day));
    return sent.map(({ digest: { to, items } }) => [to, ...items.map(({ of, text, why }) => `${of?.name}: ${text} ${why}`)].join(" "));
  };
  beforeEach(async () => {
    storage = await database.open();
    house = await openReminderHarness(storage, { plan: due("Museum Plan", "Open late"), managers: [], met: [lead, other] });
    const parks = readPlan("parks", JSON.stringify(due("Parks Plan", "Plant trees")));
    await importPlan(house.features, parks, { by: other, at: new Date("2025-04-01T09:00:00Z"), into: { id: "parks", name: "Parks" } });
  });

  const both = `${lead} Museum: Open late due in 28 days Parks: Plant trees due in 28 days`;
  const entries = async () => (await storage.collection<LogEntry>("reminderLog").find({})).map(({ plan, day, state }) => `${plan} ${day} ${state}`).sort();

  test("go as one message when both are due on one day, whoever looks how often", async () => {
    expect((await Promise.all([pass("2027-03-03"), pass("2027-03-03"), pass("2027-03-03")])).flat()).toEqual([both]);
    expect(await pass("2027-03-03")).toEqual([]);
    expect(await pass("2027-03-04")).toEqual([]);
    expect(house.heard).toHaveLength(1);
    expect(house.heard[0]?.text).toMatch(
      /2 things need you[\s\S]*Your actions · Museum plan:[\s\S]*Open late[\s\S]*Your actions · Parks plan:[\s\S]*Plant trees/,
    );
    expect(await entries()).toEqual(["parks 2027-03-03 delivered", "plan 2027-03-03 delivered"]);
    expect(await pass("2027-03-24")).toEqual([both.replaceAll("28 days", "7 days")]);
  });

  test("wait for the next day when the day's message was another plan's, which had nothing for them", async () => {
    await openMessageDays(storage).take(lead, "2027-03-03", "another");
    expect(await pass("2027-03-03")).toEqual([]);
    expect(await house.reminders.preview(at("2027-03-03").at)).toEqual([]);
    expect(await pass("2027-03-04")).toEqual([both.replaceAll("28 days", "27 days")]);
  });

  test("what Teams refused is refused for both, and the managers of each hear of it once", async () => {
    const refusing = await openReminderHarness(storage, {
      plan: {},
      managers: [other],
      channel: async () => {
        throw Object.assign(new Error("no"), { statusCode: 403 });
      },
    });
    await refusing.reminders.pass(at("2027-03-03"));
    expect(await entries()).toEqual(["parks 2027-03-03 refused", "plan 2027-03-03 refused"]);
    const { sent } = await (await openReminderHarness(storage, { plan: {}, managers: [other] })).reminders.pass(at("2027-03-08"));
    const lines = sent.flatMap(({ digest: { items } }) => items.filter(({ part, id }) => part === "manager" && id === "messages"));
    expect(lines.map(({ why }) => why)).toEqual([`the message to ${lead} of 3 March 2027 was refused`]);
  });

  test("what may not have arrived is known as such of both, and does not go again by itself", async () => {
    let times = 0;
    const unsure = await openReminderHarness(storage, {
      plan: {},
      channel: async () => {
        if (times++ === 0) throw Object.assign(new Error("no answer"), { statusCode: 502 });
      },
    });
    await unsure.reminders.pass(at("2027-03-03"));
    expect(await entries()).toEqual(["parks 2027-03-03 unknown", "plan 2027-03-03 unknown"]);
    await unsure.reminders.pass(at("2027-03-04"));
    expect(unsure.heard).toEqual([]);
    await unsure.reminders.pass(at("2027-03-24"));
    expect(unsure.heard).toHaveLength(1);
    expect(await entries()).toEqual(["parks 2027-03-03 unknown", "parks 2027-03-24 delivered", "plan 2027-03-03 unknown", "plan 2027-03-24 delivered"]);
  });

  test("what could not be sent is tried again by the next pass, of both", async () => {
    let down = true;
    let time = Date.now();
    const wait = async (ms: number) => {
      time += ms;
    };
    const later = await openReminderHarness(storage, {
      plan: {},
      clock: { now: async () => new Date(time), count: () => time, wait },
      channel: async () => {
        if (down) throw Object.assign(new Error("busy"), { statusCode: 429, retryAfterMs: 0 });
      },
    });
    await later.reminders.pass(at("2027-03-03"));
    expect(await entries()).toEqual(["parks 2027-03-03 claimed", "plan 2027-03-03 claimed"]);
    down = false;
    await later.reminders.pass(at("2027-03-03"));
    expect(later.heard).toHaveLength(1);
    expect(await entries()).toEqual(["parks 2027-03-03 delivered", "plan 2027-03-03 delivered"]);
  });

  describe("that fall due a week apart", () => {
    const museum = `Museum: Open late`;
    const parks = `Parks: Plant trees`;
    const items = (sent: PassReport["sent"]) => sent.flatMap(({ digest }) => digest.items.map(({ of, text, again }) => [`${of?.name}: ${text}`, again]));
    /** The channel answers the first message so. */
    const answering = async (statusCode: number) => {
      let times = 0;
      return openReminderHarness(storage, {
        plan: {},
        managers: [],
        channel: async () => {
          if (times++ === 0) throw Object.assign(new Error("as told"), { statusCode });
        },
      });
    };
    beforeEach(async () => {
      const later = due("Parks Plan", "Plant trees") as { themes: { priorities: { actions: Record<string, unknown>[] }[] }[] };
      Object.assign(later.themes[0]?.priorities[0]?.actions[0] ?? {}, { lead, timescale: undefined, milestones: [{ due: "2027-04-07" }] });
      const read = readPlan("parks.json", JSON.stringify(later));
      await importPlan(house.features, read, { by: other, at: new Date("2025-04-02T09:00:00Z"), into: { id: "parks", name: "Parks" } });
    });

    test("what may not have arrived of one plan rides in the message of the other", async () => {
      const { reminders } = await answering(502);
      expect(items((await reminders.pass(at("2027-03-03"))).sent)).toEqual([[museum, undefined]]);
      expect((await reminders.pass(at("2027-03-05"))).sent).toEqual([]);
      expect(await reminders.preview(at("2027-03-05").at)).toEqual([]);
      expect(items((await reminders.pass(at("2027-03-10"))).sent)).toEqual([
        [museum, "2027-03-03"],
        [parks, undefined],
      ]);
      expect((await entries()).filter((entry) => entry.includes("03-10"))).toEqual(["parks 2027-03-10 delivered", "plan 2027-03-10 delivered"]);
      expect((await reminders.pass(at("2027-03-11"))).sent).toEqual([]);
    });

    test("so it does on a holiday, in the last reminder of the other, which goes all the same", async () => {
      const { reminders } = await answering(502);
      const away = { from: "2027-04-10", to: "2027-06-30", by: lead, at: "2027-04-01T09:00:00.000Z" };
      const kept = { _id: `plan/${lead}`, plan: "plan", who: lead, revision: 1, recorded: true, holidays: [away] };
      await storage.collection<KeptSettings>("reminderSettings").insert(kept as KeptSettings);
      expect(items((await reminders.pass(at("2027-04-28"))).sent)).toEqual([[museum, undefined]]);
      expect((await reminders.pass(at("2027-05-04"))).sent).toEqual([]);
      expect(items((await reminders.pass(at("2027-05-05"))).sent)).toEqual([
        [museum, "2027-04-28"],
        [parks, undefined],
      ]);
      expect((await reminders.pass(at("2027-05-06"))).sent).toEqual([]);
    });

    test("whoever was refused in one plan's message hears, once they are back, of both", async () => {
      const { reminders, features } = await answering(403);
      await reminders.pass(at("2027-03-03"));
      for (const day of ["2027-03-10", "2027-03-10", "2027-03-11"]) expect((await reminders.pass(at(day))).unreachable).toEqual([lead]);
      await features.messages.met({ id: `id of ${lead}`, email: lead }, { person: lead }, true);
      expect(items((await reminders.pass(at("2027-03-12"))).sent)).toEqual([
        [museum, undefined],
        [parks, undefined],
      ]);
      expect((await reminders.pass(at("2027-03-15"))).sent).toEqual([]);
    });
  });

  test("say what stands in their own plan: what is done in one is asked for in the other", async () => {
    const done = { status: "complete" as const, priority: "1.1", action: "1.1.1", revision: 1, recorded: true, by: lead, at: "2027-03-01T09:00:00Z" };
    await storage.collection<KeptProgress>("progress").insert({ ...done, _id: "parks/1.1.1", plan: "parks" });
    const sent = [...(await pass("2027-03-03")), ...(await pass("2027-03-04"))];
    expect(sent).toEqual([`${lead} Museum: Open late due in 28 days`]);
  });

  test("a snooze is of one plan's action, a pause of somebody holds for both, in whichever plan it was said", async () => {
    const settings = storage.collection<KeptSettings>("reminderSettings");
    const said = { by: lead, at: "2027-03-01T09:00:00.000Z" };
    const kept = { plan: "parks", revision: 1, recorded: true };
    await settings.insert({
      ...kept,
      _id: `parks/${lead}`,
      who: lead,
      snoozes: [{ key: "1.1.1/0", from: "2027-03-01", until: "2027-06-01", why: "snow", ...said }],
    } as KeptSettings);
    expect([...(await pass("2027-03-03")), ...(await pass("2027-03-04"))]).toEqual([`${lead} Museum: Open late due in 28 days`]);
    await settings.updateWhere({ _id: `parks/${lead}` }, { $set: { pauses: [{ from: "2027-03-20", until: "2027-04-20", why: "snow", ...said }] } });
    expect([...(await pass("2027-03-24")), ...(await pass("2027-03-25"))]).toEqual([]);
  });

  test("are foreseen as they will go: one a person, of both plans", async () => {
    const digests = await house.reminders.preview(new Date("2027-03-03T10:00:00Z"));
    expect(digests.map(({ to, items }) => [to, items.map(({ of }) => of?.id)])).toEqual([[lead, ["plan", "parks"]]]);
  });
});
