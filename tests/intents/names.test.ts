/** Intents are told apart by their traits: a list of their names would have to be kept beside the registry. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { INTENTS } from "../../src/intents/index.js";

const names: ReadonlySet<string> = new Set(INTENTS.map(({ name }) => name));
/** Rooms that see intents by name; elsewhere the same words are the plan's ("actions", "measures"). */
const rooms = ["questions", "nlu", "assistant", "teams", "command-line"];

const isLiteral = (node: ts.Node): node is ts.StringLiteralLike => ts.isStringLiteralLike(node) && names.has(node.text);

/** `last.question`, `question`: what intents are called where one is at hand. */
const isIntentName = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) && node.name.text === "question") || (ts.isIdentifier(node) && node.text === "question");

/** Lists of names: arrays of two and more, and one thing compared with two and more. */
function listsOfIntents(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node)) {
      const listed = node.elements.filter(isLiteral);
      if (listed.length > 1 && listed.length === node.elements.length && !isWords(node)) found.push(listed.map(({ text: name }) => name).join(", "));
    }
    if (isEither(node) && !isEither(node.parent)) {
      const compared = comparedIn(node);
      if (compared.length > 1) found.push(compared.join(", "));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2022, true));
  return found;
}

const isEither = (node: ts.Node): boolean => ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.BarBarToken;

function comparedIn(node: ts.Node): string[] {
  if (!ts.isBinaryExpression(node)) return [];
  if (isEither(node)) return [...comparedIn(node.left), ...comparedIn(node.right)];
  return isIntentName(node.left) && isLiteral(node.right) ? [node.right.text] : [];
}

/** [/\bactions?\b/, "actions"] and the like stand for words of a text. */
const isWords = (node: ts.ArrayLiteralExpression): boolean => node.elements.every((element) => isLiteral(element) && plainWords.has(element.text));
const plainWords: ReadonlySet<string> = new Set(["actions", "measures"]);

const sources = rooms.flatMap((room) =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.startsWith(`${room}/`) && path.endsWith(".ts"))
    .map((path) => ({ path: `src/${path}`, text: readFileSync(`src/${path}`, "utf8") })),
);

describe("no list of intents stands beside the registry", () => {
  it("reads the sources", () => {
    expect(sources.map(({ path }) => path)).toContain("src/nlu/follow-up.ts");
  });

  it("in any file", () => {
    expect(sources.flatMap(({ path, text }) => listsOfIntents(text).map((list) => `${path}: ${list}`))).toEqual([]);
  });
});

describe("a list of intents", () => {
  it.each([
    'const lasting = new Set(["standing", "due"]);',
    'if (["due", "overdue"].includes(last.question)) return;',
    'const any = last.question === "due" || last.question === "overdue" || last.question === "missing";',
  ])("is found: %s", (text) => {
    expect(listsOfIntents(text)).toHaveLength(1);
  });

  it.each(['const two = ["due", "tomorrow"];', 'if (last.question === "figure" || time) return;', 'for (const list of ["actions", "measures"]) read(list);'])(
    "is not: %s",
    (text) => {
      expect(listsOfIntents(text)).toEqual([]);
    },
  );
});
