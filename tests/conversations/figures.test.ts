/** Reporting figures in a chat, through the real adapter. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Measure, Plan } from "../../src/plan/index.js";
import { openStorage } from "../../src/storage/index.js";
import { describeEachDatabase } from "../support/database.js";
import { headOfService } from "../support/features.js";
import { openTalk, type Talk } from "./talk.js";

const ict = "ict.staff@example.org";
const finance = "finance.staff@example.org";
const skills = "skills.lead@example.org";

const figuresOf = async ({ features }: Talk, measure: string) => features.figures.allReports((await features.plans.current())?.id ?? "", measure);
const figureOf = async (talk: Talk, measure: string, period: string) => (await figuresOf(talk, measure)).find((one) => one.period === period);

describeEachDatabase("reporting figures", (database) => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await openTalk(await database.open());
  });
  afterAll(() => talk.stop());

  test("what was said stands in the form, and nothing is saved before it is pressed", async () => {
    const form = await talk.card(finance, "external funding was £1,200.50 in Q2");
    expect(form.text).toContain("Report the figure for 3.2.m4");
    expect(form.text).toContain("For 2026-27 Q2 (July to September 2026), late since 29 October 2026");
    expect(form.text).toContain("Last figure: £47,500.50 in 2026-27 Q1");
    expect(form.text).toContain("Target: £75,000");
    expect(form.inputs).toEqual({ value0: "£1,200.50" });
    expect(form.buttons).toEqual(["Save"]);
    expect(await figureOf(talk, "3.2.m4", "2026-27 Q2")).toBeUndefined();
  });

  test("what is far out is asked back once; the receipt takes the form's place and the pence are kept", async () => {
    const form = await talk.card(finance, "external funding was £1,200.50 in Q2");
    const asked = await talk.press(finance, form, "Save", { note0: "Two bids are still open." });
    expect(asked.text).toContain("This is less than a fifth of the last figure (£47,500.50 in 2026-27 Q1). Save it all the same?");
    expect(asked.inputs).toEqual({ value0: "£1,200.50", note0: "Two bids are still open." });
    expect(await figureOf(talk, "3.2.m4", "2026-27 Q2")).toBeUndefined();
    const receipt = await talk.press(finance, asked, "Save all the same");
    expect(receipt.text).toContain("Saved: 3.2.m4 is £1,200.50 for 2026-27 Q2");
    expect(receipt.text).toContain("£1,200.50 for 2026-27 Q2 (July to September 2026) · Note: Two bids are still open.");
    expect(receipt.text).toMatch(/By: \n?Finance Staff\n/);
    expect(receipt.text).toMatch(/When: \n?24 November 2026, 10:00\n/);
    expect(receipt.text).toMatch(/Receipt: \n?[0-9A-Z]{4}-[0-9A-Z]{4}\n/);
    expect(receipt.buttons).toEqual(["Correct this", "Next form"]);
    expect(await figureOf(talk, "3.2.m4", "2026-27 Q2")).toMatchObject({
      value: 1200.5,
      note: "Two bids are still open.",
      by: finance,
      at: "2026-11-24T10:00:00.000Z",
    });
  });

  test("a correction asks why, and keeps the old value, who, when and why", async () => {
    const form = await talk.card(finance, "update 3.2.m4");
    expect(form.text).toContain("Correct the figure for 3.2.m4");
    expect(form.text).toContain("Reported: £1,200.50, by Finance Staff on 24 November 2026");
    expect(form.inputs).toEqual({ value0: "1200.5", note0: "Two bids are still open." });
    const asked = await talk.press(finance, form, "Save", { value0: "51,200" });
    expect(asked.text).toContain("Please say in a few words why the figure is changed.");
    expect(asked.inputs).toEqual({ value0: "51,200", note0: "Two bids are still open." });
    const receipt = await talk.press(finance, asked, "Save", { why0: "A bid came through." }, { at: "2026-11-25T09:30:00.000Z" });
    expect(receipt.text).toContain("Saved: 3.2.m4 is £51,200 for 2026-27 Q2");
    expect(receipt.text).toContain("Changed because: A bid came through.");
    expect(await figureOf(talk, "3.2.m4", "2026-27 Q2")).toMatchObject({
      value: 51_200,
      why: "A bid came through.",
      earlier: [{ value: 1200.5, note: "Two bids are still open.", by: finance, at: "2026-11-24T10:00:00.000Z" }],
    });
  });

  test("a figure that came with the plan is kept the same way", async () => {
    const form = await talk.card(ict, "set 1.4.m1 for Q2 to 300");
    const receipt = await talk.press(ict, form, "Save", { value0: "300", why0: "Counted again." });
    expect(receipt.text).toContain("Saved: 1.4.m1 is 300 sessions");
    expect((await figureOf(talk, "1.4.m1", "2026-27 Q2"))?.earlier).toEqual([{ value: expect.any(Number), by: ict, at: expect.any(String) }]);
  });

  test("saving again what stands changes nothing and says so", async () => {
    const form = await talk.card(finance, "update 3.2.m4");
    const same = await talk.press(finance, form, "Save");
    expect(same.text).toContain("That is saved already");
    expect((await figureOf(talk, "3.2.m4", "2026-27 Q2"))?.earlier).toHaveLength(1);
  });

  test("not available is neither zero nor blank, needs a reason, and can be replaced by a figure", async () => {
    const form = await talk.card("survey.staff@example.org", "report figures");
    expect(form.text).toContain("Report the figure for 2.5.m1");
    const asked = await talk.press("survey.staff@example.org", form, "Save", { none0: "other" });
    expect(asked.text).toContain("Please say here why there is no figure.");
    const receipt = await talk.press("survey.staff@example.org", asked, "Save", { none0: "closed" });
    expect(receipt.text).toContain("Saved: 2.5.m1 is not available (closed) for 2026-27 Q2");
    const kept = await figureOf(talk, "2.5.m1", "2026-27 Q2");
    expect(kept).toMatchObject({ unavailable: "closed" });
    expect(kept).not.toHaveProperty("value");
    const correction = await talk.press("survey.staff@example.org", receipt, "Correct this");
    expect(correction.inputs).toEqual({ none0: "closed" });
    await talk.press("survey.staff@example.org", correction, "Save", { value0: "4.3", why0: "The survey was found." });
    const corrected = await figureOf(talk, "2.5.m1", "2026-27 Q2");
    expect(corrected).toMatchObject({ value: 4.3, earlier: [{ unavailable: "closed" }] });
    expect(corrected).not.toHaveProperty("unavailable");
  });

  test("several in one form: what is wrong comes back with everything typed, and then all are saved under one receipt", async () => {
    const lead = "engagement.lead@example.org";
    const form = await talk.card(lead, "report figures for 2.5");
    expect(form.text).toContain("2.5.m2");
    const place = (id: string) =>
      form.text
        .split("\n")
        .filter((line) => /^2\.5\.m\d$/.test(line))
        .indexOf(id);
    const [m2, m4] = [place("2.5.m2"), place("2.5.m4")];
    const typed = { [`value${m2}`]: "yes", [`value${m4}`]: "about five", [`note${m4}`]: "Villages too." };
    const wrong = await talk.press(lead, form, "Save", typed);
    expect(wrong.text).toContain("Nothing was saved yet: please look at 2.5.m4.");
    expect(wrong.text).toContain("Please type a number, such as 45, 1,200 or 1.2k.");
    expect(wrong.inputs).toEqual(typed);
    expect(await figuresOf(talk, "2.5.m2")).toEqual([]);
    const receipt = await talk.press(lead, wrong, "Save", { [`value${m4}`]: "1.2k" });
    expect(receipt.text).toContain("Saved: 2 figures");
    expect(receipt.text).toContain("1,200");
    expect((await figuresOf(talk, "2.5.m2"))[0]).toMatchObject({ value: true, by: lead });
    expect((await figuresOf(talk, "2.5.m4"))[0]).toMatchObject({ value: 1200, note: "Villages too." });
  });

  test("the history tells every value, who, when and why; so does who changed it", async () => {
    const history = await talk.card(finance, "history of 3.2.m4");
    expect(history.text).toContain(
      "The last correction: 2026-27 Q2 from £1,200.50 to £51,200, by Finance Staff on 25 November 2026 because: A bid came through.",
    );
    expect(history.text).toMatch(/2026-27 Q2\n £51,200\n[^\n]*by Finance Staff on 25 November 2026 · Changed because: A bid came through\./);
    expect(history.text).toMatch(/before that: £1,200\.50\n[^\n]*by Finance Staff on 24 November 2026 · Note: Two bids are still open\./);
    await talk.card(finance, "what is the latest figure for 3.2.m4?");
    expect((await talk.card(finance, "who changed it?")).text).toContain("History of 3.2.m4");
    expect((await talk.card(finance, "who changed 3.2.m4?")).text).toContain("History of 3.2.m4");
  });

  test("what is not available is told as that, and counts as in", async () => {
    const who = "health.lead@example.org";
    const form = await talk.card(who, "update 1.3.m2");
    await talk.press(who, form, "Save", { none0: "other", note0: "The clinic stopped counting." });
    const figure = await talk.card(who, "what is 1.3.m2 for 2026-27 Q2?");
    expect(figure.text).toContain("Not available for 2026-27 Q2 (July to September 2026)");
    expect(figure.text).toContain(
      "For 2026-27 Q2 (July to September 2026) it was reported as not available: another reason, see the note, by Health Lead on 24 November 2026. Note: The clinic stopped counting.",
    );
    expect(figure.text).not.toContain("is missing");
    expect((await talk.card(who, "what is missing in 1.3 for Q2?")).text).not.toContain("1.3.m2");
  });

  test("two people report the same: the second sees what the first saved, and chooses", async () => {
    const [mine, theirs] = [await talk.card(headOfService, "update 2.5.m6 for Q1"), await talk.card("engagement.lead@example.org", "update 2.5.m6 for Q1")];
    await talk.press("engagement.lead@example.org", theirs, "Save", { value0: "14", why0: "One more came in." });
    const choice = await talk.press(headOfService, mine, "Save", { value0: "15", why0: "Counted by hand." });
    expect(choice.text).toMatch(/Engagement Lead reported 14 .* on 24 November 2026, while this form was open\./);
    expect(choice.inputs).toMatchObject({ value0: "15", why0: "Counted by hand." });
    expect(choice.buttons).toEqual(["Save mine", "Keep what is saved"]);
    const kept = await talk.press(headOfService, choice, "Keep what is saved");
    expect(kept.text).toContain("Kept as it is");
    expect(await figureOf(talk, "2.5.m6", "2026-27 Q1")).toMatchObject({ value: 14 });
    const receipt = await talk.press(headOfService, choice, "Save mine");
    expect(receipt.text).toContain("Saved: 2.5.m6 is 15");
    expect((await figureOf(talk, "2.5.m6", "2026-27 Q1"))?.earlier?.map(({ value, by }) => [value, by])).toEqual([
      [expect.any(Number), expect.any(String)],
      [14, "engagement.lead@example.org"],
    ]);
  });

  test("a second press, a re-sent request and an old card get the first receipt, whatever was typed", async () => {
    const form = await talk.card("outreach.staff@example.org", "report 2.5.m3 for 2026-27 Q1");
    const typed = { value0: "33", why0: "Counted again." };
    const first = await talk.press("outreach.staff@example.org", form, "Save", typed);
    const second = await talk.press("outreach.staff@example.org", form, "Save", typed);
    const other = await talk.press("outreach.staff@example.org", form, "Save", { value0: "99", why0: "No." });
    const aYearLater = await talk.press("outreach.staff@example.org", form, "Save", typed, { at: "2027-11-24T10:00:00.000Z" });
    for (const again of [second, other, aYearLater]) expect(again.text).toBe(first.text);
    const kept = await figureOf(talk, "2.5.m3", "2026-27 Q1");
    expect(kept).toMatchObject({ value: 33, revision: 1 });
  });

  test.each<[string, () => Promise<{ as: string; at?: string }>, RegExp]>([
    ["a year-old card", async () => ({ as: ict, at: "2027-11-24T10:00:00.000Z" }), /This form is too old to be used\. Nothing was saved\./],
    ["somebody else's card", async () => ({ as: skills }), /made for somebody else.*Nothing was saved\./],
    ["a stranger with somebody else's card", async () => ({ as: "priya.shah@example.org" }), /made for somebody else.*Nothing was saved\./],
  ])("%s is refused plainly, and nothing is saved", async (_, how, why) => {
    const form = await talk.card(ict, "update 1.4.m2");
    const { as, at } = await how();
    const before = await figuresOf(talk, "1.4.m2");
    const refused = await talk.press(as, form, "Save", { value0: "130", why0: "So." }, at ? { at } : undefined);
    expect(refused.text).toContain("Not saved");
    expect(refused.text).toMatch(why);
    expect(await figuresOf(talk, "1.4.m2")).toEqual(before);
    if (as === "priya.shah@example.org") return;
    const current = await talk.press(as, refused, "Open the form as it is now", {}, at ? { at } : undefined);
    expect(current.text).toContain("1.4.m2");
  });

  test("a period that has closed meanwhile is refused, with the form of today", async () => {
    const at = "2027-03-30T10:00:00.000Z";
    const form = await talk.card(ict, "update 1.4.m2 for 2025-26 Q4", { at });
    const refused = await talk.press(ict, form, "Save", { value0: "130", why0: "So." }, { at: "2027-04-01T10:00:00.000Z" });
    expect(refused.text).toContain("2025-26 Q4 (January to March 2026) is closed: it could be reported until 31 March 2027.");
    expect(refused.text).toContain("Nothing was saved.");
    const current = await talk.press(ict, refused, "Open the form as it is now", {}, { at: "2027-04-01T10:00:00.000Z" });
    expect(current.text).toContain("For 2026-27 Q4 (January to March 2027), open until 28 April 2027");
  });
});

describe("a form of one's own measures", () => {
  const all = "all.staff@example.org";
  const numbers = (kind: "number" | "narrative") => (plan: Plan) => {
    for (const priority of plan.themes.flatMap((theme) => theme.priorities))
      priority.measures = priority.measures.map(
        (measure): Measure => ({ id: measure.id, text: measure.text, kind, reporter: all, frequency: "quarterly", baseline: undefined }),
      );
  };

  test("has eight at most, then the next page; what is saved makes room for the next", async () => {
    const talk = await openTalk(await openStorage(), { change: numbers("number") });
    const first = await talk.card(all, "report figures");
    expect(first.text).toContain("Page 1 of 8");
    expect(first.text).toContain("Report 8 figures");
    expect(first.buttons).toEqual(["Save", "Next page, without saving"]);
    const second = await talk.press(all, first, "Next page, without saving");
    expect(second.text).toContain("Page 2 of 8");
    expect(ids(second)).not.toContain(ids(first)[0]);
    const receipt = await talk.press(all, first, "Save", { value0: "1", value7: "8" });
    expect(receipt.text).toContain("Saved: 2 figures");
    const next = await talk.press(all, receipt, "Next form");
    expect(ids(next)).toHaveLength(8);
    expect(ids(next)).not.toContain(ids(first)[0]);
    expect(ids(next)).toContain(ids(first)[1]);
    await talk.stop();
  });

  test("with the longest texts there can be comes back whole, and still fits a card", async () => {
    const talk = await openTalk(await openStorage(), { change: numbers("narrative") });
    const form = await talk.card(all, "report figures");
    const places = form.names.flatMap((name) => /^value(\d)$/.exec(name)?.[1] ?? []);
    expect(places.length).toBeGreaterThan(2);
    const text = "Ж".repeat(2_000);
    const note = "Ж".repeat(500);
    const typed = Object.fromEntries(
      places.flatMap((place) => [
        [`value${place}`, text],
        [`note${place}`, note],
        [`none${place}`, "closed"],
      ]),
    );
    const wrong = await talk.press(all, form, "Save", typed);
    expect(wrong.inputs).toEqual(typed);
    expect(JSON.stringify(wrong.card).length * 2).toBeLessThanOrEqual(40 * 1024);
    await talk.stop();
  });

  test("asks for a baseline with the first figure of what is worded as a change, and never again", async () => {
    const talk = await openTalk(await openStorage(), { change: numbers("number") });
    const form = await talk.card(all, "update 1.1.m1");
    expect(form.text).toContain("Increased number of events");
    expect(form.text).toContain("Baseline: figure before the plan began");
    const receipt = await talk.press(all, form, "Save", { value0: "150", baseline0: "1,120" });
    expect(receipt.text).toContain("Baseline: 1,120");
    expect((await talk.press(all, form, "Save", { value0: "151" })).text).toBe(receipt.text);
    expect((await talk.card(all, "what is the baseline for 1.1.m1?")).text).toContain("The baseline for 1.1.m1 is 1,120.");
    expect((await talk.card(all, "update 1.1.m1")).names).not.toContain("baseline0");
    const [entry] = (await talk.features.auditLog.changes({ plan: "plan" })).filter(({ parts }) => parts.some(({ what }) => what === "baseline"));
    expect(entry).toMatchObject({ by: all, parts: [{ item: "1.1.m1", what: "baseline", to: 1120 }] });
    await talk.stop();
  });
});

/** Ids that stand before the words of a part. */
const ids = ({ text }: { text: string }) => text.split("\n").filter((line) => /^\d\.\d\.m\d+$/.test(line));

describe("who has lost the right", () => {
  test("is refused when saving, and hears who can", async () => {
    const talk = await openTalk(await openStorage());
    const form = await talk.card(ict, "update 1.4.m1");
    await talk.features.amendments.amend("plan", "handed over", () => ({
      change: { _id: "handed over", plan: "plan", items: ["1.4.m1"], parts: [], by: headOfService, at: today, through: "test" },
      of: new Map([["1.4.m1", { reporter: "new.staff@example.org" }]]),
    }));
    const refused = await talk.press(ict, form, "Save", { value0: "300", why0: "So." });
    expect(refused.text).toContain("Only New Staff, Skills Lead or a manager (Head of Service) can report 1.4.m1.");
    expect(refused.text).toContain("Nothing was saved.");
    expect(refused.buttons).toEqual(["Open your form"]);
    await talk.stop();
  });
});

const today = "2026-11-24T10:00:00.000Z";
