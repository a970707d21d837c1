import { describe, expect, test } from "vitest";
import {
  dueWithin,
  isMet,
  type Milestone,
  openMilestones,
  overdueMilestones,
  type PlanAction,
  type Priority,
  priorityRollup,
  type Rollup,
  rollUp,
  type Status,
  soonDays,
  statusOf,
  themeRollup,
} from "../../src/plan/index.js";

const today = "2026-11-24";
const past: Milestone = { due: "2026-11-23" };
const now: Milestone = { due: today };
const later: Milestone = { due: "2027-03-31" };
const ongoing: Milestone = { due: "2026-03-31", ongoing: true };
const done: Milestone = { due: "2026-03-31", done: "2026-03-20" };

const action = (status: Status | undefined, ...milestones: Milestone[]): PlanAction => ({
  id: "1.1.1",
  text: "Do it",
  ...(status && { status }),
  ...(milestones.length && { milestones }),
});
const priority = (...actions: PlanAction[]): Priority => ({ id: "1.1", title: "T", actions, measures: [] });

describe("a milestone", () => {
  test.each([
    ["not done, action under way", "on-track", past, false],
    ["marked done", "off-track", done, true],
    ["of a complete action", "complete", past, true],
    ["ongoing, action not started", "not-started", ongoing, false],
    ["ongoing, nothing said", undefined, ongoing, false],
    ["ongoing, action under way", "on-track", ongoing, true],
    ["ongoing, action off track", "off-track", ongoing, true],
    ["ongoing, action at risk", "at-risk", ongoing, true],
  ] as [string, Status | undefined, Milestone, boolean][])("%s: met is %4$s", (_, status, milestone, met) => {
    expect(isMet(action(status, milestone), milestone)).toBe(met);
  });

  test.each([
    ["the day before today", "on-track", past, 1],
    ["today", "on-track", now, 0],
    ["later", "on-track", later, 0],
    ["done in time", "on-track", done, 0],
    ["of a cancelled action", "cancelled", past, 0],
    ["of a complete action", "complete", past, 0],
    ["ongoing and under way", "at-risk", ongoing, 0],
    ["ongoing and not begun", undefined, ongoing, 1],
  ] as [string, Status | undefined, Milestone, number][])("due %s is overdue or not", (_, status, milestone, count) => {
    expect(overdueMilestones(action(status, milestone), today)).toHaveLength(count);
  });

  test("is due within a span when both ends are counted, and only while open", () => {
    const span = { from: today, to: "2027-03-31" };
    expect(dueWithin(action("on-track", later, now, past, done), span)).toEqual([now, later]);
    expect(dueWithin(action("cancelled", now, later), span)).toEqual([]);
    expect(dueWithin(action("complete", now, later), span)).toEqual([]);
  });

  test("that is open is listed earliest first", () => {
    expect(openMilestones(action("on-track", later, past, now))).toEqual([past, now, later]);
  });

  test("is never invented", () => {
    expect(openMilestones(action("on-track"))).toEqual([]);
    expect(overdueMilestones(action(undefined), "2099-01-01")).toEqual([]);
  });

  test("is due soon within 28 days", () => expect(soonDays).toBe(28));
});

describe("a priority", () => {
  test.each([
    ["all complete", [action("complete"), action("complete", past)], "complete"],
    ["complete or cancelled", [action("complete"), action("cancelled", past)], "complete"],
    ["all cancelled", [action("cancelled")], "complete"],
    ["one off track", [action("off-track"), action("complete")], "red"],
    ["one overdue, though on track", [action("on-track", past), action("on-track")], "red"],
    ["one not begun and overdue", [action(undefined, past)], "red"],
    ["off track and at risk", [action("at-risk"), action("off-track")], "red"],
    ["one at risk", [action("at-risk"), action("on-track")], "amber"],
    ["at risk, with one overdue that is cancelled", [action("at-risk"), action("cancelled", past)], "amber"],
    ["nothing begun", [action("not-started", later), action(undefined)], "not-started"],
    ["nothing begun, one cancelled", [action("not-started"), action("cancelled")], "not-started"],
    ["one under way", [action("on-track", later), action("not-started", later)], "green"],
    ["one complete, the rest not begun", [action("complete"), action("not-started")], "green"],
    ["ongoing and under way after its date", [action("on-track", ongoing)], "green"],
    ["no actions", [], "not-started"],
    ["a retired action off track", [action("on-track"), { ...action("off-track"), retired: true }], "green"],
  ] as [string, PlanAction[], Rollup][])("with %s", (_, actions, rollup) => {
    expect(priorityRollup(priority(...actions), today)).toBe(rollup);
  });

  test("turns red on the day after a milestone's date", () => {
    const one = priority(action("on-track", now));
    expect([priorityRollup(one, today), priorityRollup(one, "2026-11-25")]).toEqual(["green", "red"]);
  });
});

describe("a theme", () => {
  test.each([
    [["green", "red", "amber"], "red"],
    [["complete", "amber", "green"], "amber"],
    [["complete", "green", "not-started"], "green"],
    [["complete", "complete"], "complete"],
    [["not-started", "not-started"], "not-started"],
    [["complete", "not-started"], "green"],
    [[], "not-started"],
  ] as [Rollup[], Rollup][])("of %j is %s", (parts, rollup) => {
    expect(rollUp(parts)).toBe(rollup);
  });

  test("leaves retired priorities out", () => {
    const priorities = [priority(action("on-track")), { ...priority(action("off-track")), retired: true }];
    expect(themeRollup({ id: "1", name: "N", priorities }, today)).toBe("green");
  });
});

test("nothing said counts as not started", () => {
  expect(statusOf({})).toBe("not-started");
});
