/** The diffs in CONTRIBUTING.md fit the sources of today, and what comes of them compiles. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fenced, project } from "./pages.js";

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "waymark-diff-"));
  for (const name of ["src", "cards", "tests/conversations", "tests/support", "package.json", "tsconfig.json"])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const diffs = fenced("CONTRIBUTING.md", "diff").map((diff) => ({ diff, paths: [...diff.matchAll(/^\+\+\+ b\/(\S+)$/gm)].map(([, path = ""]) => path) }));

/** What the compiler says of these files, a line each. */
function faultsIn(paths: string[]): string[] {
  const { config } = ts.readConfigFile(join(copy, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, copy);
  const program = ts.createProgram(
    paths.map((path) => join(copy, path)),
    options,
  );
  return paths.flatMap((path) => {
    const source = program.getSourceFile(join(copy, path));
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

test("there is one for a question, a command and a reader", () => expect(diffs.map(({ paths }) => paths.length > 1)).toEqual([true, true, true]));

test.each(diffs)("that of $paths.0 applies", ({ diff }) => {
  execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: copy, input: diff, stdio: ["pipe", "pipe", "pipe"] });
});

// Together, as they touch different files: a program takes seconds to make.
test("what comes of them compiles", () => expect(faultsIn(diffs.flatMap(({ paths }) => paths))).toEqual([]));
