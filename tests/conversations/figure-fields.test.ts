/** Every field of the forms of figures with what no person would type: nothing is written, somebody is told, nothing breaks. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { oddTexts, oddValues, pressRaw } from "./odd-fields.js";
import { openTalk, type Talk } from "./talk.js";

const lead = "engagement.lead@example.org";
const ict = "ict.staff@example.org";

/** A note may hold these as words: cards show them as they are. */
const fineInWords = new Set(["a negative number", "an exponent", "NaN", "Infinity", "markdown", "another person's id"]);

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const reports = async (measure: string) => talk.features.figures.allReports("plan", measure);
const changes = async () => talk.features.auditLog.changes({ plan: "plan" });

describe("a field of a figure's form", () => {
  const fields: [string, string, string, string, Record<string, unknown>][] = [
    ["a number", "2.5.m4", lead, "value0", {}],
    ["yes or no", "2.5.m2", lead, "value0", {}],
    ["a percentage", "1.1.m3", "reading.lead@example.org", "value0", { why0: "Counted again." }],
    ["a rating", "1.5.m3", "workforce.lead@example.org", "value0", { why0: "Counted again." }],
    ["money", "2.1.m4", "finance.staff@example.org", "value0", { why0: "Counted again." }],
    ["a reason", "2.5.m4", lead, "none0", {}],
    ["a baseline", "2.5.m4", lead, "baseline0", { value0: "45" }],
    ["a correction's figure", "1.4.m1", ict, "value0", { why0: "Counted again." }],
  ];
  test.each(
    fields.flatMap(([name, measure, as, field, typed]) => [...oddValues, ...oddTexts].map(([what, json]) => ({ name, measure, as, field, typed, what, json }))),
  )("$name given as $what: nothing is written, and why is said", async ({ measure, as, field, typed, json }) => {
    const [before, changed] = [await reports(measure), await changes()];
    const form = await talk.card(as, `update ${measure}`);
    expect(form.names).toContain(field);
    const text = await pressRaw(talk, as, form.press("Save", typed), field, json);
    expect(text).toMatch(/Nothing was saved/);
    expect(text).toMatch(/Please|could not be read|cannot be|too long|without <at>|nothing was filled in|all the same\?|from 0 to|between 0 and/);
    expect([await reports(measure), await changes()]).toEqual([before, changed]);
  });

  const wordy: [string, string, string, string, Record<string, unknown>][] = [
    ["what happened", "2.3.m2", "business.lead@example.org", "value0", {}],
    ["a note", "2.5.m4", lead, "note0", { value0: "45" }],
    ["the reason of a correction", "1.4.m1", ict, "why0", { value0: "311" }],
  ];
  test.each(
    wordy.flatMap(([name, measure, as, field, typed]) =>
      [...oddValues, ...oddTexts.filter(([what]) => !fineInWords.has(what))].map(([what, json]) => ({ name, measure, as, field, typed, what, json })),
    ),
  )("$name given as $what: nothing is written, and why is said", async ({ measure, as, field, typed, json }) => {
    const before = await reports(measure);
    const text = await pressRaw(talk, as, (await talk.card(as, `update ${measure}`)).press("Save", typed), field, json);
    expect(text).toContain("Nothing was saved yet");
    expect(await reports(measure)).toEqual(before);
  });

  test.each([...oddValues, ...oddTexts])("the form's own id given as %s is no form", async (_, json) => {
    const before = await changes();
    const form = await talk.card(ict, "update 1.4.m1");
    const text = await pressRaw(talk, ict, form.press("Save", { value0: "311", why0: "So." }), "form", json);
    expect(text).toMatch(/cannot be used|does not work any more/);
    expect(await changes()).toEqual(before);
  });

  test.each([...oddValues, ...oddTexts])("what was sure of given as %s makes nothing sure", async (_, json) => {
    const before = await changes();
    const form = await talk.card(ict, "update 1.4.m1");
    const text = await pressRaw(talk, ict, form.press("Save", { value0: "99999", why0: "So." }), "sure", json);
    expect(text).toContain("Save it all the same?");
    expect(await changes()).toEqual(before);
  });

  test("markdown in a note is kept as it is, and a card shows it as plain text", async () => {
    const note = "**45** [x](https://example.org) _so_";
    const form = await talk.card(lead, "update 2.5.m5");
    const receipt = await talk.press(lead, form, "Save", { value0: "no", note0: note });
    expect(receipt.text).toContain(`Note: ${note}`);
    expect(JSON.stringify(receipt.card)).not.toContain(`"TextBlock"`);
  });
});

describe("a field of a button that opens a form", () => {
  const fields = ["measures", "periods", "scope", "page", "window"];
  test.each(fields.flatMap((field) => [...oddValues, ...oddTexts].map(([what, json]) => ({ field, what, json }))))(
    "$field given as $what breaks nothing",
    async ({ field, json }) => {
      const before = await changes();
      const data = { measures: ["1.4.m1"], periods: ["2026-27 Q2"] };
      await pressRaw(talk, ict, { verb: "figures.form", data }, field, json);
      expect(await changes()).toEqual(before);
      expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );
});
