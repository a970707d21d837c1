import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openExchange, type Tokens, tokensFrom } from "../../../src/teams/outbound/index.js";
import { patienceOfWaiting } from "../../support/pace.js";
import { type Channel, json, startChannel } from "./channel.js";

const identity = { appId: "5f1c0000-0000-4000-8000-000000000001", tenantId: "5f1c0000-0000-4000-8000-000000000002", password: "a-secret" };
const exchange = openExchange();
const minute = 60_000;

let login: Channel;
let time: number;
let tokens: Tokens;
beforeAll(async () => {
  login = await startChannel();
});
afterAll(() => exchange.close());
afterEach(() => vi.unstubAllEnvs());
beforeEach(() => {
  login.heard.length = 0;
  login.answers = [1, 2, 3].map((number) => json(200, { token_type: "Bearer", expires_in: 3_600, access_token: `token-${number}` }));
  time = Date.now();
  tokens = tokensFrom({ identity, exchange, loginOrigin: new URL(login.serviceUrl).origin }, () => time);
});

describe("with a client secret", () => {
  test("the token is fetched once for many that want it, from the tenant's own address, for the channel", async () => {
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => tokens())))).toEqual(new Set(["token-1"]));
    expect(login.heard.map(({ path }) => path.split("?")[0])).toEqual([`/${identity.tenantId}/oauth2/v2.0/token`]);
    const sent = new URLSearchParams(login.heard[0]?.body);
    expect([sent.get("scope"), sent.get("client_id"), sent.get("client_secret")]).toEqual([
      expect.stringContaining("https://api.botframework.com/.default"),
      identity.appId,
      identity.password,
    ]);
  });

  test("for another service it says so", async () => {
    const resource = "https://cognitiveservices.azure.com";
    await tokensFrom({ identity, exchange, loginOrigin: new URL(login.serviceUrl).origin, resource })();
    expect(new URLSearchParams(login.heard[0]?.body).get("scope")).toContain(`${resource}/.default`);
  });

  test("it is kept while it serves, replaced in the background shortly before its end, and waited for after it", async () => {
    await tokens();
    time += 54 * minute;
    expect([await tokens(), login.heard.length]).toEqual(["token-1", 1]);
    time += 2 * minute;
    expect(await tokens()).toBe("token-1");
    await vi.waitFor(async () => expect(await tokens()).toBe("token-2"), patienceOfWaiting);
    expect(login.heard).toHaveLength(2);
    time += 120 * minute;
    expect(await tokens()).toBe("token-3");
  });

  test("the old one serves to its end when there is no new one, and the source is asked every half minute only", async () => {
    await tokens();
    login.answers = [json(500, { error: "down" })];
    time += 56 * minute;
    for (let at = 0; at < 20; at++) {
      expect(await tokens()).toBe("token-1");
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(login.heard).toHaveLength(2);
  });

  test.each([
    ["a wrong secret", json(401, { error: "invalid_client", error_description: "AADSTS7000215: Invalid client secret provided." })],
    ["an answer that is none", json(200, "<html>")],
    ["no token", json(200, { token_type: "Bearer" })],
  ])("%s is an error without the secret in it, and the next one tries again", async (_, answer) => {
    login.answers = [answer, json(200, { token_type: "Bearer", expires_in: 3_600, access_token: "token-9" })];
    const error = await tokens().catch((failure: Error) => failure);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).not.toContain(identity.password);
    expect(await tokens()).toBe("token-9");
  });
});

test("without a secret the managed identity's token is asked for, on the machine itself", async () => {
  vi.stubEnv("IDENTITY_ENDPOINT", `${login.serviceUrl}msi/token`);
  vi.stubEnv("IDENTITY_HEADER", "the-header");
  const given = json(200, { token_type: "Bearer", expires_on: String(Math.floor(time / 1000) + 3_600), access_token: "managed", resource: "x" });
  login.answers = [given, given];
  const managed = tokensFrom({ identity: { ...identity, password: undefined }, exchange });
  expect(await managed()).toBe("managed");
  const { path, headers } = login.heard[0] ?? {};
  const resource = "https://cognitiveservices.azure.com";
  await tokensFrom({ identity: { ...identity, password: undefined }, exchange, resource })();
  expect(new URL(login.heard[1]?.path ?? "", login.serviceUrl).searchParams.get("resource")).toBe(resource);
  expect(new URL(path ?? "", login.serviceUrl).searchParams.get("client_id")).toBe(identity.appId);
  expect(new URL(path ?? "", login.serviceUrl).searchParams.get("resource")).toBe("https://api.botframework.com");
  expect(headers?.["x-identity-header"]).toBe("the-header");
});
