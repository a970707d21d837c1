import { describe, expect, test } from "vitest";
import { planFile } from "../support/plan-files.js";
import { heardBetween, type Situation } from "./year.js";

const lead = "lead@example.org";
const deputy = "deputy@example.org";
const by = { by: lead, at: "2027-01-01T09:00:00Z" };
/** Year 2 ends on Wednesday 31 March 2027. */
const plan = (action: Record<string, unknown> = {}) => planFile({ action: { lead, timescale: "Year 2", ...action }, priority: { measures: [] } });
const whole = ["2027-01-01", "2027-12-31"] as const;
const situation = (more: Partial<Situation> & { action?: Record<string, unknown> } = {}): Situation => ({ plan: plan(more.action), ...more });

const ahead = ["2027-03-03 due in 28 days", "2027-03-24 due in 7 days"];
const late = [
  "2027-04-07 1 week overdue, reminder 1 of 4",
  "2027-04-14 2 weeks overdue, reminder 2 of 4",
  "2027-04-21 3 weeks overdue, reminder 3 of 4",
  "2027-04-28 4 weeks overdue, reminder 4 of 4",
];
const all = [...ahead, "2027-03-31 due today", ...late];

const waiting = { "1.1.1": { asked: { 0: { id: "x", from: "2027-03-31", due: "2027-06-30", why: "w", by: lead, at: "2027-03-10T09:00:00Z" } } } };
const extended = { "1.1.1": { moved: { 0: { printed: "2027-03-31", due: "2027-06-30", times: 1 } } } };
const since = <T>(day: string, facts: T) => ({ facts: (today: string) => (today >= day ? facts : ({} as T)) });

describe("a lead hears of one milestone", () => {
  const rows: [string, Situation, string[]][] = [
    ["28 and 7 days before, on the day, then weekly 4 times, then no more", situation(), all],
    ["not of one that is done", situation({ action: { milestones: [{ due: "2027-03-31", done: "2027-01-05" }] } }), []],
    ["no more once it is done", situation(since("2027-03-25", { "1.1.1": { done: { 0: "2027-03-25" } } })), ahead],
    [
      "no more once the action is complete",
      situation(since("2027-04-10", { "1.1.1": { status: "complete" } })),
      [...ahead, "2027-03-31 due today", late[0] as string],
    ],
    ["not of a cancelled action", situation(since("2027-03-04", { "1.1.1": { status: "cancelled" } })), ahead.slice(0, 1)],
    [
      "again when it turns out not to be done",
      situation({ action: { milestones: [{ due: "2027-03-31", done: "2027-01-05" }] }, ...since("2027-03-30", { "1.1.1": { done: { 0: "" } } }) }),
      ["2027-03-31 due today", ...late],
    ],
    ["also when it is at risk", situation(since("2027-01-01", { "1.1.1": { status: "at-risk" } })), all],
    ["also when it is off track", situation(since("2027-01-01", { "1.1.1": { status: "off-track" } })), all],
    [
      "of an ongoing one until it is under way",
      situation({ action: { timescale: "Year 2 (ongoing)" }, ...since("2027-03-30", { "1.1.1": { status: "on-track" } }) }),
      ahead,
    ],
    ["of an ongoing one that never began", situation({ action: { timescale: "Year 2 (ongoing)" } }), all],
    ["nothing while more time is asked for", situation(since("2027-03-10", waiting)), ahead.slice(0, 1)],
    [
      "by the new date when more time was agreed to",
      situation(since("2027-03-25", extended)),
      [...ahead, "2027-06-02 due in 28 days", "2027-06-23 due in 7 days", "2027-06-30 due today", "2027-07-07 1 week overdue, reminder 1 of 4"].concat([
        "2027-07-14 2 weeks overdue, reminder 2 of 4",
        "2027-07-21 3 weeks overdue, reminder 3 of 4",
        "2027-07-28 4 weeks overdue, reminder 4 of 4",
      ]),
    ],
    [
      "on the next working day when a rung falls on a weekend or a bank holiday",
      situation({ action: { milestones: [{ due: "2027-05-29" }] } }),
      [
        "2027-05-04 due in 25 days",
        "2027-05-24 due in 5 days",
        "2027-06-01 3 days overdue",
        "2027-06-07 1 week overdue, reminder 1 of 4",
        "2027-06-14 2 weeks overdue, reminder 2 of 4",
        "2027-06-21 3 weeks overdue, reminder 3 of 4",
        "2027-06-28 4 weeks overdue, reminder 4 of 4",
      ],
    ],
    ["after the organisation's own closure", situation({ closed: ["2027-03-03", "2027-03-04", "2027-03-05"] }), ["2027-03-08 due in 23 days", ...all.slice(1)]],
    [
      "once after it was snoozed, and the last time whatever is snoozed",
      situation({ settings: { [lead]: { snoozes: [{ key: "1.1.1/0", from: "2027-03-04", until: "2027-05-10", why: "waiting", ...by }] } } }),
      ["2027-03-03 due in 28 days", "2027-04-28 4 weeks overdue, reminder 4 of 4"],
    ],
    [
      "when a snooze ends",
      situation({ settings: { [lead]: { snoozes: [{ key: "1.1.1/0", from: "2027-03-04", until: "2027-03-29", why: "waiting", ...by }] } } }),
      ["2027-03-03 due in 28 days", "2027-03-30 due in 1 day", ...all.slice(2)],
    ],
    [
      "not of another thing's snooze",
      situation({ settings: { [lead]: { snoozes: [{ key: "1.1.1/1", from: "2027-03-04", until: "2027-05-10", why: "waiting", ...by }] } } }),
      all,
    ],
    [
      "once after a pause for everyone, of the newest rung",
      situation({ settings: { everyone: { pauses: [{ from: "2027-03-20", until: "2027-05-07", why: "election", ...by }] } } }),
      ["2027-03-03 due in 28 days", "2027-05-07 5 weeks overdue, reminder 4 of 4"],
    ],
    [
      "once after a pause of their own",
      situation({ settings: { [lead]: { pauses: [{ from: "2027-03-20", until: "2027-04-12", why: "leave", ...by }] } } }),
      ["2027-03-03 due in 28 days", "2027-04-12 1 week overdue, reminder 1 of 4", ...late.slice(1)],
    ],
    [
      "on their own days",
      situation({ settings: { [lead]: { rhythms: [{ from: "2027-01-01", days: [2], ...by }] } } }),
      [
        "2027-03-09 due in 22 days",
        "2027-03-30 due in 1 day",
        "2027-04-06 6 days overdue",
        "2027-04-13 1 week overdue, reminder 1 of 4",
        "2027-04-20 2 weeks overdue, reminder 2 of 4",
        "2027-04-27 3 weeks overdue, reminder 3 of 4",
        "2027-05-04 4 weeks overdue, reminder 4 of 4",
      ],
    ],
    [
      "after a holiday without a deputy",
      situation({ settings: { [lead]: { holidays: [{ from: "2027-03-22", to: "2027-04-09", ...by }] } } }),
      ["2027-03-03 due in 28 days", "2027-04-12 1 week overdue, reminder 1 of 4", ...late.slice(1)],
    ],
    [
      "the last time also on a holiday without a deputy",
      situation({ settings: { [lead]: { holidays: [{ from: "2027-04-01", to: "2027-06-30", ...by }] } } }),
      [...all.slice(0, 3), "2027-04-28 4 weeks overdue, reminder 4 of 4"],
    ],
  ];
  test.each(rows)("%s", (_what, given, expected) => {
    expect(heardBetween(given, ...whole)).toEqual(expected.map((line) => line.replace(/^(\S+) /, `$1 ${lead} 1.1.1 `)));
  });

  test("a deputy hears it during a holiday, on the deputy's days", () => {
    const settings = {
      [lead]: { holidays: [{ from: "2027-03-22", to: "2027-04-09", deputy, ...by }] },
      [deputy]: { rhythms: [{ from: "2027-01-01", days: [4, 5], ...by }] },
    };
    expect(heardBetween(situation({ settings }), "2027-03-01", "2027-04-15")).toEqual([
      `2027-03-03 ${lead} 1.1.1 due in 28 days`,
      `2027-03-25 ${deputy} 1.1.1 due in 6 days`,
      `2027-04-01 ${deputy} 1.1.1 1 day overdue`,
      `2027-04-08 ${deputy} 1.1.1 1 week overdue, reminder 1 of 4`,
      `2027-04-14 ${lead} 1.1.1 2 weeks overdue, reminder 2 of 4`,
    ]);
  });

  test.each([1, 3, 14, 40])("after %i days without a pass, hears once, of the newest rung", (days) => {
    const span = ["2027-02-25", "2027-05-31"] as const;
    const undisturbed = heardBetween(situation(), ...span);
    for (let start = 1; start <= 31; start++) {
      const first = `2027-03-${String(start).padStart(2, "0")}`;
      const until = new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
      const lines = heardBetween(situation({ down: (day) => day >= first && day < until }), ...span);
      expect(lines.filter((line) => line < first)).toEqual(undisturbed.filter((line) => line < first));
      const caughtUp = lines.filter((line) => line >= first)[0] ?? "";
      const missed = undisturbed.filter((line) => line >= first && line < until);
      const next = undisturbed.filter((line) => line.slice(0, 10) > caughtUp.slice(0, 10));
      expect(lines.filter((line) => line >= first)).toEqual(missed.length ? [caughtUp, ...next] : undisturbed.filter((line) => line >= first));
    }
  });
});

describe("a reporter is asked", () => {
  const reporter = "reporter@example.org";
  const measures = (frequency: string) => planFile({ priority: { actions: [] }, measure: { reporter, frequency } });
  const line = (day: string, why: string) => `${day} ${reporter} 1.1.m1 figure for ${why}`;

  test("for a quarter: the working day after it ends, 14 days later, and when it is late", () => {
    expect(heardBetween({ plan: measures("quarterly") }, "2026-12-20", "2027-03-20")).toEqual([
      line("2027-01-04", "2026-27 Q3 (October to December 2026), open until 28 January 2027"),
      line("2027-01-18", "2026-27 Q3 (October to December 2026), open until 28 January 2027"),
      line("2027-01-29", "2026-27 Q3 (October to December 2026), late since 29 January 2027"),
    ]);
  });

  test("no more once it is reported, also when there is no figure", () => {
    const reported = (day: string) => (day >= "2027-01-10" ? ["plan/1.1.m1/2026-27 Q3"] : []);
    expect(heardBetween({ plan: measures("quarterly"), reported }, "2026-12-20", "2027-03-20")).toHaveLength(1);
  });

  test("for every month, also where the one before is late on the same day", () => {
    expect(heardBetween({ plan: measures("monthly") }, "2027-02-01", "2027-03-08")).toEqual([
      line("2027-02-01", "January 2027, open until 28 February 2027"),
      line("2027-02-15", "January 2027, open until 28 February 2027"),
      line("2027-03-01", "January 2027, late since 1 March 2027"),
      line("2027-03-01", "February 2027, open until 28 March 2027"),
    ]);
  });

  test("for a year once it is over", () => {
    expect(heardBetween({ plan: measures("yearly") }, "2026-12-01", "2027-05-31").map((one) => one.slice(0, 10))).toEqual([
      "2027-04-01",
      "2027-04-15",
      "2027-04-29",
    ]);
  });

  test("not for what was over before the plan began", () => {
    expect(heardBetween({ plan: measures("quarterly") }, "2025-04-01", "2025-06-30")).toEqual([]);
  });

  test("the priority's lead where no reporter is named, and nobody where there is neither", () => {
    const without = planFile({ priority: { actions: [], lead, measures: [{ id: "1.1.m1", text: "Visits" }] } });
    expect(heardBetween({ plan: without }, "2027-01-01", "2027-01-05")).toEqual([
      `2027-01-04 ${lead} 1.1.m1 figure for 2026-27 Q3 (October to December 2026), open until 28 January 2027`,
    ]);
    expect(heardBetween({ plan: planFile({ priority: { actions: [], measures: [{ id: "1.1.m1", text: "Visits" }] } }) }, "2027-01-01", "2027-02-28")).toEqual(
      [],
    );
  });
});
