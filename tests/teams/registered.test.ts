/** A registered bot: which tokens are accepted, tried against a server of keys on this machine. */
import { createHmac, createPublicKey } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDirectory } from "../../src/people/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type RunningServer, startTeams } from "../../src/teams/index.js";
import { keepingLogger, type LogLine } from "../conversations/harness.js";
import { openSmallAssistant, type SmallAssistant } from "../conversations/small-assistant.js";
import { appId, type Issuer, newKey, type SigningKey, startIssuer } from "../support/issuer.js";
import { startTeamsSide, type Teams, tenantId } from "../support/teams.js";

const LEAD = "business.lead@example.org";
const now = () => Math.floor(Date.now() / 1000);
const other = "5f1c0000-0000-4000-8000-0000000000ff";

let storage: Storage;
let assistant: SmallAssistant;
let server: RunningServer;
let teams: Teams;
let issuer: Issuer;
let good: SigningKey;
const strangers = newKey("key-1");
const elsewhere = newKey("key-of-webchat", ["webchat"]);
const unendorsed = newKey("key-of-nobody", []);
const weak = newKey("key-weak", ["msteams"], 1024);
const log: LogLine[] = [];

beforeAll(async () => {
  storage = await openStorage();
  assistant = openSmallAssistant();
  issuer = await startIssuer();
  good = issuer.keys[0] as SigningKey;
  issuer.keys.push(elsewhere, unendorsed, weak);
  teams = await startTeamsSide("http://127.0.0.1:1/");
  const { serviceUrl } = teams;
  await teams.stop();
  server = await startTeams({
    port: 0,
    registration: {
      appId,
      password: "a-secret",
      tenantId,
      serviceHosts: [new URL(serviceUrl).host],
      metadataUrl: issuer.metadataUrl,
      loginOrigin: issuer.loginOrigin,
    },
    assistant,
    directory: openDirectory(storage),
    alive: () => storage.ping(),
    log: keepingLogger(log),
  });
  teams = await startTeamsSide(`http://127.0.0.1:${server.port}/api/messages`, Number(new URL(serviceUrl).port));
});
afterAll(async () => {
  await Promise.all([teams.stop(), server.close()]);
  await issuer.stop();
  await storage.close();
});
beforeEach(() => {
  assistant.heard.length = 0;
  log.length = 0;
});

const claims = (changes: Record<string, unknown> = {}) => ({ serviceurl: teams.serviceUrl, ...changes });
const token = (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}, key = good) => issuer.token(claims(changes), header, key);
const say = async (authorization: string | undefined, fields: Record<string, unknown> = {}) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return teams.post(LEAD, { type: "message", text: "hello", ...fields }, { headers });
};
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** The good token with one part replaced. */
const spliced = async (change: (parts: string[]) => void) => {
  const parts = (await token()).split(".");
  change(parts);
  return parts.join(".");
};
const unsigned = (alg: string) => `${part({ alg, kid: "key-1" })}.${part({ iss: "https://api.botframework.com", aud: appId, exp: now() + 60, ...claims() })}.`;
/** Signed with the public key's text as if it were a shared secret. */
const confused = (alg = "HS256") => {
  const head = `${part({ alg, kid: "key-1" })}.${part({ iss: "https://api.botframework.com", aud: appId, exp: now() + 60, ...claims() })}`;
  const secret = createPublicKey(good.privateKey).export({ type: "spki", format: "pem" });
  return `${head}.${createHmac("sha256", secret).update(head).digest("base64url")}`;
};
const signedAs = (alg: string) =>
  new SignJWT({ iss: "https://api.botframework.com", aud: appId, exp: now() + 60, ...claims() })
    .setProtectedHeader({ alg, kid: "key-1" })
    .sign(good.privateKey);

describe("the right token", () => {
  test("is accepted, and the reply goes out with the bot's own token", async () => {
    const { status, replies } = await say(`Bearer ${await token()}`, { deliveryMode: undefined });
    expect(status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(assistant.heard).toMatchObject([{ text: "hello", asker: { email: LEAD } }]);
    expect(issuer.asked.filter((path) => path === `/${tenantId}/oauth2/v2.0/token`)).toHaveLength(1);
  });

  test.each<[string, () => Promise<string> | string]>([
    ["the scheme in lower case", async () => `bearer ${await token()}`],
    ["an end four minutes ago, within the skew", async () => `Bearer ${await token({ exp: now() - 240 })}`],
    ["a beginning in four minutes, within the skew", async () => `Bearer ${await token({ nbf: now() + 240 })}`],
    ["no beginning", async () => `Bearer ${await token({ nbf: undefined })}`],
    ["claims that nobody knows", async () => `Bearer ${await token({ extra: { a: [1] }, appid: other })}`],
  ])("is accepted with %s", async (_, authorization) => {
    expect((await say(await authorization())).status).toBe(200);
  });

  test("is accepted again while it serves, and no longer than that", async () => {
    const short = `Bearer ${await token({ exp: now() - 298 })}`;
    expect([(await say(short)).status, (await say(short)).status]).toEqual([200, 200]);
    await new Promise((done) => setTimeout(done, 2_500));
    expect((await say(short)).status).toBe(401);
  });
});

const refusals: [string, number, () => Promise<string | undefined> | string | undefined, Record<string, unknown>?][] = [
  ["no token", 401, () => undefined],
  ["an empty header", 401, () => ""],
  ["an empty token", 401, () => "Bearer "],
  ["something that is no token", 401, () => "Bearer x"],
  ["three parts that are none", 401, () => "Bearer a.b.c"],
  ["another scheme", 401, async () => `Basic ${await token()}`],
  ["the token without a scheme", 401, () => token()],
  ["two tokens", 401, async () => `Bearer ${await token()} ${await token()}`],
  ["a token of 10 KB", 401, async () => `Bearer ${await token({ extra: "x".repeat(9_000) })}`],
  ["four parts", 401, async () => `Bearer ${await token()}.x`],
  ["a payload that is no JSON", 401, async () => `Bearer ${await spliced((parts) => parts.splice(1, 1, "e30x"))}`],
  ["a header that is a list", 401, async () => `Bearer ${await spliced((parts) => parts.splice(0, 1, part([1])))}`],

  ["algorithm none", 401, () => `Bearer ${unsigned("none")}`],
  ["algorithm none with a signature of rubbish", 401, () => `Bearer ${unsigned("none")}eA`],
  ["algorithm NONE", 401, () => `Bearer ${unsigned("NONE")}eA`],
  ["no signature", 401, async () => `Bearer ${await spliced((parts) => parts.splice(2, 1, ""))}`],
  ["HS256 with the public key as its secret", 401, () => `Bearer ${confused()}`],
  ["that said to be RS256", 401, () => `Bearer ${confused("RS256")}`],
  ["RS384", 401, async () => `Bearer ${await signedAs("RS384")}`],
  ["RS512", 401, async () => `Bearer ${await signedAs("RS512")}`],
  ["PS256", 401, async () => `Bearer ${await signedAs("PS256")}`],
  [
    "a critical extension",
    401,
    async () => `Bearer ${await spliced((parts) => parts.splice(0, 1, part({ alg: "RS256", kid: "key-1", crit: ["b64"], b64: false })))}`,
  ],

  ["another's signature under our key's name", 401, () => issuer.token(claims(), {}, strangers).then((it) => `Bearer ${it}`)],
  ["one bit of the signature turned", 401, async () => `Bearer ${await spliced((parts) => parts.splice(2, 1, flipped(parts[2] ?? "")))}`],
  [
    "a payload changed after signing",
    401,
    async () =>
      `Bearer ${await spliced((parts) => parts.splice(1, 1, part({ ...claims(), aud: appId, iss: "https://api.botframework.com", exp: now() + 9_000 })))}`,
  ],
  ["its key in its own header", 401, () => issuer.token(claims(), { jwk: strangers.jwk, kid: "mine" }, strangers).then((it) => `Bearer ${it}`)],
  [
    "the address of its keys in its own header",
    401,
    () => issuer.token(claims(), { jku: "http://127.0.0.1:9/keys", kid: "mine" }, strangers).then((it) => `Bearer ${it}`),
  ],

  ["no kid", 401, async () => `Bearer ${await token({}, { kid: undefined })}`],
  ["an empty kid", 401, async () => `Bearer ${await token({}, { kid: "" })}`],
  ["an unknown kid", 401, async () => `Bearer ${await token({}, { kid: "key-9" })}`],
  ["a kid that is a path", 401, async () => `Bearer ${await token({}, { kid: "../../key-1" })}`],
  ["a kid that is a word of the language", 401, async () => `Bearer ${await token({}, { kid: "__proto__" })}`],
  ["a kid that is a number", 401, async () => `Bearer ${await token({}, { kid: 1 })}`],
  ["a key endorsed for another channel", 401, async () => `Bearer ${await token({}, {}, elsewhere)}`],
  ["a key endorsed for none", 401, async () => `Bearer ${await token({}, {}, unendorsed)}`],
  ["a key of 1,024 bits", 401, () => weakToken().then((it) => `Bearer ${it}`)],

  ["no issuer", 401, async () => `Bearer ${await token({ iss: undefined })}`],
  ["the emulator's issuer", 401, async () => `Bearer ${await token({ iss: `https://sts.windows.net/${tenantId}/`, appid: appId, ver: "1.0" })}`],
  [
    "the emulator's newer issuer",
    401,
    async () => `Bearer ${await token({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0`, azp: appId, ver: "2.0" })}`,
  ],
  ["the issuer with a slash more", 401, async () => `Bearer ${await token({ iss: "https://api.botframework.com/" })}`],
  ["the government cloud's issuer", 401, async () => `Bearer ${await token({ iss: "https://api.botframework.us" })}`],
  ["the issuer in a list", 401, async () => `Bearer ${await token({ iss: ["https://api.botframework.com"] as never })}`],

  ["no audience", 401, async () => `Bearer ${await token({ aud: undefined })}`],
  ["another bot's audience", 401, async () => `Bearer ${await token({ aud: other })}`],
  ["another bot's audience, and ours as the app", 401, async () => `Bearer ${await token({ aud: other, appid: appId, azp: appId })}`],
  ["our audience among others", 401, async () => `Bearer ${await token({ aud: [other, appId] })}`],
  ["our audience alone in a list", 401, async () => `Bearer ${await token({ aud: [appId] })}`],
  ["our audience in capitals", 401, async () => `Bearer ${await token({ aud: appId.toUpperCase() })}`],

  ["no end", 401, async () => `Bearer ${await token({ exp: undefined })}`],
  ["an end six minutes ago", 401, async () => `Bearer ${await token({ exp: now() - 360 })}`],
  ["an end in words", 401, async () => `Bearer ${await token({ exp: "tomorrow" as never })}`],
  ["a beginning in six minutes", 401, async () => `Bearer ${await token({ nbf: now() + 360, exp: now() + 3_600 })}`],
  ["a beginning in words", 401, async () => `Bearer ${await token({ nbf: "now" as never })}`],

  ["no service address in it", 401, async () => `Bearer ${await token({ serviceurl: undefined })}`],
  ["an empty service address in it", 401, async () => `Bearer ${await token({ serviceurl: "" })}`],
  ["the service address under another name", 401, async () => `Bearer ${await token({ serviceurl: undefined, serviceUrl: teams.serviceUrl })}`],
  ["another service address than the activity's", 403, async () => `Bearer ${await token({ serviceurl: "https://smba.trafficmanager.net/uk/" })}`],
  ["a service address with a path more", 403, async () => `Bearer ${await token({ serviceurl: `${teams.serviceUrl}x` })}`],
  ["a service address in a list", 401, async () => `Bearer ${await token({ serviceurl: [teams.serviceUrl] })}`],
  [
    "a service address off the list, in both",
    403,
    async () => `Bearer ${await token({ serviceurl: "https://evil.trafficmanager.net/" })}`,
    { serviceUrl: "https://evil.trafficmanager.net/" },
  ],
  [
    "this machine on another port, in both",
    403,
    async () => `Bearer ${await token({ serviceurl: "http://127.0.0.1:9/" })}`,
    { serviceUrl: "http://127.0.0.1:9/" },
  ],

  ["another tenant in the channel's data", 403, async () => `Bearer ${await token()}`, { channelData: { tenant: { id: other } } }],
  ["another tenant in the conversation", 403, async () => `Bearer ${await token()}`, { conversation: { id: "a:1", tenantId: other } }],
  ["no tenant at all", 403, async () => `Bearer ${await token()}`, { conversation: { id: "a:1" }, channelData: {} }],
  ["a tenant that is no text", 403, async () => `Bearer ${await token()}`, { conversation: { id: "a:1" }, channelData: { tenant: { id: [tenantId] } } }],
  ["another channel's name in the activity", 401, async () => `Bearer ${await token()}`, { channelId: "emulator" }],
  ["the word channel's name in the activity", 401, async () => `Bearer ${await token()}`, { channelId: "toString" }],
];

const flipped = (signature: string) => (signature.startsWith("A") ? "B" : "A") + signature.slice(1);
const weakToken = async () => {
  const head = `${part({ alg: "RS256", kid: weak.kid })}.${part({ iss: "https://api.botframework.com", aud: appId, exp: now() + 60, ...claims() })}`;
  const { createSign } = await import("node:crypto");
  return `${head}.${createSign("RSA-SHA256").update(head).sign(weak.privateKey).toString("base64url")}`;
};

describe("refused with an empty body, and nobody hears of it:", () => {
  test.each(refusals)("%s: %d", async (_, expected, authorization, fields) => {
    const calls = teams.calls.length;
    const { status, raw } = await say(await authorization(), fields);
    expect([status, raw]).toEqual([expected, ""]);
    expect(assistant.heard).toEqual([]);
    expect(teams.calls).toHaveLength(calls);
    expect(JSON.stringify(log)).not.toMatch(/a-secret|ey[A-Z]\w+\./);
  });
});

test("a body that is no activity is refused before the token is looked at, an oversized one before that", async () => {
  const post = async (body: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, { method: "POST", body });
    return [response.status, await response.text()];
  };
  expect(await post('{"foo":1}')).toEqual([400, ""]);
  expect(await post("x".repeat(300_000))).toEqual([413, ""]);
});

test("1,000 forged service addresses open no socket", async () => {
  const opened: string[] = [];
  const { Socket } = await import("node:net");
  const stock = Socket.prototype.connect;
  Socket.prototype.connect = function (this: InstanceType<typeof Socket>, ...args: unknown[]) {
    const [first] = args.flat() as { host?: string; port?: number }[];
    opened.push(`${first?.host}:${first?.port}`);
    return (stock as (...given: unknown[]) => typeof this).apply(this, args);
  } as typeof stock;
  const statuses = new Set<number>();
  try {
    const shapes = [
      (at: number) => `https://${at}.trafficmanager.net/`,
      (at: number) => `https://smba.trafficmanager.net.${at}.example/`,
      (at: number) => `http://127.0.0.1:${1_024 + at}/`,
      (at: number) => `https://smba.trafficmanager.net@h${at}.example/`,
    ];
    // One token says its address truly; the others are refused at another step.
    for (let at = 0; at < 1_000; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, async (_, more) => {
          const serviceUrl = shapes[(at + more) % shapes.length]?.(at + more) ?? "";
          const authorization = more % 10 === 1 ? `Bearer ${await token({ serviceurl: serviceUrl })}` : await goodToken();
          statuses.add((await say(authorization, { serviceUrl, deliveryMode: undefined })).status);
        }),
      );
  } finally {
    Socket.prototype.connect = stock;
  }
  expect([...statuses]).toEqual([403]);
  // What connects is the test's own client.
  expect(opened.filter((address) => !address.endsWith(`:${server.port}`))).toEqual([]);
  expect(assistant.heard).toEqual([]);
});

let kept: string | undefined;
const goodToken = async () => {
  kept ??= `Bearer ${await token()}`;
  return kept;
};
