/** Azure OpenAI: by key, and by the bot's own identity. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openClient } from "../../src/model/client.js";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.js";

let server: ScriptedModel;
beforeAll(async () => {
  server = await startScriptedModel();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
});

const request = { messages: [{ role: "user" as const, content: "{}" }], tools: [] };
const settings = () => ({ kind: "azure" as const, endpoint: `${server.origin}/`, deployment: "gpt small", callsADay: 1 });

test("the deployment is asked by its key, in a version that is no preview", async () => {
  const { calls, tokens } = await openClient({ ...settings(), apiKey: "azure-key" })(request, 4_000);
  expect(calls).toEqual([{ name: "none_of_these", arguments: '{"understood":""}' }]);
  expect(tokens).toEqual({ in: 7_000, out: 40 });
  const [{ path, headers }] = server.requests as [(typeof server.requests)[0]];
  expect(path).toBe("/openai/deployments/gpt%20small/chat/completions?api-version=2024-10-21");
  expect(headers["api-key"]).toBe("azure-key");
  expect(headers.authorization).toBeUndefined();
});

test("without a key a token of the bot speaks, asked for each time", async () => {
  let count = 0;
  const complete = openClient(settings(), async () => `token-${++count}`);
  await complete(request, 4_000);
  await complete(request, 4_000);
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test("a token that is not to be had is a failure, one that is slow is late", async () => {
  await expect(openClient(settings(), () => Promise.reject(new Error("no identity here")))(request, 4_000)).rejects.toMatchObject({ kind: "failed" });
  await expect(openClient(settings(), () => new Promise(() => undefined))(request, 50)).rejects.toMatchObject({ kind: "late" });
  expect(server.requests).toEqual([]);
});

test("a request goes out through whichever connections this process has", async () => {
  const { Agent, getGlobalDispatcher, setGlobalDispatcher } = await import("undici");
  const usual = getGlobalDispatcher();
  setGlobalDispatcher(new Agent());
  try {
    await openClient({ ...settings(), apiKey: "azure-key" })(request, 4_000);
    expect(server.requests).toHaveLength(1);
  } finally {
    setGlobalDispatcher(usual);
  }
});

test("nothing is taken from the environment behind the settings' back", async () => {
  const before = { ...process.env };
  Object.assign(process.env, { OPENAI_API_KEY: "other", OPENAI_ORG_ID: "org", OPENAI_PROJECT_ID: "project", OPENAI_BASE_URL: "http://127.0.0.1:1" });
  try {
    await openClient({ kind: "openai", baseUrl: `${server.origin}/v1`, model: "m", callsADay: 1 })(request, 4_000);
    const [{ headers }] = server.requests as [(typeof server.requests)[0]];
    expect(headers.authorization).toBe("Bearer none");
    expect([headers["openai-organization"], headers["openai-project"]]).toEqual([undefined, undefined]);
  } finally {
    for (const name of ["OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
});
