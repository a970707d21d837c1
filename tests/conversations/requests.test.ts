/** Requests for more time that are answered by naming the action. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { person } from "../support/teams.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

test('"approve the extension for 2.3.1" brings up that request, not a card to ask for more time oneself', async () => {
  const none = await talk.card(headOfService, "approve the extension for 2.3.1");
  expect(none.text).toContain("Nobody is waiting for an answer about 2.3.1.");
  expect(none.names).toEqual([]);
  await talk.press(business, await talk.card(business, "more time for 2.3.1 until 30 June 2027 because the adviser left"), "Ask for more time");
  expect((await talk.card(headOfService, "agree to more time for 2.3.2")).buttons).toContain("Requests for more time");
  const card = await talk.card(headOfService, "approve the extension for 2.3.1");
  expect(card.text).toContain(`${person(business).name} asks for 30 June 2027 instead of 31 March 2026.`);
  expect((await talk.press(headOfService, card, "Agree to 30 June 2027")).text).toContain("Agreed: 2.3.1 is due on 30 June 2027");
  expect((await talk.card(business, "approve the extension for 2.3.1")).text).toContain("Nobody is waiting for an answer about 2.3.1.");
});
