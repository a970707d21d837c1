/** Doc comments on what a room offers to others: what it is for, and shapes, units and errors where the signature does not say them. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Few, so that somebody who is in the middle of something is not stopped by this. */
const MOST_WITHOUT = 30;

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `src/${path.replaceAll("\\", "/")}`);

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const isCommented = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

/** "src/plan/days.ts addDays" of exported functions, by whether a comment stands above them. */
function functionsIn(path: string): { name: string; commented: boolean }[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((node) => {
    if (ts.isFunctionDeclaration(node)) return node.body ? [{ name: `${path} ${node.name?.text}`, commented: isCommented(node) }] : [];
    if (!ts.isVariableStatement(node)) return [];
    const made = node.declarationList.declarations.filter(
      ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    );
    return made.map((one) => ({ name: `${path} ${one.name.getText()}`, commented: isCommented(node) }));
  });
}

test("exported functions say what their signature does not", () => {
  const all = sources.flatMap(functionsIn);
  expect(all.length).toBeGreaterThan(1_000);
  const without = all.filter(({ commented }) => !commented).map(({ name }) => name);
  expect(without.length, without.join("\n")).toBeLessThan(MOST_WITHOUT);
});

test("a room's public face says in its first line what the room is for", () => {
  const faces = sources.filter((path) => /^src\/[^/]+\/index\.ts$/.test(path));
  expect(faces.length).toBeGreaterThan(15);
  expect(faces.filter((path) => !/^\/\*\* .{30,} \*\/\n/.test(readFileSync(path, "utf8")))).toEqual([]);
});
