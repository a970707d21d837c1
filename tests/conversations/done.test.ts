/** A milestone marked as done, and taken back, through the real adapter. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "./talk.js";

const business = "business.lead@example.org";
const staff = "ict.staff@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

test("what is done keeps the date that it had, and the receipt leads back to the milestone it is about", async () => {
  const receipt = await talk.press(business, await talk.card(business, "mark the spokes of 2.3.1 as done"), "Mark as done");
  expect((await talk.card(staff, "how is 2.3 doing")).text).toContain("Done 24 November 2026, was due 31 March 2026");
  const again = await talk.card(business, String(receipt.press("Correct this").data.says));
  expect(again.text).toContain('Done: 2.3.1 "Spokes"');
  const undone = await talk.press(business, again, "Not done after all", { note: "One spoke has no adviser." });
  expect(undone.text).toContain("Done on (Spokes): \ntaken back");
  expect((await talk.card(staff, "how is 2.3 doing")).text).toContain("overdue by 238 days");
});
