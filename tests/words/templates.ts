/** Sentences as they stand in the sources: texts and templates that people read, with a word in each gap. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface Template {
  /** "src/people/rights.ts:12" */
  where: string;
  text: string;
}

/** Rooms that say nothing to people, or whose texts are what people say to the bot. */
const silent = ["nlu", "storage", "model", "upkeep", "record", "config.ts"];
/** What is read by programs, by an administrator's log, or by whatever understands questions. */
const unread = new Set(["about", "examples", "name", "verb", "through", "says"]);

export function templatesIn(folder = "src"): Template[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths
    .filter((path) => path.endsWith(".ts") && !path.endsWith("examples.ts") && !silent.some((room) => path === room || path.startsWith(`${room}/`)))
    .sort()
    .flatMap((path) => templatesOf(`${folder}/${path}`));
}

function templatesOf(path: string): Template[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const found: Template[] = [];
  const keep = (node: ts.Node, text: string) => {
    if (isSentence(text)) found.push({ where: `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text });
  };
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    if (ts.isStringLiteralLike(node)) keep(node, node.text);
    if (ts.isTemplateExpression(node)) keep(node, [node.head.text, ...node.templateSpans.map(({ literal }) => `‹›${literal.text}`)].join(""));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Words with a space between, which begin or end as a sentence does; no source of a regular expression. */
const isSentence = (text: string): boolean => !text.includes("?|") && /[a-z]{2,} [a-z]/i.test(text) && /^[A-Z"‹]|[.?!:]$/.test(text.trim());

function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isPropertyAssignment(node)) return unread.has(node.name.getText());
  // Bugs, which nobody but the log sees, and the log itself.
  if (ts.isNewExpression(node)) return node.expression.getText() === "Error" || node.expression.getText() === "RegExp";
  return ts.isCallExpression(node) && /\.(?:info|warn|error|debug|describe|option|argument|description)$/.test(node.expression.getText());
}
