/** Figures where a client knows only Action.Submit, and where the receipt does not arrive. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { shown } from "../support/form.js";
import { openTalk, type Talk, today } from "./talk.js";

const ict = "ict.staff@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());
afterEach(() => {
  talk.chat.fault = undefined;
});

const report = async (measure: string) => (await talk.features.figures.allReports("plan", measure))[0];

test("a submitted form comes back as a message with its receipt; pressed afterwards, it has the same one", async () => {
  const form = await talk.card(ict, "update 1.4.m1");
  const { verb, data } = form.press("Save", { value0: "305", why0: "Counted again." });
  const { replies } = await talk.chat.submit(ict, { verb, ...data }, { at: today });
  const receipt = shown(replies[0]?.attachments?.[0]?.content);
  expect(receipt.text).toContain("Saved: 1.4.m1 is 305 sessions");
  expect((await talk.press(ict, form, "Save", { value0: "306", why0: "No." })).text).toBe(receipt.text);
  expect(await report("1.4.m1")).toMatchObject({ value: 305, revision: 1 });
});

test("a submitted form with something wrong comes back as a message, with everything typed", async () => {
  const form = await talk.card(ict, "update 1.4.m2");
  const { verb, data } = form.press("Save", { value0: "many", why0: "Counted again." });
  const { replies } = await talk.chat.submit(ict, { verb, ...data }, { at: today });
  const again = shown(replies[0]?.attachments?.[0]?.content);
  expect(again.text).toContain("Please type a number");
  expect(again.inputs).toMatchObject({ value0: "many", why0: "Counted again." });
});

test("a receipt that cannot be sent loses nothing: the figure stands, and the next press has the receipt", async () => {
  const form = await talk.card(ict, "update 1.4.m2");
  const { verb, data } = form.press("Save", { value0: "131", why0: "Counted again." });
  talk.chat.fault = ({ method }, response) => method === "POST" && !!response.writeHead(500).end();
  await talk.chat.post(ict, { type: "message", value: { verb, ...data }, deliveryMode: undefined }, { at: today });
  talk.chat.fault = undefined;
  expect(await report("1.4.m2")).toMatchObject({ value: 131, revision: 1 });
  expect((await talk.press(ict, form, "Save", { value0: "131", why0: "Counted again." })).text).toContain("Saved: 1.4.m2 is 131");
  expect(await report("1.4.m2")).toMatchObject({ value: 131, revision: 1 });
});
