import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

const window = (from: string, to: string, label: string) => ({ from, to, label });
const lastQuarter = window("2026-07-01", "2026-09-30", "last quarter");

describe("one measure", () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ["the newest", { measure: "2.3.m3" }, "44 entrepreneurs", "That is up 5 from 39 entrepreneurs in 2026-27 Q1 (better)."],
    [
      "a target not met",
      { measure: "2.3.m3", aspect: "target" },
      "44 entrepreneurs",
      "The target for 2.3.m3 is 50 entrepreneurs. It is not met yet: 44 entrepreneurs in 2026-27 Q2, 6 short of it.",
    ],
    [
      "a target met",
      { measure: "2.4.m1", aspect: "target" },
      "4.5 out of 5",
      "The target for 2.4.m1 is 4.4 out of 5. It is met: 4.5 out of 5 in 2026-27 Q2, 0.1 better.",
    ],
    ["no target", { measure: "1.3.m3", aspect: "target" }, "61 events", "The plan gives no target for 1.3.m3."],
    ["something to complete", { measure: "2.4.m2", aspect: "target" }, "yes", "Yes, it is done: the figure for 2026-27 Q2 is yes."],
    [
      "going down",
      { measure: "1.1.m1", aspect: "trend" },
      "149 events",
      "1.1.m1 is going down by 3: 149 events in 2026-27 Q2, 152 events in 2026-27 Q1. That is worse, as higher is better. It is 29 above the baseline of 120 events.",
    ],
    ["level", { measure: "2.5.m6", aspect: "trend" }, "13 initiatives", "2.5.m6 is level: 13 initiatives in 2026-27 Q2, 13 initiatives in 2026-27 Q1."],
    [
      "by month",
      { measure: "1.3.m1", aspect: "trend" },
      "566 interventions",
      "1.3.m1 is going up by 25: 566 interventions in September 2026, 541 interventions in August 2026.",
    ],
    ["one figure has no trend", { measure: "1.5.m2", aspect: "trend" }, "87%", "1.5.m2 has one figure only, 87% in 2025-26, so there is no trend yet."],
    [
      "words have no trend",
      { measure: "1.2.m4", aspect: "trend" },
      "Termly planning meetings now held with the headteachers' forum.",
      "1.2.m4 is reported in words, so it has no trend.",
    ],
    [
      "the baseline",
      { measure: "2.3.m3", aspect: "baseline" },
      "44 entrepreneurs",
      "The baseline for 2.3.m3 is 20 entrepreneurs. The figure now is 24 above it.",
    ],
    ["no baseline", { measure: "3.1.m4", aspect: "baseline" }, "No figure yet", "The plan gives no baseline for 3.1.m4."],
    ["the reporter", { measure: "3.2.m4", aspect: "reporter" }, "£47,500.50", "finance.staff@example.org reports 3.2.m4."],
    ["none yet", { measure: "3.1.m2" }, "No figure yet", "No figure has been reported for 3.1.m2 yet."],
    [
      "a quarter",
      { measure: "3.3.m2", window: window("2026-01-01", "2026-03-31", "2025-26 Q4") },
      "5,600 hours",
      "The figure for 3.3.m2 is 5,600 hours, for 2025-26 Q4 (January to March 2026).",
    ],
    [
      "a quarter without",
      { measure: "3.2.m4", window: lastQuarter },
      "No figure for 2026-27 Q2 (July to September 2026)",
      "There is no figure for 3.2.m4 for 2026-27 Q2 (July to September 2026). The newest is £47,500.50, for 2026-27 Q1 (April to June 2026).",
    ],
    [
      "a year of quarters, each told and never added up",
      { measure: "2.3.m3", window: window("2025-04-01", "2026-03-31", "2025-26") },
      "33 entrepreneurs",
      "4 figures for 2.3.m3 fall in 2025-26: 21 entrepreneurs in 2025-26 Q1, 25 entrepreneurs in 2025-26 Q2, 27 entrepreneurs in 2025-26 Q3 and 33 entrepreneurs in 2025-26 Q4.",
    ],
    [
      "a month of a quarterly measure",
      { measure: "2.3.m3", window: window("2026-09-01", "2026-09-30", "September 2026") },
      "44 entrepreneurs",
      "2.3.m3 is reported every quarter, so 2026-27 Q2 is the period for that.",
    ],
    ["the period before", { measure: "3.1.m1", back: 1 }, "15 agreements", "The figure for 3.1.m1 is 15 agreements, for 2026-27 Q1 (April to June 2026)."],
    [
      "so far back that there is none",
      { measure: "3.1.m1", back: 20 },
      "No figure for 2021-22 Q2 (July to September 2021)",
      "There is no figure for 3.1.m1 for 2021-22 Q2",
    ],
    ["in pounds", { measure: "2.1.m4" }, "£412,350.75", "That is up £82,350.75 from £330,000 in 2026-27 Q1 (better)."],
  ])("%s", async (_, args, value, lead) => {
    const answer = await room.ask("figure", args);
    if (answer.view !== "measure") throw new Error(answer.view);
    expect(answer.data.value).toBe(value);
    expect(answer.data.lead.join(" ")).toContain(lead);
  });

  test("what is missing is said, late or open", async () => {
    expect((await room.ask("figure", { measure: "3.2.m4" })).text).toContain(
      "The figure for 2026-27 Q2 (July to September 2026) is missing: it was to be reported by 28 October 2026, so it is late.",
    );
    expect((await room.ask("figure", { measure: "1.3.m1" })).text).toContain(
      "The figure for October 2026 is missing: it can be reported until 28 November 2026.",
    );
    expect((await room.ask("figure", { measure: "2.3.m3" })).text).not.toContain("missing");
  });

  test("the history is newest first, with who and when; a long one says how many more", async () => {
    const quarters = ["2023-24 Q1", "2023-24 Q2", "2023-24 Q3", "2023-24 Q4"].map((period, at) => ({ period, value: at }));
    const longer = await openRoom("libraries", { change: (plan) => plan.themes[1]?.priorities[2]?.measures[2]?.figures?.unshift(...quarters) });
    const answer = await longer.ask("figure", { measure: "2.3.m3", window: window("2023-04-01", "2026-09-30", "since April 2023") });
    if (answer.view !== "measure") throw new Error(answer.view);
    expect(answer.data.history).toHaveLength(8);
    expect(answer.data.history[0]).toEqual({ period: "2026-27 Q2", value: "44 entrepreneurs", detail: "By bipc.staff@example.org on 8 October 2026" });
    expect(answer.data.more).toBe("and 2 more");
  });

  test("costs one read", async () => {
    room.reads.length = 0;
    await room.ask("figure", { measure: "2.3.m3" });
    expect(room.reads).toEqual(["figures"]);
  });
});

describe("measures listed", () => {
  test("of a priority, with their newest figures in one read", async () => {
    room.reads.length = 0;
    const answer = await room.ask("measures", { scope: "2.4" });
    expect(rowIds(answer)).toEqual(["2.4.m1", "2.4.m2", "2.4.m3", "2.4.m4", "2.4.m5"]);
    expect(answer.text).toContain("2.4 has 5 measures; 2 have a figure and 1 a target.");
    expect(answer.text).toContain("4.5 out of 5 in 2026-27 Q2 · up 0.1 from 4.4 out of 5 in 2026-27 Q1 (better) · target 4.4 out of 5, met");
    expect(answer.text).toContain("No figure yet: 2.4.m3, 2.4.m4 and 2.4.m5.");
    expect(room.reads).toEqual(["figures"]);
  });

  test("by target", async () => {
    expect((await room.ask("measures", { scope: "1.1", aspect: "target" })).text).toContain(
      "Target 180 events, not met yet · Latest: 149 events in 2026-27 Q2",
    );
  });

  test("of an action are those of its priority, and that is said", async () => {
    const answer = await room.ask("measures", { scope: "2.3.1" });
    expect(rowIds(answer)).toEqual(["2.3.m1", "2.3.m2", "2.3.m3"]);
    expect(answer.text).toContain("Measures belong to priorities: these are those of 2.3.");
  });

  test("of a theme show ten", async () => {
    const answer = await room.ask("measures", { scope: "1" });
    expect(rowIds(answer)).toHaveLength(10);
    expect(answer.text).toContain("and 10 more");
  });
});

describe("figures that are missing", () => {
  test.each<[string, Record<string, unknown>, string[], string]>([
    ["of a priority", { scope: "2.5" }, ["2.5.m1", "2.5.m2", "2.5.m4", "2.5.m5"], "4 figures under 2.5 are missing; all of them are late. 2 of 6 are in."],
    [
      "of a reporter",
      { person: "volunteer.coordinator@example.org" },
      ["3.3.m4"],
      "1 figure that volunteer.coordinator@example.org reports is missing; it is late. 1 of 2 is in.",
    ],
    [
      "of a lead, where no reporter is named",
      { person: "engagement.lead@example.org" },
      ["2.5.m2", "2.5.m4", "2.5.m5"],
      "3 figures that engagement.lead@example.org reports are missing",
    ],
    ["of one who reports nothing", { person: "nobody@example.org" }, [], "There are no measures that nobody@example.org reports."],
    ["of a measure that is still open", { scope: "1.3.m1" }, ["1.3.m1"], "none of them is late yet"],
    ["of a measure that is in", { scope: "2.3.m3" }, [], "No figure of 2.3.m3 is missing: it is in."],
    [
      "of a window",
      { scope: "1.1", window: window("2025-04-01", "2026-03-31", "2025-26") },
      ["1.1.m2", "1.1.m4"],
      "8 figures under 1.1 for periods in 2025-26 are missing",
    ],
    [
      "of a window that is not over",
      { scope: "3.3", window: window("2026-10-01", "2026-12-31", "this quarter") },
      [],
      "can be asked for yet: no period is over.",
    ],
  ])("%s", async (_, args, ids, lead) => {
    const answer = await room.ask("missing", args);
    if (answer.view !== "rows") throw new Error(answer.view);
    expect(answer.data.sections[0]?.rows.map(({ id }) => id) ?? []).toEqual(ids);
    expect(answer.data.lead.join(" ")).toContain(lead);
  });

  test("a row names the period, how late it is and who reports", async () => {
    const { text } = await room.ask("missing", { scope: "2.5" });
    expect(text).toContain("2026-27 Q2 · Late: was due by 28 October 2026 · Reporter: survey.staff@example.org");
    expect(text).toContain("No reporter named: engagement.lead@example.org (lead) or any member of staff");
  });

  test("who has not reported is told by person, each measure once, with how many of how many are in", async () => {
    const answer = await room.ask("missing", { who: true });
    if (answer.view !== "rows") throw new Error(answer.view);
    expect(answer.data.lead).toEqual(["39 figures are missing; 38 of them are late.", "20 of 59 are in."]);
    const [people, ...others] = answer.data.sections;
    expect(others).toEqual([]);
    expect(people?.rows[0]).toEqual({
      id: "",
      text: "buildings.lead@example.org",
      detail: "0 of 5 in · 5 late · missing: 2.1.m2, 2.1.m3, 2.1.m5, 2.1.m6 and 2.1.m7",
    });
    expect(people?.rows.map(({ text }) => text)).not.toContain("bipc.staff@example.org");
  });

  test("what is missing is told by measure, each once", async () => {
    const answer = await room.ask("missing", { window: window("2026-07-01", "2026-09-30", "Q2") });
    if (answer.view !== "rows") throw new Error(answer.view);
    expect(answer.data.sections.map(({ heading }) => heading)).toEqual([""]);
  });

  test("a window further back than what is kept at hand reads every figure", async () => {
    const old = await openRoom("libraries", { change: (plan) => Object.assign(plan, { starts: "2020-04-01" }) });
    const { text } = await old.ask("missing", { scope: "2.3.m3", window: window("2025-04-01", "2026-03-31", "2025-26") }, { at: "2030-06-01T10:00:00Z" });
    expect(text).toContain("No figure of 2.3.m3 for periods in 2025-26 is missing: all 4 are in.");
  });
});
