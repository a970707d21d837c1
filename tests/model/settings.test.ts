import { expect, test } from "vitest";
import { readConfig } from "../../src/config.js";
import { modelSettingsOf } from "../../src/model/index.js";

const settingsOf = (environment: Record<string, string>) => modelSettingsOf(readConfig(environment));

const azure = { AZURE_OPENAI_ENDPOINT: "https://x.openai.azure.com", AZURE_OPENAI_DEPLOYMENT: "small" };
const openai = { OPENAI_API_KEY: "k", OPENAI_MODEL: "small" };

test("without settings there is no model, nor where it is switched off", () => {
  expect(settingsOf({})).toBeUndefined();
  expect(settingsOf({ ...azure, MODEL: "off" })).toBeUndefined();
  expect(settingsOf({ OPENAI_API_KEY: "k", MODEL: "off" })).toBeUndefined();
});

test("Azure by key or by the bot's identity", () => {
  expect(settingsOf({ ...azure, AZURE_OPENAI_API_KEY: "k" })).toMatchObject({ kind: "azure", deployment: "small", apiKey: "k", callsADay: 2_000 });
  expect(settingsOf(azure)?.apiKey).toBeUndefined();
});

test("OpenAI by key, and a server beside this one without", () => {
  expect(settingsOf(openai)).toMatchObject({ kind: "openai", model: "small" });
  expect(settingsOf({ OPENAI_MODEL: "small", OPENAI_BASE_URL: "http://ollama:11434/v1", MODEL_CALLS_A_DAY: "5" })).toMatchObject({ callsADay: 5 });
});

test.each([
  [{ AZURE_OPENAI_API_KEY: "k" }, "AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_DEPLOYMENT"],
  [{ OPENAI_API_KEY: "k" }, "OPENAI_MODEL"],
  [{ OPENAI_MODEL: "m" }, "OPENAI_API_KEY or OPENAI_BASE_URL"],
  [{ ...azure, ...openai }, "two models"],
  [{ ...openai, OPENAI_BASE_URL: "http://models.example.org/v1" }, "OPENAI_BASE_URL: must start with https://"],
  [{ ...azure, AZURE_OPENAI_ENDPOINT: "http://x.openai.azure.com" }, "AZURE_OPENAI_ENDPOINT: must start with https://"],
  [{ ...openai, MODEL_CALLS_A_DAY: "many" }, "MODEL_CALLS_A_DAY: must be a number"],
])("%j is refused with the names of what is amiss", (environment, names) => {
  expect(() => settingsOf(environment as Record<string, string>)).toThrow(names);
});
