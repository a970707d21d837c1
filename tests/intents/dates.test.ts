import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

const window = (from: string, to: string, label: string) => ({ from, to, label });

describe("when something is due", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["ahead", { scope: "1.2.1" }, "1.2.1 is due on 18 December 2026, in 24 days."],
    ["far ahead", { scope: "1.4.2" }, "1.4.2 is due on 31 March 2028."],
    ["missed", { scope: "1.2.2" }, "1.2.2 was due on 30 October 2026 and is overdue by 25 days."],
    ["ongoing, ahead", { scope: "2.5.3" }, "2.5.3 is to be under way by 31 March 2028 and then kept up (ongoing)."],
    ["ongoing, under way", { scope: "3.1.1" }, "3.1.1 was to be under way by 31 March 2026 and then kept up (ongoing). It is under way."],
    ["ongoing, complete", { scope: "3.1.2" }, "It is complete (blue)."],
    ["ongoing, missed", { scope: "2.2.2" }, "It has not started, so it is overdue by 238 days."],
    ["done in time", { scope: "3.3.1" }, "3.3.1 was due on 31 March 2026 and was done on 27 March 2026, in time."],
    ["cancelled", { scope: "2.4.1" }, "2.4.1 was to be done by 31 March 2026, but it is cancelled (grey), so nothing is due any more."],
    ["no date", { scope: "2.1.3" }, "There is no date in the plan for 2.1.3."],
    ["printed words", { scope: "2.5.1" }, 'The plan prints "Year 1 / 2".'],
    ["a stage", { scope: "1.4.1", label: "helpers trained" }, '1.4.1 "Helpers trained" was due on 31 July 2026 and is overdue by 116 days.'],
    ["a stage that is not there", { scope: "1.4.1", label: "launch" }, '1.4.1 has no stage called "launch".'],
    [
      "a measure",
      { scope: "2.3.m3" },
      "The next, for 2026-27 Q3 (October to December 2026), can be reported from 1 January 2027 and is late after 28 January 2027.",
    ],
  ])("%s", async (_, args, sentence) => expect((await room.ask("deadline", args)).text).toContain(sentence));

  test("a stage asked for leaves the other stages out", async () => {
    expect((await room.ask("deadline", { scope: "1.4.1", label: "Helpers trained" })).text).not.toContain("All libraries");
  });

  test("no date is ever made up for an action without one", async () => {
    const answer = await room.ask("deadline", { scope: "2.1.3" });
    if (answer.view !== "rows") throw new Error(answer.view);
    expect(answer.data.lead.join(" ")).not.toMatch(/\d{4}/);
  });

  test("a priority's dates are listed in printed order, each stage with its name", async () => {
    const answer = await room.ask("deadline", { scope: "1.4" });
    expect(rowIds(answer)).toEqual(["1.4.1", "1.4.2"]);
    expect(answer.text).toContain("Helpers trained: 31 July 2026, overdue by 116 days · All libraries: 26 February 2027");
  });

  test("a theme's dates begin with what comes next", async () => {
    expect(rowIds(await room.ask("deadline", { scope: "3" })).slice(0, 3)).toEqual(["3.2.1", "3.3.2", "3.2.2"]);
  });
});

describe("what is due in a window", () => {
  test.each<[string, Record<string, unknown>, string[], string]>([
    [
      "a month",
      { window: window("2026-12-01", "2026-12-31", "December 2026") },
      ["3.2.1", "1.2.1"],
      "2 milestones are due in December 2026 (1 to 31 December 2026).",
    ],
    [
      "both ends count",
      { window: window("2026-12-11", "2026-12-18", "11 to 18 December 2026") },
      ["3.2.1", "1.2.1"],
      "2 milestones are due in 11 to 18 December 2026.",
    ],
    [
      "between two days",
      { window: window("2026-12-01", "2027-01-31", "between 1 December 2026 and 31 January 2027") },
      ["3.2.1", "1.2.1", "2.5.1"],
      "3 milestones are due between 1 December 2026 and 31 January 2027.",
    ],
    [
      "a label with its own preposition",
      { window: window("2026-11-30", "2026-12-06", "next week") },
      [],
      "Nothing is due next week (30 November to 6 December 2026).",
    ],
    ["of a theme", { window: window("2027-02-01", "2027-02-28", "February 2027"), scope: "1" }, ["1.4.1"], "1 milestone in People is due in February 2027"],
    [
      "of a person",
      { window: window("2026-11-24", "2027-03-31", "the rest of Year 2"), person: "schools.lead@example.org" },
      ["1.2.1", "1.2.3"],
      "2 milestones led by schools.lead@example.org are due",
    ],
    ["partly past", { window: window("2026-10-01", "2026-12-31", "2026-27 Q3") }, ["1.2.4", "1.2.2", "3.2.1", "1.2.1"], "; 2 of them are overdue by now."],
  ])("%s", async (_, args, ids, lead) => {
    const answer = await room.ask("due", args);
    expect(rowIds(answer)).toEqual(ids);
    expect(answer.text).toContain(lead);
  });

  test("one row a milestone: an action with two is listed twice", async () => {
    const ids = rowIds(await room.ask("due", { window: window("2026-04-01", "2027-03-31", "Year 2") }));
    expect(ids).toHaveLength(10);
    expect(ids.filter((id) => id === "1.4.1")).toHaveLength(2);
  });

  test.each<[string, ReturnType<typeof window>, string]>([
    ["ahead", window("2027-04-01", "2027-06-30", "2027-28 Q1"), "The next date after that is 31 March 2028."],
    ["gone by", window("2026-06-01", "2026-06-30", "June 2026"), "The next date from today is 11 December 2026."],
  ])("nothing due in a window %s says when the next date is, and names nothing that was not asked for", async (_, asked, next) => {
    const answer = await room.ask("due", { window: asked });
    expect(answer.text).toContain(next);
    expect(JSON.stringify(answer)).not.toMatch(/\d\.\d\.\d/);
  });

  test("after the last date says that there is none", async () => {
    const { text } = await room.ask("due", { window: window("2031-01-01", "2031-01-31", "January 2031") }, { at: "2031-01-01T09:00:00Z" });
    expect(text).toContain("There is no later date either.");
  });

  test("soon says how long that is", async () => {
    expect((await room.ask("due", { window: window("2026-11-24", "2026-12-22", "the next 28 days"), soon: true })).text).toContain(
      "Soon is taken as the next 28 days.",
    );
  });
});

describe("what is overdue", () => {
  test.each<[string, Record<string, unknown>, string[], string]>([
    ["everything, longest first", {}, ["2.2.2", "2.2.3", "2.3.1", "1.4.1", "1.2.4", "1.2.2"], "6 milestones are overdue."],
    ["of a priority", { scope: "2.2" }, ["2.2.2", "2.2.3"], "2 milestones under 2.2 are overdue."],
    ["of a theme that has none", { scope: "3" }, [], "Nothing in Partnership is overdue."],
    [
      "of a person, by who leads the action itself",
      { person: "skills.lead@example.org" },
      ["1.4.1", "1.2.4"],
      "2 milestones led by skills.lead@example.org are overdue.",
    ],
    ["of someone who leads nothing", { person: "nobody@example.org" }, [], "nobody@example.org leads no action in the plan."],
  ])("%s", async (_, args, ids, lead) => {
    const answer = await room.ask("overdue", args);
    expect(rowIds(answer)).toEqual(ids);
    expect(answer.text).toContain(lead);
  });

  test.each<[string, string, string]>([
    ["missed", "2.3.1", 'Yes. 2.3.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days.'],
    ["done in time", "3.3.1", "No. 3.3.1 was due on 31 March 2026 and was done on 27 March 2026, in time."],
    ["cancelled", "2.4.1", "No. 2.4.1 is cancelled (grey), so nothing is due."],
    ["without a date", "2.1.3", "No. 2.1.3 has no date in the plan, so it cannot be overdue."],
    ["ahead", "1.2.1", "No. 1.2.1 is due on 18 December 2026, in 24 days."],
    ["ongoing and under way", "3.1.1", "No. 3.1.1 is under way, as planned by 31 March 2026, and carries on (ongoing)."],
    ["complete", "2.4.2", "No. 2.4.2 is complete (blue); its date was 31 March 2026."],
  ])("one action: %s", async (_, scope, sentence) => expect((await room.ask("overdue", { scope })).text).toContain(sentence));

  test("one action: done, but after its date", async () => {
    const late = await openRoom("libraries", {
      said: [{ priority: "1.2", action: "1.2.2", done: { "0": "2026-11-02" }, by: "a@example.org", at: "2026-11-02T10:00:00Z" }],
    });
    expect((await late.ask("overdue", { scope: "1.2.2" })).text).toContain(
      "Not any more. 1.2.2 was due on 30 October 2026 and was done on 2 November 2026, 3 days after its date.",
    );
  });

  test("yours says you", async () => {
    expect((await room.ask("overdue", { person: "business.lead@example.org" }, { as: "business.lead@example.org" })).text).toContain(
      "1 milestone led by you is overdue.",
    );
  });
});

describe("the plan's calendar", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["the end of a Year", { year: 5, of: "end" }, "Year 5 (2029-30) ends on 31 March 2030."],
    ["the start of a Year gone by", { year: 1, of: "start" }, "Year 1 (2025-26) started on 1 April 2025."],
    ["a quarter", { year: 2, quarter: 4 }, "Quarter 4 of Year 2 (2026-27 Q4) starts on 1 January 2027 and ends on 31 March 2027."],
    ["a quarter of no Year is this Year's", { quarter: 1 }, "Quarter 1 of Year 2 (2026-27 Q1) started on 1 April 2026 and ended on 30 June 2026."],
    ["today", {}, "Today, 24 November 2026, is in Year 2, quarter 3 (2026-27 Q3)."],
  ])("%s", async (_, args, sentence) => expect((await room.ask("calendar", args)).text).toContain(sentence));

  test("before the plan starts", async () => {
    expect((await room.ask("calendar", {}, { at: "2025-01-10T10:00:00Z" })).text).toContain("is before the plan starts: Year 1 starts on 1 April 2025.");
  });

  test("a plan with another first day", async () => {
    const school = await openRoom("school");
    expect((await school.ask("calendar", { year: 1 })).text).toContain(`Year 1`);
    expect((await school.ask("calendar", {}, { at: "2027-01-20T10:00:00Z" })).text).toMatch(/Year \d, quarter 2/);
  });
});
