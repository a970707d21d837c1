/** `waymark ask`: the answer in plain text, and with a model both readings side by side. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.js";

const { run } = commandLine();
const at = ["--at", "2026-11-24T10:00:00Z"];
const unsure = "are the wee bairns at story time getting anywhere";

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.stop());
beforeEach(() => {
  model.requests.length = 0;
});

const withModel = () => ({ OPENAI_MODEL: "small", OPENAI_BASE_URL: `${model.origin}/v1` });

test("answers without a model, although one is set up", async () => {
  const { code, out } = await run(["ask", unsure, ...at], withModel());
  expect(code).toBe(0);
  expect(out).not.toContain("model");
  expect(model.requests).toEqual([]);
});

test("shows both readings, and what the model cost", async () => {
  model.script = () => [["standing", { scope: "1.1" }]];
  const { code, out } = await run(["ask", "--with-model", unsure, ...at], withModel());
  expect(code).toBe(0);
  expect(out).toMatch(/^The built-in reading:\n {2}\S+ \{/);
  expect(out).toMatch(
    /\nWith the model \(7000 tokens in and 40 out, \d+ ms\):\n {2}standing \{"scope":"1\.1"\}\n\n[\s\S]*Read with help of a language model\.\n$/,
  );
});

test("says what came of it where it did not help, and where it is not asked", async () => {
  model.script = () => [["standing", { scope: "9.9.9" }]];
  expect((await run(["ask", "--with-model", unsure, ...at], withModel())).out).toMatch(
    /With the model \(7000 .*\): dropped, so the built-in reading stands\.\n$/,
  );
  const sure = await run(["ask", "--with-model", "how is 2.3 doing", ...at], withModel());
  expect(sure.out).toMatch(/^The built-in reading, which is sure, so that no model is asked:\n {2}standing \{"scope":"2\.3"\}/);
});

test("says that none is set up, or that half of one is", async () => {
  expect((await run(["ask", "--with-model", unsure])).err).toContain("No language model is set up.");
  expect((await run(["ask", "--with-model", unsure], { AZURE_OPENAI_ENDPOINT: "https://x.openai.azure.com" })).err).toContain("AZURE_OPENAI_DEPLOYMENT");
  const azure = { AZURE_OPENAI_ENDPOINT: "https://x.openai.azure.com", AZURE_OPENAI_DEPLOYMENT: "small" };
  expect((await run(["ask", "--with-model", unsure], azure)).err).toContain("AZURE_OPENAI_API_KEY is not set");
});
