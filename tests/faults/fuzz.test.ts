/** Whatever is sent, nobody ends the bot, no text of a fault comes out of it, and its memory stays as it is. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Child, children } from "../support/child.js";
import { whole } from "../support/fault-scale.js";
import { appId, type Issuer, newKey, startIssuer } from "../support/issuer.js";
import { startTeamsSide, type Teams, tenantId } from "../support/teams.js";
import { fuzzRequest } from "./fuzz-requests.js";

/** A two-hundredth of the numbers in every npm test. */
const share = whole ? 1 : 0.005;
const requests = 1_000_000 * share;
const forgeries = 100_000 * share;
const inFlight = 16;

const megabytesOf = (child: Child): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;

/** Runs so many, `inFlight` at a time. */
const many = async (count: number, run: (number: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const worker = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
};

const quantile = (times: number[], part: number): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;

const run = children();
const bot = new URL("front-door.ts", import.meta.url).pathname;

describe("anything at all", () => {
  let child: Child;
  let url: string;
  let teams: Teams;
  const agent = new Agent({ connections: inFlight, headersTimeout: 60_000, bodyTimeout: 60_000 });

  beforeAll(async () => {
    child = await run(bot, []);
    url = (await child.line("listening")).split(" ")[1] ?? "";
    teams = await startTeamsSide(url);
    // Not kept: there are too many.
    teams.calls.push = () => 0;
  });
  afterAll(async () => {
    await teams.stop();
    await agent.destroy();
  });

  const send = async (number: number): Promise<{ status: number; text: string }> => {
    const { method, path, headers, body } = fuzzRequest(number, teams.serviceUrl);
    const bare = method === "GET" || method === "HEAD";
    const where = { origin: new URL(url).origin, path: path.startsWith("/") ? path : `/${path}` };
    const response = await agent.request({ ...where, method: method as "POST", headers, body: bare ? undefined : body });
    return { status: response.statusCode, text: await response.body.text() };
  };

  test(
    `${requests.toLocaleString("en-GB")} requests: no end, no 5xx with a text, no growth`,
    async () => {
      const seen = new Map<number, number>();
      const bad: string[] = [];
      let early = 0;
      await many(requests, async (number) => {
        if (number === Math.floor(requests / 4)) early = megabytesOf(child);
        const { status, text } = await send(number).catch((error: Error) => ({ status: -1, text: error.message }));
        seen.set(status, (seen.get(status) ?? 0) + 1);
        // 500 is a bug. 501 is the answer to an invoke that nobody knows, 502 to whoever names a channel that is not there, 503 that of /ready.
        if (status === -1 || status === 500 || (status >= 500 && status !== 503 && text !== "")) bad.push(`${number}: ${status} ${text.slice(0, 100)}`);
      });
      process.stderr.write(`fuzz: ${JSON.stringify(Object.fromEntries(seen))}, ${early.toFixed(0)} to ${megabytesOf(child).toFixed(0)} MB\n`);
      expect(bad.slice(0, 10)).toEqual([]);
      // Many of each kind, or the fuzz has missed the bot.
      expect(Math.min(...[200, 400, 403, 501].map((status) => seen.get(status) ?? 0))).toBeGreaterThan(requests / 1_000);
      expect(megabytesOf(child) - early).toBeLessThan(60);
      const { status, replies } = await teams.say("business.lead@example.org", "how is 2.3 doing");
      expect([status, replies.length]).toEqual([200, 1]);
    },
    60_000 + requests * 5,
  );

  test("what is no HTTP at all: the next one is answered", async () => {
    const { hostname, port } = new URL(url);
    const raw = (text: string) =>
      new Promise<void>((done) => {
        const socket = connect(Number(port), hostname, () => socket.write(text));
        socket.on("error", () => undefined);
        socket.on("close", () => done());
        setTimeout(() => socket.destroy(), 100);
      });
    const head = "POST /api/messages HTTP/1.1\r\nhost: 127.0.0.1\r\n";
    await Promise.all([
      raw("\u0000\u0001\u0002\r\n\r\n"),
      raw("GET\r\n\r\n"),
      raw(`${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n`),
      raw(`${head}content-length: -1\r\n\r\n{}`),
      raw(`${head}content-length: 5\r\ncontent-length: 6\r\n\r\n{}{}{}`),
      raw(`${head}transfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n`),
      raw(`${head}x: ${"y".repeat(100_000)}\r\n\r\n`),
      raw(`${head}expect: 100-continue\r\ncontent-length: 2\r\n\r\n{}`),
      raw(`${head}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`),
      raw("CONNECT example.org:443 HTTP/1.1\r\nhost: example.org\r\n\r\n"),
      raw("POST /api/messages HTTP/1.1\r\nhost: [\r\ncontent-length: 2\r\n\r\n{}"),
      raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ]);
    expect((await teams.say("business.lead@example.org", "how is 2.3 doing")).status).toBe(200);
  });
});

describe("forged tokens", () => {
  let child: Child;
  let url: string;
  let teams: Teams;
  let issuer: Issuer;
  const agent = new Agent({ connections: inFlight });
  const forger = newKey("key-1");

  beforeAll(async () => {
    issuer = await startIssuer();
    teams = await startTeamsSide("http://127.0.0.1:1/");
    const registration = {
      appId,
      password: "a-secret",
      tenantId,
      serviceHosts: [new URL(teams.serviceUrl).host],
      metadataUrl: issuer.metadataUrl,
      loginOrigin: issuer.loginOrigin,
    };
    child = await run(bot, [JSON.stringify(registration)]);
    url = (await child.line("listening")).split(" ")[1] ?? "";
  });
  afterAll(async () => {
    await Promise.all([teams.stop(), issuer.stop(), agent.destroy()]);
  });

  test(
    `${forgeries.toLocaleString("en-GB")} of them: refused in silence, memory within 10 MB, and good ones hardly slower`,
    async () => {
      const activity = good(teams.serviceUrl);
      const post = async (token: string) => {
        const from = performance.now();
        const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
        const response = await request(url, { method: "POST", dispatcher: agent, headers, body: JSON.stringify(activity) });
        return { status: response.statusCode, text: await response.body.text(), ms: performance.now() - from };
      };
      const right = await issuer.token({ serviceurl: teams.serviceUrl });
      const template = (await issuer.token({ serviceurl: teams.serviceUrl }, {}, forger)).split(".");
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
      /** Ever new ids of keys, tenants and signatures; half of them go as far as the signature. */
      const forged = (number: number): string => {
        if (number % 2) return `${template[0]}.${part({ iss: "https://api.botframework.com", aud: appId, exp: 4_000_000_000, n: number })}.${template[2]}`;
        return `${part({ alg: number % 4 ? "RS256" : "none", kid: `key-${number}`, tid: `${number}` })}.${template[1]}.${template[2]}`;
      };
      const times = async (count: number, beside: boolean): Promise<number[]> => {
        const took: number[] = [];
        for (let at = 0; at < count; at++) {
          const around = beside ? Array.from({ length: 4 }, (_, more) => post(forged(at * 4 + more))) : Array.from({ length: 4 }, () => post(right));
          const { status, ms } = await post(right);
          expect(status).toBe(200);
          took.push(ms);
          await Promise.all(around);
        }
        return took;
      };
      const samples = whole ? 1_000 : 50;
      await times(samples, false);
      const before = await times(samples, false);
      await many(Math.min(2_000, forgeries), async (number) => void (await post(forged(number))));
      const early = megabytesOf(child);
      const statuses = new Set<string>();
      await many(forgeries, async (number) => {
        const { status, text } = await post(forged(number + 10_000));
        statuses.add(`${status}${text}`);
      });
      const grown = megabytesOf(child) - early;
      const during = await times(samples, true);
      process.stderr.write(
        `forged: ${grown.toFixed(1)} MB more; good ones' p99 ${quantile(before, 0.99).toFixed(1)} ms among good ones, ${quantile(during, 0.99).toFixed(1)} ms among forged ones\n`,
      );
      expect([...statuses]).toEqual(["401"]);
      expect(grown).toBeLessThan(10);
      expect(issuer.asked.filter((path) => path === "/keys").length).toBeLessThanOrEqual(3);
      // Times mean little beside the other tests of a whole run.
      if (whole) expect(quantile(during, 0.99)).toBeLessThan(2 * quantile(before, 0.99));
    },
    60_000 + forgeries * 3,
  );
});

const good = (serviceUrl: string) => ({
  type: "message",
  text: "how is 2.3 doing",
  channelId: "msteams",
  serviceUrl,
  deliveryMode: "expectReplies",
  from: { id: "29:x", name: "X", aadObjectId: "x" },
  recipient: { id: "28:bot" },
  conversation: { id: "a:1", conversationType: "personal", tenantId },
  channelData: { tenant: { id: tenantId } },
});
