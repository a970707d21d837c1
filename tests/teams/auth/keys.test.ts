import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Keys, openKeys } from "../../../src/teams/auth/keys.js";
import { openExchange } from "../../../src/teams/outbound/index.js";
import { keepingLogger, type LogLine } from "../../conversations/harness.js";
import { type Issuer, newKey, startIssuer } from "../../support/issuer.js";
import { patienceOfWaiting } from "../../support/pace.js";

const exchange = openExchange();
const minute = 60_000;
const hour = 60 * minute;
const newer = newKey("key-2");
const log: LogLine[] = [];

let issuer: Issuer;
let keys: Keys;
let time: number;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer.stop();
  await exchange.close();
});
beforeEach(() => {
  time = Date.now();
  issuer.asked.length = 0;
  issuer.fault = undefined;
  issuer.keys.length = 1;
  log.length = 0;
});
afterEach(() => keys.stop());

const open = () => {
  keys = openKeys({ metadataUrl: issuer.metadataUrl, exchange, log: keepingLogger(log), now: () => time });
};
const fetches = () => issuer.asked.filter((path) => path === "/keys").length;
const away: Issuer["fault"] = (response) => !!response.writeHead(503).end();

test("many that ask at once cause one fetch", async () => {
  open();
  const found = await Promise.all(Array.from({ length: 200 }, () => keys.find("key-1")));
  expect(found.every((key) => key?.endorsements.has("msteams"))).toBe(true);
  expect([fetches(), keys.ready()]).toEqual([1, true]);
});

test("unknown keys cause one fetch a minute, however many there are, and a new key is found by it", async () => {
  open();
  await keys.find("key-1");
  const before = keys.generation();
  for (let at = 0; at < 300; at++) expect(await keys.find(`forged-${at}`)).toBeUndefined();
  expect(fetches()).toBe(2);
  issuer.keys.push(newer);
  time += minute - 1;
  expect(await keys.find("key-2")).toBeUndefined();
  time += 1;
  expect(await keys.find("key-2")).toBeDefined();
  expect([fetches(), keys.generation() > before]).toEqual([3, true]);
});

test("known keys are never asked for again by whoever uses them", async () => {
  open();
  for (let at = 0; at < 300; at++) await keys.find("key-1");
  expect(fetches()).toBe(1);
});

describe("while the source is away", () => {
  test("the keys are kept for 24 hours and no longer", async () => {
    open();
    await keys.find("key-1");
    issuer.fault = away;
    time += 24 * hour - 1;
    expect([await keys.find("key-1").then(Boolean), keys.ready()]).toEqual([true, true]);
    time += 1;
    await expect(keys.find("key-1")).rejects.toThrow("not to be had");
    expect(keys.ready()).toBe(false);
    issuer.fault = undefined;
    time += minute;
    expect(await keys.find("key-1")).toBeDefined();
  });

  test.each<[string, Issuer["fault"]]>([
    ["an error", away],
    ["no JSON", (response) => !!response.writeHead(200).end("<html>")],
    ["no keys", (response) => !!response.writeHead(200).end('{"keys":[],"jwks_uri":"http://127.0.0.1:9/"}')],
    ["a reset", (response) => !!response.socket?.destroy()],
  ])("at the start (%s) it is tried again by itself, without any token", async (_, fault) => {
    issuer.fault = fault;
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 100 });
    try {
      open();
      await expect(keys.find("key-1")).rejects.toThrow("not to be had");
      expect(log.at(-1)).toMatchObject({ level: "warn", message: "the channel's keys could not be fetched" });
      issuer.fault = undefined;
      await vi.waitFor(() => expect(keys.ready()).toBe(true), patienceOfWaiting);
      expect(await keys.find("key-1")).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

test.each<[string, Record<string, unknown>]>([
  ["another kind", { kty: "EC", kid: "odd", crv: "P-256", x: "AA", y: "AA" }],
  ["no id", { kty: "RSA", n: "AQAB", e: "AQAB" }],
  ["no number", { kty: "RSA", kid: "odd", e: "AQAB" }],
  ["endorsements that are none", { kty: "RSA", kid: "odd", n: "AQAB", e: "AQAB", endorsements: "msteams" }],
])("a key of %s among them is passed over", async (_, jwk) => {
  issuer.keys.unshift({ ...newer, jwk });
  open();
  expect(await keys.find("key-1")).toBeDefined();
  expect(await keys.find("odd")).toBeUndefined();
  issuer.keys.shift();
});
