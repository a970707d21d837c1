/** In a channel or a group: an answer for whoever mentions the bot, and nothing that is one person's. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { type Talk, talkOfEachTest, today } from "./talk.js";

const business = "business.lead@example.org";
const channel = { id: "19:channel@thread.tacv2;messageid=1", conversationType: "channel", isGroup: true };
const group = { id: "19:group@thread.v2", conversationType: "groupChat", isGroup: true };

const talk = talkOfEachTest();

const mention = { type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot", name: "Waymark" } };
const cardsIn = (replies: Awaited<ReturnType<Talk["chat"]["post"]>>["replies"]): ShownCard[] =>
  replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content)));

async function say(as: string, text: string, { conversation = channel, entities = [mention] as object[] } = {}): Promise<ShownCard[]> {
  const { status, replies } = await talk.chat.post(
    as,
    { type: "message", text: entities.length ? `<at>Waymark</at> ${text}` : text, conversation, entities },
    { at: today },
  );
  expect(status).toBe(200);
  return cardsIn(replies);
}

/** Cards that were sent of the bot's own accord: to somebody's own chat. */
const aside = () =>
  talk.chat.calls
    .filter(({ method, body }) => method === "POST" && body?.attachments && !body.replyToId)
    .map(({ path, body }) => ({ path, card: shown(body?.attachments?.[0]?.content) }));

test.each([
  ["a channel", channel],
  ["a group chat", group],
])("in %s a mention is answered, and what mentions nobody or somebody else is not", async (_, conversation) => {
  const [card] = await say(business, "how is 2.3 doing", { conversation });
  expect(card?.text).toContain("2.3 Deliver services");
  expect(await say(business, "how is 2.3 doing", { conversation, entities: [] })).toEqual([]);
  // A client that lists no mentions at all writes the name all the same.
  const unlisted = { type: "message", text: "<at>Waymark</at> how is 2.3 doing", conversation, entities: undefined };
  expect(cardsIn((await talk.chat.post(business, unlisted, { at: today })).replies)).toHaveLength(1);
  const other = { type: "mention", text: "<at>Anna</at>", mentioned: { id: "29:anna", name: "Anna" } };
  expect(await say(business, "how is 2.3 doing", { conversation, entities: [other, { type: "clientInfo" }] })).toEqual([]);
});

test.each([
  "my actions",
  "report figures",
  "what is overdue for me",
  "what is mine",
  "which figures are missing from me",
  "mark 2.3.2 as at risk because the adviser left",
])('"%s" is answered in the asker\'s own chat, and there alone', async (text) => {
  await talk.chat.say(business, "hello", { at: today });
  const [here, ...more] = await say(business, text);
  expect(more).toEqual([]);
  expect(here?.text).toContain("I have answered in our own chat");
  expect(here?.text).not.toMatch(/2\.3|business/);
  const sent = aside();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.path).not.toContain(channel.id);
  expect(sent[0]?.card.text).toMatch(/2\.3/);
});

test("who has no chat with the bot yet is asked to open one", async () => {
  const [here] = await say(business, "my actions");
  expect(here?.text).toContain("Please open a chat with me and ask there.");
  expect(aside()).toEqual([]);
});

test("the form that came aside works where it is", async () => {
  await talk.chat.say(business, "hello", { at: today });
  await say(business, "mark 2.3.2 as at risk because the adviser left");
  const [sent] = aside();
  const receipt = await talk.press(business, sent?.card as ShownCard, "Save 2.3.2");
  expect(receipt.text).toContain("Saved: 2.3.2");
});

test("help and answers about the plan are the same for everybody", async () => {
  const [forLead] = await say(business, "what can I ask");
  const [forManager] = await say(headOfService, "what can I ask");
  expect(forLead?.text).toBe(forManager?.text);
  expect(forLead?.text).not.toContain("For you");
  expect((await talk.card(business, "what can I ask")).text).toContain("For you");
});

const typing = (): number => talk.chat.calls.filter(({ body }) => body?.type === "typing").length;

test("a sign that an answer is on its way comes after a second, and not before a quick one", async () => {
  await talk.chat.post(business, { type: "message", text: "hello", deliveryMode: undefined }, { at: today });
  await pause(1_200);
  expect(typing()).toBe(0);
  // The roster is slow for somebody new, and the database for everybody.
  const { assistant } = talk.features;
  const hear = assistant.hear;
  assistant.hear = async (turn) => {
    await pause(1_300);
    return hear(turn);
  };
  await talk.chat.post(business, { type: "message", text: "hello", deliveryMode: undefined }, { at: today });
  expect(typing()).toBe(1);
  const kinds = talk.chat.calls.flatMap(({ body }) => (body?.type ? [body.type] : []));
  expect(kinds.slice(-2)).toEqual(["typing", "message"]);
});
