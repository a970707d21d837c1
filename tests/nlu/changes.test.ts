/** What leads and managers say to have something written, and what is asked of the record. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { reasonIn } from "../../src/nlu/reason.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { understood } from "./understood.js";

const contextOf = (name: string, today: string, asker: string) => {
  const { plan } = readPlan(name, readFileSync(new URL(`../questions/plans/${name}.json`, import.meta.url), "utf8"));
  return { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today, asker };
};
const libraries = contextOf("libraries", "2026-11-24", "early.years@example.org");
const school = contextOf("school", "2027-01-20", "senco@example.org");

const ask = (text: string, context = libraries, before: Interpretation[] = []): Interpretation[] => understood(text, { ...context, before });
const one = (text: string, context = libraries, before: Interpretation[] = []) => {
  const readings = ask(text, context, before);
  expect(readings).toHaveLength(1);
  return [readings[0]?.question, readings[0]?.args];
};

const anna = "anna.smith@example.org";
const business = "business.lead@example.org";

type Rows = [string, string, Record<string, unknown>][];

describe("a status, with its reason in the person's own words", () => {
  const rows: Rows = [
    ["2.3.1 is done", "change-status", { action: "2.3.1", status: "complete" }],
    ["2.3.1 is now complete, thanks", "change-status", { action: "2.3.1", status: "complete" }],
    ["3.1.2 is at risk because the partner left", "change-status", { action: "3.1.2", status: "at-risk", note: "The partner left" }],
    ["please set 2.3.1 to amber as the builders are late", "change-status", { action: "2.3.1", status: "at-risk", note: "The builders are late" }],
    ["2.3.1 is red: no money left", "change-status", { action: "2.3.1", status: "off-track", note: "No money left" }],
    ["2.3.1 off track - no money left", "change-status", { action: "2.3.1", status: "off-track", note: "No money left" }],
    [
      "the hub action is at risk because the Partner (BIPC) withdrew",
      "change-status",
      { action: "2.3.1", status: "at-risk", note: "The Partner (BIPC) withdrew" },
    ],
    ["put 2.3.1 back to green", "change-status", { action: "2.3.1", status: "on-track" }],
    ["add a note to 2.3.1: waiting for sign off", "change-status", { action: "2.3.1", note: "Waiting for sign off" }],
    ["update 2.3.1", "change-status", { action: "2.3.1" }],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
  it("of another plan", () =>
    expect(one("B2.3 is off track because two supervisors have left", school)).toEqual([
      "change-status",
      { action: "B2.3", status: "off-track", note: "Two supervisors have left" },
    ]));

  it.each([["is 2.3.1 late because of funding?"], ["why is 2.3.1 at risk"], ["is 2.3.1 done?"]])("%s is a question", (text) =>
    expect(ask(text).map(({ question }) => question)).not.toContain("change-status"),
  );
});

describe("a milestone", () => {
  const rows: Rows = [
    ["mark the ECALM pilot complete", "mark-done", { action: "1.1.2", label: "Pilot" }],
    ["the pilot is done", "mark-done", { action: "1.1.2", label: "Pilot" }],
    ["we finished the roll out of 1.1.2 yesterday", "mark-done", { action: "1.1.2", label: "Roll out", day: "2026-11-23" }],
    ["the roll out of 1.1.2 was finished on 20 November 2026", "mark-done", { action: "1.1.2", label: "Roll out", day: "2026-11-20" }],
    ["the spokes milestone of 2.3.1 was met on 3 March 2026", "mark-done", { action: "2.3.1", label: "Spokes", day: "2026-03-03" }],
    ["Mark a milestone of 1.1.2 as done", "mark-done", { action: "1.1.2" }],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
  it("of another plan", () =>
    expect(one("the builders appointed milestone of B2.2 is complete", school)).toEqual(["mark-done", { action: "B2.2", label: "Builders appointed" }]));
});

describe("more time", () => {
  const rows: Rows = [
    [
      "more time for 2.3.2 until 30 June 2027 because the builders are late",
      "more-time",
      { action: "2.3.2", due: "2027-06-30", note: "The builders are late" },
    ],
    ["I need more time for 1.1.2", "more-time", { action: "1.1.2" }],
    ["can I have more time for 2.3.1?", "more-time", { action: "2.3.1" }],
    ["request an extension for 2.3.1 to 30 June 2027", "more-time", { action: "2.3.1", due: "2027-06-30" }],
    ["can we push 2.3.2 back to end of June 2027", "more-time", { action: "2.3.2", due: "2027-06-30" }],
    ["please move the deadline of 2.3.1 to 31 March 2027", "more-time", { action: "2.3.1", due: "2027-03-31" }],
    ["postpone 2.3.1 until summer 2027", "more-time", { action: "2.3.1", due: "2027-08-31" }],
    ["more time for the spokes of 2.3.1", "more-time", { action: "2.3.1", label: "Spokes" }],
    ["we need more time on the STEAM action", "more-time", { action: "1.2.4" }],
    ["requests for more time", "requests", {}],
    ["extension requests", "requests", {}],
    ["anything waiting for my approval?", "requests", {}],
    ["what needs my approval", "requests", {}],
    ["which extensions are waiting", "requests", {}],
    ["any extensions?", "requests", {}],
    ["Note on 2.3.1 that the adviser starts in May", "change-status", { action: "2.3.1", note: "The adviser starts in May" }],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
  it("of another plan", () => expect(one("extend C3.2 to 26 February 2027", school)).toEqual(["more-time", { action: "C3.2", due: "2027-02-26" }]));
});

describe("one's own actions", () => {
  it.each([["my actions"], ["show my actions"], ["update my actions"], ["what are my actions"]])("%s", (text) => expect(one(text)).toEqual(["my-actions", {}]));
  it.each([["my overdue actions"], ["which of my actions are at risk"]])("%s is a list", (text) =>
    expect(ask(text)[0]?.question).not.toMatch(/my-actions|change-status/),
  );
});

describe("people", () => {
  const rows: Rows = [
    [`make ${anna} the lead of 2.3.1`, "name-person", { scope: "2.3.1", role: "lead", person: anna }],
    [`set the lead of 2.3.1 to ${anna}`, "name-person", { scope: "2.3.1", role: "lead", person: anna }],
    [`reassign 2.3.1 to ${anna}`, "name-person", { scope: "2.3.1", role: "lead", person: anna }],
    [`assign 2.3.1 to ${anna}`, "name-person", { scope: "2.3.1", role: "lead", person: anna }],
    [`${anna} is the new lead of 2.3`, "name-person", { scope: "2.3", role: "lead", person: anna }],
    [`${anna} now leads 2.3`, "name-person", { scope: "2.3", role: "lead", person: anna }],
    [`${anna} should report 2.3.m1`, "name-person", { scope: "2.3.m1", role: "reporter", person: anna }],
    [`add ${anna} as reporter of 2.3.m1`, "name-person", { scope: "2.3.m1", role: "reporter", person: anna }],
    [`appoint ${anna} as deputy for priority 2.3`, "name-person", { scope: "2.3", role: "deputy", person: anna }],
    [`remove ${anna} as deputy of 2.3`, "name-person", { scope: "2.3", role: "no-deputy", person: anna }],
    [`take ${anna} off 2.3.1`, "name-person", { scope: "2.3.1", role: "nobody", person: anna }],
    ["make Anna the lead of 2.3.1", "name-person", { scope: "2.3.1", role: "lead" }],
    ["name the reporter of 2.3.m1", "name-person", { scope: "2.3.m1", role: "reporter" }],
    [`hand over everything of ${business} to ${anna}`, "hand-over", { person: business, to: anna }],
    [`transfer everything from ${business} to ${anna}`, "hand-over", { person: business, to: anna }],
    [`${business} is leaving, ${anna} takes over everything`, "hand-over", { person: business, to: anna }],
    [`${anna} takes over from ${business}`, "hand-over", { person: business, to: anna }],
    [`replace ${business} with ${anna}`, "hand-over", { person: business, to: anna }],
    ["hand over everything", "hand-over", {}],
    ["who are the managers", "managers", {}],
    [`make ${anna} a manager`, "managers", { person: anna, change: true }],
    ["make me a manager", "managers", { change: true }],
    [`remove ${anna} as manager`, "managers", { person: anna, change: true, remove: true }],
    [`${anna} is no longer a manager`, "managers", { person: anna, change: true, remove: true }],
    ["who has no lead", "unled", {}],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
  it.each([
    ["who leads 2.3.1", "leads"],
    ["who reports 2.3.m1", "leads"],
    [`what does ${business} lead`, "held"],
  ])("%s asks", (text, question) => expect(ask(text)[0]?.question).toBe(question));
});

describe("no figure", () => {
  const window = { from: "2026-07-01", to: "2026-09-30", label: "Q2 of 2026-27 (1 July 2026 to 30 September 2026)" };
  const rows: Rows = [
    ["2.3.m1 is not available for Q2 because the room was closed", "report-figure", { measure: "2.3.m1", none: "closed", note: "The room was closed", window }],
    [
      "external funding is not available for Q2, the bids were not counted",
      "report-figure",
      { measure: "3.2.m4", none: "not collected", window, note: "The bids were not counted" },
    ],
    ["2.3.m1 n/a for Q2", "report-figure", { measure: "2.3.m1", none: "other", window }],
    ["2.3.m1 was 45 in Q2 because two branches were shut", "report-figure", { measure: "2.3.m1", value: "45", note: "Two branches were shut", window }],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
  it.each([["is 2.3.m1 not available?"], ["which figures are not available"]])("%s asks", (text) => expect(ask(text)[0]?.question).not.toBe("report-figure"));
});

describe("the record", () => {
  const since = { from: "2026-10-01", to: "2026-11-24", label: "from 1 October 2026" };
  const rows: Rows = [
    ["who changed 2.3.1", "who-changed", { scope: "2.3.1" }],
    ["who updated 2.3.1 last", "who-changed", { scope: "2.3.1" }],
    ["who marked 2.3.1 as complete", "who-changed", { scope: "2.3.1" }],
    ["history of 2.3", "who-changed", { scope: "2.3" }],
    ["show me the changes to 2.3.1", "who-changed", { scope: "2.3.1" }],
    ["what changed since 1 October", "changed-since", { window: since }],
    ["what has changed in 2.3 since 1 October", "changed-since", { scope: "2.3", window: since }],
    ["what has been updated in Place since 1 October", "changed-since", { scope: "2", window: since }],
    [`what did ${business} change since 1 October`, "changed-since", { person: business, window: since }],
    ["what changed since the last committee", "changed-since", { committee: true }],
    ["what's new since the last board", "changed-since", { committee: true }],
    ["recent changes", "changed-since", {}],
    ["the committee met on 12 October 2026", "committee", { day: "2026-10-12" }],
    ["next committee is on 8 December 2026", "committee", { day: "2026-12-08" }],
    ["committee dates", "committee", {}],
    ["when is the next committee", "committee", {}],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));

  it("is asked about what was spoken of", () => {
    const [before] = [ask("how is 2.3.1 doing")];
    expect(one("who changed it", libraries, before)).toEqual(["who-changed", expect.objectContaining({ scope: "2.3.1" })]);
  });
  it.each([["who has not reported"], ["what is due in December"], ["latest figure for 2.3.m1"]])("is no other time for %s", (text) =>
    expect(one("what changed since 1 October", libraries, ask(text))).toEqual(["changed-since", { window: since }]),
  );
  it("of a measure is its figures' history", () => expect(ask("history of 2.3.m1")[0]).toMatchObject({ question: "history", args: { measure: "2.3.m1" } }));
});

describe("the reason in a text", () => {
  it.each([
    ["x is at risk because The Partner left.", "x is at risk", "The Partner left."],
    ["x is red; no money", "x is red", "No money"],
    ["note on x: all good", "note on x", "All good"],
  ])("%s", (text, before, reason) => expect(reasonIn(text)).toEqual({ before, reason }));
  it.each([["x is done"], ["is x red because of y?"], ["because"], ["x is done, thank you"], [`${"a".repeat(70_000)} because ${"b".repeat(70_000)}`]])(
    "%.40s has none",
    (text) => expect(reasonIn(text)).toBeUndefined(),
  );
});
