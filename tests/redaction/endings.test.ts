/** What is printed where a process ends badly: a bug that nobody caught, settings and databases that cannot be used, on the command line and in the server. */
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { expectClean, expectCleanLines, planted } from "./planted.js";

const { database, email, figure, name, secret, token, words } = planted;

/** Runs a module of the tests' to its end and gives what it printed on stderr. */
async function ended(module: string, args: string[]): Promise<{ code: number | null; err: string }> {
  const { outputFiles } = await build({ entryPoints: [module], bundle: true, platform: "node", format: "esm", packages: "external", write: false });
  const child = spawn(process.execPath, ["--input-type=module", "-", ...args], { stdio: ["pipe", "ignore", "pipe"] });
  child.stdin.end(outputFiles[0]?.text);
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, err })));
}

test.each(["throws", "rejects", "rejects with a text", "throws from a library's callback"])(
  "a process that %s ends with code 1 and one line with nothing of it",
  async (how) => {
    const { code, err } = await ended("tests/redaction/crasher.ts", [how, `${name} ${email} ${figure} ${words} Bearer ${token} ${database}`]);
    expect(code).toBe(1);
    const lines = expectCleanLines(err);
    expect(lines).toEqual([expect.objectContaining({ level: "error", msg: "ended by a bug", fault: expect.objectContaining({ name: expect.any(String) }) })]);
  },
);

test("what libraries write to the console, and warnings of the runtime, are lines with nothing of them", async () => {
  const { code, err } = await ended("tests/redaction/crasher.ts", ["writes to the console", `${name} ${email} ${words} ${token}`]);
  expect(code).toBe(0);
  expect(expectCleanLines(err).map(({ msg }) => msg)).toEqual(["a library wrote to the console", "a library wrote to the console", "the runtime warns"]);
});

describe("the command line", () => {
  const waymark = commandLine();

  test.each<[string, Record<string, string>, RegExp, string[]?]>([
    ["an address for a port", { PORT: email }, /PORT/],
    ["words for managers", { MANAGERS: `${name} ${figure}` }, /MANAGERS/],
    ["a secret for a level", { LOG_LEVEL: secret }, /LOG_LEVEL/],
    ["a token for an app", { MICROSOFT_APP_ID: token }, /MICROSOFT_APP_ID/],
    ["something else for a database", { MONGODB_URI: `postgres://clerk:${secret}@127.0.0.1/x` }, /MONGODB_URI/],
    ["a connection string that cannot be read", { MONGODB_URI: `mongodb://clerk:${secret}@:x/` }, /MONGODB_URI/],
    // The server waits for one that is silent at first; a command says so at once.
    ["a database that is not there", { MONGODB_URI: database }, /cannot be reached/, ["plan", "list"]],
  ])("names the setting with %s, not its value", async (_, environment, naming, command = ["serve"]) => {
    const { code, out, err } = await waymark.run(command, environment);
    expect(code).toBe(1);
    expect(err).toMatch(naming);
    expectClean(out + err);
  });

  test("ends with one line with nothing of it when the database holds what nobody expects", async () => {
    const folder = await waymark.folder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "plans.jsonl"), `${JSON.stringify({ _id: "current", plan: 7, import: { by: email }, title: words, figure })}\n`);
    const { code, out, err } = await waymark.run(["ask", `how is ${words} doing`, "--as", email], { DATA_DIR: folder });
    expect(out).toBe("");
    expect(code).toBe(1);
    expect(expectCleanLines(err).filter(({ level }) => level === "error")).toEqual([expect.objectContaining({ msg: "ended by a bug" })]);
  });

  test("names a damaged file and quotes nothing of it", async () => {
    const folder = await waymark.folder();
    await writeFile(
      join(folder, "people.jsonl"),
      `${JSON.stringify({ _id: "a", email })}\n{"_id":"b","email":"${email} ${figure}\n${JSON.stringify({ _id: "c", name })}\n`,
    );
    const { code, out, err } = await waymark.run(["ask", "hello", "--as", email], { DATA_DIR: folder });
    expectClean(out + err);
    expect(code === 0 || err.includes("damaged")).toBe(true);
  });
});
