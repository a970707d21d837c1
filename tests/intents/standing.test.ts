import { beforeAll, describe, expect, test } from "vitest";
import { openRoom, type Room, rowIds } from "./room.js";

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

describe("how something stands", () => {
  test.each<[string, Record<string, unknown>, string, string[]]>([
    [
      "a priority that missed a date",
      { scope: "2.3" },
      "Off track red",
      ['2.3.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days.', 'Note on 2.3.1: "Two spokes still lack a trained adviser."'],
    ],
    ["a priority with both", { scope: "2.2" }, "Off track red", ["2 milestones are overdue, the longest by 238 days: 2.2.2 and 2.2.3; 2.2.1 is off track."]],
    ["a priority at risk", { scope: "1.3" }, "At risk amber", ["1.3.2 is at risk.", 'Note on 1.3.2: "Link worker funding is not confirmed."']],
    ["a priority on track", { scope: "3.1" }, "On track green", ["Work has begun, and every date so far has been met."]],
    ["a priority that is complete", { scope: "2.4" }, "Complete blue", ["Of its 3 actions: 2 complete, 1 cancelled."]],
    ["a priority not begun", { scope: "1.5" }, "Not started none", ["Its one action has not begun."]],
    ["a theme", { scope: "2" }, "Off track red", ["Because 3 of its 5 priorities are: 2.1, 2.2 and 2.3."]],
    ["the plan", { scope: "plan" }, "Off track red", ["Because 2 of its 3 themes are: People and Place."]],
    ["an action", { scope: "2.3.1" }, "At risk amber", ['Note: "Two spokes still lack a trained adviser."']],
    ["a measure stands with its priority", { scope: "2.3.m3" }, "Off track red", ['2.3.1 "Spokes" was due on 31 March 2026']],
  ])("%s", async (_, args, badge, sentences) => {
    const answer = await room.ask("standing", args);
    if (answer.view !== "standing") throw new Error(answer.view);
    expect(`${answer.data.badge.word} ${answer.data.badge.colour}`).toBe(badge);
    const lead = answer.data.lead.join(" ");
    for (const sentence of sentences) expect(lead).toContain(sentence);
  });

  test.each<[string, string, string, string]>([
    ["complete, and it is", "2.4", "complete", "Yes. 2.4 is complete (blue)"],
    ["complete, and it is not", "1.1", "complete", "Not yet. 1.1 is on track (green)"],
    ["complete, but cancelled", "2.4.1", "complete", "No. 2.4.1 is cancelled (grey)."],
    ["on track, and it is", "3.1", "on-track", "Yes. 3.1 is on track (green)"],
    ["on track, and it is at risk", "1.3", "on-track", "No. 1.3 is at risk (amber)"],
    ["on track, and it is complete", "2.4", "on-track", "Yes, and more: 2.4 is complete (blue)"],
    ["at risk, and it is worse", "2.3", "at-risk", "It is worse than that: 2.3 is off track (red)"],
    ["started, and it has", "2.1.3", "started", "Yes, it has started. 2.1.3 is at risk (amber)."],
    ["started, and it has not", "1.5", "started", "Not yet. 1.5 is not started"],
    ["not started, and it has", "1.1", "not-started", "No. 1.1 is on track (green)"],
    ["off track, of a theme", "3", "off-track", "No. Partnership is at risk (amber)"],
  ])("asked whether it is %s", async (_, scope, asked, first) => {
    const answer = await room.ask("standing", { scope, asked });
    if (answer.view !== "standing") throw new Error(answer.view);
    expect(answer.data.lead[0]).toMatch(new RegExp(`^${first.replace(/[.()]/g, "\\$&")}`));
  });

  test("why: every reason with its note, and no button that asks why again", async () => {
    const answer = await room.ask("standing", { scope: "2.1", why: true });
    expect(rowIds(answer)).toEqual(["2.1.2", "2.1.3"]);
    expect(answer.text).toContain("Off track (red) · Note: Surveyor's report delayed; two sites still to be valued.");
    expect(answer.text).toContain("Nobody has noted a reason on 2.1.3.");
    expect(JSON.stringify(answer.data)).not.toContain("Why is 2.1");
  });

  test("why, asked with a status, is answered with the causes and never begins with yes", async () => {
    const answer = await room.ask("standing", { scope: "2.2", why: true, asked: "off-track" });
    if (answer.view !== "standing") throw new Error(answer.view);
    expect(answer.data.lead).toEqual(["2 milestones are overdue, the longest by 238 days: 2.2.2 and 2.2.3; 2.2.1 is off track."]);
    expect(rowIds(answer)).toEqual(["2.2.2", "2.2.3", "2.2.1"]);
  });

  test("why, of an action that nobody gave a reason for, says so", async () => {
    expect((await room.ask("standing", { scope: "2.1.3", why: true })).text).toContain("Nobody has noted a reason on 2.1.3.");
  });

  test("words that the plan does not cover come first", async () => {
    const answer = await room.ask("standing", { scope: "2.3", unknown: ["budget", "fines"] });
    if (answer.view !== "standing") throw new Error(answer.view);
    expect(answer.data.lead[0]).toBe('The plan says nothing about "budget" or "fines". This is what it says about 2.3.');
  });

  test("what was taken over from the turn before is shown", async () => {
    const answer = await room.ask("standing", { scope: "2.3", carried: "Still about 2.3" });
    expect(answer.data.carried).toBe("Still about 2.3");
    expect(answer.text.startsWith("Still about 2.3\n")).toBe(true);
  });

  test("a date passes overnight in the plan's time zone", async () => {
    const before = await room.ask("standing", { scope: "2.5" }, { at: "2027-01-29T23:00:00Z" });
    const after = await room.ask("standing", { scope: "2.5" }, { at: "2027-01-30T00:00:00Z" });
    expect([before.text.includes("on track (green)"), after.text.includes("off track (red)")]).toEqual([true, true]);
  });
});

describe("a status card", () => {
  test("says its status once, then why, what is next and who; the rest is folded", async () => {
    const answer = await room.ask("standing", { scope: "1.3" });
    if (answer.view !== "standing") throw new Error(answer.view);
    const { lead, facts, progress, sections } = answer.data;
    expect([...lead, ...facts.map(({ value }) => value), progress?.words].join(" ")).not.toContain("(amber)");
    expect(facts).toEqual([{ label: "Lead", value: "health.lead@example.org" }]);
    expect(progress).toEqual({ done: 0, of: 2, words: "0 of 2 actions complete" });
    expect(sections.map(({ heading, fold, rows }) => [heading, fold, rows.length])).toEqual([
      ["Actions", "Show 2 actions", 2],
      ["Measures", "Show 3 measures", 3],
    ]);
    // The note is told with the reason, and not again in the list.
    expect(answer.text.split("Link worker funding is not confirmed.")).toHaveLength(2);
  });

  test("calls a lead by name, and says what is due next", async () => {
    const met = await openRoom("libraries");
    await met.meet({ id: "s", name: "Sam Okafor" }, "schools.lead@example.org");
    const answer = await met.ask("standing", { scope: "1.2" });
    if (answer.view !== "standing") throw new Error(answer.view);
    expect(answer.data.facts).toEqual([
      { label: "Next date", value: "1.2.1: 18 December 2026, in 24 days" },
      { label: "Lead", value: "Sam Okafor" },
    ]);
  });

  test("offers nothing that it says already, and says in words what each button does", async () => {
    for (const scope of ["2.3", "2.3.1", "2", "plan"]) {
      const answer = await room.ask("standing", { scope }, { as: "business.lead@example.org" });
      const labels = "suggestions" in answer.data ? answer.data.suggestions.map(({ label }) => label) : [];
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) expect(label).not.toMatch(/^(?:Who leads|When is|What are the measures)|^[\d.]+$/);
    }
  });

  test("answers within its first 400 characters: status, why, next and who", async () => {
    for (const scope of ["2.3", "1.2", "2.3.1", "2.4", "1.5"]) {
      const first = (await room.ask("standing", { scope })).text.slice(0, 400);
      expect(first).toMatch(/off track|at risk|on track|complete|not started/);
      expect(first).toContain("Lead: ");
    }
  });
});

describe("what it is read from", () => {
  test("a priority costs one read of progress and one of figures", async () => {
    room.reads.length = 0;
    await room.ask("standing", { scope: "2.3" });
    expect([...room.reads].sort()).toEqual(["figures", "progress"]);
  });

  test.each(["2", "plan", "2.3.1"])("%s costs one read of progress", async (scope) => {
    room.reads.length = 0;
    await room.ask("standing", { scope });
    expect(room.reads).toEqual(["progress"]);
  });

  test("says when the plan came in and by whom, and who reported the newest figure", async () => {
    const { text } = await room.ask("standing", { scope: "2.3" });
    expect(text).toContain("As at 24 November 2026.\nStatuses and dates as imported on 12 October 2026 by head.of.service@example.org.");
    expect(text).toContain("Newest figure reported by bipc.staff@example.org on 8 October 2026.");
  });

  test("a change since then is shown, and who made it", async () => {
    const said = [
      { priority: "2.3", action: "2.3.1", status: "complete" as const, by: "business.lead@example.org", at: "2026-11-20T10:00:00Z" },
      { priority: "2.3", action: "2.3.2", note: "New partner found.", by: "bipc.staff@example.org", at: "2026-11-19T10:00:00Z" },
    ];
    const changed = await openRoom("libraries", { said });
    const { text } = await changed.ask("standing", { scope: "2.3" });
    expect(text).toContain("to support economic growth: on track (green)\nWork has begun, and every date so far has been met.");
    expect(text).toContain("New partner found.");
    expect(text).toContain("Last change: 2.3.1, by business.lead@example.org on 20 November 2026.");
  });

  test("the sample says that it is one", async () => {
    const sample = await openRoom("libraries", { sample: true });
    expect((await sample.ask("standing", { scope: "2.3" })).text).toContain("Example data");
    expect((await room.ask("standing", { scope: "2.3" })).text).not.toContain("Example data");
  });
});

describe("lists of actions", () => {
  test.each<[string, Record<string, unknown>, string[], string]>([
    ["of a priority", { scope: "1.1" }, ["1.1.1", "1.1.2"], "There are 2 actions under 1.1: 1 on track (green), 1 complete (blue)."],
    ["off track", { scope: "plan", states: ["red"] }, ["2.1.2", "2.2.1"], "2 actions in the plan are off track (red)."],
    ["two states of which one is there", { scope: "3", states: ["red", "amber"] }, ["3.2.1"], "1 action in Partnership is at risk (amber)."],
    ["in a state that none has", { scope: "3", states: ["red"] }, [], "None. There are no red actions (off track) in Partnership."],
    ["overdue", { scope: "1", states: ["overdue"] }, ["1.2.2", "1.2.4", "1.4.1"], "3 actions in People are overdue."],
    [
      "of someone",
      { scope: "plan", person: "business.lead@example.org" },
      ["2.3.1", "2.3.2", "3.1.2"],
      "There are 3 actions led by business.lead@example.org: 1 at risk (amber), 1 on track (green), 1 complete (blue).",
    ],
    ["of someone who leads none", { scope: "plan", person: "nobody@example.org" }, [], "There are no actions led by nobody@example.org."],
  ])("%s", async (_, args, ids, lead) => {
    const answer = await room.ask("actions", args);
    expect(rowIds(answer)).toEqual(ids);
    expect(answer.text).toContain(lead);
  });

  test("a theme's fourteen show ten and say how many more", async () => {
    const answer = await room.ask("actions", { scope: "2" });
    expect(rowIds(answer)).toHaveLength(10);
    expect(answer.text).toContain("14 actions in Place");
    expect(answer.text).toContain("and 4 more");
  });
});
