/** A message that quotes another one is about what that one said, however much was said since. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { openTalk, type Talk, today } from "./talk.js";

let storage: Storage;
let talk: Talk;
beforeAll(async () => {
  storage = await openStorage();
  talk = await openTalk(storage);
});
afterAll(() => talk.stop());

let sent = 0;
/** Says something and gives the card that is posted for it, which the channel gives this id. */
async function say(
  text: string,
  {
    id = `message-${++sent}`,
    conversation = "a:quotes",
    quotes = [] as string[],
    ...fields
  }: Record<string, unknown> & { id?: string; conversation?: string; quotes?: string[] } = {},
): Promise<{ card: ShownCard; id: string }> {
  talk.chat.fault = ({ method, path }, response) =>
    method === "POST" && path.includes("/activities") && !!response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ id }));
  const marked = `${quotes.map((quote) => `<quoted messageId="${quote}"/> `).join("")}${text}`;
  const { replies } = await talk.chat.post(headOfService, { type: "message", text: marked, deliveryMode: undefined, ...fields }, { at: today, conversation });
  talk.chat.fault = undefined;
  const [card] = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => shown(content)));
  if (!card) throw new Error(`no answer to ${text}`);
  return { card, id };
}

test('"who leads it?" under a quoted answer about 2.3 means 2.3, whatever was asked since', async () => {
  const about23 = await say("how is 2.3 doing");
  const about12 = await say("how is 1.2 doing");
  expect((await say("who leads it?", { quotes: [about23.id] })).card.text).toMatch(/2\.3/);
  expect((await say("who leads it?", { quotes: [about12.id] })).card.text).toMatch(/1\.2/);
  expect((await say("who leads it?", { quotes: [about23.id] })).card.text).not.toMatch(/1\.2 /);
});

test("what names something itself is about that, quote or not", async () => {
  const about23 = await say("how is 2.3 doing");
  expect((await say("how is 2.4 doing", { quotes: [about23.id] })).card.text).toContain("2.4");
});

test("a quote is known in a new process, and in no other conversation", async () => {
  const about23 = await say("how is 2.3 doing");
  await new Promise((resolve) => setTimeout(resolve, 200));
  const again = await openTalk(storage);
  const fields = { type: "message", text: `<quoted messageId="${about23.id}"/> who leads it?` };
  const answer = async (conversation: string) => JSON.stringify((await again.chat.post(headOfService, fields, { at: today, conversation })).replies);
  expect(await answer("a:quotes")).toMatch(/2\.3/);
  expect(await answer("a:elsewhere")).toContain("Leads in the plan");
  await again.stop();
});

test("of a message that is not known the words that the client repeats say what it was about", async () => {
  await say("how is 1.2 doing", { conversation: "a:preview" });
  const preview = "Priority in Place 2.3 Deliver services to support business start-ups";
  const html = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1784279090040"><p itemprop="preview">${preview}</p></blockquote><p>who leads it?</p>`;
  const { card } = await say("who leads it?", { conversation: "a:preview", attachments: [{ contentType: "text/html", content: html }] });
  expect(card.text).toMatch(/2\.3/);
});

test("what is kept of an answer is what it was about, and no words of anybody's", async () => {
  const { id } = await say("2.3.1 is at risk because the zebra adviser left");
  await new Promise((resolve) => setTimeout(resolve, 200));
  const [kept] = await storage.collection("answersSent").find({ _id: `a:quotes/${id}` });
  expect(kept).toMatchObject({ readings: [{ question: "change-status", args: { action: "2.3.1" } }] });
  expect(JSON.stringify(kept)).not.toContain("zebra");
});

test('"2,3" and "2·3" are 2.3, and a figure with a comma stays one', async () => {
  for (const text of ["how is 2,3 doing", "how is 2·3 doing", "how is 2\u200b.3 doing", "who leads 2,3", "is 2,3 on track"])
    expect((await say(text)).card.text, text).toContain("2.3");
  expect((await say("school visits were 2,3 in Q2")).card.text).not.toMatch(/^.*2\.3 Deliver/);
});
