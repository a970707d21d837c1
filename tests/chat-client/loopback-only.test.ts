/** Whoever reaches a chat window speaks as its person, a manager among them: nobody but this machine's own browser may. */
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testFolders } from "../support/folders.js";
import { type Started, startCommand } from "../support/started.js";

const folder = testFolders();
let started: Started;
let port: number;
beforeAll(async () => {
  started = await startCommand("start", await folder());
  port = Number(new URL(started.windows.get("a manager") ?? "").port);
});
afterAll(() => started?.interrupt());

const chats = "/_conversation/v1/conversations";
const sayAsManager = `${chats}/${encodeURIComponent("personal-head.of.service@example.org")}/messages`;

interface Asked {
  method?: "GET" | "POST";
  path?: string;
  headers?: Record<string, string>;
  host?: string;
}

const statusOf = ({ method = "GET", path = "/", headers = {}, host = "127.0.0.1" }: Asked): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request({ host, port, method, path, headers }, (response) => resolve(response.resume().statusCode));
    asking.once("error", reject);
    asking.end(method === "POST" ? JSON.stringify({ from: { id: "29:head.of.service@example.org" }, text: "hello", textFormat: "plain" }) : undefined);
  });

test("npm start says what it does before it does anything, then what it is at, then where the windows are", () => {
  expect(started.output().split("\n").slice(0, 4)).toEqual([
    expect.stringMatching(/^Waymark starts on this machine: .* can take half a minute\.$/),
    "Opening the plan and starting the bot ...",
    "Starting the chat client ...",
    expect.stringMatching(/^Waymark is ready\./),
  ]);
});

describe("a chat window of npm start", () => {
  test("opens in this machine's browser", async () => {
    const own = `localhost:${port}`;
    expect(await statusOf({ headers: { host: own } })).toBe(200);
    const headers = { host: own, origin: `http://${own}`, "content-type": "application/json" };
    expect(await statusOf({ method: "POST", path: sayAsManager, headers })).toBeLessThan(300);
  });

  test("cannot be reached under another address of this machine, as from another machine", async () => {
    await expect(statusOf({ host: "127.0.0.2" })).rejects.toThrow(/ECONNREFUSED|ETIMEDOUT|EADDRNOTAVAIL/);
  });

  test("gives a page of somebody else's nothing, and lets it say nothing", async () => {
    const foreign = { "content-type": "application/json", origin: "http://evil.example" };
    expect(await statusOf({ method: "POST", path: sayAsManager, headers: foreign })).toBe(403);
    expect(await statusOf({ method: "POST", path: sayAsManager, headers: { ...foreign, origin: "null" } })).toBe(403);
    expect(await statusOf({ method: "POST", path: sayAsManager, headers: { ...foreign, origin: "http://localhost:1" } })).toBe(403);
  });

  test("gives nothing under a name that was made to lead here", async () => {
    expect(await statusOf({ headers: { host: `evil.example:${port}` } })).toBe(403);
    expect(await statusOf({ path: chats, headers: { host: "evil.example" } })).toBe(403);
  });

  test.each([
    ["a foreign page", (own: string) => `Host: ${own}\r\nOrigin: http://evil.example`, "403"],
    ["a name that was made to lead here", () => "Host: evil.example", "403"],
    ["its own page", (own: string) => `Host: ${own}\r\nOrigin: http://${own}`, "101"],
  ])("is heard by its own page alone: asked by %s", async (_, headers, status) => {
    const socket = connect(port, "127.0.0.1");
    const key = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    socket.write(`GET /_ws_conversation/v1/conversations/stream HTTP/1.1\r\n${headers(`localhost:${port}`)}\r\n${key}\r\n\r\n`);
    const answer = await new Promise<string>((resolve, reject) => socket.once("data", (data) => resolve(String(data))).once("error", reject));
    socket.destroy();
    expect(answer.split(" ")[1]).toBe(status);
  });
});
