/** Somebody who leads very many actions with the longest texts there can be. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";
const longest = 'Wörter über "Dinge" & <mehr> '.repeat(140).slice(0, 3_900).trim();

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage(), {
    change(plan) {
      const priority = plan.themes[1]?.priorities.find(({ id }) => id === "2.3");
      if (!priority) throw new Error("no 2.3");
      priority.actions = Array.from({ length: 300 }, (_, place) => ({ id: `2.3.${place + 1}`, text: longest, timescale: "Year 1", note: longest }));
    },
  });
});
afterAll(() => talk.stop());

test("gets the most pressing to choose from, on a card that can be sent, and hears how to reach the others", async () => {
  const card = await talk.card(business, "my actions");
  expect(Buffer.byteLength(JSON.stringify(card.card))).toBeLessThan(40_000);
  expect(card.text).toContain("You lead 301 actions; the 8 most pressing are shown.");
  expect(card.text).toContain('The 80 most pressing can be chosen here; for another, give its number: "update 2.3.1".');
  expect((await talk.card(business, "update 2.3.299")).buttons[0]).toBe("Save 2.3.299");
});
