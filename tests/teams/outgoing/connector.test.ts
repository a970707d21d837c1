import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exactly, thisMachineOnly } from "../../../src/teams/auth/hosts.js";
import { CallError, connectorFor, openExchange } from "../../../src/teams/outbound/index.js";
import { type Channel, deadPort, hang, json, reset, startChannel } from "./channel.js";

const exchange = openExchange();
const within = { send: 300, ask: 300 };
const connect = connectorFor({ exchange, tokens: async () => "a-token", mayCall: thisMachineOnly, within });

let channel: Channel;
beforeAll(async () => {
  channel = await startChannel();
});
afterAll(() => exchange.close());
beforeEach(() => {
  channel.heard.length = 0;
  channel.answers = [json(201, { id: "sent-1" })];
});

const activity = { type: "message", summary: "Figures are due", timestamp: new Date("2026-11-24T10:00:00Z") };
const send = (serviceUrl = channel.serviceUrl) => connect(serviceUrl).conversations.sendToConversation("a:1/2", activity as never);
const failureOf = (call: Promise<unknown>): Promise<CallError> =>
  call.then(
    () => {
      throw new Error("it went well");
    },
    (error: CallError) => error,
  );

describe("what is sent", () => {
  test("arrives once, as JSON, with the token, below the service address", async () => {
    expect(await send()).toEqual({ id: "sent-1" });
    expect(channel.heard).toMatchObject([
      {
        method: "POST",
        path: "/uk/v3/conversations/a%3A1%2F2/activities",
        headers: { authorization: "Bearer a-token", "content-type": "application/json; charset=utf-8" },
      },
    ]);
    expect(JSON.parse(channel.heard[0]?.body ?? "")).toEqual({ ...activity, timestamp: "2026-11-24T10:00:00.000Z" });
  });

  test("goes over one connection, one call after the other", async () => {
    const before = channel.sockets;
    for (let at = 0; at < 20; at++) await send();
    expect(channel.sockets - before).toBeLessThanOrEqual(1);
  });

  test("is well sent when the answer is no JSON", async () => {
    channel.answers = [json(202, "taken")];
    expect(await send()).toEqual({});
  });
});

describe("a failing channel hears what is posted once, and the error says what happened:", () => {
  const blocked = { subCode: "MessageWritesBlocked", details: "Thread is blocked" };
  const nested = { error: { code: "Forbidden", message: JSON.stringify({ errorCode: 209, message: JSON.stringify(blocked) }) } };
  test.each<[string, Channel["answers"][number], Partial<CallError>]>([
    ["a lasting 502", json(502, "bad gateway"), { statusCode: 502, code: undefined }],
    ["a 500 with a code", json(500, { error: { code: "ServiceError", message: "no" } }), { statusCode: 500, code: "ServiceError" }],
    [
      "a block by the person",
      json(403, { error: { code: "ConversationBlockedByUser", message: "no" } }),
      { statusCode: 403, code: "ConversationBlockedByUser" },
    ],
    ["a code in JSON in JSON", json(403, nested), { statusCode: 403, code: "MessageWritesBlocked", codes: ["Forbidden", "209", "MessageWritesBlocked"] }],
    ["too much at once, with seconds to wait", json(429, {}, { "retry-after": "7" }), { statusCode: 429, retryAfterMs: 7_000 }],
    [
      "too much at once, with no more than a date gone by",
      json(429, {}, { "retry-after": "Tue, 24 Nov 2020 10:00:00 GMT" }),
      { statusCode: 429, retryAfterMs: 0 },
    ],
    ["a reset after the bytes went out", reset, { statusCode: undefined, code: "UND_ERR_SOCKET" }],
    ["no answer", hang, { statusCode: undefined, code: "ETIMEDOUT" }],
    ["an answer that does not end", (response) => void response.writeHead(201).write("{"), { statusCode: undefined, code: "ETIMEDOUT" }],
    ["an answer without end", (response) => void response.writeHead(201).write("x".repeat(2_000_000)), { statusCode: undefined, sent: true }],
    ["deep nesting in the answer", json(400, "[".repeat(50_000)), { statusCode: 400, code: undefined }],
  ])("%s", async (_, answer, expected) => {
    channel.answers = [answer];
    const failure = await failureOf(send());
    expect(failure).toBeInstanceOf(CallError);
    expect(failure).toMatchObject({ sent: true, ...expected });
    expect(failure.message).not.toMatch(/a-token|127|conversations/);
    expect(channel.heard).toHaveLength(1);
  });

  test("nobody there: nothing was sent", async () => {
    const failure = await failureOf(send(`http://127.0.0.1:${await deadPort()}/`));
    expect(failure).toMatchObject({ sent: false, code: "ECONNREFUSED" });
  });

  test("no token: nothing was sent", async () => {
    const without = connectorFor({ exchange, tokens: () => Promise.reject(new Error("secret")), mayCall: thisMachineOnly });
    const failure = await failureOf(without(channel.serviceUrl).conversations.sendToConversation("a", activity as never));
    expect(failure).toMatchObject({ sent: false, code: "ENOTOKEN" });
    expect(failure.message).not.toContain("secret");
    expect(channel.heard).toEqual([]);
  });
});

describe("what may be repeated is, once:", () => {
  const member = json(200, { id: "29:x", email: "a@example.org" });
  test.each<[string, Channel["answers"], number]>([
    ["a roster look-up after a reset", [reset, member], 2],
    ["a roster look-up after a 503", [json(503, {}), member], 2],
    ["one that is told to wait a moment", [json(429, {}, { "retry-after": "0" }), member], 2],
    ["one that is well", [member], 1],
  ])("%s", async (_, answers, calls) => {
    channel.answers = answers;
    const slow = connectorFor({ exchange, mayCall: thisMachineOnly });
    expect(await slow(channel.serviceUrl).conversations.getConversationMember("a", "29:x")).toMatchObject({ email: "a@example.org" });
    expect(channel.heard.map(({ path }) => path)).toEqual(Array(calls).fill("/uk/v3/conversations/a/members/29%3Ax"));
  });

  test.each([
    ["a member who is not there", 404],
    ["a refusal", 403],
  ])("not %s", async (_, status) => {
    channel.answers = [json(status, {})];
    expect(await failureOf(connect(channel.serviceUrl).conversations.getConversationMember("a", "b"))).toMatchObject({ statusCode: status });
    expect(channel.heard).toHaveLength(1);
  });

  test("an update and a removal", async () => {
    channel.answers = [reset, json(200, { id: "1" }), json(502, ""), json(200, "")];
    const slow = connectorFor({ exchange, mayCall: thisMachineOnly })(channel.serviceUrl).conversations;
    await slow.updateActivity("a", "1", activity as never);
    await slow.deleteActivity("a", "1");
    expect(channel.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "PUT /uk/v3/conversations/a/activities/1",
      "PUT /uk/v3/conversations/a/activities/1",
      "DELETE /uk/v3/conversations/a/activities/1",
      "DELETE /uk/v3/conversations/a/activities/1",
    ]);
  });
});

test("a call that hangs holds up no other", async () => {
  channel.answers = [...Array(50).fill(hang), json(201, { id: "quick" })];
  const { conversations } = connectorFor({ exchange, tokens: async () => "a-token", mayCall: thisMachineOnly, within: { send: 5_000, ask: 5_000 } })(
    channel.serviceUrl,
  );
  let over = 0;
  const hanging = Array.from({ length: 50 }, () => failureOf(conversations.sendToConversation("a:1/2", activity as never)).finally(() => over++));
  while (channel.heard.length < 50) await new Promise((done) => setTimeout(done, 5));
  expect([await send(), over]).toEqual([{ id: "quick" }, 0]);
  expect((await Promise.all(hanging)).every(({ code }) => code === "ETIMEDOUT")).toBe(true);
});

describe("an id", () => {
  test.each([[".."], ["."], [""]])("%j would lead to another address of the channel: nothing goes out", async (id) => {
    const { conversations } = connect(channel.serviceUrl);
    const calls = [
      conversations.sendToConversation(id, activity as never),
      conversations.replyToActivity("a", id, activity as never),
      conversations.getConversationMember("a", id),
      conversations.getConversationPagedMembers(id),
    ];
    for (const failure of await Promise.all(calls.map(failureOf))) expect(failure).toMatchObject({ sent: false, code: "ENOTALLOWED" });
    expect(channel.heard).toEqual([]);
  });

  test.each([
    ["a/../b", "a%2F..%2Fb"],
    ["..%2f..", "..%252f.."],
    ["...", "..."],
    ["a?b#c;d\\e", "a%3Fb%23c%3Bd%5Ce"],
  ])("%s stays one part of the address", async (id, written) => {
    await connect(channel.serviceUrl).conversations.sendToConversation(id, activity as never);
    expect(channel.heard).toHaveLength(1);
    expect(channel.heard[0]?.path).toBe(`/uk/v3/conversations/${written}/activities`);
  });

  test("that cannot be written is no call", async () => {
    expect(await failureOf(connect(channel.serviceUrl).conversations.getConversationMember("a", "\ud800"))).toMatchObject({ sent: false, code: "ENOTALLOWED" });
    expect(channel.heard).toEqual([]);
  });
});

describe("a service address that is not on the list", () => {
  const rule = exactly(["smba.trafficmanager.net", "127.0.0.1:9999"]);
  test.each([
    ["https://smba.trafficmanager.net/uk/", true],
    ["https://SMBA.trafficmanager.net", true],
    ["http://127.0.0.1:9999/", true],
    ["http://smba.trafficmanager.net/uk/", false],
    ["https://smba.trafficmanager.net:8443/", false],
    ["https://smba.trafficmanager.net./", false],
    ["https://evil.trafficmanager.net/", false],
    ["https://smba.trafficmanager.net.evil.example/", false],
    ["https://smba.trafficmanager.net@evil.example/", false],
    ["https://evil.example/smba.trafficmanager.net", false],
    ["https://evil.example\\@smba.trafficmanager.net/", false],
    ["https://user:word@smba.trafficmanager.net/", false],
    ["https://ѕmba.trafficmanager.net/", false],
    ["http://127.0.0.1:9998/", false],
    ["http://[::1]:9999/", false],
    ["https:smba.trafficmanager.net", false],
    ["javascript:alert(1)", false],
    ["", false],
  ])("%s: %s", (serviceUrl, allowed) => {
    expect(rule(serviceUrl)).toBe(allowed);
  });

  test("gets no socket", async () => {
    const before = channel.sockets;
    const strict = connectorFor({ exchange, mayCall: rule });
    const { conversations } = strict(channel.serviceUrl);
    expect(await failureOf(conversations.sendToConversation("a", activity as never))).toMatchObject({ sent: false, code: "ENOTALLOWED" });
    expect(await failureOf(conversations.getConversationMember("a", "b"))).toMatchObject({ sent: false, code: "ENOTALLOWED" });
    expect(channel.sockets).toBe(before);
  });
});
