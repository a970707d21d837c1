import { beforeAll, describe, expect, test } from "vitest";
import type { Where } from "../../src/people/index.js";
import type { Status } from "../../src/plan/index.js";
import type { KeptProgress } from "../../src/progress/index.js";
import type { KeptSettings } from "../../src/reminders/settings.js";
import type { Storage } from "../../src/storage/index.js";
import { databaseOf } from "../support/database.js";
import { manager, openReminderHarness, type ReminderHarness } from "./reminder-harness.js";

const lead = "lead@example.org";
const other = "other@example.org";
const reporter = "reporter@example.org";
const at = (day: string) => ({ at: new Date(`${day}T09:30:00Z`) });

const plan = {
  title: "Museum",
  starts: "2026-04-01",
  themes: [
    {
      id: "1",
      name: "All",
      priorities: [
        {
          id: "1.1",
          title: "One",
          actions: [
            { id: "1.1.1", text: "Open late", lead, milestones: [{ due: "2026-12-14", label: "Pilot" }] },
            { id: "1.1.2", text: "Open early", lead: other, milestones: [{ due: "2027-01-13" }] },
            { id: "1.1.3", text: "Stay open", milestones: [{ due: "2028-01-13" }] },
            { id: "1.1.4", text: "Close", lead, milestones: [{ due: "2026-05-13" }] },
          ],
          measures: [
            { id: "1.1.m1", text: "Visits", reporter, figures: [{ period: "2026-27 Q3", value: 4 }] },
            { id: "1.1.m2", text: "Tours", reporter },
            { id: "1.1.m3", text: "Talks" },
          ],
        },
      ],
    },
  ],
};

describe("the managers' digest on a Monday", () => {
  const database = databaseOf("embedded memory");
  let storage: Storage;
  let house: ReminderHarness;
  let refuse: string | undefined;
  beforeAll(async () => {
    storage = await database.open();
    const channel = async ({ person }: Where) => {
      if (person === refuse) throw Object.assign(new Error("x"), { statusCode: 403, code: "ConversationBlockedByUser" });
    };
    house = await openReminderHarness(storage, { plan, met: [manager, lead, reporter], channel });
  });
  const heard = async (day: string) => {
    const { sent } = await house.reminders.pass(at(day));
    return sent.filter(({ digest }) => digest.to === manager).flatMap(({ digest }) => digest.items.map(({ id, why, more }) => [`${id} ${why}`, ...more]));
  };

  test("says what needs them, once", async () => {
    for (const day of ["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08"]) await house.reminders.pass(at(day));
    expect(await heard("2027-01-11")).toEqual([
      ["actions 2 milestones have been overdue since earlier weeks: 1.1.4"].map((line) => line.replace("2 milestones have", "1 milestone has")),
      ["figures figures missing: 1 of 3 is in for 2026-27 Q3 (October to December 2026)", "Not yet from reporter@example.org and nobody named"],
      ["people 1 action without a lead: 1.1.3", 'To name one, say for example "name the lead of 1.5".'],
      ["people 1 measure without a reporter or a lead: 1.1.m3", 'To name one, say for example "name the lead of 1.5".'],
      [
        "people 1 person cannot be reached: other@example.org",
        "Ask them to open Waymark in Teams and say hello once. Your IT team can also install it for them.",
      ],
      [
        "plan Reported for the last period: 1 of 1 person (100%); 0 in each of the last four periods",
        "Measures that never had a figure: 2 of 3 (67%)",
        "Open actions that nobody leads: 1 of 4 (25%)",
        "Reminders answered within 28 days: 0 of 2 (0%)",
      ],
    ]);
    expect(await heard("2027-01-12")).toEqual([]);
  });

  test("is none where all is well: how alive the plan is goes only with something else", async () => {
    const { themes } = structuredClone(plan);
    const [priority] = themes[0]?.priorities ?? [];
    if (priority) Object.assign(priority, { actions: [{ id: "1.1.1", text: "Open late", lead: manager, status: "complete" }], measures: [] });
    const quiet = await openReminderHarness(await database.open(), { plan: { ...plan, themes }, met: [manager] });
    for (const day of ["04", "05", "06", "07", "08", "11"]) expect((await quiet.reminders.pass(at(`2027-01-${day}`))).sent).toEqual([]);
  });

  test("says on the next Monday, in the order of what needs attention, what is newly overdue, what went up with its lead's answer, who waits for more time, what is not theirs, and what did not arrive", async () => {
    await storage.collection<KeptSettings>("reminderSettings").insert({
      ...{ _id: `plan/${lead}`, plan: "plan", who: lead, revision: 1, recorded: true },
      reasons: [{ key: "1.1.1/0", why: "The builders are late", by: lead, at: "2027-01-12T09:00:00Z" }],
      reassigns: [{ action: "1.1.4", why: "I moved to another team", by: lead, at: "2027-01-13T09:00:00Z" }],
    });
    await storage.collection<KeptProgress>("progress").insert({
      ...{
        _id: "plan/1.1.4",
        plan: "plan",
        priority: "1.1",
        action: "1.1.4",
        revision: 1,
        recorded: true,
        by: lead,
        at: "2027-01-13T09:00:00Z",
        waiting: true,
      },
      asked: { 0: { id: "x", from: "2026-05-13", due: "2027-05-13", why: "It is large", by: lead, at: "2027-01-13T09:00:00Z" } },
    });
    for (const day of ["2027-01-13", "2027-01-14", "2027-01-15"]) await house.reminders.pass(at(day));
    refuse = reporter;
    expect(await heard("2027-01-18")).toEqual([
      ["1.1.4 more time until 13 May 2027 asked for by lead@example.org on 13 January 2027", "Reason: It is large"],
      ["1.1.4 lead@example.org says it is not theirs (13 January 2027)", "I moved to another team"],
      ["1.1.1 5 weeks overdue, lead: lead@example.org", "lead@example.org on 12 January 2027: The builders are late"],
      ["1.1.2 newly overdue, 5 days overdue, lead: other@example.org"],
      ["actions 1 milestone has been overdue since earlier weeks: 1.1.4"],
      ["figures figures missing: 1 of 3 is in for 2026-27 Q3 (October to December 2026)", "Not yet from reporter@example.org and nobody named"],
      ["people 1 action without a lead: 1.1.3", 'To name one, say for example "name the lead of 1.5".'],
      ["people 1 measure without a reporter or a lead: 1.1.m3", 'To name one, say for example "name the lead of 1.5".'],
      [
        "people 1 person cannot be reached: other@example.org",
        "Ask them to open Waymark in Teams and say hello once. Your IT team can also install it for them.",
      ],
      [
        "plan Reported for the last period: 1 of 1 person (100%); 0 in each of the last four periods",
        "Measures that never had a figure: 2 of 3 (67%)",
        "Open actions that nobody leads: 1 of 4 (25%)",
        "Reminders answered within 28 days: 0 of 3 (0%)",
      ],
    ]);
    refuse = undefined;
    for (const day of ["2027-01-19", "2027-01-20", "2027-01-21", "2027-01-22"]) await house.reminders.pass(at(day));
    const lines = (await heard("2027-01-25")).flat();
    expect(lines).toContain("messages the message to reporter@example.org of 18 January 2027 was refused");
    expect(lines).toContain("They have blocked Waymark in Teams.");
    expect(lines).toContain("people 2 people cannot be reached: other@example.org and reporter@example.org");
    expect(lines.filter((line) => line.startsWith("1.1.1 "))).toEqual([]);
  });

  test("names what was set to at risk or off track since the Monday before and still is, once", async () => {
    const own = await database.open();
    const slipped = await openReminderHarness(own, { plan, met: [manager, lead] });
    const set = async (action: string, status: Status, day: string, from: Status) => {
      await slipped.features.auditLog.add({
        ...{ _id: `${action} ${day}`, plan: "plan", items: [action], by: lead, through: "progress.save", at: `${day}T12:00:00Z` },
        parts: [{ item: action, what: "status", from, to: status }],
      });
    };
    const kept = async (action: string, status: Status, note: string) =>
      own.collection<KeptProgress>("progress").insert({
        ...{ _id: `plan/${action}`, plan: "plan", priority: "1.1", action, revision: 1, recorded: true, by: lead, at: "2027-01-13T12:00:00Z", status, note },
      });
    for (const day of ["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08", "2027-01-11"]) await slipped.reminders.pass(at(day));
    await kept("1.1.3", "off-track", "No money");
    await set("1.1.3", "at-risk", "2027-01-12", "on-track");
    await set("1.1.3", "off-track", "2027-01-13", "at-risk");
    await kept("1.1.2", "on-track", "");
    await set("1.1.2", "at-risk", "2027-01-12", "on-track");
    await set("1.1.2", "on-track", "2027-01-13", "at-risk");
    const newly = async (day: string) => {
      const { sent } = await slipped.reminders.pass(at(day));
      const items = sent.filter(({ digest }) => digest.to === manager).flatMap(({ digest }) => digest.items);
      return items.filter(({ step }) => step === "newly at risk").map(({ id, why, more }) => [`${id} ${why}`, ...more]);
    };
    for (const day of ["2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15"]) await slipped.reminders.pass(at(day));
    expect(await newly("2027-01-18")).toEqual([["1.1.3 now off track (red), set by lead@example.org", "Note: No money"]]);
    for (const day of ["2027-01-19", "2027-01-20", "2027-01-21", "2027-01-22"]) await slipped.reminders.pass(at(day));
    expect(await newly("2027-01-25")).toEqual([]);
  });

  test("whoever was refused hears again, of what was missed, after installing the bot again", async () => {
    await house.features.messages.met({ id: `id of ${reporter}`, email: reporter }, { person: reporter }, true);
    const { sent } = await house.reminders.pass(at("2027-01-26"));
    expect(sent.map(({ digest }) => [digest.to, digest.items.map(({ id, step }) => `${id} ${step}`)])).toEqual([[reporter, ["1.1.m2 asked again"]]]);
  });

  test("goes up no sooner than a week after the lead was told, however late that was", async () => {
    const late = await openReminderHarness(await database.open(), { plan, met: [manager, lead] });
    await late.reminders.pass(at("2027-01-04"));
    // No pass ran on 11 January, the day of the last reminder, nor in the week after it.
    const { sent } = await late.reminders.pass(at("2027-01-19"));
    expect(sent.map(({ digest }) => [digest.to, digest.items.map(({ id, why }) => `${id} ${why}`)[0]]).sort()).toEqual([
      [lead, "1.1.1 5 weeks overdue, reminder 4 of 4"],
      [manager, "reminders no reminders were sent from 5 January 2027 to 18 January 2027, as no pass ran"],
    ]);
    const goesUp = sent.flatMap(({ digest }) => digest.items.flatMap((item) => (item.part === "lead" ? (item.goesUp ?? []) : [])));
    expect(goesUp).toEqual(["2027-02-01"]);
    for (const day of ["2027-01-20", "2027-01-21", "2027-01-22"]) await late.reminders.pass(at(day));
    const linesOn = async (day: string) =>
      (await late.reminders.pass(at(day))).sent.flatMap(({ digest }) => digest.items.map(({ id, step }) => `${id} ${step}`));
    expect(await linesOn("2027-01-25")).not.toContain("1.1.1 escalated");
    for (const day of ["2027-01-26", "2027-01-27", "2027-01-28", "2027-01-29"]) await late.reminders.pass(at(day));
    expect(await linesOn("2027-02-01")).toContain("1.1.1 escalated");
  });
});

describe("a message that may not have arrived", () => {
  const database = databaseOf("embedded memory");
  const managers = [manager, "second@example.org"];
  const opened = async () => {
    const storage = await database.open();
    let answer: number | undefined;
    const channel = async ({ person }: Where) => {
      if (answer && !managers.includes(person ?? "")) throw Object.assign(new Error("x"), { statusCode: answer });
    };
    const house = await openReminderHarness(storage, { plan, managers, met: [...managers, lead, other], channel });
    const pass = async (day: string) => {
      const { sent } = await house.reminders.pass(at(day));
      const unclear = sent.flatMap(({ digest }) => digest.items.filter(({ step }) => step === "not delivered").map(({ why }) => [digest.to, why]));
      return { unclear, to: sent.map(({ digest }) => digest.to).sort() };
    };
    const failing = async (day: string, status = 500) => {
      answer = status;
      const passed = await pass(day);
      answer = undefined;
      return passed;
    };
    /** Every working day up to the one before 1.1.2 is due. */
    const upToTheDay = async () => {
      for (const day of ["04", "05", "06", "07", "08", "11", "12"]) await pass(`2027-01-${day}`);
    };
    return { storage, pass, failing, upToTheDay };
  };
  const told = (day: string, who: string) => managers.map((email) => [email, `the message to ${who} of ${day} may not have arrived`]);

  test("is told to every manager on the next working day, once", async () => {
    const { pass, failing, upToTheDay } = await opened();
    await upToTheDay();
    expect((await failing("2027-01-13")).to).toEqual([other]);
    expect(await pass("2027-01-14")).toEqual({ unclear: told("13 January 2027", other), to: managers.toSorted() });
    expect(await pass("2027-01-15")).toEqual({ unclear: [], to: [] });
  });

  test("stands once in the week's digest too", async () => {
    const { pass, failing } = await opened();
    for (const day of ["2027-01-04", "2027-01-05", "2027-01-06"]) await pass(day);
    await failing("2027-01-11");
    expect((await pass("2027-01-12")).unclear).toEqual(told("11 January 2027", lead));
    const { unclear } = await pass("2027-01-18");
    expect(unclear).toEqual(told("11 January 2027", lead));
  });

  test("waits for a manager's day, and for nobody else's", async () => {
    const { storage, pass, failing, upToTheDay } = await opened();
    await upToTheDay();
    await storage.collection<KeptSettings>("reminderSettings").insert({
      ...{ _id: `plan/${manager}`, plan: "plan", who: manager, revision: 1, recorded: true },
      holidays: [{ from: "2027-01-14", to: "2027-01-15", by: manager, at: "2027-01-05T09:00:00Z" }],
    });
    await failing("2027-01-13");
    expect((await pass("2027-01-14")).to).toEqual(["second@example.org"]);
    const { unclear } = await pass("2027-01-18");
    expect(unclear).toEqual(expect.arrayContaining(told("13 January 2027", other)));
  });

  test("is none where it was refused: that person cannot be reached, and is on the week's list of those", async () => {
    const { pass, failing, upToTheDay } = await opened();
    await upToTheDay();
    await failing("2027-01-13", 403);
    expect(await pass("2027-01-14")).toEqual({ unclear: [], to: [] });
  });
});
