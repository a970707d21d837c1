import { describe, expect, test } from "vitest";
import { leadOf, statusOf } from "../../src/plan/index.js";
import {
  aboutToSlip,
  activityFigures,
  attention,
  doneLate,
  goodNews,
  isJudged,
  type Judgement,
  overdueNow,
  planActivity,
  shortfall,
  slippedIn,
  waitingOn,
} from "../../src/status/index.js";
import { stateOf } from "./state.js";

const { state, reports } = stateOf("libraries");
const judged = (judgement: Judgement) => state.measures.filter((one) => isJudged(one, judgement)).map(({ item }) => item.id);

describe("measures", () => {
  test("whose newest figure is worse than the one before, by the direction of each", () => {
    expect(judged("worse")).toEqual(["1.1.m1", "1.4.m1", "2.1.m1", "2.2.m2", "2.3.m1", "3.2.m4"]);
  });

  test("that met their target, or are done where completion is the target", () => {
    expect(judged("met")).toEqual(["1.4.m2", "2.4.m1", "2.4.m2"]);
  });

  test("that miss their target are the rest of those with a target and a figure", () => {
    expect(judged("missed")).not.toContain("2.4.m1");
    expect(judged("missed")).toContain("1.1.m1");
    expect(judged("missed")).not.toContain("3.1.m4");
  });

  test("that never had a figure", () => {
    expect(judged("never reported")).toContain("3.1.m4");
    expect(judged("never reported")).toHaveLength(state.measures.length - state.measures.filter(({ newest }) => newest).length);
  });

  test("without a target: those of numbers alone", () => {
    expect(judged("no target")).toContain("1.3.m3");
    expect(judged("no target")).not.toContain("1.2.m3");
  });

  test("a measure that should go down gets worse when it goes up, and is short of its target above it", () => {
    const falling = stateOf("libraries", {
      change: (plan) => {
        const measure = plan.themes[0]?.priorities[0]?.measures[0];
        Object.assign(measure ?? {}, { direction: "decrease", baseline: 180, target: 100 });
      },
    });
    const [first] = falling.state.measures;
    expect([first?.trend?.verdict, first?.target]).toEqual(["better", { met: false, by: 49 }]);
    expect(first && shortfall(first)).toBeCloseTo(0.49);
  });
});

describe("how late", () => {
  test("the longest overdue stands first, with its days", () => {
    expect(overdueNow(state.actions, state.today).map(({ id, milestone, days }) => [id, milestone.label, days])).toEqual([
      ["2.2.2", undefined, 238],
      ["2.2.3", undefined, 238],
      ["2.3.1", "Spokes", 238],
      ["1.4.1", "Helpers trained", 116],
      ["1.2.4", undefined, 39],
      ["1.2.2", undefined, 25],
    ]);
  });

  test("what was done after its date says by how many days", () => {
    const late = stateOf("libraries", { said: { "2.3.1": { done: { "1": "2026-04-10" } } } });
    expect(doneLate(late.state.actions).map(({ id, days }) => [id, days])).toEqual([["2.3.1", 10]]);
    expect(doneLate(state.actions)).toEqual([]);
  });

  test("what slipped since a day: dates in that time that are not met, and dates moved out of it", () => {
    const moved = stateOf("libraries", { said: { "1.2.2": { moved: { "0": { printed: "2026-10-30", due: "2027-03-31", times: 1 } } } } });
    const since = { from: "2026-10-01", to: "2026-11-24" };
    expect(slippedIn(state.actions, since, state.today).map(({ id }) => id)).toEqual(["1.2.4", "1.2.2"]);
    expect(slippedIn(moved.state.actions, since, state.today).map(({ id, milestone }) => [id, milestone.due])).toEqual([
      ["1.2.4", "2026-10-16"],
      ["1.2.2", "2027-03-31"],
    ]);
  });
});

describe("attention", () => {
  test("ranks what is overdue before what is off track before what is at risk", () => {
    const ranked = attention(state).actions.map(({ id, concerns }) => [id, concerns.map(({ kind }) => kind).join(" ")]);
    expect(ranked).toEqual([
      ["2.3.1", "overdue at-risk"],
      ["1.4.1", "overdue at-risk"],
      ["1.2.2", "overdue at-risk"],
      ["2.2.2", "overdue"],
      ["2.2.3", "overdue"],
      ["1.2.4", "overdue"],
      ["2.1.2", "off-track"],
      ["2.2.1", "off-track"],
      ["3.2.1", "at-risk due-soon"],
      ["1.3.2", "at-risk"],
      ["2.1.3", "at-risk"],
    ]);
  });

  test("what is complete or cancelled needs none, whatever its dates", () => {
    const done = stateOf("libraries", { said: { "2.3.1": { status: "complete" }, "1.4.1": { status: "cancelled" } } });
    const ids = attention(done.state).actions.map(({ id }) => id);
    expect([ids.includes("2.3.1"), ids.includes("1.4.1")]).toEqual([false, false]);
  });

  test("a request for more time that waits stands before what is only at risk", () => {
    const asked = { id: "f", from: "2027-02-26", due: "2027-06-30", why: "staff", by: "engagement.lead@example.org", at: "2026-11-20T10:00:00Z" };
    const waiting = stateOf("libraries", { said: { "2.5.1": { asked: { "0": asked } } } });
    const ids = attention(waiting.state).actions.map(({ id }) => id);
    expect(ids.indexOf("2.5.1")).toBe(ids.indexOf("3.2.1") - 1);
  });

  test("an action without any lead is among it", () => {
    const unled = stateOf("libraries", { change: (plan) => void delete plan.themes[2]?.priorities[2]?.lead });
    expect(
      attention(unled.state)
        .actions.slice(-2)
        .map(({ id, concerns }) => [id, concerns[0]?.kind]),
    ).toEqual([
      ["3.3.2", "no-lead"],
      ["3.3.3", "no-lead"],
    ]);
  });

  test("each measure once, those that got worse first", () => {
    const { measures } = attention(state);
    expect(measures.filter(({ kind }) => kind === "worse").map(({ status }) => status.item.id)).toEqual(judged("worse"));
    expect(new Set(measures.map(({ status }) => status.item.id)).size).toBe(measures.length);
  });

  test("what is about to slip is neither late nor off track yet", () => {
    expect(aboutToSlip(state).map(({ id }) => id)).toEqual(["3.2.1", "1.3.2", "2.1.3", "1.2.1"]);
  });
});

describe("good news", () => {
  test("of all time: milestones done, what is complete, targets met and what got better", () => {
    const { milestones, complete, targetsMet, better } = goodNews(state);
    expect(milestones.map(({ id, done, early }) => [id, done, early])).toEqual([
      ["3.3.1", "2026-03-27", 4],
      ["1.1.2", "2026-03-20", 11],
      ["1.1.1", "2026-02-27", 32],
      ["2.3.1", "2025-12-12", 19],
    ]);
    expect(complete.map(({ id }) => id)).toEqual(["2.4.2", "2.4.3", "3.1.2"]);
    expect(targetsMet.map(({ item }) => item.id)).toEqual(["1.4.m2", "2.4.m1", "2.4.m2"]);
    expect(better.map(({ item }) => item.id)).toContain("1.1.m3");
  });

  test("of a stretch of time: only what happened in it", () => {
    const { milestones, complete, targetsMet } = goodNews(state, { from: "2026-03-21", to: "2026-06-30" });
    expect([milestones.map(({ id }) => id), complete, targetsMet]).toEqual([["3.3.1"], [], []]);
  });
});

describe("whom the plan waits for", () => {
  test("whoever has most overdue first, with late figures and what is quiet", () => {
    const [first, second] = waitingOn(state);
    expect([first?.person, first?.overdue.map(({ id }) => id), first?.quiet.map(({ id }) => id)]).toEqual([
      "carbon.lead@example.org",
      ["2.2.2", "2.2.3"],
      ["2.2.1"],
    ]);
    expect([second?.person, second?.overdue.map(({ days }) => days)]).toEqual(["skills.lead@example.org", [116, 39]]);
    const quiet = stateOf("libraries", { said: { "2.2.1": { note: "New bid sent." } } });
    expect(waitingOn(quiet.state)[0]?.quiet).toEqual([]);
  });
});

describe("whether the plan is alive", () => {
  const activity = planActivity(state, {
    reports,
    reminders: [
      { person: "business.lead@example.org", day: "2026-11-02" },
      { person: "skills.lead@example.org", day: "2026-11-02" },
    ],
    saved: [{ by: "business.lead@example.org", at: "2026-11-05T09:00:00Z" }],
    reached: new Set(["business.lead@example.org"]),
  });

  test("counts owners of measures, who of them reported and who never does", () => {
    expect(activity.owners).toContain("hr.staff@example.org");
    expect(activity.reportedNow).toEqual(expect.arrayContaining(["bipc.staff@example.org", "hr.staff@example.org"]));
    expect(activity.reportedAlways).toContain("bipc.staff@example.org");
    expect(activity.silent).toEqual([
      "buildings.lead@example.org",
      "business.lead@example.org",
      "funding.lead@example.org",
      "skills.lead@example.org",
      "volunteers.lead@example.org",
    ]);
  });

  test("an answer counts from the reminder to whatever that person saved next", () => {
    expect([activity.reminders, activity.answered, activity.answeredWithin]).toEqual([2, 1, 3]);
  });

  test("measures that never had a figure, and open actions without a lead", () => {
    expect(activity.neverReported).toEqual(judged("never reported"));
    expect(activity.withoutLead).toEqual([]);
  });

  test("who was here and cannot be written to any more has left; who never came has not", () => {
    const led = state.actions.filter((one) => leadOf(one) === "skills.lead@example.org" && !["complete", "cancelled"].includes(statusOf(one.action)));
    expect(led.length).toBeGreaterThan(0);
    expect(activity.leadLeft).toEqual(led.map(({ id }) => id));
    expect(activityFigures(activity).map(({ words }) => words)[2]).toBe(
      `0 of ${activity.openActions} (0%); the lead of ${led.length} more has left, or removed me`,
    );
  });
});
