/** Cards of actions where a client knows only Action.Submit, and where the reply does not arrive: what was saved stands, once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { openTalk, type Talk, today } from "./talk.js";

const business = "business.lead@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

const changes = (item: string) => talk.features.auditLog.changes({ plan: "plan", items: [item] });

test("a card that is submitted is answered with its receipt as a message", async () => {
  const card = await talk.card(business, "update 2.3.1");
  const { verb, data } = card.press("Save 2.3.1", { status: "complete", note: "All spokes are open." });
  const { replies } = await talk.chat.submit(business, { verb, ...data }, { at: today });
  expect(shown(replies[0]?.attachments?.[0]?.content).text).toContain("Saved: 2.3.1");
  expect(await changes("2.3.1")).toHaveLength(1);
});

test("a wrong value that is submitted brings the card back as a message, with what was typed", async () => {
  const card = await talk.card(business, "update 2.3.2");
  const { verb, data } = card.press("Save 2.3.2", { status: "off-track", note: "late" });
  const { replies } = await talk.chat.submit(business, { verb, ...data }, { at: today });
  const back = shown(replies[0]?.attachments?.[0]?.content);
  expect(back.text).toContain("Please say in a sentence why it is off track (red).");
  expect(back.inputs).toMatchObject({ status: "off-track", note: "late" });
  expect(await changes("2.3.2")).toEqual([]);
});

test.each<[string, NonNullable<Talk["chat"]["fault"]>]>([
  ["is refused", (call, response) => call.method === "POST" && !!response.writeHead(500).end()],
  ["is cut off", (call, response) => call.method === "POST" && !!response.destroy()],
])("when the reply %s, what was saved stands, and pressing again gives the receipt", async (why, fault) => {
  const before = (await changes("1.4.1")).length;
  const card = await talk.card(headOfService, "update 1.4.1");
  const { verb, data } = card.press("Save 1.4.1", { status: "at-risk", note: `Its reply ${why} here.` });
  talk.chat.fault = fault;
  await talk.chat.submit(headOfService, { verb, ...data }, { at: today }).catch(() => undefined);
  await talk.chat.post(headOfService, { type: "message", value: { verb, ...data }, deliveryMode: undefined }, { at: today });
  talk.chat.fault = undefined;
  expect(await changes("1.4.1")).toHaveLength(before + 1);
  expect((await talk.press(headOfService, card, "Save 1.4.1", { status: "at-risk", note: "Anything else." })).text).toContain(`Its reply ${why} here.`);
  expect(await changes("1.4.1")).toHaveLength(before + 1);
});
