/** The tools that a model chooses from: every intent that people may ask for, in JSON Schema as strict as the API wants it. */
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { INTENTS, type Intent } from "../../src/intents/index.js";
import { TOOLS } from "../../src/model/tools.js";

const names = TOOLS.map(({ function: { name } }) => name);
/** What Azure OpenAI's strict mode takes. */
const keywords = new Set(["type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "description"]);

interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

function partsOf(schema: Schema): Schema[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? [])];
  return [schema, ...inner.flatMap(partsOf)];
}

test("every intent that is not internal is one, once, within the number that the API takes", () => {
  const asked = (INTENTS as readonly Intent[]).filter(({ traits }) => !traits.internal).map(({ name }) => name);
  expect(names).toEqual([...asked, "ask_which", "none_of_these"]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeLessThanOrEqual(128);
  expect(names.filter((name) => !/^[\w-]{1,64}$/.test(name))).toEqual([]);
});

describe("the schema of each", () => {
  test.each(TOOLS.map((tool): [string, (typeof TOOLS)[0]] => [tool.function.name, tool]))("%s is strict", (_name, { function: made }) => {
    expect(made.strict).toBe(true);
    expect(made.description?.length).toBeGreaterThan(10);
    for (const part of partsOf(made.parameters as Schema)) {
      expect(Object.keys(part).filter((keyword) => !keywords.has(keyword))).toEqual([]);
      if (part.type !== "object") continue;
      expect(part.additionalProperties).toBe(false);
      expect(part.required).toEqual(Object.keys(part.properties ?? {}));
    }
  });
});

test("what the bot says itself is no argument", () => {
  expect(JSON.stringify(TOOLS)).not.toMatch(/"(?:carried|instead|helped)"/);
});

test("all of them take fewer tokens than 12,000", () => {
  expect(encode(JSON.stringify(TOOLS)).length).toBeLessThan(12_000);
});
