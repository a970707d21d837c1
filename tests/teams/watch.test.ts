/** /health, /ready and /metrics: what they say, when, and to whom. */
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDirectory } from "../../src/people/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { startTeams, type TeamsOptions } from "../../src/teams/index.js";
import { openMetrics, startMetricsServer } from "../../src/teams/watch/index.js";
import { keepingLogger } from "../conversations/harness.js";
import { openSmallAssistant } from "../conversations/small-assistant.js";
import { appId, type Issuer, startIssuer } from "../support/issuer.js";
import { patience, patienceOfWaiting } from "../support/pace.js";
import { startTeamsSide, type Teams, tenantId } from "../support/teams.js";

const lead = "business.lead@example.org";
let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
const registration = () => ({ appId, password: "a-secret", tenantId, metadataUrl: issuer.metadataUrl, loginOrigin: issuer.loginOrigin });

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  await issuer.stop();
});

async function open(
  options: Partial<TeamsOptions> = {},
): Promise<{ server: Awaited<ReturnType<typeof startTeams>>; teams: Teams; storage: Storage; get(path: string): Promise<Response> }> {
  const storage = await openStorage();
  const base = { port: 0, assistant: openSmallAssistant(), directory: openDirectory(storage), alive: () => storage.ping(), log: keepingLogger([]) };
  const server = await startTeams({ ...base, ...options });
  const teams = await startTeamsSide(`http://127.0.0.1:${server.port}/api/messages`);
  stops.push(async () => {
    await teams.stop();
    await server.close();
    await storage.close();
  });
  return { server, teams, storage, get: (path) => fetch(`http://127.0.0.1:${server.port}${path}`) };
}

const said = async (response: Response) => [response.status, await response.json()];

/** The status of GET under a host name, as a browser sends it whose page made the name lead to this machine. */
const statusUnder = (port: number, path: string, host: string, method = "GET"): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { host } }, (response) => resolve(response.resume().statusCode));
    asked.once("error", reject).end();
  });

describe("a page in a browser of this machine, under a name that was made to lead here", () => {
  test("gets nothing of a bot without a registration, which answers its own names", async () => {
    const { server } = await open();
    for (const path of ["/metrics", "/health", "/ready", "/api/messages", "/"])
      for (const host of ["evil.example", `evil.example:${server.port}`, "127.0.0.1.evil.example", "localhost.evil.example"])
        expect(await statusUnder(server.port, path, host), `${path} at ${host}`).toBe(403);
    expect(await statusUnder(server.port, "/api/messages", "evil.example", "POST")).toBe(403);
    for (const host of ["localhost", "LOCALHOST:80", "127.0.0.1", `[::1]:${server.port}`])
      expect(await statusUnder(server.port, "/metrics", host), host).toBe(200);
  });

  test("gets no metrics from a port of their own on this machine", async () => {
    const metrics = await startMetricsServer(openMetrics({}), { port: 0, host: "127.0.0.1" });
    stops.push(metrics.close);
    expect(await statusUnder(metrics.port, "/metrics", "evil.example")).toBe(403);
    expect(await statusUnder(metrics.port, "/metrics", `127.0.0.1:${metrics.port}`)).toBe(200);
  });

  test("a bot with a registration answers by whatever name it has", async () => {
    const { server } = await open({ registration: registration() });
    expect(await statusUnder(server.port, "/health", "waymark.example.org")).toBe(200);
  });
});

describe("ready", () => {
  test("with a database and no reminders", async () => {
    const { get } = await open();
    expect(await said(await get("/ready"))).toEqual([200, { status: "ready", database: "ok", keys: "not needed", reminders: { status: "off" } }]);
  });

  test("says when the last pass of the reminders was", async () => {
    const { get } = await open({ lastPass: async () => new Date("2026-11-24T09:30:00Z") });
    expect(await said(await get("/ready"))).toEqual([
      200,
      { status: "ready", database: "ok", keys: "not needed", reminders: { status: "on", lastPass: "2026-11-24T09:30:00.000Z" } },
    ]);
    expect(await said(await get("/health"))).toEqual([200, { status: "ok", reminders: { status: "on", lastPass: "2026-11-24T09:30:00.000Z" } }]);
  });

  test.each<[string, TeamsOptions["lastPass"], string]>([
    ["there was none yet", async () => undefined, "no pass yet"],
    ["it cannot be told", async () => Promise.reject(new Error("gone")), "unknown"],
    ["it is not told in time", () => new Promise(() => undefined), "unknown"],
  ])("all the same when %s", async (_, lastPass, status) => {
    const { get } = await open({ lastPass });
    expect(await said(await get("/ready"))).toEqual([200, expect.objectContaining({ reminders: { status } })]);
    expect(await said(await get("/health"))).toEqual([200, { status: "ok", reminders: { status } }]);
  });

  test("a flood of questions does not reach the database", async () => {
    let asked = 0;
    const { get } = await open({ alive: async () => void asked++, lastPass: async () => void asked++ as undefined });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => get(at % 2 ? "/ready" : "/health")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(20);
  });

  test.each([
    ["run from outside", async () => new Date("2026-11-24T09:30:00Z"), { status: "run from outside", lastPass: "2026-11-24T09:30:00.000Z" }],
    ["off", async () => undefined, { status: "off" }],
  ])("and /health says so where reminders are %s", async (_, lastPass, reminders) => {
    const { get } = await open({ lastPass, passesElsewhere: true });
    expect(await said(await get("/health"))).toEqual([200, { status: "ok", reminders }]);
  });

  test.each<[string, TeamsOptions["alive"]]>([
    ["refuses", async () => Promise.reject(new Error("gone"))],
    ["hangs", () => new Promise(() => undefined)],
  ])("not while the database %s, which is no reason to restart: the process is alive", async (_, alive) => {
    const { get } = await open({ alive });
    const from = performance.now();
    expect(await said(await get("/ready"))).toEqual([503, expect.objectContaining({ status: "not ready", database: "does not answer" })]);
    expect(performance.now() - from).toBeLessThan(await patience(3_000));
    expect(await said(await get("/health"))).toEqual([200, { status: "ok", reminders: { status: "off" } }]);
  });
});

describe("keys", () => {
  test("that are there make a registered bot ready; without any it is not, and becomes so when they come", async () => {
    issuer.fault = (response) => !!response.writeHead(503).end();
    const { get } = await open({ registration: registration() });
    expect(await said(await get("/ready"))).toEqual([503, expect.objectContaining({ status: "not ready", keys: "none", database: "ok" })]);
    expect((await get("/health")).status).toBe(200);
    issuer.fault = undefined;
    await expect.poll(async () => said(await get("/ready")), patienceOfWaiting).toEqual([200, expect.objectContaining({ status: "ready", keys: "ok" })]);
  });
});

describe("metrics", () => {
  let bot: Awaited<ReturnType<typeof open>>;
  let page: string;
  beforeAll(async () => {
    bot = await open({ lastPass: async () => new Date(Date.now() - 90_000) });
    const { teams } = bot;
    await teams.say(lead, "hello and secret words");
    await teams.say(lead, "refuse");
    await teams.say(lead, "break");
    await teams.say(lead, "deaf");
    await teams.execute(lead, "small.save", { words: "x" });
    await teams.execute(lead, "small.save", { words: "refuse" });
    await teams.execute(lead, "small.save", { words: "break" });
    await teams.execute(lead, "small.save", {});
    await teams.execute(lead, "made up by a client", {});
    await teams.post(lead, { type: "made up by a client" });
    await teams.post(lead, { type: "message", text: "hello", deliveryMode: undefined });
    teams.fault = ({ method }, response) => method === "POST" && !!response.writeHead(403).end();
    await teams.post(lead, { type: "message", text: "hello", deliveryMode: undefined });
    teams.fault = ({ method }, response) => method === "POST" && !!response.destroy();
    await teams.post(lead, { type: "message", text: "hello", deliveryMode: undefined });
    page = await (await bot.get("/metrics")).text();
  });

  const sampleOf = (sample: string) =>
    page
      .split("\n")
      .find((line) => line.startsWith(`${sample} `))
      ?.split(" ")[1];

  test.each([
    ['waymark_questions_total{question="echo",outcome="done"}', "5"],
    ['waymark_questions_total{question="refuse",outcome="refused"}', "1"],
    ['waymark_questions_total{question="break",outcome="failed"}', "1"],
    ['waymark_questions_total{question="unheard",outcome="failed"}', "1"],
    ['waymark_presses_total{verb="small.save",outcome="done"}', "1"],
    ['waymark_presses_total{verb="small.save",outcome="refused"}', "1"],
    ['waymark_presses_total{verb="small.save",outcome="failed"}', "1"],
    ['waymark_presses_total{verb="small.save",outcome="lost"}', "1"],
    ['waymark_turn_seconds_count{kind="other",outcome="done"}', "1"],
    ['waymark_turn_seconds_count{kind="invoke",outcome="done"}', "5"],
    ['waymark_turn_seconds_count{kind="message",outcome="done"}', "6"],
    ['waymark_turn_seconds_count{kind="message",outcome="failed"}', "1"],
  ])("%s is %s", (sample, value) => {
    expect(sampleOf(sample)).toBe(value);
  });

  test("replies are counted by how they went, apologies among them", () => {
    expect(Number(sampleOf('waymark_sends_total{what="reply",outcome="delivered"}'))).toBe(5);
    expect(Number(sampleOf('waymark_sends_total{what="reply",outcome="refused"}'))).toBeGreaterThan(0);
    expect(Number(sampleOf('waymark_sends_total{what="reply",outcome="unknown"}'))).toBeGreaterThan(0);
  });

  test("how long ago the last pass was is told at the time of asking", async () => {
    expect(Number(sampleOf("waymark_reminder_pass_lag_seconds"))).toBeGreaterThanOrEqual(90);
    expect(Number(sampleOf("waymark_reminder_pass_lag_seconds"))).toBeLessThan(300);
  });

  test("the process's own numbers are there, and nothing that anybody said or was called", () => {
    expect(page).toContain("process_resident_memory_bytes");
    expect(page).not.toMatch(/secret|business|example\.org|made up/i);
  });
});

describe("who may read the metrics", () => {
  test("whoever is on this machine, where the bot listens to this machine alone", async () => {
    const { get } = await open();
    expect((await get("/metrics")).headers.get("content-type")).toContain("text/plain; version=0.0.4");
  });

  test("nobody at the port that the whole world reaches", async () => {
    const { get } = await open({ registration: registration() });
    expect((await get("/metrics")).status).toBe(404);
    expect((await get("/health")).status).toBe(200);
  });

  test("whoever reaches a port of their own, which gives nothing else and ends with the bot", async () => {
    const { server, get } = await open({ registration: registration(), metricsAt: { port: 0, host: "127.0.0.1" } });
    const beside = (path: string, method = "GET") => fetch(`http://127.0.0.1:${server.metricsPort}${path}`, { method });
    expect(await (await beside("/metrics")).text()).toContain("waymark_turn_seconds");
    expect((await get("/metrics")).status).toBe(404);
    expect((await beside("/api/messages", "POST")).status).toBe(404);
    expect((await beside("/health")).status).toBe(404);
    await server.close();
    await expect(beside("/metrics")).rejects.toThrow();
  });

  test("a port that is taken is said in plain words, and the bot does not stay up without it", async () => {
    const { server } = await open();
    await expect(open({ metricsAt: { port: server.port, host: "127.0.0.1" } })).rejects.toThrow("The metrics cannot be served");
  });
});
