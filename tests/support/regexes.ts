/** Every regular expression that stands in a source, read from the syntax and not by another regular expression. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface Regex {
  /** "src/teams/gate.ts:12" */
  place: string;
  source: string;
  flags: string;
}

export const regexesIn = (path: string, text: string): Regex[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: Regex[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${path}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

export const regexesOfSources = (): Regex[] =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .flatMap((path) => regexesIn(path, readFileSync(path, "utf8")));
