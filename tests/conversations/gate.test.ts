import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { person } from "../support/teams.js";
import { type Conversation, openConversation } from "./harness.js";
import { openSmallAssistant, type SmallAssistant } from "./small-assistant.js";

let storage: Storage;
let chat: Conversation;
let assistant: SmallAssistant;

beforeAll(async () => {
  storage = await openStorage();
  assistant = openSmallAssistant();
  chat = await openConversation({ storage, assistant });
});
afterAll(async () => {
  await chat.stop();
  await storage.close();
});

const good = () => {
  const { id, name, aadObjectId } = person("priya.shah@example.org");
  return {
    type: "message",
    id: "1",
    text: "hello",
    channelId: "msteams",
    serviceUrl: chat.serviceUrl,
    deliveryMode: "expectReplies",
    from: { id, name, aadObjectId },
    recipient: { id: "28:bot" },
    conversation: { id: "a:1" },
  };
};
const send = async (body: string | Uint8Array<ArrayBuffer>, path = "/api/messages", method = "POST") => {
  const response = await fetch(new URL(path, chat.bot), { method, body: method === "GET" ? undefined : body, headers: { "content-type": "application/json" } });
  return { status: response.status, text: await response.text() };
};
/** With these letters put in before the last brace, for JSON that JavaScript cannot write. */
const withMore = (json: string) => `${JSON.stringify(good()).slice(0, -1)},${json}}`;
const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

test.each<[string, () => string | Uint8Array<ArrayBuffer>, number]>([
  ["an empty body", () => "", 400],
  ["no JSON", () => "{", 400],
  ["broken UTF-8", () => new Uint8Array([0x22, 0xff, 0x22]), 400],
  ["null", () => "null", 400],
  ["a number", () => "1", 400],
  ["a list", () => JSON.stringify([good()]), 400],
  ["an empty object", () => "{}", 400],
  ["an object that is no activity", () => '{"foo":1}', 400],
  ["no sender", () => JSON.stringify({ ...good(), from: undefined }), 400],
  ["a sender without an id", () => JSON.stringify({ ...good(), from: {} }), 400],
  ["half a character in an id", () => JSON.stringify({ ...good(), conversation: { id: "a:\ud800" } }), 400],
  ["no recipient", () => JSON.stringify({ ...good(), recipient: null }), 400],
  ["no conversation", () => JSON.stringify({ ...good(), conversation: "a:1" }), 400],
  ["no service address", () => JSON.stringify({ ...good(), serviceUrl: undefined }), 400],
  ["a service address that is none", () => JSON.stringify({ ...good(), serviceUrl: "file:///etc/passwd" }), 400],
  ["a type that is no text", () => JSON.stringify({ ...good(), type: {} }), 400],
  ["a service address elsewhere", () => JSON.stringify({ ...good(), serviceUrl: "https://smba.trafficmanager.net/uk/" }), 403],
  ["a service address that only looks like this machine", () => JSON.stringify({ ...good(), serviceUrl: "http://127.0.0.1.example.org/" }), 403],
  ["deep nesting", () => JSON.stringify({ ...good(), value: nested(40) }), 400],
  ["very deep nesting", () => "[".repeat(100_000), 400],
  ["another origin of its fields", () => withMore('"__proto__":{"text":{"a":1}}'), 400],
  ["another origin of its fields, in other letters", () => withMore('"__pr\\u006fto__":{"text":{"a":1}}'), 400],
  ["another origin of its sender's fields", () => withMore('"channelData":{"a":[{"__proto__":null}]}'), 400],
  ["a conversation that is a way up", () => JSON.stringify({ ...good(), conversation: { id: ".." } }), 400],
  ["a sender that is a way up", () => JSON.stringify({ ...good(), from: { id: "." } }), 400],
  ["300 KB", () => JSON.stringify({ ...good(), text: "x".repeat(300_000) }), 413],
  ["3 MB of no JSON", () => "x".repeat(3_000_000), 413],
])("a body of %s is refused with an empty body, and the next message is answered", async (_, body, status) => {
  expect(await send(body())).toEqual({ status, text: "" });
  expect((await send(JSON.stringify(good()))).status).toBe(200);
});

test.each<[string, Record<string, unknown>]>([
  ["nulls at the top", { value: null, name: null, timestamp: null, entities: null, replyToId: null }],
  ["a text that is no text", { text: ["a"] }],
  ["a text that is an object beside what a button sent", { text: {}, value: { msteams: { type: "messageBack" } } }],
  ["a time that is none", { timestamp: "yesterday" }],
  ["mentions and attachments that are none", { entities: ["a"], attachments: "none" }],
  ["a name that is none", { name: 7 }],
  ["its type with a capital", { type: "Message" }],
  ["fields nobody knows", { constructor: { a: 1 }, extra: [[1]] }],
  ["250 KB", { text: "x".repeat(250_000) }],
  ["nesting as deep as a card's", { value: nested(25) }],
  ["10,000 entities", { entities: Array.from({ length: 10_000 }, () => ({ type: "m" })) }],
  ["10,000 mentions of the bot", { text: "a".repeat(1_000), entities: Array(2_000).fill({ type: "mention", text: "aa", mentioned: { id: "28:bot" } }) }],
  ["10,000 attachments", { attachments: Array(10_000).fill({ contentType: "x" }) }],
  ["10,000 fields", Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, at]))],
  ["numbers that are too large", { value: { a: 1e308, b: 2 ** 53 } }],
  [
    "half characters in all that is no id",
    { text: "\ud800", name: "\udc00", locale: "\ud800", channelData: { tenant: { id: "\ud800" }, settings: { selectedChannel: { id: "\ud800" } } } },
  ],
  ["a conversation with a way up in its name", { conversation: { id: "../../v3/bots%2f..;/x?y#z" } }],
])("an activity with %s is answered", async (_, fields) => {
  const { status, text } = await send(JSON.stringify({ ...good(), ...fields }));
  expect(status).toBe(200);
  expect(JSON.parse(text).activities).toHaveLength(1);
});

test.each(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+275760-09-13T00:00:00Z", "-271821-04-20T00:00:00Z"])(
  "a message of %s, which no clock of ours has shown, counts as of now",
  async (timestamp) => {
    const before = Date.now();
    expect((await send(JSON.stringify({ ...good(), timestamp }))).status).toBe(200);
    const at = assistant.heard.at(-1)?.at.getTime() ?? 0;
    expect([at >= before, at <= Date.now()]).toEqual([true, true]);
  },
);

test("of fields that are there twice the last counts, and nothing is answered by the first", async () => {
  const { status, text } = await send(withMore('"text":"refuse","text":"the last"'));
  expect([status, JSON.parse(text).activities[0].summary]).toEqual([200, expect.stringContaining("the last")]);
  expect(await send(withMore('"serviceUrl":"https://example.org/"'))).toEqual({ status: 403, text: "" });
});

test("a page in somebody's browser cannot speak for them: what has an origin is refused unread", async () => {
  const headers = { "content-type": "text/plain", origin: "https://example.org" };
  const response = await fetch(chat.bot, { method: "POST", body: JSON.stringify(good()), headers });
  expect([response.status, await response.text()]).toEqual([403, ""]);
});

test("a sender who hangs up half-way leaves no trace", async () => {
  chat.log.length = 0;
  const { hostname, port } = new URL(chat.bot);
  const socket = connect(Number(port), hostname);
  socket.write('POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 1000\r\n\r\n{"type"');
  await new Promise((done) => setTimeout(done, 50));
  socket.destroy();
  expect((await send(JSON.stringify(good()))).status).toBe(200);
  expect(chat.log).toEqual([]);
});

test.each([
  ["GET", "/health", 200, '{"status":"ok","reminders":{"status":"off"}}'],
  ["GET", "/health?probe=1", 200, '{"status":"ok","reminders":{"status":"off"}}'],
  ["POST", "/health", 405, ""],
  ["GET", "/api/messages", 405, ""],
  ["GET", "/", 404, ""],
  ["POST", "/api/messages/../../x", 404, ""],
])("%s %s answers %d", async (method, path, status, text) => {
  expect(await send("{}", path, method)).toEqual({ status, text });
});
