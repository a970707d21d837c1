/** Every command in the pages: run over one data folder, in the order of the pages; or why it is not, and what of it is looked at instead. */
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fenced, inCode, pages, project, textOf } from "./pages.js";

/** A line each, comments taken off and lines that go on put together. */
const commandsOf = (block: string): string[] =>
  block
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter(Boolean);

const commands = [...new Set(pages.flatMap((page) => fenced(page, "sh").flatMap(commandsOf)))];

/** Why a command is not run here, by how it begins. */
const NOT_RUN: [RegExp, string][] = [
  [/^npm ci && npm start$/, "tests/browser and tests/chat-client start it"],
  [/^npm ci && npm test$|^npx vitest run|^npm run -s (typecheck|lint)$/, "this is it"],
  [/^(APP=|TENANT=)?\$?\(?az /, "it needs an Azure subscription"],
  [/^docker /, "it needs Docker"],
  [/^(npm run documentdb|MONGODB_URI=)/, "it installs a database, or needs one; .ci/run does both"],
  [/^WAYMARK_REAL_MODEL=/, "it needs a model of 290 MB; .ci/run does it"],
  [/^WAYMARK_PICTURES=/, "it writes into the pages; tests/docs/pictures.test.ts does the same without writing"],
  [/^npm run (-s )?(bench|soak|eval|train|test:chaos|test:faults)/, "it takes minutes; it has tests of its own or is one"],
  [/^npm run (manifest|settings)/, "it writes into the project; tests/manifest and tests/env-example.test.ts do the same without writing"],
];
const reasonFor = (command: string) => NOT_RUN.find(([begins]) => begins.test(command))?.[1];
const run = commands.filter((command) => !reasonFor(command));

test("there is something to run, and no reason that nothing needs any more", () => {
  expect(run.length).toBeGreaterThan(15);
  const inBackticks = pages.flatMap(inCode);
  expect(NOT_RUN.filter(([begins]) => ![...commands, ...inBackticks].some((command) => begins.test(command)))).toEqual([]);
});

test("what is run is Waymark's own command line", () => {
  expect(run.filter((command) => !/^(umask 077; )?npm run -s waymark -- /.test(command))).toEqual([]);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-pages-"));
  copyFileSync(join(project, "src/imports/sample/appendix-3.txt"), join(folder, "appendix.txt"));
  copyFileSync(join(project, "tests/fixtures/office/appendix.docx"), join(folder, "appendix.docx"));
  copyFileSync(join(project, "tests/questions/plans/museum.json"), join(folder, "museums.json"));
  // In npm's place: the built program, in this folder instead of the project's.
  writeFileSync(join(folder, "npm"), `#!/bin/sh\nshift 4\nexec "${process.execPath}" "${join(project, "dist/main.js")}" "$@"\n`);
  chmodSync(join(folder, "npm"), 0o755);
  writeFileSync(join(folder, "people.json"), textOf("tests/questions/plans/museum.json").replaceAll(/[a-z.]+@example\.org/g, "b@example.org"));
  await inShell("npm run -s waymark -- plan import people.json", "people");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Into an empty database, where a page says so; and of somebody whom a plan names. */
const dataFor = (command: string): string => (command.includes(" data import ") ? "empty" : command.includes(" people ") ? "people" : "data");

function inShell(command: string, data = dataFor(command)): Promise<{ code: number | null; out: string; err: string }> {
  const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, DATA_DIR: join(folder, data), NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
  const child = spawn("bash", ["-c", command], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })));
}

describe("over one data folder", () => {
  test.each(run)("%s", async (command) => {
    const { code, out, err } = await inShell(command);
    expect({ code, ...(code !== 0 && { err }) }).toEqual({ code: 0 });
    const [, written] = /(?:>|--out) (\S+)/.exec(command) ?? [];
    // What is to be read by a program is on stdout, what only people need to know on stderr.
    expect(written ? existsSync(join(folder, written)) : out + err).toBeTruthy();
  });
});

/** "plan import" and its flags, of what stands in a line of prose or a fence. */
function namedIn(code: string): { names: string[]; flags: string[] } | undefined {
  const [, words] = /(?:^|\s|; )(?:waymark|npm run -s waymark --) ([a-z].*)$/.exec(code) ?? [];
  if (!words) return undefined;
  const parts = words.split(/\s+/);
  return { names: parts.slice(0, 2).filter((part) => /^[a-z-]+$/.test(part)), flags: parts.filter((part) => part.startsWith("--")) };
}

describe("in running text", () => {
  // Those that are run have shown it.
  const mentioned = [...new Set(pages.flatMap(inCode).filter((code) => !code.startsWith("docker")))].flatMap((code) => {
    const named = namedIn(code);
    return named ? [{ code, ...named }] : [];
  });
  let help: (names: string[]) => Promise<string>;
  beforeAll(() => {
    const known = new Map<string, Promise<string>>();
    help = (names) => {
      const key = names.join(" ");
      const said = known.get(key) ?? inShell(`npm run -s waymark -- ${key} --help`, "help").then(({ out }) => out);
      known.set(key, said);
      return said;
    };
  });

  test.each(mentioned)("$code is a command, with flags that it has", async ({ names, flags }) => {
    const [family = "", name] = names;
    const of = await help([family]);
    const isFamily = /^Commands:/m.test(of);
    expect(of).toMatch(new RegExp(`^Usage: waymark ${family} `));
    const own = isFamily && name ? await help([family, name]) : of;
    if (isFamily && name) expect(own).toMatch(new RegExp(`^Usage: waymark ${family} ${name} `));
    expect(flags.filter((flag) => !own.includes(flag))).toEqual([]);
  });
});

test("npm's scripts that a page passes flags to know them", () => {
  const given = [...commands, ...pages.flatMap(inCode)].flatMap((command) => {
    const [, script = "", rest = ""] = /npm run (?:-s )?([a-z:]+) -- (.*)/.exec(command) ?? [];
    return script && script !== "waymark" ? [...rest.matchAll(/--[a-z]+/g)].map(([flag]) => ({ script, flag: flag.slice(2) })) : [];
  });
  const SOURCES: Record<string, string> = { manifest: "manifest/app-package.ts", bench: "tests/bench/run.mjs", eval: "tests/questions/evaluation/run.mjs" };
  expect(given.length).toBeGreaterThan(2);
  expect(given.filter(({ script, flag }) => !new RegExp(`\\b${flag}\\b`).test(textOf(SOURCES[script] ?? "package.json")))).toEqual([]);
});
