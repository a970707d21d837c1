/** Saying how a measure is taken, through the real adapter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Measure } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { openTalk, type Talk, today } from "./talk.js";

const lead = "skills.lead@example.org";
const staff = "ict.staff@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const measureOf = async (id: string): Promise<Measure | undefined> => {
  const item = (await talk.features.plans.current())?.catalogue.find(id);
  return item?.type === "measure" ? item.measure : undefined;
};
const entries = async () => (await talk.features.auditLog.changes({ plan: "plan" })).filter(({ through }) => through === "measures.set-up");

describe("setting a measure up", () => {
  test("its lead changes the target that the words gave; nothing is saved before", async () => {
    const form = await talk.card(lead, "change the target of 1.4.m1 to 450");
    expect(form.text).toContain("Set up a measure");
    expect(form.inputs).toEqual({ kind: "number", unit: "sessions", direction: "increase", frequency: "quarterly", baseline: "300", target: "450" });
    expect(form.text).toContain("Reported by: Ict Staff (a manager names who reports)");
    expect((await measureOf("1.4.m1"))?.target).toBe(420);
    const receipt = await talk.press(lead, form, "Save for 1.4.m1");
    expect(receipt.text).toMatch(/Saved: how 1\.4\.m1 is set up.*Target: \n?450 sessions; before: 420 sessions.*By: \n?Skills Lead/s);
    expect(await measureOf("1.4.m1")).toMatchObject({ target: 450, baseline: 300, unit: "sessions" });
    expect((await talk.card(lead, "has 1.4.m1 met its target?")).text).toContain("The target for 1.4.m1 is 450 sessions");
    const again = await talk.press(lead, form, "Save for 1.4.m1", { target: "999" });
    expect(again.text).toBe(receipt.text);
  });

  test("a manager names the reporters as well", async () => {
    const form = await talk.card(headOfService, "set up 1.4.m1");
    expect(form.inputs.reporters).toBe(staff);
    const receipt = await talk.press(headOfService, form, "Save for 1.4.m1", { reporters: "New.Staff@example.org, ict.staff@example.org", unit: "visits" });
    expect(receipt.text).toMatch(/Unit: \n?visits; before: sessions.*Reporter: \n?New Staff; before: Ict Staff.*Deputy: \n?Ict Staff/s);
    expect(await measureOf("1.4.m1")).toMatchObject({ reporter: "new.staff@example.org", deputies: [staff], unit: "visits" });
    expect((await talk.card("new.staff@example.org", "update 1.4.m1")).buttons).toContain("Save");
  });

  test("a target and a baseline can be taken away", async () => {
    const form = await talk.card(headOfService, "set up 1.4.m2");
    await talk.press(headOfService, form, "Save for 1.4.m2", { target: "", baseline: "" });
    const measure = await measureOf("1.4.m2");
    expect([measure?.target, measure?.baseline]).toEqual([undefined, undefined]);
  });

  test("what was changed meanwhile is shown, and nothing is written over", async () => {
    const [one, two] = [await talk.card(headOfService, "set up 2.3.m1"), await talk.card("business.lead@example.org", "set up 2.3.m1")];
    await talk.press("business.lead@example.org", two, "Save for 2.3.m1", { unit: "founders" });
    const shown = await talk.press(headOfService, one, "Save for 2.3.m1", { unit: "people" });
    expect(shown.text).toContain("Not saved yet: this measure was changed after this card was made.");
    expect(shown.inputs.unit).toBe("founders");
    expect((await measureOf("2.3.m1"))?.unit).toBe("founders");
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ["a kind that its figures do not fit", { kind: "yesno" }, /figures of this measure would not fit that kind/],
    ["a kind that is none", { kind: "colour" }, /Please choose one of these/],
    ["a target that is no number", { target: "lots" }, /Please type a number/],
    ["a baseline below nothing", { baseline: "-1" }, /cannot be below 0/],
    ["a frequency that is none", { frequency: "daily" }, /Please choose one of these/],
    ["a unit with what cannot be seen", { unit: "ev\u202eents" }, /hidden characters/],
    ["a unit that is too long", { unit: "x".repeat(100_000) }, /at most 40 characters/],
    ["a reporter that is no address", { reporters: "Priya" }, /not an e-mail address/],
    ["an operator", { target: { $ne: null } }, /could not be read/],
    ["a number where text belongs", { unit: 45 }, /could not be read/],
    ["nothing different", {}, /There is nothing to change/],
  ])("%s is told beside what was typed, and nothing is saved", async (_, typed, why) => {
    const before = await entries();
    const form = await talk.card(headOfService, "set up 3.3.m2");
    const shown = await talk.press(headOfService, form, "Save for 3.3.m2", typed);
    expect(shown.text).toMatch(why);
    expect(shown.buttons).toEqual(["Save for 3.3.m2"]);
    expect(await entries()).toEqual(before);
  });

  test.each<[string, string, string]>([
    ["staff", "priya.shah@example.org", "Only Skills Lead or a manager (Head of Service) can say how this measure is set up."],
    ["its reporter", "volunteer.coordinator@example.org", "Only Volunteers Lead or a manager"],
    ["another lead", "reading.lead@example.org", "Only Volunteers Lead or a manager"],
  ])("%s hears who can", async (_, as, why) => {
    const id = why.includes("Skills") ? "1.4.m3" : "3.3.m2";
    const refused = await talk.card(as, `set up ${id}`);
    expect(refused.text).toContain(why);
    expect(refused.names).toEqual([]);
  });

  test("somebody else's card and an old card are refused", async () => {
    const form = await talk.card(headOfService, "set up 3.3.m2");
    for (const [as, at] of [
      [lead, today],
      [headOfService, "2027-11-24T10:00:00.000Z"],
    ] as const) {
      const refused = await talk.press(as, form, "Save for 3.3.m2", { unit: "h" }, { at });
      expect(refused.text).toContain("Nothing was saved");
    }
  });

  test("the history tells how it was taken before, by whom and when", async () => {
    const history = await talk.card(lead, "who changed 1.4.m1?");
    expect(history.text).toContain("How it is taken, and who reports");
    expect(history.text).toMatch(/Target 450.*before: 420/);
    expect(history.text).toContain("by Skills Lead on 24 November 2026");
  });
});

describe("words that want a measure set up", () => {
  test.each<[string, Record<string, string>]>([
    ["set up 3.3.m2", {}],
    ["configure measure 3.3.m2", {}],
    ["set the target for 3.3.m2 to 6,500", { target: "6,500" }],
    ["change the baseline of 3.3.m2 to 5200", { baseline: "5200" }],
    ["make 3.3.m2 monthly", { frequency: "monthly" }],
    ["change the unit of 3.3.m2", {}],
  ])("%j", async (text, inputs) => {
    const form = await talk.card(headOfService, text);
    expect(form.buttons).toEqual(["Save for 3.3.m2"]);
    expect(form.inputs).toMatchObject(inputs);
  });
});
