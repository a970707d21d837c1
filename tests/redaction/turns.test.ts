/** Names, figures, words, tokens and connection strings planted in every part of a turn, through the real bot: none of it stands in the log. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../src/assistant/assistant.js";
import { importPlan } from "../../src/imports/index.js";
import { openDirectory } from "../../src/people/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type RunningServer, startTeams } from "../../src/teams/index.js";
import { openSmallAssistant } from "../conversations/small-assistant.js";
import { type Features, openFeatures } from "../support/features.js";
import { shown } from "../support/form.js";
import { appId, startIssuer } from "../support/issuer.js";
import { startTeamsSide, type Teams, tenantId } from "../support/teams.js";
import { expectCleanLines, planted } from "./planted.js";

const { email, figure, name, words } = planted;
const everything = `${name} <${email}> says ${words}, ${figure}, Bearer ${planted.token}, ${planted.database}`;
const issuer = await startIssuer();
const registration = { appId, password: planted.secret, tenantId, metadataUrl: issuer.metadataUrl, loginOrigin: issuer.loginOrigin };

let log = "";
const logger = createLogger("debug", {
  write(line) {
    log += line;
  },
});
beforeEach(() => {
  log = "";
});

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  await issuer.stop();
});

async function openBot(parts: { storage: Storage; assistant: Assistant; features?: Features; registered?: boolean }): Promise<Teams> {
  const { storage, assistant, features, registered } = parts;
  const server: RunningServer = await startTeams({
    port: 0,
    ...(registered && { registration }),
    assistant,
    directory: openDirectory(storage),
    messages: features?.messages,
    alive: () => storage.ping(),
    log: logger,
  });
  const teams = await startTeamsSide(`http://127.0.0.1:${server.port}/api/messages`);
  stops.push(async () => {
    await teams.stop();
    await server.close();
    await storage.close();
  });
  return teams;
}

/** Who asks leads and reports what is asked about, so every answer is about them. */
async function openFullBot(storage?: Storage) {
  storage ??= await openStorage();
  const features = await openFeatures(storage, [email], logger);
  const plan = readFileSync(new URL("../questions/plans/libraries.json", import.meta.url), "utf8").replaceAll("business.lead@example.org", email);
  await importPlan(features, readPlan("libraries.json", plan), { by: email, at: new Date("2026-10-12T09:00:00Z") });
  return { storage, features, teams: await openBot({ storage, features, assistant: features.assistant }) };
}

const at = "2026-11-24T10:00:00.000Z";

describe("with everything in order", () => {
  let bot: Awaited<ReturnType<typeof openFullBot>>;
  beforeAll(async () => {
    bot = await openFullBot();
  });

  test.each([
    ["a message", `how is 2.3 doing, ${everything}`],
    ["a figure in words", `2.3.m1 was ${figure} in Q2 because ${words}`],
    ["a status in words", `2.3.2 is at risk because ${words} ${everything}`],
    ["a name to hand over to", `make ${email} the lead of 1.5`],
    ["nonsense", everything],
  ])("%s leaves nothing in the log", async (_, text) => {
    expect((await bot.teams.say(email, text, { at })).status).toBe(200);
    expectCleanLines(log);
  });

  test.each([
    ["a figure", "update 2.3.m1", "Save", { value0: figure, note0: everything, why0: words }],
    ["a wrong figure", "update 2.3.m3", "Save", { value0: everything, note0: words }],
    ["a status", "update 2.3.1", "Save 2.3.1", { status: "off-track", why: words, note: everything }],
  ])("a form with %s pressed leaves nothing in the log", async (_, text, button, typed) => {
    const { replies } = await bot.teams.say(email, text, { at });
    const { verb, data } = shown(replies[0]?.attachments?.[0]?.content).press(button, typed);
    expect((await bot.teams.execute(email, verb, data, { at })).status).toBe(200);
    expectCleanLines(log);
  });

  test("a form with planted fields of its own, and a button nobody knows, leave nothing in the log", async () => {
    await bot.teams.execute(email, "figures.record", { form: everything, [everything]: figure }, { at });
    await bot.teams.execute(email, everything, { words }, { at });
    await bot.teams.submit(email, { verb: everything, words }, { at });
    expectCleanLines(log);
  });
});

/** Errors that quote all there is to quote, in every way that errors do. */
const quoting: [string, () => unknown][] = [
  ["an error", () => new Error(everything)],
  ["an error of the language", () => new TypeError(`Cannot read properties of undefined (reading '${everything}')`)],
  ["an error with a name that says it all", () => Object.assign(new Error(words), { name: everything, code: everything, statusCode: figure })],
  ["an error in several lines that look like frames", () => new Error(`x\n    at ${words} (${name}:1:1)\n    at ${email}:1:1`)],
  ["an error with a cause and more fields", () => Object.assign(new Error("x", { cause: new RangeError(everything) }), { body: everything, email })],
  ["several errors in one", () => new AggregateError([new Error(everything)], everything)],
  ["a text", () => everything],
  ["an object", () => ({ message: everything, stack: everything })],
];

describe.each(quoting)("when %s is thrown", (_, make) => {
  const broken = (): Assistant => {
    const assistant = openSmallAssistant() as Assistant;
    const fail = async () => {
      throw make();
    };
    return { ...assistant, hear: (turn) => (turn.text === "deaf" ? fail() : assistant.hear(turn)), answer: fail, press: fail };
  };
  let teams: Teams;
  beforeAll(async () => {
    teams = await openBot({ storage: await openStorage(), assistant: broken() });
  });

  test.each<[string, string, (teams: Teams) => Promise<{ activityId?: string; raw: string }>]>([
    ["hearing a message", "turn failed", (side) => side.say(email, "deaf")],
    ["answering a question", "question failed", (side) => side.say(email, everything)],
    ["a press", "press failed", (side) => side.execute(email, "small.save", { words: everything })],
    ["a press of an older client", "press failed", (side) => side.submit(email, { verb: "small.save", words: everything })],
  ])("%s is one line with the activity's id and nothing of it", async (_what, msg, say) => {
    const { activityId, raw } = await say(teams);
    for (const one of [words, figure, planted.token, planted.secret]) expect(raw).not.toContain(one);
    const errors = expectCleanLines(log).filter(({ level }) => level === "error");
    expect(errors).toEqual([expect.objectContaining({ msg, activityId })]);
  });
});

describe("when the channel does not take what is sent", () => {
  const body = JSON.stringify({ error: { code: "Forbidden", message: everything, innerHttpError: { body: { errorCode: 209, message: everything } } } });
  test.each([403, 413, 500])("a reply answered with %d is one line with the activity's id and nothing of the reply or the answer", async (status) => {
    const teams = await openBot({ storage: await openStorage(), assistant: openSmallAssistant() });
    teams.fault = ({ method }, response) => method === "POST" && !!response.writeHead(status, { "content-type": "application/json" }).end(body);
    const { activityId } = await teams.post(email, { type: "message", text: everything, deliveryMode: undefined });
    const lines = expectCleanLines(log).filter(({ level }) => level !== "debug");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ activityId });
  });

  test("a request that cannot be sent to the managers, and a roster that quotes people, leave nothing in the log", async () => {
    const { teams } = await openFullBot();
    await teams.say(email, "hello", { at });
    teams.fault = ({ path }, response) => path.includes("conversations") && !!response.writeHead(403, { "content-type": "application/json" }).end(body);
    const { replies } = await teams.say(email, "more time for the full programme milestone of 3.2.1 until 30 June 2030 because the programme starts later", {
      at,
    });
    const { verb, data } = shown(replies[0]?.attachments?.[0]?.content).press("Ask for more time", { why: everything });
    await teams.execute(email, verb, data, { at });
    await teams.say("somebody.else@example.org", everything, { at });
    expectCleanLines(log);
  });
});

test.each([403, 404, 500])("reminders that the channel answers with %d are lines with nothing of them or of the answer", async (status) => {
  const { features, teams } = await openFullBot();
  await teams.say(email, "hello", { at });
  const from = teams.calls.length;
  const body = JSON.stringify({ error: { code: "Forbidden", message: everything } });
  teams.fault = ({ method }, response) => method === "POST" && !!response.writeHead(status, { "content-type": "application/json" }).end(body);
  const tried = () => teams.calls.slice(from).some(({ method }) => method === "POST");
  for (let day = 1; day < 29 && !tried(); day++) await features.reminders.pass({ at: new Date(Date.UTC(2027, 2, day, 11)) });
  expect(tried()).toBe(true);
  expectCleanLines(log);
});

test("a reminder that fails by a bug is a line with nothing of whom it was for", async () => {
  const { features, teams, storage } = await openFullBot();
  await teams.say(email, "hello", { at });
  const lost = storage.collection("planParts");
  for await (const part of lost.all())
    await lost.updateWhere({ _id: part._id }, { $set: { lead: everything, title: { broken: everything }, actions: everything } });
  await features.reminders.pass({ at: new Date("2027-03-03T09:30:00Z") }).catch((error: unknown) => logger.error({ fault: error }, "as the timer does"));
  expectCleanLines(log);
});

describe("with a bot registration", () => {
  let teams: Teams;
  beforeAll(async () => {
    teams = await openBot({ storage: await openStorage(), assistant: openSmallAssistant(), registered: true });
  });
  test.each([
    ["a token", `Bearer ${planted.token}`],
    ["a token of another kind", `Basic ${Buffer.from(planted.database).toString("base64")}`],
    ["a connection string for a token", `Bearer ${planted.database}`],
    ["words for a token", `Bearer ${words}`],
  ])("%s that is refused is a line without it", async (_, authorization) => {
    const { status, raw } = await teams.say(email, everything, { headers: { authorization } });
    expect([status, raw]).toEqual([401, ""]);
    for (const line of expectCleanLines(log)) expect(JSON.stringify(line)).not.toContain(authorization.split(" ")[1]?.slice(0, 12));
  });

  test("a token that is signed but not for us is refused without its claims", async () => {
    const token = await issuer.token({ serviceurl: teams.serviceUrl, aud: words, name, email, figure });
    const { status, raw } = await teams.say(email, everything, { headers: { authorization: `Bearer ${token}` } });
    expect([status, raw]).toEqual([401, ""]);
    expectCleanLines(log);
  });

  test("an activity's id with words in it is not quoted", async () => {
    await teams.post(email, { type: "message", text: "hello", id: everything });
    expectCleanLines(log);
  });
});

test("what cannot be remembered of a turn is a line with its activity's id, and the answer comes all the same", async () => {
  const storage = await openStorage();
  const failing = { insert: () => Promise.reject(new Error(everything)), updateWhere: () => Promise.reject(new Error(everything)) };
  const collection: Storage["collection"] = (of) => (of === "conversations" ? { ...storage.collection(of), ...failing } : storage.collection(of));
  const { teams } = await openFullBot({ ...storage, collection });
  const { activityId, replies } = await teams.say(email, "how is 2.3 doing", { at });
  expect(replies).toHaveLength(1);
  await expect.poll(() => log).not.toBe("");
  expect(expectCleanLines(log)).toEqual([expect.objectContaining({ level: "warn", msg: "what was asked could not be remembered", activityId })]);
});

test("a database that goes away in the middle is a line a turn, with its activity's id and nothing of what was said", async () => {
  const { storage, teams } = await openFullBot();
  await storage.close();
  const { activityId, status } = await teams.say(email, `2.3.m1 was ${figure}, ${everything}`, { at });
  expect(status).toBe(200);
  const lines = expectCleanLines(log);
  expect(lines).toContainEqual(expect.objectContaining({ level: "error", activityId }));
  for (const line of lines) expect(line).toMatchObject({ activityId });
});
