import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { readConfig } from "../src/config.js";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");

test(".env.example names every setting, with its meaning and its default", () => {
  const source = readFileSync(new URL("../src/config.ts", import.meta.url), "utf8");
  const settings = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  expect(Object.keys(parseEnv(example)).sort()).toEqual(settings.sort());
  expect(readConfig(parseEnv(example) as Record<string, string>)).toEqual(readConfig({}));
  for (const [, meaning] of source.matchAll(/describe\("([^"]+)"\)/g)) expect(example).toContain(`# ${meaning}`);
});
