/** What people see of a model that takes its time, and what stays of its reading on a card. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { headOfService } from "../support/features.js";
import { shown } from "../support/form.js";
import { completion, raw } from "../support/scripted-model.js";
import { type TalkWithModel, talkWithModel, today, UNSURE } from "./talk-with-model.js";

let talk: TalkWithModel;
beforeAll(async () => {
  talk = await talkWithModel();
});
afterAll(() => talk.stop());

const standing: [string, unknown] = ["standing", { scope: "1.3.1" }];

test("after a second they see that an answer is on its way, and then the answer", async () => {
  talk.model.script = () => (response) => void setTimeout(() => raw(200, completion([standing]))(response), 1_500);
  const { replies } = await talk.chat.post(headOfService, { type: "message", text: UNSURE, deliveryMode: undefined }, { at: today, conversation: "a:slow" });
  const posted = talk.chat.calls.filter(({ method, body }) => method === "POST" && body?.type).map(({ body }) => body?.type);
  expect(posted).toEqual(["typing", "message"]);
  expect(JSON.stringify(replies)).toContain("Read with help of a language model");
});

test("others are answered meanwhile", async () => {
  let release: () => void = () => undefined;
  talk.model.script = () => (response) => {
    release = () => raw(200, completion([standing]))(response);
  };
  const slow = talk.card(UNSURE, { conversation: "a:held" });
  await expect.poll(() => talk.model.requests.length).toBe(2);
  expect((await talk.card("how is 2.3 doing", { conversation: "a:free", as: "jess.tully@example.org" })).text).toContain("2.3");
  release();
  expect((await slow).text).toContain("1.3.1");
});

test("a card that shows today's state again says so again, and is read by no model", async () => {
  talk.model.script = () => [standing];
  const { card } = await talk.card(UNSURE, { conversation: "a:again" });
  const asked = talk.model.requests.length;
  const { verb, data } = (card.refresh as { action: { verb: string; data: unknown } }).action;
  const { body } = await talk.chat.execute(headOfService, verb, data, { at: today, conversation: "a:again" });
  expect(shown((body as { value: Record<string, unknown> }).value).text).toContain("Read with help of a language model");
  expect(talk.model.requests.length).toBe(asked);
});
