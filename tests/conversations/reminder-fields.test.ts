/** Every field of the cards about reminders with what no person would type: nothing is written, somebody is told, nothing breaks. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { type Field, oddTexts, oddValues, pressRaw, tryEachField, tryOwnId } from "./odd-fields.js";
import { business, dueOn, early, openReminded, type Reminded } from "./reminded.js";

const why = "The survey runs until the end of May.";

let talk: Reminded;
beforeAll(async () => {
  talk = await openReminded(await openStorage(), (plan) => {
    dueOn(plan, "2.3.1", "2026-10-27");
    dueOn(plan, "2.3.2", "2026-12-22");
    dueOn(plan, "3.1.2", "2026-12-22", {
      milestones: [
        { label: "First", due: "2026-12-22" },
        { label: "Second", due: "2027-03-31" },
      ],
    });
  });
});
afterAll(() => talk.stop());

const changes = () => talk.features.auditLog.personalToo({ plan: "plan" });
const settings = async () => [...(await talk.features.reminders.settings.all("plan"))];

const snooze = { card: "snooze", as: business, says: "snooze 2.3.2", button: "Snooze 2.3.2" };
const snoozeOne = { card: "snooze one of several", as: business, says: "snooze 3.1.2", button: "Snooze 3.1.2" };
const answer = { card: "answer", as: business, says: "tell the managers about 2.3.1", button: "Save the reason for 2.3.1" };
const notMine = { card: "not mine", as: business, says: "2.3.1 is not mine", button: "Ask for somebody else for 2.3.1" };
const pause = { card: "pause", as: headOfService, says: "pause reminders", button: "Pause all reminders" };
const whom = { card: "pause for whom", as: headOfService, says: "pause reminders for Jo until 1 June", button: "Pause their reminders" };
const own = { card: "own hour and days", as: business, says: "my reminder settings", button: "Save" };
const away = { card: "holiday", as: business, says: "I am on holiday", button: "Save" };
const paused = { from: "2026-12-01", until: "2027-01-04", why: "The election" };
const gone = { from: "2026-12-01", to: "2026-12-10" };
const fields: Field[] = [
  { ...snooze, field: "until", typed: { why } },
  { ...snooze, field: "why", typed: { until: "2026-12-10" }, words: true },
  { ...snoozeOne, field: "which", typed: { until: "2026-12-10", why } },
  { ...answer, field: "why", typed: {}, words: true },
  { ...notMine, field: "why", typed: {}, words: true },
  { ...pause, field: "from", typed: paused },
  { ...pause, field: "until", typed: paused },
  { ...pause, field: "why", typed: paused, words: true },
  { ...whom, field: "email", typed: paused },
  { ...whom, field: "person", typed: paused },
  { ...own, field: "hour", typed: { days: "1" } },
  { ...own, field: "days", typed: { hour: "08:00" } },
  { ...away, field: "from", typed: gone },
  { ...away, field: "to", typed: gone },
  { ...away, field: "email", typed: gone, optional: true },
  { ...away, field: "person", typed: gone, optional: true },
];

/** What a reason may say; cards show it as plain text. */
const saysSomething = new Set(["markdown", "another person's id"]);
/** A single word of three letters says why there is a pause. */
const isWord = new Set([...saysSomething, "NaN", "Infinity"]);
const trial = {
  talk: () => talk,
  standing: async () => [await changes(), await settings()],
  told: /Not saved yet|Nothing was saved|Nothing was changed|There is nothing to change/,
  fine: ({ card }: Field) => (card === "pause" ? isWord : saysSomething),
};

tryEachField(fields, trial);
const filled = { ...paused, ...gone, why, email: early };
const update = { as: headOfService, says: "ask the lead of 2.3.2 for an update", button: "Ask for an update" };
tryOwnId(
  [snooze, answer, notMine, pause, whom, own, away, update].map((card) => ({ ...card, typed: filled })),
  trial,
);

describe("the buttons under a reminder", () => {
  test.each(["act", "item", "since", "back"].flatMap((field) => [...oddValues, ...oddTexts].map(([what, json]) => ({ field, what, json }))))(
    "$field given as $what breaks nothing and writes nothing",
    async ({ field, json }) => {
      const before = [await changes(), await settings()];
      const data = { act: "done", item: "2.3.2/0", since: "2026-11-24T10:00:00.000Z", back: "list" };
      await pressRaw(talk, business, { verb: "reminders.act", data }, field, json);
      await pressRaw(talk, business, { verb: "reminders.list", data }, field, json);
      expect([await changes(), await settings()]).toEqual(before);
      expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );

  test.each(["2.3.2/99", "2.3.2/-1", "9.9.9/0", "2.3.2", "2.3/0", "2.3.m1/0", "/0", "../0", "toString/0"])(
    "the item %s, which is none of theirs or none at all, breaks nothing",
    async (item) => {
      for (const act of ["done", "on-track", "time", "not-mine", "snooze", "answer"]) {
        const { status } = await talk.chat.execute(business, "reminders.act", { act, item }, { at: "2026-11-24T10:00:00.000Z" });
        expect(status).toBe(200);
      }
      expect(talk.chat.log.filter(({ level }) => level === "error")).toEqual([]);
    },
  );
});

test("markdown in a reason is kept as it is and shown as plain text, to the managers too", async () => {
  const odd = "**2.3.1** waits [x](https://example.org) _so_ <b>bold</b>";
  const form = await talk.card(business, "2.3.2 is not mine");
  const cards = await talk.arriving(async () => {
    const receipt = await talk.press(business, form, "Ask for somebody else for 2.3.2", { why: odd });
    expect(receipt.text).toContain(odd);
    expect(JSON.stringify(receipt.card)).not.toContain('"TextBlock"');
  });
  expect(cards.get(headOfService)?.text).toContain(odd);
  expect(JSON.stringify(cards.get(headOfService)?.card)).not.toContain('"TextBlock"');
});

test("a form older than 60 days is refused", async () => {
  const form = await talk.card(business, "snooze 2.3.2 until 10 December because of the snow outside");
  expect((await talk.press(business, form, "Snooze 2.3.2", {}, { at: "2027-02-24T10:00:00.000Z" })).text).toContain("too old");
});
