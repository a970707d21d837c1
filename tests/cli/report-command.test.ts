/** `waymark report`: a file that opens, or a clear no and no file. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";

const { run, folder } = commandLine();
const at = ["--at", "2026-11-24T10:00:00Z"];

test.each(["docx", "xlsx", "csv"])("makes a report for a quarter as %s", async (format) => {
  const out = join(await folder(), `r.${format}`);
  const { code, out: said, err } = await run(["report", "--period", "2026-27 Q2", "--format", format, "--out", out, ...at]);
  expect([code, err]).toEqual([0, ""]);
  expect(said).toMatch(/r\.\w+ is written, \d+ KB\.\n$/);
  const bytes = await readFile(out);
  if (format === "csv") expect(bytes.toString("utf8")).toMatch(/^\ufeffReport for 2026-27 Q2 \(July to September 2026\),/);
  else expect(Object.keys(unzipSync(new Uint8Array(bytes)))).toContain("[Content_Types].xml");
});

test("is on a theme for the committee when that is said", async () => {
  const out = join(await folder(), "r.csv");
  await run(["report", "--on", "2", "--committee", "--format", "csv", "--out", out, ...at]);
  const text = await readFile(out, "utf8");
  expect(text).toMatch(/^\ufeffReport for committee on Place,/);
  expect(text).not.toMatch(/,1\.\d/);
});

test.each<[string, string[], RegExp]>([
  ["a period that is none", ["--period", "soon", "--format", "csv"], /^--period soon: a period of the plan was expected/],
  ["an id that the plan has not", ["--on", "9.9", "--format", "csv"], /^9\.9 is not in the plan\./],
  ["a format that is none", ["--format", "pdf"], /docx, xlsx, csv/],
  ["an instant that is none", ["--at", "now"], /^--at now: an instant was expected/],
])("refuses %s, and writes nothing", async (_, args, words) => {
  const out = join(await folder(), "r");
  const { code, err } = await run(["report", "--out", out, ...args]);
  expect(code).not.toBe(0);
  expect(err).toMatch(words);
  expect(existsSync(out)).toBe(false);
});

test("says when the file cannot be written", async () => {
  const { code, err } = await run(["report", "--format", "csv", "--out", join(await folder(), "no", "such", "r.csv")]);
  expect(code).not.toBe(0);
  expect(err).toMatch(/^--out .*: the file could not be written \(ENOENT\)\./);
});
