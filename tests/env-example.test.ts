import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { listSettings, readConfig } from "../src/config.js";
import { envExample, withTable } from "../tools/settings-pages.js";

const fileNamed = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

test("every setting says what it is for", () => {
  expect(listSettings().length).toBeGreaterThan(8);
  expect(listSettings().filter(({ about }) => !/^[A-Z].{10}/.test(about))).toEqual([]);
});

test(".env.example is as the schema says (npm run settings), and changes nothing", () => {
  const example = fileNamed(".env.example");
  expect(example).toBe(envExample(listSettings()));
  expect(readConfig(parseEnv(example) as Record<string, string>)).toEqual(readConfig({}));
});

test("the table of settings in docs/deploy.md is as the schema says (npm run settings)", () => {
  const page = fileNamed("docs/deploy.md");
  expect(page).toBe(withTable(page, listSettings()));
  for (const { name } of listSettings()) expect(page).toContain(`| \`${name}\` |`);
});

test("ids written in capitals are the ones that tokens and activities have in small letters", () => {
  const id = "5F1C0000-0000-4000-8000-00000000ABCD";
  const { MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID, TENANTS } = readConfig({ MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, TENANTS: id });
  expect([MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID, TENANTS]).toEqual([id.toLowerCase(), id.toLowerCase(), [id.toLowerCase()]]);
});

test("a .env that is no text file is said in one line, without a stack", async () => {
  const folder = await mkdtemp(join(tmpdir(), "waymark-env-"));
  await mkdir(join(folder, ".env"));
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("../tools/run.mjs", import.meta.url)), "serve"], {
    cwd: folder,
    encoding: "utf8",
  });
  await rm(folder, { recursive: true });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^The settings in \.env cannot be read.*\n$/)]);
});
