/** What needs attention, who it waits for, what went well: answers on a plan with known dates and figures. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/shared/answer.js";
import { openRoom, type Room, rowIds } from "./room.js";

const manager = "head.of.service@example.org";
let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

const leadOf = ({ data }: Answer): string => ("lead" in data ? data.lead.join(" ") : "");
const headings = ({ data }: Answer): string[] => ("sections" in data ? data.sections.map(({ heading }) => heading) : []);

describe("what should worry us", () => {
  test("the most serious first, counted in a sentence", async () => {
    const answer = await room.ask("worry", {});
    expect(leadOf(answer)).toBe(
      "6 milestones are overdue, 2 actions are off track (red) and 6 at risk (amber). 20 of 59 figures asked for are in; 39 are missing, 38 of them late. 6 figures got worse; 3 of 24 targets are met.",
    );
    expect(rowIds(answer)).toEqual(["2.3.1", "1.4.1", "1.2.2", "2.2.2", "2.2.3", "1.1.m1", "1.4.m1", "2.1.m1", "2.2.m2"]);
    expect(answer.text).toContain('At risk (amber) · "Spokes" overdue by 238 days (due 31 March 2026)');
    expect(answer.text).toContain("As at 24 November 2026.");
  });

  test("where all is well that is said, never none", async () => {
    const answer = await room.ask("worry", { scope: "2.4" });
    expect(leadOf(answer)).toBe(
      "As far as anyone has reported, all is well under 2.4: no date has been missed, and no action is off track or at risk. 2 of 5 figures asked for are in; 3 are missing, all of them late. 2 of 2 targets are met.",
    );
    expect(rowIds(answer)).toEqual([]);
  });

  test("of somebody who leads nothing it is the whole plan's", async () => {
    const answer = await room.ask("worry", { person: "nobody@example.org" }, { as: "nobody@example.org" });
    expect(leadOf(answer)).toMatch(/^You lead nothing in the plan, so this is about all of it\. 6 milestones are overdue/);
  });

  test("in a time in which nothing in trouble has a date, what is in trouble all the same", async () => {
    const window = { from: "2029-01-01", to: "2029-01-31", label: "January 2029" };
    const answer = await room.ask("worry", { window });
    expect(leadOf(answer)).toMatch(/^Nothing with a date in January 2029 is in trouble, so here is what is, whatever its date\./);
    expect(rowIds(answer)[0]).toBe("2.3.1");
  });

  test.each([
    [undefined, ["2.3.1", "1.4.1", "1.2.2"]],
    [5, ["2.3.1", "1.4.1", "1.2.2", "2.2.2", "2.2.3"]],
    [1, ["2.3.1"]],
  ])("the top %s", async (top, ids) => {
    expect(rowIds(await room.ask("top-risks", { ...(top && { top }) }))).toEqual(ids);
  });
});

describe("what needs me", () => {
  test("a lead's own, what is overdue first, and the figures they owe", async () => {
    const answer = await room.ask("needs-me", {}, { as: "skills.lead@example.org" });
    expect(leadOf(answer)).toBe("You lead 4 actions: 2 overdue and 1 at risk (amber). 3 figures are still to come from you.");
    expect(rowIds(answer)).toEqual(["1.4.1", "1.2.4", "1.4.m3", "1.4.m4", "1.4.m5"]);
  });

  test("a manager's is the whole plan, and what waits for a decision stands first", async () => {
    const asked = { id: "f", from: "2027-01-29", due: "2027-06-30", why: "staff", by: "engagement.lead@example.org", at: "2026-11-20T10:00:00Z" };
    const waiting = await openRoom("libraries", {
      said: [{ priority: "2.5", action: "2.5.1", asked: { "0": asked }, waiting: true, by: asked.by, at: asked.at }],
    });
    const answer = await waiting.ask("needs-me", {}, { as: manager });
    expect(leadOf(answer)).toBe(
      "1 request for more time waits for your decision. In the whole plan, 6 milestones are overdue, 2 actions are off track (red) and 6 at risk (amber).",
    );
    expect(headings(answer)).toEqual(["Waiting for your decision", "Most pressing in the plan", "Figures that are late"]);
    expect(rowIds(answer).slice(0, 2)).toEqual(["2.5.1", "2.3.1"]);
    expect(answer.text).toContain("More time until 30 June 2027 is asked for and waits for a manager");
  });

  test("who leads nothing hears what is pressing in the plan", async () => {
    const answer = await room.ask("needs-me", {}, { as: "nobody@example.org" });
    expect(leadOf(answer)).toBe(
      "You lead nothing in the plan and report no figures. In the plan as a whole, 6 milestones are overdue, 2 actions are off track (red) and 6 at risk (amber).",
    );
    expect(rowIds(answer)).toHaveLength(5);
  });

  test("a lead whose things are all in hand hears so, with the next date", async () => {
    const answer = await room.ask("needs-me", {}, { as: "volunteers.lead@example.org" });
    expect(leadOf(answer)).toContain("Of your 4 actions, all are in hand: nothing is overdue, off track or at risk. The next date is 31 March 2028 (3.3.2).");
  });

  test("somebody else's", async () => {
    const answer = await room.ask("needs-me", { person: "carbon.lead@example.org" }, { as: manager });
    expect(rowIds(answer).slice(0, 3)).toEqual(["2.2.2", "2.2.3", "2.2.1"]);
  });
});

describe("lists of one's own", () => {
  test.each(["overdue", "actions"])("%s: who leads nothing hears of everybody's, and never none", async (name) => {
    const answer = await room.ask(
      name,
      { person: "nobody@example.org", ...(name === "actions" && { scope: "plan", states: ["red"] }) },
      { as: "nobody@example.org" },
    );
    expect(leadOf(answer)).toMatch(
      /^You lead no action in the plan, so this is about everybody's\. (?:6 milestones are overdue|2 actions in the plan are off track)/,
    );
    const other = await room.ask(name, { person: "nobody@example.org", ...(name === "actions" && { scope: "plan", states: ["red"] }) }, { as: manager });
    expect(rowIds(other)).toEqual([]);
  });
});

describe("a briefing", () => {
  test("has a headline, points with reasons, likely questions with answers, and the report's button", async () => {
    await room.ask("brief-me", {});
    const answer = await room.ask("brief-me", { committee: true });
    expect(headings(answer)).toEqual(["What matters", "You may be asked"]);
    expect(leadOf(answer)).toMatch(/^The plan is off track \(red\) because 5 of its 13 priorities are: 1\.2, 1\.4, 2\.1, 2\.2 and 2\.3\./);
    expect(answer.text).toContain("Why: Two spokes still lack a trained adviser.");
    expect(answer.text).toContain(
      'Why is 2.3.1 behind? · 2.3.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days. Two spokes still lack a trained adviser.',
    );
    expect(answer.text).toContain("What is due by 22 December 2026? · 3.2.1 (11 December 2026) and 1.2.1 (18 December 2026).");
    expect(answer.text).toContain("Are we meeting our targets? · 3 of 24 measures with a target and a figure meet it: 1.4.m2, 2.4.m1 and 2.4.m2.");
    expect(answer.view === "rows" && answer.data.presses).toEqual([
      { label: "Report as a Word file", verb: "reports.file", data: { committee: true, format: "docx" }, alone: true },
    ]);
  });

  test("of a part keeps to it, and a measure's is its priority's", async () => {
    const [priority, measure] = [await room.ask("brief-me", { scope: "2.3" }), await room.ask("brief-me", { scope: "2.3.m1" })];
    expect(priority.text).toMatch(/^Briefing on 2\.3\n2\.3 is off track \(red\) because 1 milestone is overdue\./);
    expect(measure.text).toBe(priority.text);
  });
});

describe("good news", () => {
  test("milestones, actions, targets and figures, each with its date", async () => {
    const answer = await room.ask("good-news", {});
    expect(leadOf(answer)).toBe("4 milestones done, 3 more actions complete, 3 targets met and 12 more figures better than the time before.");
    expect(answer.text).toContain("Done on 20 March 2026, 11 days early");
  });

  test("of a time with none is what went well before", async () => {
    const answer = await room.ask("good-news", { window: { from: "2026-11-01", to: "2026-11-24", label: "November 2026" } });
    expect(leadOf(answer)).toMatch(/^Nothing was reported as done in November 2026, so here is what went well before\. 4 milestones done/);
  });
});

describe("who is sitting on something", () => {
  test("by person, whoever has most overdue first; a manager can ask the first", async () => {
    const answer = await room.ask("sitting-on", {}, { as: manager });
    expect(answer.text).toContain(
      "carbon.lead@example.org · Overdue: 2.2.2 and 2.2.3, the longest by 238 days · 2 late figures: 2.2.m1 and 2.2.m2 · No update: 2.2.1",
    );
    expect(JSON.stringify(answer.data)).toContain('"says":"Ask carbon.lead@example.org for an update"');
    expect(JSON.stringify((await room.ask("sitting-on", {})).data)).not.toContain("for an update");
  });
});

describe("what holds it up", () => {
  test("the notes, the most serious first, and on what nobody gave a reason", async () => {
    const answer = await room.ask("held-up", { scope: "2.2" });
    expect(leadOf(answer)).toBe("3 actions under 2.2 are held up; one has a reason noted.");
    expect(answer.text).toContain('2.2.1 "Heating replacement bid was turned down."');
    expect(answer.text).toContain("Nobody has noted a reason on 2.2.2 and 2.2.3.");
  });
});

describe("whether the plan is alive", () => {
  test("who reports, what was never reported, what would help", async () => {
    const answer = await room.ask("plan-alive", {}, { as: manager });
    expect(answer.text).toContain("Some of it is kept up: 16 of 23 (70%) of those who owe figures reported for the last period.");
    expect(answer.text).toContain("Measures that never had a figure · 33 of 59 (56%)");
    expect(headings(answer)).toEqual(["Kept up", "What would help most"]);
  });
});

describe("people", () => {
  test("are called by their names where the bot has met them", async () => {
    await room.meet({ id: "x", name: "Nia Bowen" }, "carbon.lead@example.org");
    const answer = await room.ask("sitting-on", {}, { as: manager });
    expect(answer.text).toContain("Nia Bowen · Overdue: 2.2.2 and 2.2.3");
    expect(answer.text).not.toContain("carbon.lead@example.org");
    expect(JSON.stringify(answer.data)).toContain('"label":"Ask Nia Bowen"');
    for (const name of ["worry", "most-overdue", "held-up"]) {
      const { text } = await room.ask(name, { person: "carbon.lead@example.org" }, { as: manager });
      expect(text).toContain(" led by Nia Bowen");
      // Where it is from is told by address.
      expect(text.split("As at")[0]).not.toContain("carbon.lead@example.org");
    }
  });
});
