import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { textOf } from "../support/teams.js";
import { openSmallTalk, type SmallTalk } from "./small-assistant.js";

const LEAD = "business.lead@example.org";

let { chat, assistant, stop } = {} as SmallTalk;
beforeAll(async () => {
  ({ chat, assistant, stop } = await openSmallTalk());
});
afterAll(() => stop());
beforeEach(() => {
  chat.fault = undefined;
  chat.log.length = 0;
  assistant.heard.length = 0;
});

const cardsOf = (reply: (typeof chat.calls)[number]["body"]) => (reply?.attachments ?? []).map(({ content }) => textOf(content));

describe("a message", () => {
  test("gets one reply with a card, and the plain text as its summary only", async () => {
    const { status, replies, activityId } = await chat.say(LEAD, "how is 2.3 doing");
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ type: "message", summary: `how is 2.3 doing, ${LEAD}`, inputHint: "acceptingInput", replyToId: activityId });
    expect(replies[0]).not.toHaveProperty("text");
    expect(cardsOf(replies[0])).toEqual([`You said: how is 2.3 doing, ${LEAD}\nAgain\n`]);
    expect(replies[0]?.attachments?.[0]?.contentType).toBe("application/vnd.microsoft.card.adaptive");
  });

  test("with two questions gets one reply with two cards, in the order asked", async () => {
    const { replies } = await chat.say(LEAD, "first and second");
    expect(replies).toHaveLength(1);
    expect(cardsOf(replies[0]).map((text) => text.split(",")[0])).toEqual(["You said: first", "You said: second"]);
  });

  test("is heard with its time, its conversation and who sent it", async () => {
    await chat.say(LEAD, "hello", { at: "2026-11-24T10:00:00.1234567Z", conversation: "a:one" });
    expect(assistant.heard[0]).toMatchObject({
      text: "hello",
      at: new Date("2026-11-24T10:00:00.123Z"),
      conversationId: "a:one",
      asker: { email: LEAD, name: "Business Lead" },
    });
  });

  test("posts its reply once when it was not asked to put it into the response", async () => {
    const before = chat.calls.length;
    const { status, raw, replies } = await chat.post(LEAD, { type: "message", text: "hi", deliveryMode: undefined });
    expect([status, raw]).toEqual([200, ""]);
    expect(replies).toHaveLength(1);
    expect(chat.calls.slice(before).filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test("is answered once and no more when the connector fails after taking the reply", async () => {
    chat.fault = ({ method }, response) => method === "POST" && !!response.writeHead(502).end();
    const before = chat.calls.length;
    await chat.post(LEAD, { type: "message", text: "hi", deliveryMode: undefined });
    const posted = chat.calls.slice(before).filter(({ body }) => body?.summary?.startsWith("hi"));
    expect(posted).toHaveLength(1);
  });

  test.each([
    ["nothing", {}],
    ["an empty text", { text: "" }],
    ["white space", { text: " \n\u00a0" }],
    ["only the bot's name", { text: "<at>Waymark</at>&nbsp;", entities: [{ type: "mention", text: "<at>Waymark</at>", mentioned: { id: "28:bot" } }] }],
    ["a picture", { text: null, attachments: [{ contentType: "image/png", contentUrl: "https://example.org/a.png" }] }],
  ])("with %s in it gets a kind word about what to write", async (_, fields) => {
    const { replies } = await chat.post(LEAD, { type: "message", ...fields });
    expect(replies).toHaveLength(1);
    expect(cardsOf(replies[0])[0]).toMatch(/^Please write me a question/);
  });
});

describe("mentions", () => {
  const mention = (text: string, id = "28:bot") => ({ type: "mention", text, mentioned: { id } });
  test.each<[string, string, unknown[], string]>([
    ["the bot's own is removed", "<at>Waymark</at> how is 2.3", [mention("<at>Waymark</at>")], "how is 2.3"],
    ["the bot's own is removed everywhere", "<at>W</at>, 2.3?&nbsp;<at>W</at>", [mention("<at>W</at>")], ", 2.3?"],
    ["another person's name stays as words", "what does <at>Priya Shah</at>&nbsp;lead", [mention("<at>Priya Shah</at>", "29:p")], "what does Priya Shah lead"],
    ["one without a text is left alone", "hello <at>W</at>", [{ type: "mention", mentioned: { id: "28:bot" } }], "hello W"],
    ["one without a person is left alone", "hello", [{ type: "mention", text: "hello" }, { type: null }, {}], "hello"],
    ["white space becomes single spaces, lines stay lines", " a\t\u00a0 b \n\n  c ", [], "a b\nc"],
  ])("%s", async (_, text, entities, heard) => {
    await chat.post(LEAD, { type: "message", text, entities });
    expect(assistant.heard[0]?.text).toBe(heard);
  });
});

describe("failures", () => {
  test("a refusal is shown as written and is no error", async () => {
    const { replies } = await chat.say(LEAD, "refuse");
    expect(cardsOf(replies[0])[0]).toContain("Only a lead may do that.\nAsk the lead of 2.3.");
    expect(chat.log).toEqual([]);
  });

  test("a bug in one answer is logged once, apologised for, and the other answer stands", async () => {
    const { replies, activityId } = await chat.say(LEAD, "break and hello");
    expect(cardsOf(replies[0])).toEqual([expect.stringMatching(/^Something went wrong/), expect.stringContaining("hello")]);
    expect(chat.log).toEqual([{ level: "error", fields: expect.objectContaining({ activityId }), message: "question failed" }]);
  });

  test("a bug before any answer is logged once with the activity's id, and apologised for", async () => {
    const { status, replies, activityId } = await chat.say(LEAD, "deaf");
    expect(status).toBe(200);
    expect(cardsOf(replies[0])[0]).toMatch(/^Something went wrong/);
    expect(chat.log).toEqual([{ level: "error", fields: expect.objectContaining({ activityId }), message: "turn failed" }]);
  });

  test("neither the log nor the reply holds what was said", async () => {
    await chat.say(LEAD, "break and my secret");
    expect(JSON.stringify(chat.log)).not.toMatch(/secret|business/i);
  });
});

describe("other activities", () => {
  test.each([
    ["new members", { type: "conversationUpdate", membersAdded: [{ id: "29:somebody" }] }],
    ["a reaction", { type: "messageReaction", reactionsAdded: [{ type: "like" }] }],
    ["an edited message", { type: "messageUpdate", text: "how is 2.3", channelData: { eventType: "editMessage" } }],
    ["a kind nobody knows", { type: "constructor" }],
  ])("%s is taken in silence", async (_, fields) => {
    const { status, replies } = await chat.post(LEAD, { ...fields, deliveryMode: undefined });
    expect([status, replies]).toEqual([200, []]);
    expect(chat.log).toEqual([]);
  });

  test.each(["task/fetch", "composeExtension/fetchTask", "x"])("the invoke %s is turned down without a text", async (name) => {
    const { status, raw } = await chat.post(LEAD, { type: "invoke", name, value: {}, deliveryMode: undefined });
    expect([status, raw]).toEqual([501, ""]);
  });
});
