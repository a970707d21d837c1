/** Joining measures that are printed under several priorities, through the real adapter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { openTalk, type Talk } from "./talk.js";

const ict = "ict.staff@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const joining = async (into: string) => talk.press(headOfService, await talk.card(headOfService, "join 2.5.m1"), "Save", { into });

describe("measures printed under several priorities", () => {
  test("are listed", async () => {
    const list = await talk.card(headOfService, "which measures are duplicates?");
    expect(list.text).toContain("stand in more than one place");
    expect(list.text).toContain("1.4.m1, 3.1.m4");
    expect(list.text).toContain("2.1.m1, 2.4.m1, 2.5.m1");
    expect(list.text).toContain("Each keeps its own figures");
  });

  test("are joined by a manager after a look at what each has; then one figure counts in each place", async () => {
    expect((await talk.card(ict, "what is the latest figure for 3.1.m4?")).text).toContain("No figure yet");
    const form = await talk.card(headOfService, "join 1.4.m1 and 3.1.m4");
    expect(form.text).toContain("1.4.m1 and 3.1.m4 are the same measure");
    expect(form.text).toContain("Those of 1.4.m1 (6 figures)");
    expect(form.inputs).toEqual({ into: "1.4.m1" });
    const receipt = await talk.press(headOfService, form, "Save");
    expect(receipt.text).toContain("Joined: 1.4.m1 and 3.1.m4");
    expect(receipt.text).toContain("One figure counts for all of them: that of 1.4.m1.");
    expect((await talk.press(headOfService, form, "Save", { into: "3.1.m4" })).text).toBe(receipt.text);
    const there = await talk.card(ict, "what is the latest figure for 3.1.m4?");
    expect(there.text).toMatch(/Counted with: \n?1\.4\.m1/);
    expect(there.text).toContain("sessions\n2026-27 Q2");
    expect((await talk.card(headOfService, "which measures are duplicates?")).text).toContain("Joined: one figure counts, that of 1.4.m1");
  });

  test("a figure reported for one of them is the other's too", async () => {
    const form = await talk.card(ict, "3.1.m4 was 333 in Q2");
    expect(form.text).toContain("3.1.m4 was joined to 1.4.m1: one figure counts for both.");
    expect(form.text).toContain("Correct the figure for 1.4.m1");
    await talk.press(ict, form, "Save", { why0: "Counted again." });
    for (const id of ["1.4.m1", "3.1.m4"]) expect((await talk.card(ict, `latest figure for ${id}`)).text).toContain("333 sessions");
    expect((await talk.card(ict, "history of 3.1.m4")).text).toContain("333 sessions");
  });

  test("what is joined is not missing twice, and is asked for once", async () => {
    const at = "2027-01-10T10:00:00.000Z";
    const missing = await talk.card(headOfService, "what is missing in Q3?", { at });
    expect(missing.text).not.toMatch(/^3\.1\.m4$/m);
    expect((await talk.card(headOfService, "which figures are missing in 1.4?", { at })).text).toContain("1.4.m1");
    expect((await talk.card(headOfService, "which figures are missing in 3.1?", { at })).text).toContain("3.1.m4");
  });

  test("a form of a measure that was joined meanwhile is refused, with the form of the one that counts", async () => {
    const survey = "survey.staff@example.org";
    const form = await talk.card(survey, "update 2.5.m1");
    await talk.press(headOfService, await talk.card(headOfService, "join 2.5.m1"), "Save", { into: "2.1.m1" });
    const refused = await talk.press(survey, form, "Save", { value0: "4.1" });
    expect(refused.text).toContain("2.5.m1 was joined to 2.1.m1: one figure counts for both.");
    expect((await talk.press(survey, refused, "Open the form as it is now")).text).toContain("the figure for 2.1.m1");
  });

  test("can be parted again, and each has the figures it had", async () => {
    const form = await talk.card(headOfService, "separate 3.1.m4 from 1.4.m1");
    expect(form.text).toContain("Joined measures");
    const receipt = await talk.press(headOfService, form, "Save", { into: "apart" });
    expect(receipt.text).toContain("Apart again: 1.4.m1 and 3.1.m4");
    expect((await talk.card(ict, "what is the latest figure for 3.1.m4?")).text).toContain("No figure yet");
    expect((await talk.card(ict, "what is the latest figure for 1.4.m1?")).text).toContain("333 sessions");
  });

  test.each<[string, string]>([
    ["the reporter", ict],
    ["the lead", "skills.lead@example.org"],
    ["staff", "priya.shah@example.org"],
  ])("%s hears that only a manager can join them", async (_, as) => {
    const refused = await talk.card(as, "join 1.4.m1 and 3.1.m4");
    expect(refused.text).toContain("Only a manager (Head of Service) can join measures.");
    expect(refused.names).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["a measure of another group", { into: "2.1.m1" }],
    ["nothing", { into: "" }],
    ["an operator", { into: { $ne: null } }],
    ["a number", { into: 4 }],
    ["too much", { into: "x".repeat(100_000) }],
  ])("%s to join to is asked for again, and nothing is saved", async (_, typed) => {
    const form = await talk.card(headOfService, "join 1.4.m1");
    const before = await talk.features.auditLog.changes({ plan: "plan" });
    expect((await talk.press(headOfService, form, "Save", typed)).text).toContain("Please choose one of these.");
    expect(await talk.features.auditLog.changes({ plan: "plan" })).toEqual(before);
  });

  test("a measure that stands in one place only has nothing to be joined to", async () => {
    expect((await talk.card(headOfService, "join 3.3.m2")).text).toContain("there is nothing to join it to");
  });

  test("the lead of each place may report the one figure, and is named to those who may not", async () => {
    const engagement = "engagement.lead@example.org";
    await joining("apart");
    expect((await talk.card(engagement, "update 2.4.m1")).text).toContain("Only Survey Staff, Data Lead or a manager");
    await joining("2.4.m1");
    const form = await talk.card(engagement, "2.5.m1 was 4.4 in Q2");
    expect(form.text).toContain("2.5.m1 was joined to 2.4.m1: one figure counts for both.");
    const receipt = await talk.press(engagement, form, "Save", { why0: "Two branches reported late." });
    expect(receipt.text).toContain("Saved: 2.4.m1 is 4.4 out of 5 for 2026-27 Q2");
    expect((await talk.card(ict, "update 2.5.m1")).text).toMatch(/Only Survey Staff, Data Lead, .*Engagement Lead or a manager/);
    await joining("apart");
    expect((await talk.card(engagement, "update 2.4.m1")).text).toContain("can report this figure");
  });

  test("the record says what was joined with what, and that it was parted again", async () => {
    await joining("2.4.m1");
    expect((await talk.card(headOfService, "recent changes")).text).toContain("Counted with 2.4.m1");
    await joining("apart");
    const { text } = await talk.card(headOfService, "recent changes");
    expect(text).toContain("ounted by itself again, no longer with 2.4.m1: 2.1.m1 and 2.5.m1");
    expect(text).not.toContain("handed over");
    expect((await talk.card(headOfService, "history of 2.5.m1")).text).toContain("Counted by itself again, no longer with 2.4.m1\n");
    expect((await talk.card(headOfService, "what changed since 1 October")).text).toMatch(/8 others[\s\S]*The plan was imported in this time/);
  });
});
