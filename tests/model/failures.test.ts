/** Whatever a model's server does, a person has a right answer or the built-in reading within five seconds, and the log says no more than the kind of failure. */
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { patience } from "../support/pace.js";
import { completion, raw, type Script } from "../support/scripted-model.js";
import { type TalkWithModel, talkWithModel, UNSURE } from "./talk-with-model.js";

const HELPED = /Read with help of a language model/;

let talk: TalkWithModel;
let builtIn: string;
let turn = 0;
/** A conversation of its own, so that nothing is leant on. */
const ask = (text = UNSURE) => talk.card(text, { conversation: `a:model-${++turn}` });

beforeAll(async () => {
  talk = await talkWithModel();
  builtIn = (await ask()).text;
});
afterAll(() => talk.stop());
beforeEach(() => {
  talk.log.length = 0;
  talk.model.requests.length = 0;
  // Past any pause of the breaker.
  talk.clock.at += 3_600_000;
});

const standing: [string, unknown] = ["standing", { scope: "1.3.1", asked: null, why: null, unknown: null }];

describe("a model that answers", () => {
  test("chooses the question, and its answer says so", async () => {
    talk.model.script = () => [standing];
    const { text } = await ask();
    expect(text).toMatch(HELPED);
    expect(text).toMatch(/1\.3\.1/);
    expect(text).not.toBe(builtIn);
    expect(talk.log).toEqual([]);
  });

  test("is asked once, with the words, the day, no figures and no addresses", async () => {
    talk.model.script = () => [standing];
    await ask();
    expect(talk.model.requests).toHaveLength(1);
    const [{ body, asked, headers, path }] = talk.model.requests as [(typeof talk.model.requests)[0]];
    expect(path).toBe("/v1/chat/completions");
    expect(headers.authorization).toBe("Bearer key");
    expect(body).toMatchObject({ model: "small", temperature: 0, tool_choice: "required", stream: false });
    expect(asked).toMatchObject({ message: UNSURE, today: "2026-11-24" });
    expect(JSON.stringify(body.messages)).not.toMatch(/@|off-track|at-risk/);
  });

  test("is not asked where the built-in reading is sure, nor for a button", async () => {
    talk.model.script = () => [standing];
    expect((await ask("how is 2.3 doing")).text).not.toMatch(HELPED);
    const { status } = await talk.chat.execute("jess.tully@example.org", "questions.ask", { says: UNSURE }, { conversation: `a:model-${++turn}` });
    expect(status).toBe(200);
    expect(talk.model.requests).toEqual([]);
  });

  test("is believed in what a follow-up leans on, and the follow-up does not say so", async () => {
    talk.model.script = () => [standing];
    const conversation = `a:model-${++turn}`;
    await talk.card(UNSURE, { conversation });
    talk.model.script = () => undefined;
    const next = await talk.card("who leads it?", { conversation });
    expect(next.text).toMatch(/1\.3/);
    expect(next.text).not.toMatch(HELPED);
  });

  test("opens a form and changes nothing", async () => {
    talk.model.script = () => [["change-status", { action: "1.3.1", status: "complete", note: null }]];
    const { text } = await ask("them plug posts are all in, finito");
    expect(text).toMatch(HELPED);
    expect(await talk.storage.collection("progress").count({})).toBe(0);
  });

  test("answers three questions of a message, and of five calls the first three", async () => {
    talk.model.script = () => ["1.1", "1.2", "1.3", "2.1", "2.2"].map((scope): [string, unknown] => ["standing", { scope }]);
    const { replies } = await talk.chat.say("jess.tully@example.org", UNSURE, { conversation: `a:model-${++turn}` });
    expect(replies.flatMap(({ attachments = [] }) => attachments)).toHaveLength(3);
  });
});

/** What the server does, and what the log and the metrics call it. */
const failures: [what: string, kind: string | undefined, script: Script][] = [
  ["400", "refused", () => raw(400, { error: { message: "no", type: "invalid_request_error" } })],
  ["401", "refused", () => raw(401, { error: { message: "wrong key sk-123", code: "invalid_api_key" } })],
  ["404 of a deployment", "refused", () => raw(404, { error: { code: "DeploymentNotFound", message: "none" } })],
  ["429 with Retry-After", "busy", () => raw(429, { error: { message: "slow down" } }, { "retry-after": "20" })],
  ["500", "failed", () => raw(500, { error: { message: "oops" } })],
  ["503 as a page", "failed", () => raw(503, "<html>busy</html>", { "content-type": "text/html" })],
  ["a redirect", "failed", () => raw(307, "", { location: "http://127.0.0.1:1/v1/chat/completions" })],
  ["a connection that is cut", "failed", () => (response: ServerResponse) => void response.destroy()],
  [
    "an answer that is cut",
    "failed",
    () => (response: ServerResponse) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" }).write('{"choices":[');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ["no answer", "late", () => undefined],
  [
    "an answer that never ends",
    "late",
    () => (response: ServerResponse) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(timer));
    },
  ],
  [
    "a prompt that the content filter takes",
    "filtered",
    () => raw(400, { error: { code: "content_filter", message: "The response was filtered", innererror: { code: "ResponsibleAIPolicyViolation" } } }),
  ],
  ["an answer that the content filter takes", "filtered", () => raw(200, completion([], "content_filter"))],
  ["no JSON", "unreadable", () => raw(200, "I think you want 1.3.1")],
  ["JSON of another kind", "unreadable", () => raw(200, { answer: "1.3.1" })],
  ["no choices", "unreadable", () => raw(200, { choices: [] })],
  ["1 MB", "failed", () => raw(200, { ...completion([standing]), padding: "x".repeat(1024 * 1024) })],
  ["no call", undefined, () => []],
  ["none of these", undefined, () => [["none_of_these", { understood: "cars" }]]],
  ["an unknown tool", undefined, () => [["delete_everything", {}]]],
  ["a tool of its own making beside a right one", undefined, () => [standing, ["answer", { text: "All is well." }]]],
  ["an internal intent", undefined, () => [["not-understood", { words: ["ha"] }]]],
  ["arguments of wrong types", undefined, () => [["standing", { scope: { id: 3 } }]]],
  ["arguments that are a list", undefined, () => [["standing", "[]"]]],
  ["arguments that are no JSON", undefined, () => [["standing", '{"scope": "1.3']]],
  ["an id that is not there", undefined, () => [["standing", { scope: "9.9.9" }]]],
  ["somebody who is not there", undefined, () => [["held", { person: "Elvis Presley" }]]],
  ["days that do not exist", undefined, () => [["due", { window: { from: "2026-02-30", to: "2026-03-01" } }]]],
  ["days that run backwards", undefined, () => [["due", { window: { from: "2027-03-01", to: "2026-03-01" } }]]],
  ["a missing argument", undefined, () => [["figure", { measure: null }]]],
  ["a value that no enum has", undefined, () => [["standing", { scope: "1.3", asked: "purple" }]]],
];

describe("a model whose server gives", () => {
  test.each(failures)("%s", { timeout: 30_000 }, async (_what, kind, script) => {
    talk.model.script = script;
    const from = performance.now();
    const { text } = await ask();
    // Four seconds for the model, and a second for the rest of the turn.
    const took = performance.now() - from;
    expect(took).toBeLessThan(took < 5_000 ? 5_000 : 4_000 + (await patience(1_000)));
    expect(text).toBe(builtIn);
    expect(talk.model.requests).toHaveLength(1);
    expect(talk.log).toEqual(kind ? [{ level: "warn", fields: { reason: kind }, message: "the model gave no answer" }] : []);
    expect(talk.chat.log.filter(({ level }) => level !== "info")).toEqual([]);
  });
});

describe("a server that goes on failing", () => {
  test("is left alone for a minute after five failures, and then asked again", async () => {
    talk.model.script = () => raw(500, {});
    for (let time = 0; time < 7; time++) expect((await ask()).text).toBe(builtIn);
    expect(talk.model.requests).toHaveLength(5);
    talk.clock.at += 61_000;
    talk.model.script = () => [standing];
    expect((await ask()).text).toMatch(HELPED);
    expect(talk.model.requests).toHaveLength(6);
  });

  test("is left alone for as long as it says", async () => {
    talk.model.script = () => raw(429, {}, { "retry-after": "20" });
    await ask();
    talk.clock.at += 19_000;
    await ask();
    expect(talk.model.requests).toHaveLength(1);
    talk.clock.at += 2_000;
    await ask();
    expect(talk.model.requests).toHaveLength(2);
  });

  test("is counted by what came of it, with its tokens", async () => {
    const page = await talk.metrics();
    for (const outcome of ["answered", "none", "dropped", "late", "filtered", "busy", "refused", "failed", "unreadable", "off"])
      expect(page).toMatch(new RegExp(`waymark_model_calls_total\\{outcome="${outcome}"\\} [1-9]`));
    expect(page).toMatch(/waymark_model_tokens_total\{way="in"\} \d{4,}/);
    expect(page).toMatch(/waymark_model_tokens_total\{way="out"\} \d{2,}/);
  });
});

test("a day's calls are counted and no more are made", { timeout: 30_000 }, async () => {
  const small = await talkWithModel({ callsADay: 2 });
  try {
    small.model.script = () => [standing];
    const texts: string[] = [];
    for (let time = 0; time < 4; time++) texts.push((await small.card(UNSURE, { conversation: `a:day-${time}` })).text);
    expect(texts.map((text) => HELPED.test(text))).toEqual([true, true, false, false]);
    expect(small.model.requests).toHaveLength(2);
    small.clock.at += 86_400_000;
    expect((await small.card(UNSURE, { conversation: "a:day-next" })).text).toMatch(HELPED);
    expect(await small.metrics()).toContain('waymark_model_calls_total{outcome="spent"} 2');
  } finally {
    await small.stop();
  }
});
