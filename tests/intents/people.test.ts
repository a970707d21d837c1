import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

describe("who leads", () => {
  test.each<[string, string, string, string[]]>([
    ["a priority", "1.3", "1.3 is led by health.lead@example.org.", []],
    ["a priority one of whose actions has its own lead", "2.5", "2.5 is led by engagement.lead@example.org. 2.5.2 has a lead of its own.", []],
    ["an action with a lead of its own", "3.1.2", "3.1.2 is led by business.lead@example.org. Its priority, 3.1, is led by partnerships.lead@example.org.", []],
    ["an action without", "2.3.1", "2.3.1 is led by business.lead@example.org, through its priority (2.3).", []],
    ["a measure with a reporter", "3.2.m4", "finance.staff@example.org reports 3.2.m4. 3.2 is led by funding.lead@example.org, who may report it too.", []],
    ["a measure without", "3.1.m1", "The plan names no reporter for 3.1.m1, so any member of staff may report it.", []],
    ["a theme", "3", "Partnership has 3 priorities, each with its lead.", ["3.1", "3.2", "3.3"]],
  ])("%s", async (_, scope, lead, ids) => {
    const answer = await room.ask("leads", { scope });
    if (answer.view !== "rows") throw new Error(answer.view);
    expect(answer.data.lead.join(" ")).toContain(lead);
    expect(rowIds(answer)).toEqual(ids);
  });

  test("the whole plan, ten of thirteen priorities", async () => {
    const answer = await room.ask("leads", { scope: "plan" });
    expect(rowIds(answer)).toHaveLength(10);
    expect(answer.text).toContain("and 3 more");
  });

  test("nobody is named", async () => {
    const hospital = await openRoom("hospital");
    expect((await hospital.ask("leads", { scope: "1.3" })).text).toContain("The plan names no lead for 1.3.");
    expect((await hospital.ask("leads", { scope: "1.3.2" })).text).toContain("The plan names no lead for 1.3.2, nor for its priority (1.3).");
    expect((await hospital.ask("leads", { scope: "1" })).text).toContain("3 of 4 priorities in Safe Care have a lead.");
  });
});

describe("what someone holds", () => {
  test.each<[string, string, string[], string]>([
    ["a priority and actions of others", "skills.lead@example.org", ["1.4", "1.2.4", "3.1.3"], "skills.lead@example.org leads 1 priority and 2 actions."],
    ["measures", "survey.staff@example.org", ["2.1.m1", "2.4.m1", "2.5.m1"], "survey.staff@example.org reports 3 measures."],
    ["in another case", "Volunteers.Lead@example.org", ["3.3"], "leads 1 priority."],
    ["nothing", "nobody@example.org", [], "nobody@example.org leads nothing in the plan, and no measure names them as its reporter."],
  ])("%s", async (_, person, ids, lead) => {
    const answer = await room.ask("held", { person });
    expect(rowIds(answer)).toEqual(ids);
    expect(answer.text).toContain(lead);
  });

  test("one's own is told as yours", async () => {
    const { text } = await room.ask("held", { person: "volunteers.lead@example.org" }, { as: "volunteers.lead@example.org" });
    expect(text).toContain("You lead 1 priority.");
  });
});

describe("what nobody holds", () => {
  test("all priorities and actions are led, many measures have no reporter", async () => {
    const { text } = await room.ask("unled", {});
    expect(text).toContain("All 13 priorities have a lead.");
    expect(text).toContain("All 34 actions have a lead.");
    expect(text).toContain("40 of 59 measures have no named reporter.");
  });

  test("unled priorities and the actions under them", async () => {
    const hospital = await openRoom("hospital");
    const answer = await hospital.ask("unled", {});
    expect(rowIds(answer).slice(0, 4)).toEqual(["1.3", "2.4", "1.3.2", "2.4.1"]);
  });
});

describe("wanting to report a figure", () => {
  const reporting = (asking: { as?: string; managers?: string[] }, args: Record<string, unknown>) => room.ask("report-figure", args, asking);

  test.each<[string, string, string]>([
    ["its reporter", "events.staff@example.org", "1.1.m1"],
    ["the lead of its priority", "reading.lead@example.org", "1.1.m1"],
    ["a manager", "head.of.service@example.org", "1.1.m1"],
    ["any member of staff, where no reporter is named", "tom.evans@example.org", "3.1.m1"],
  ])("%s gets a form, and hears that nothing is saved yet", async (_, as, measure) => {
    const { view: look, text } = await reporting({ as }, { measure, value: "150" });
    expect(look).toBe("form");
    expect(text).toContain("Nothing is saved until you press Save.");
    expect(text).toContain("): 150");
    expect(text).not.toContain("Only ");
  });

  test("anyone else hears who may", async () => {
    const { view: look, text } = await reporting({ as: "priya.shah@example.org" }, { measure: "3.3.m2", value: "5,900" });
    expect(look).toBe("notice");
    expect(text).toContain(
      "Only volunteer.coordinator@example.org, volunteers.lead@example.org or a manager (head.of.service@example.org) can report this figure.",
    );
    expect(text).toContain("Nothing was saved.");
  });

  test("someone the channel could not name is not told that others may", async () => {
    expect((await reporting({}, { measure: "3.3.m2" })).text).toContain("I could not find out who you are just now");
  });

  const q1 = { from: "2026-04-01", to: "2026-06-30", label: "Q1" };
  test.each<[string, Record<string, unknown>, string]>([
    ["a number as it was typed", { measure: "1.1.m1", value: "1,150" }, "Figure (events): 1,150"],
    ["an amount", { measure: "3.2.m4", value: "£60,000" }, "Amount (£): £60,000"],
    ["a period", { measure: "1.1.m1", value: "150", window: q1 }, "For 2026-27 Q1 (April to June 2026)"],
    ["words for a number", { measure: "1.1.m1", value: "lots" }, 'You wrote "lots". Please type a number, such as 45, 1,200 or 1.2k.'],
    ["a period that has a figure", { measure: "1.1.m1" }, "Reported: 149 events, by events.staff@example.org on 8 October 2026"],
    ["a period that has none", { measure: "1.1.m5" }, "Last figure: 104,115 loans in 2026-27 Q1"],
    ["a period that is not over", { measure: "1.1.m1", value: "5", window: { from: "2026-10-01", to: "2026-12-31", label: "Q3" } }, "is not over yet"],
  ])("the form knows %s", async (_, args, sentence) => expect((await reporting({ as: "head.of.service@example.org" }, args)).text).toContain(sentence));

  test("a figure for a period that is not over is not taken over to the one that is", async () => {
    const window = { from: "2026-10-01", to: "2026-12-31", label: "Q3" };
    const { text } = await reporting({ as: "events.staff@example.org" }, { measure: "1.1.m5", value: "777", window });
    expect(text).not.toContain("777");
  });

  test("without a measure, those of the asker's own that are missing are on the form", async () => {
    const answer = await reporting({ as: "stock.staff@example.org" }, {});
    if (answer.view !== "form") throw new Error(answer.view);
    expect(answer.data.parts.map(({ id }) => id)).toEqual(["1.1.m5"]);
  });

  test("without a measure, when all of the asker's own are in, they are listed", async () => {
    const answer = await reporting({ as: "ict.staff@example.org" }, {});
    expect(rowIds(answer)).toEqual(["1.4.m1", "1.4.m2"]);
    expect(answer.text).toContain("All your figures are in.");
    expect(answer.text).toContain("Next: 1.4.m1 and 1.4.m2 for 2026-27 Q3");
  });
});

describe("wanting to change an action", () => {
  test("a lead gets the card; what was asked for is filled in, what is so is told", async () => {
    const { text } = await room.ask("change-status", { action: "1.3.2", status: "on-track", note: "Funding found." }, { as: "health.lead@example.org" });
    expect(text).toContain("Now: at risk (amber)");
    expect(text).toContain("Status: On track (green)");
    expect(text).toContain("Funding found.");
    expect(text).toContain("Nothing changes until you press Save.");
  });

  test("the lead of the priority may change an action that someone else leads", async () => {
    expect((await room.ask("change-status", { action: "3.2.2" }, { as: "funding.lead@example.org" })).view).toBe("form");
  });

  test("anyone else hears who may change it", async () => {
    const { text } = await room.ask("change-status", { action: "1.4.1", status: "complete" }, { as: "ict.staff@example.org" });
    expect(text).toContain("Only skills.lead@example.org or a manager (head.of.service@example.org) can change this action.");
  });

  test("without an action, the asker's own come up", async () => {
    const { data } = await room.ask("change-status", {}, { as: "business.lead@example.org" });
    expect(
      "parts" in data &&
        data.parts
          .map(({ id }) => id)
          .filter(Boolean)
          .sort(),
    ).toEqual(["2.3.1", "2.3.2", "3.1.2"]);
  });
});
