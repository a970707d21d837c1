/** One form pressed several times at once, the same request sent again, and two instances over one database: one figure, one receipt. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "../conversations/talk.js";
import { children } from "../support/child.js";
import { databaseOf, describeEachDatabase } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { startTeamsSide, type Teams } from "../support/teams.js";
import { expectOnce, fill, noon, press, type Sent, standing, untilAnswered } from "./ledger.js";

const races = whole ? 1_000 : 40;

const measures = ["1.1.m1", "1.2.m1", "1.4.m1", "2.3.m1", "2.3.m3", "3.1.m1", "3.3.m2"];

/** A form of one measure; every fifth is of three. */
async function formFor(talk: Talk, place: number): Promise<Sent> {
  if (place % 5 < 4) return fill(await talk.card(headOfService, `update ${measures[place % measures.length]}`));
  const { body } = await talk.chat.execute(headOfService, "figures.form", { measures: measures.slice(0, 3) }, { at: noon });
  return fill(shown((body as { value: Record<string, unknown> }).value));
}

describeEachDatabase("one form, pressed several times at once", (database) => {
  let talk: Talk;
  let storage: Awaited<ReturnType<typeof database.open>>;
  beforeAll(async () => {
    storage = await database.open();
    talk = await openTalk(storage);
  });
  afterAll(() => talk.stop());

  test(
    `${races} races of 2 to 8 presses: one figure, the same receipt for all`,
    async () => {
      const sent: Sent[] = [];
      for (let race = 0; race < races; race++) {
        const one = await formFor(talk, race);
        const receipts = await Promise.all(Array.from({ length: 2 + (race % 7) }, () => untilAnswered(() => press(talk.chat, headOfService, one))));
        expect(receipts[0]).toMatch(/^✓ \n?Saved/);
        expect(new Set(receipts).size).toBe(1);
        sent.push(one);
      }
      await expectOnce(storage, sent);
    },
    240_000 + 900 * races,
  );

  test(
    `${races} requests sent again, with the same id or a new one: the same receipt, nothing twice`,
    async () => {
      const sent: Sent[] = [];
      for (let place = 0; place < races; place++) {
        const one = await formFor(talk, place);
        const id = `activity ${place}`;
        const first = await untilAnswered(() => press(talk.chat, headOfService, one, { id }));
        const again = await untilAnswered(() => press(talk.chat, headOfService, one, { id: place % 2 ? id : `${id} again` }));
        expect(first).toMatch(/^✓ \n?Saved/);
        expect(again).toBe(first);
        sent.push(one);
      }
      await expectOnce(storage, sent);
    },
    240_000 + 900 * races,
  );

  test("20 people at once, each with a form of their own for the same figure: one saves first, the others see it", async () => {
    const forms = await Promise.all(Array.from({ length: 20 }, async () => fill(await talk.card(headOfService, "update 1.1.m1"))));
    const answers = await Promise.all(forms.map((one) => untilAnswered(() => press(talk.chat, headOfService, one))));
    const saved = answers.filter((text) => text?.includes("Saved"));
    const told = answers.filter((text) => text?.includes("while this form was open"));
    expect([saved.length, told.length]).toEqual([1, 19]);
    const { reports } = await standing(storage);
    expect(forms.filter(({ values }) => reports.has(values[0])).length).toBe(1);
  });
});

describe.skipIf(!process.env.MONGODB_URI)("two processes over one MongoDB", () => {
  const database = databaseOf("mongodb");
  const run = children();
  const sides: Teams[] = [];
  afterAll(() => Promise.all(sides.map((side) => side.stop())));

  test(
    "a form pressed in both at once is saved once, with one receipt",
    async () => {
      const place = await database.place();
      const storage = await openStorage(place);
      const talk = await openTalk(storage);
      const bots = await Promise.all([0, 1].map(() => run("tests/faults/bot.ts", [JSON.stringify(place)])));
      for (const bot of bots) sides.push(await startTeamsSide((await bot.line("listening")).replace("listening ", "")));
      const sent: Sent[] = [];
      for (let race = 0; race < races / 4; race++) {
        const one = await formFor(talk, race);
        const receipts = await Promise.all([...sides, ...sides].map((side) => untilAnswered(() => press(side, headOfService, one))));
        expect(receipts[0]).toMatch(/^✓ \n?Saved/);
        expect(new Set(receipts).size).toBe(1);
        sent.push(one);
      }
      await expectOnce(storage, sent);
      await talk.stop();
      await storage.close();
    },
    240_000 + 900 * races,
  );
});
