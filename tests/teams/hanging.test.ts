/** A channel that hangs, and an end in the middle of turns: over the real server, on this machine. */
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type Conversation, openConversation } from "../conversations/harness.js";
import { openSmallAssistant } from "../conversations/small-assistant.js";

let storage: Storage;
let chat: Conversation;
beforeEach(async () => {
  storage = await openStorage();
  chat = await openConversation({ storage, assistant: openSmallAssistant() });
});
afterEach(async () => {
  await chat.stop();
  await storage.close();
});

const posted = { type: "message", deliveryMode: undefined };
const sentTo = (text: string) => chat.calls.filter(({ body }) => body?.summary?.startsWith(text)).length;

test("replies that hang hold up nobody else, and nothing is sent twice", async () => {
  chat.fault = ({ body }) => body?.summary?.startsWith("hang") ?? false;
  const hanging = Array.from({ length: 30 }, (_, at) => chat.post(`person-${at}@example.org`, { ...posted, text: "hang" }));
  while (sentTo("hang") < 30) await pause(5);
  let over = 0;
  for (const one of hanging) void one.then(() => over++);
  const { status } = await chat.post("quick@example.org", { ...posted, text: "quick" });
  expect([status, sentTo("quick"), over]).toEqual([200, 1, 0]);
  // They end by their deadline. The reply may have arrived, so the channel is not made to ask again.
  const ended = await Promise.all(hanging);
  expect(new Set(ended.map((outcome) => `${outcome.status}${outcome.raw}`))).toEqual(new Set(["200"]));
  expect(sentTo("hang")).toBe(30);
});

test("the same activity again while its answer is on the way is answered once", async () => {
  chat.fault = ({ body }, response) => {
    if (!body?.summary) return false;
    setTimeout(() => response.writeHead(201, { "content-type": "application/json" }).end('{"id":"1"}'), 300);
    return true;
  };
  const outcomes = await Promise.all([1, 2, 3].map(() => chat.post("one@example.org", { ...posted, text: "once", id: "same" })));
  expect([outcomes.map(({ status }) => status), sentTo("once")]).toEqual([[200, 200, 200], 1]);
  expect((await chat.post("one@example.org", { ...posted, text: "once", id: "same" })).status).toBe(200);
  expect(sentTo("once")).toBe(1);
});

test("a reply that cannot leave is a 502 without a word and one line in the log, and the same activity again is answered", async () => {
  const lost = { ...posted, text: "lost", id: "lost" };
  const { status, raw } = await chat.post("one@example.org", { ...lost, serviceUrl: "http://127.0.0.1:9/" });
  expect([status, raw]).toEqual([502, ""]);
  expect(chat.log).toEqual([{ level: "error", fields: expect.objectContaining({ activityId: "lost" }), message: "turn lost" }]);
  expect((await chat.post("one@example.org", lost)).status).toBe(200);
  expect(sentTo("lost")).toBe(1);
});

test.each([400, 403, 404, 413])("a reply that the channel refuses for good (%i) does not have the activity sent again", async (code) => {
  chat.fault = ({ body }, response) => !!body?.summary && !!response.writeHead(code, { "content-type": "application/json" }).end("{}");
  const refused = { ...posted, text: "refused", id: `refused ${code}` };
  const { status, raw } = await chat.post("one@example.org", refused);
  expect([status, raw]).toEqual([200, ""]);
  expect(chat.log.filter(({ message }) => message === "turn lost")).toHaveLength(1);
  const before = chat.calls.length;
  expect((await chat.post("one@example.org", refused)).status).toBe(200);
  expect(chat.calls.length).toBe(before);
});

test("a reply that is told to wait a moment goes after it, and no apology before", async () => {
  const at: number[] = [];
  chat.fault = ({ body }, response) => {
    if (!body?.summary) return false;
    at.push(performance.now());
    if (at.length > 1) return false;
    return !!response.writeHead(429, { "content-type": "application/json", "retry-after": "1" }).end("{}");
  };
  const { status, replies } = await chat.post("one@example.org", { ...posted, text: "patient" });
  expect(status).toBe(200);
  expect(at).toHaveLength(2);
  expect((at[1] as number) - (at[0] as number)).toBeGreaterThan(950);
  expect(new Set(replies.map(({ summary }) => summary?.startsWith("patient")))).toEqual(new Set([true]));
});

test("a reply that is told to wait for long is a 502 that says when, and nothing else is sent meanwhile", async () => {
  chat.fault = ({ body }, response) => !!body?.summary && !!response.writeHead(429, { "content-type": "application/json", "retry-after": "40" }).end("{}");
  const message = { ...posted, text: "later", id: "later" };
  const { status, headers } = await chat.post("one@example.org", message);
  expect([status, headers.get("retry-after")]).toEqual([502, "40"]);
  expect(chat.calls.filter(({ body }) => body?.summary)).toHaveLength(1);
  chat.fault = undefined;
  expect((await chat.post("one@example.org", message)).replies).toHaveLength(1);
});

test("the end waits for the turns under way, and takes no more", async () => {
  chat.fault = ({ body }, response) => {
    if (!body?.summary) return false;
    setTimeout(() => response.writeHead(201, { "content-type": "application/json" }).end('{"id":"1"}'), 700);
    return true;
  };
  const turns = Array.from({ length: 10 }, (_, at) => chat.post(`person-${at}@example.org`, { ...posted, text: "last" }));
  while (sentTo("last") < 10) await pause(5);
  let over = false;
  const end = chat.close().then(() => {
    over = true;
  });
  await pause(50);
  await expect(chat.post("late@example.org", { ...posted, text: "late" })).rejects.toThrow();
  expect(over).toBe(false);
  expect((await Promise.all(turns)).map(({ status }) => status)).toEqual(Array(10).fill(200));
  await end;
});
