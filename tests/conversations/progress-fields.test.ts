/** Every field of the cards that change actions, people, managers, committee dates and measures with what no person would type: nothing is written, somebody is told, nothing breaks. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { type Field, oddTexts, oddValues, pressRaw, tryEachField, tryOwnId } from "./odd-fields.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";
const funding = "funding.lead@example.org";
const anna = "anna.smith@example.org";
const why = "The programme starts a quarter later.";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
  const asked = await talk.card(funding, `more time for the full programme milestone of 3.2.1 until 30 June 2030 because ${why}`);
  await talk.press(funding, asked, "Ask for more time");
});
afterAll(() => talk.stop());

const changes = () => talk.features.auditLog.changes({ plan: "plan" });

const status = { card: "status", as: business, says: "update 2.3.1", button: "Save 2.3.1" };
const done = { card: "milestone done", as: business, says: "mark the spokes of 2.3.1 as done", button: "Mark as done" };
const time = { card: "more time", as: business, says: "more time for the spokes of 2.3.1", button: "Ask for more time" };
const name = { card: "name somebody", as: headOfService, says: "name the lead of 2.3.1", button: "Save for 2.3.1" };
const over = { card: "hand over", as: headOfService, says: "hand over everything of skills.lead@example.org", button: "Hand over all 3" };
const manager = { card: "make a manager", as: headOfService, says: "managers", button: "Make a manager" };
const committee = { card: "committee date", as: headOfService, says: "committee dates", button: "Save this date" };
const setUp = { card: "set a measure up", as: headOfService, says: "set up 2.5.m4", button: "Save for 2.5.m4" };
const join = { card: "join measures", as: headOfService, says: "join 1.4.m1 and 3.1.m4", button: "Save" };
const fields: Field[] = [
  { ...status, field: "status", typed: { note: why } },
  { ...status, field: "note", typed: { status: "off-track" }, words: true },
  { ...done, field: "day", typed: {} },
  { ...done, field: "link", typed: { day: "2026-11-20" }, optional: true },
  { ...done, field: "note", typed: { day: "2026-11-20" }, words: true, optional: true },
  { ...time, field: "due", typed: { why } },
  { ...time, field: "why", typed: { due: "2027-06-30" }, words: true },
  {
    card: "answer to more time",
    as: headOfService,
    says: "requests for more time",
    button: "Refuse; 31 March 2030 stays",
    field: "words",
    typed: {},
    words: true,
  },
  { ...name, field: "role", typed: { email: anna } },
  { ...name, field: "email", typed: {} },
  { ...name, field: "person", typed: {} },
  { ...over, field: "email", typed: {} },
  { ...over, field: "person", typed: {} },
  { ...manager, field: "email", typed: {} },
  { ...manager, field: "person", typed: {} },
  { ...committee, field: "day", typed: {} },
  ...["kind", "direction", "frequency", "baseline", "target", "reporters"].map((field) => ({ ...setUp, field, typed: {}, optional: true })),
  { ...setUp, field: "unit", typed: {}, words: true, optional: true },
  { ...join, field: "into", typed: {} },
];
/** What a reason may say, and what any note may; cards show it as plain text. */
const saysSomething = new Set(["markdown", "another person's id"]);
const isWords = new Set([...saysSomething, "a negative number", "an exponent", "NaN", "Infinity"]);
const trial = {
  talk: () => talk,
  standing: changes,
  told: /Not saved yet|Not asked yet|Not handed over yet|Nothing was saved|Nothing was changed|Nothing was decided yet|There is nothing to change/,
  fine: ({ optional }: Field) => (optional ? isWords : saysSomething),
};

tryEachField(fields, trial);
tryOwnId([...new Map(fields.map((field) => [field.card, field])).values()], trial);

describe("the button that opens a card", () => {
  test.each(["card", "action"].flatMap((field) => [...oddValues, ...oddTexts].map(([what, json]) => ({ field, what, json }))))(
    "$field given as $what breaks nothing",
    async ({ field, json }) => {
      const before = await changes();
      await pressRaw(talk, business, { verb: "progress.open", data: { card: "status", action: "2.3.1" } }, field, json);
      expect(await changes()).toEqual(before);
      expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );
});

test("markdown in a note and a reason is kept as it is, and shown as plain text", async () => {
  const note = "**2.3.1** waits [x](https://example.org) _so_ <b>bold</b>";
  const receipt = await talk.press(business, await talk.card(business, "update 2.3.2"), "Save 2.3.2", { status: "at-risk", note });
  expect(receipt.text).toContain(note);
  expect(JSON.stringify(receipt.card)).not.toContain('"TextBlock"');
  const shown = await talk.card(business, "how is 2.3.2 doing");
  expect(shown.text).toContain(note);
  expect(JSON.stringify(shown.card)).not.toContain('"TextBlock"');
});
