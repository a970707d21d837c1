/** What staff, leads and managers blurt out, without the words that a command has. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { understood } from "./understood.js";

const { plan } = readPlan("libraries", readFileSync(new URL("../questions/plans/libraries.json", import.meta.url), "utf8"));
const planIndex = planIndexOf(catalogueOf(plan), plan.title);
const anna = "anna.smith@example.org";
const business = "business.lead@example.org";
const ict = "ict.staff@example.org";

/** The question and the arguments that matter; a window by its first day. */
const heard = (text: string, asker: string) =>
  understood(text, { plan, planIndex, today: "2026-11-24", asker, before: [] }).map(({ question, args: { window, carried: _, ...args } }) => [
    question,
    { ...args, ...(window !== undefined && { from: (window as { from: string }).from }) },
  ]);

type Rows = [string, string, Record<string, unknown>][];
const table = (asker: string, rows: Rows) => it.each(rows)("%s", (text, question, args) => expect(heard(text, asker)).toEqual([[question, args]]));

describe("figures", () => {
  const q2 = "2026-07-01";
  table(ict, [
    ["2.3.m1 45", "report-figure", { measure: "2.3.m1", value: "45" }],
    ["2.3.m1 Q2 45", "report-figure", { measure: "2.3.m1", value: "45", from: q2 }],
    ["Q2 2.3.m1 45", "report-figure", { measure: "2.3.m1", value: "45", from: q2 }],
    ["ICT access sessions: 45", "report-figure", { measure: "1.4.m1", value: "45" }],
    ["45 ICT access sessions in Q2", "report-figure", { measure: "1.4.m1", value: "45", from: q2 }],
    ["external funding 1.2k in Q2", "report-figure", { measure: "3.2.m4", value: "1.2k", from: q2 }],
    ["we got £12,000 of external funding in Q2", "report-figure", { measure: "3.2.m4", value: "£12,000", from: q2 }],
    ["nil return for 2.3.m1", "report-figure", { measure: "2.3.m1", value: "0" }],
    ["2.3.m1 nil", "report-figure", { measure: "2.3.m1", value: "0" }],
    ["zero ICT access sessions in Q2", "report-figure", { measure: "1.4.m1", value: "0", from: q2 }],
    ["no ICT access sessions in Q2", "report-figure", { measure: "1.4.m1", from: q2 }],
    ["no data for 2.3.m1 in Q2", "report-figure", { measure: "2.3.m1", none: "other", from: q2 }],
    ["we don't have a figure for 2.3.m1", "report-figure", { measure: "2.3.m1", none: "other" }],
    ["2.3.m1: closed", "report-figure", { measure: "2.3.m1", none: "closed" }],
    ["I can't give a figure for 2.3.m1", "report-figure", { measure: "2.3.m1", none: "other" }],
    [
      "ICT access sessions not available for Q2, the library was shut",
      "report-figure",
      { measure: "1.4.m1", none: "closed", note: "The library was shut", from: q2 },
    ],
    ["correct the Q1 figure for 2.3.m1", "report-figure", { measure: "2.3.m1", from: "2026-04-01" }],
    ["change 2.3.m1 to 45 for Q1", "report-figure", { measure: "2.3.m1", value: "45", from: "2026-04-01" }],
    ["I made a mistake in 2.3.m1", "report-figure", { measure: "2.3.m1" }],
    ["the figure for 2.3.m1 is wrong", "report-figure", { measure: "2.3.m1" }],
    ["2.3.m1 should have been 54 not 45", "report-figure", { measure: "2.3.m1", value: "54" }],
    ["amend the ICT sessions figure for Q1", "report-figure", { measure: "1.4.m1", from: "2026-04-01" }],
    ["I need to correct a figure", "report-figure", {}],
    ["fix my last figure", "report-figure", {}],
    ["my figures", "report-figure", {}],
    ["figures please", "report-figure", {}],
    ["do my return", "report-figure", {}],
    ["time to do my quarterly return", "report-figure", {}],
    ["here are the Q2 numbers", "report-figure", { from: q2 }],
    ["I have my Q2 figures", "report-figure", { from: q2 }],
  ]);
  it.each([["2.3.m1"], ["2.3.m1 in Q2"], ["ICT access sessions in Q2?"], ["how many ICT access sessions in Q2"], ["top 5 actions due in December"]])(
    "%s asks",
    (text) => expect(heard(text, ict)[0]?.[0]).not.toBe("report-figure"),
  );
});

describe("how a measure is taken is no figure of it", () => {
  table(business, [
    ["the target of 2.3.m1 is 60", "set-up", { measure: "2.3.m1", target: "60" }],
    ["target for 2.3.m1 should be 60", "set-up", { measure: "2.3.m1", target: "60" }],
    ["2.3.m1 target 60", "set-up", { measure: "2.3.m1", target: "60" }],
    ["the baseline for 2.3.m1 was 40", "set-up", { measure: "2.3.m1", baseline: "40" }],
    ["2.3.m1 should be monthly", "set-up", { measure: "2.3.m1", frequency: "monthly" }],
    ["report 2.3.m1 monthly", "set-up", { measure: "2.3.m1", frequency: "monthly" }],
    ["change 2.3.m1 to a percentage", "set-up", { measure: "2.3.m1" }],
    ["remove the target of 2.3.m1", "set-up", { measure: "2.3.m1" }],
    ["lower is better for 2.3.m1", "set-up", { measure: "2.3.m1" }],
    ["2.1.m1 and 2.4.m1 are the same", "join", { measure: "2.1.m1" }],
    ["2.1.m1 is the same as 2.4.m1", "join", { measure: "2.1.m1" }],
  ]);
  it("what the target is asks", () => expect(heard("what is the target of 2.3.m1", business)[0]?.[0]).toBe("figure"));
});

describe("actions", () => {
  table(business, [
    ["2.3.1 done", "change-status", { action: "2.3.1", status: "complete" }],
    ["done 2.3.1", "change-status", { action: "2.3.1", status: "complete" }],
    ["2.3.1 isn't done after all", "change-status", { action: "2.3.1" }],
    ["undo 2.3.1", "change-status", { action: "2.3.1" }],
    ["3.1.2 is delayed because the builders are late", "change-status", { action: "3.1.2", status: "at-risk", note: "The builders are late" }],
    ["report progress", "my-actions", {}],
    ["I want to give an update", "my-actions", {}],
    ["I need to update my actions", "my-actions", {}],
    ["extend 2.3.2 by 3 months", "more-time", { action: "2.3.2" }],
    ["2.3.2 needs another 3 months", "more-time", { action: "2.3.2" }],
    ["2.3.2 needs three more months because the builders are late", "more-time", { action: "2.3.2", note: "The builders are late" }],
    ["change the due date of 2.3.2 to 30 June 2027", "more-time", { action: "2.3.2", due: "2027-06-30" }],
    ["reschedule 2.3.2 to 30 June 2027", "more-time", { action: "2.3.2", due: "2027-06-30" }],
    ["2.3.2 won't be done until June 2027", "more-time", { action: "2.3.2", due: "2027-06-30" }],
    ["we won't make the deadline for 2.3.2", "more-time", { action: "2.3.2" }],
    ["we will miss the deadline on 2.3.2", "more-time", { action: "2.3.2" }],
    ["approve the extension for 2.3.2", "requests", { action: "2.3.2" }],
    ["refuse the extension of 2.3.2", "requests", { action: "2.3.2" }],
    ["any requests waiting", "requests", {}],
  ]);
  it("an id and a state from somebody who does not lead it asks", () => expect(heard("2.3.1 done", ict)[0]?.[0]).toBe("choose"));
});

describe("people", () => {
  table(business, [
    [`${anna} leads 2.3 now`, "name-person", { scope: "2.3", role: "lead", person: anna }],
    [`2.3 is now led by ${anna}`, "name-person", { scope: "2.3", role: "lead", person: anna }],
    [`${anna} no longer leads 2.3`, "name-person", { scope: "2.3", role: "nobody", person: anna }],
    [`${anna} is covering 2.3`, "name-person", { scope: "2.3", role: "deputy", person: anna }],
    [`${anna} reports 2.3.m1`, "name-person", { scope: "2.3.m1", role: "reporter", person: anna }],
    [`${business} is leaving`, "hand-over", { person: business }],
    [`${business} is leaving, ${anna} takes over`, "hand-over", { person: business, to: anna }],
    [`${anna} is replacing ${business}`, "hand-over", { person: business, to: anna }],
    [`swap ${business} for ${anna}`, "hand-over", { person: business, to: anna }],
    [`transfer ${business}'s work to ${anna}`, "hand-over", { person: business, to: anna }],
    [`hand over the business lead to ${anna}`, "hand-over", { person: business, to: anna }],
    [`hand over my actions to ${anna}`, "hand-over", { person: business, to: anna }],
    [`hand everything of mine to ${anna}`, "hand-over", { person: business, to: anna }],
    [`add manager ${anna}`, "managers", { person: anna, change: true }],
    [`give ${anna} manager rights`, "managers", { person: anna, change: true }],
    [`${anna} should not be a manager any more`, "managers", { person: anna, change: true, remove: true }],
    ["am I a manager", "managers", {}],
  ]);
});

describe("the record and what is missing", () => {
  table(business, [
    ["what changed", "changed-since", {}],
    ["what has changed", "changed-since", {}],
    ["audit trail", "who-changed", { scope: "plan" }],
    ["what did I change", "changed-since", { person: business }],
    ["what is different since the last meeting", "changed-since", { committee: true }],
    ["what figures came in since 1 October", "changed-since", { from: "2026-10-01" }],
    ["what changed on 2.3.1", "who-changed", { scope: "2.3.1" }],
    ["when was 2.3.1 last updated", "who-changed", { scope: "2.3.1" }],
    ["who set 2.3.1 to amber", "who-changed", { scope: "2.3.1" }],
    ["when was 2.3.m1 corrected", "history", { measure: "2.3.m1" }],
    ["why was 2.3.m1 changed", "history", { measure: "2.3.m1" }],
    ["next committee 8 December", "committee", { day: "2026-12-08" }],
    ["remove the committee of 12 October 2026", "committee", { day: "2026-10-12" }],
    ["who still needs to report", "missing", { who: true }],
    ["who do I need to chase", "missing", { who: true }],
    ["who should I chase for figures", "missing", { who: true }],
    ["who hasn't done their return for Q2", "missing", { who: true, from: "2026-07-01" }],
    ["has everyone reported", "missing", {}],
    ["are all the Q2 figures in", "missing", { from: "2026-07-01" }],
    ["how many figures are in", "missing", {}],
    ["have I reported everything", "missing", { person: business }],
  ]);
});
