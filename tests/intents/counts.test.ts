import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

describe("counting", () => {
  test.each<[string, Record<string, unknown>, string, string[]]>([
    ["one complete priority", { what: "priorities", states: ["complete"], list: false }, "1 of 13 priorities is complete (blue).", ["2.4"]],
    ["more than ten are not listed unless asked", { what: "actions", states: ["green"], list: false }, "11 of 34 actions are on track (green).", []],
    ["which have not started", { what: "priorities", states: ["not-started"], list: true }, "1 of 13 priorities is not started.", ["1.5"]],
    ["none", { what: "priorities", states: ["red"], scope: "3", list: true }, "None. There are no red priorities (off track) in Partnership.", []],
    [
      "two states",
      { what: "priorities", states: ["red", "amber"], list: false },
      "7 of 13 priorities are off track (red) or at risk (amber).",
      ["1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.2"],
    ],
    [
      "two states of which one is there",
      { what: "priorities", states: ["red", "amber"], scope: "3", list: false },
      "1 of 3 priorities in Partnership is at risk (amber).",
      ["3.2"],
    ],
    [
      "all, by state",
      { what: "priorities", list: false },
      "There are 13 priorities in the plan: 5 off track (red), 2 at risk (amber), 4 on track (green), 1 complete (blue), 1 not started.",
      [],
    ],
    [
      "priorities with something overdue",
      { what: "priorities", states: ["overdue"], scope: "1", list: true },
      "2 of 5 priorities in People are overdue.",
      ["1.2", "1.4"],
    ],
    ["themes", { what: "themes", states: ["red"], list: true }, "2 of 3 themes are off track (red).", ["1", "2"]],
    ["the themes themselves", { what: "themes", list: true }, "There are 3 themes in the plan", ["1", "2", "3"]],
    [
      "milestones",
      { what: "milestones", list: false },
      "There are 35 milestones in the plan: 16 met, 6 overdue, 12 still to come, 1 of cancelled actions.",
      [],
    ],
    ["milestones met", { what: "milestones", states: ["complete"], scope: "2.3", list: false }, "2 of 3 milestones under 2.3 are met.", ["2.3.1", "2.3.2"]],
    [
      "milestones overdue",
      { what: "milestones", states: ["overdue"], list: false },
      "6 of 35 milestones are overdue.",
      ["2.2.2", "2.2.3", "2.3.1", "1.4.1", "1.2.4", "1.2.2"],
    ],
    ["measures", { what: "measures", scope: "2.3", list: false }, "There are 3 measures under 2.3: 2 have a figure.", []],
    ["cancelled actions", { what: "actions", states: ["cancelled"], list: true }, "2 of 34 actions are cancelled (grey).", ["2.4.1", "3.3.4"]],
  ])("%s", async (_, args, lead, ids) => {
    const answer = await room.ask("count", args);
    expect(answer.text).toContain(lead);
    expect(rowIds(answer)).toEqual(ids);
  });
});

describe("side by side", () => {
  test.each<[string, Record<string, unknown>, string]>([
    ["more red priorities", { scopes: ["1", "2"], what: "priorities", states: ["red"] }, "Place has more red priorities: 3 against 2."],
    [
      "the most of three",
      { scopes: ["1", "2", "3"], what: "actions", states: ["complete"] },
      "Place has the most complete actions: 2 against 1 (People) and 1 (Partnership).",
    ],
    ["none on either side", { scopes: ["2.3", "2.5"], states: ["cancelled"] }, "None of 2.3 and 2.5 has any: there are no cancelled actions."],
    ["the same number", { scopes: ["1.1", "1.3"], states: ["green"] }, "1.1 and 1.3 have the same: 1 green action each."],
    ["by how they stand", { scopes: ["2", "3"] }, "Place is off track (red) and Partnership is at risk (amber).\nPartnership is doing better."],
    ["standing the same", { scopes: ["2.1", "2.2"] }, "Both stand the same; overdue: 0 milestones of 2.1 and 2 milestones of 2.2."],
    ["two actions", { scopes: ["2.3.1", "2.3.2"] }, "2.3.2 is doing better."],
  ])("%s", async (_, args, verdict) => expect((await room.ask("compare", args)).text).toContain(verdict));

  test("every side is a row, once", async () => {
    expect(rowIds(await room.ask("compare", { scopes: ["2", "3", "2"] }))).toEqual(["2", "3"]);
  });
});

describe("first and last", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [
      "the priority furthest behind",
      { what: "priorities", end: "worst" },
      "2.2 is furthest behind: off track (red), with 2 milestones overdue, the oldest (2.2.2, due 31 March 2026) by 238 days.",
      "2.2",
    ],
    ["the theme furthest behind", { what: "themes", end: "worst" }, "Place is furthest behind: off track (red)", "2"],
    ["the priority doing best", { what: "priorities", end: "best" }, "2.4 is doing best: complete (blue).", "2.4"],
    ["of a theme", { what: "priorities", end: "worst", scope: "3" }, "3.2 is furthest behind: at risk (amber).", "3.2"],
    [
      "actions: a missed date counts as the worst",
      { what: "actions", end: "worst", scope: "1" },
      "1.4.1 is furthest behind: at risk (amber), with 1 milestone overdue (due 31 July 2026) by 116 days.",
      "1.4.1",
    ],
    ["level with each other", { what: "actions", end: "best", scope: "2" }, "2.4.2 and 2.4.3 are doing best, level with each other: complete (blue).", "2.4.2"],
    [
      "actions level by the same missed date, whatever their status",
      { what: "actions", end: "worst" },
      "2.2.2, 2.2.3 and 2.3.1 are furthest behind, level with each other: each was due on 31 March 2026 and is overdue by 238 days.",
      "2.2.2",
    ],
    ["actions, none of which is overdue", { what: "actions", end: "worst", scope: "3" }, "3.2.1 is furthest behind: at risk (amber).", "3.2.1"],
    ["nothing behind", { what: "priorities", end: "worst", scope: "3.1" }, "Nothing is behind: every date so far has been met.", "3.1"],
  ])("%s", async (_, args, verdict, first) => {
    const answer = await room.ask("ranking", args);
    expect(answer.text).toContain(verdict);
    expect(rowIds(answer)[0]).toBe(first);
    expect(answer.text).toContain("Ranked by ");
  });

  test("a cancelled action is not behind", async () => {
    expect(rowIds(await room.ask("ranking", { what: "actions", end: "worst", scope: "3.3" }))).not.toContain("3.3.4");
  });
});
