/** A manager with five minutes before a committee: one card with what matters, what is likely to be asked, and the report's button. */
import { expect, test } from "vitest";
import { headOfService } from "../support/features.js";
import { business } from "./reminded.js";
import { talkOfEachTest } from "./talk.js";

const talk = talkOfEachTest();

test("a briefing for committee on a day: headline, points with reasons, questions with answers, the report", async () => {
  const card = await talk.card(headOfService, "brief me for committee on Thursday");
  expect(card.text.slice(0, 400)).toMatch(
    /^Briefing on the plan for the committee on 26 November 2026\nThe plan is off track \(red\) because 5 of its 13 priorities are:/,
  );
  const [, points = ""] = /What matters\n([\s\S]*?)Show likely questions/.exec(card.text) ?? [];
  const ids = points.match(/^\d[\d.m]+$/gm) ?? [];
  expect(ids.length).toBeGreaterThanOrEqual(3);
  expect(ids.length).toBeLessThanOrEqual(5);
  // Each action with its reason, or that there is none.
  expect(points.match(/Why: |No reason noted/g)?.length).toBe(ids.filter((id) => !id.includes("m")).length);
  const [, asked = ""] = /You may be asked\n([\s\S]*?)Please note/.exec(card.text) ?? [];
  const lines = asked.trim().split("\n");
  expect(lines.filter((line) => line.endsWith("?"))).toHaveLength(5);
  for (const [place, line] of lines.entries()) if (line.endsWith("?")) expect(lines[place + 1]).toMatch(/[.)]$/);
  expect(asked).toContain("What is due by 26 November 2026?");
  // The day of the meeting is no time that the figures of the report are of.
  expect(card.press("Report as a Word file").data).toMatchObject({ committee: true, format: "docx" });
  expect(card.press("Report as a Word file").data).not.toHaveProperty("window");
});

test("of a part of it, for a meeting that is no committee, and without a day", async () => {
  expect((await talk.card(headOfService, "brief me on Place for committee on Thursday")).text).toMatch(
    /^Briefing on Place for the committee on 26 November 2026\n/,
  );
  expect((await talk.card(headOfService, "prep me for the meeting on Friday")).text).toContain("Briefing on the plan for the meeting on 27 November 2026\n");
  expect((await talk.card(headOfService, "brief me for the committee", { conversation: "a:new" })).text).toMatch(/^Briefing on the plan for the committee\n/);
});

test.each([
  ["good news", /^Good news\n4 milestones done/],
  ["any good news?", /^Good news\n/],
  ["who never reports?", /^How alive the plan is\n/],
  ["anything I should know before Thursday", /^What needs attention\n6 milestones are overdue/],
])("%s: is answered, and nothing is asked back", async (text, wanted) => {
  expect((await talk.card(headOfService, text)).text).toMatch(wanted);
});

test("whoever leads something hears of theirs, a manager of the whole plan", async () => {
  expect((await talk.card(business, "anything I should know before Thursday")).text).toMatch(/^What needs attention led by you\n1 milestone is overdue/);
  expect((await talk.card(headOfService, "what should I worry about")).text).not.toContain("You lead nothing");
});
