/** Every regular expression of the sources: those that stand there, read from the syntax and not by another regular expression, and those that are put together. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

export interface Regex {
  /** "src/teams/parse-activity.ts:12" */
  place: string;
  source: string;
  flags: string;
}

const filesOf = (): string[] =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `src/${path.replaceAll("\\", "/")}`);

/** What `read` makes of each piece of a source's syntax, in order. */
function eachNode<T>(path: string, text: string, read: (node: ts.Node, place: string) => T | undefined): T[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const one = read(node, `${path}:${line + 1}`);
    if (one !== undefined) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export const regexesIn = (path: string, text: string): Regex[] =>
  eachNode(path, text, (node, place) => {
    if (!ts.isRegularExpressionLiteral(node)) return undefined;
    const end = node.text.lastIndexOf("/");
    return { place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  });

export const regexesOfSources = (): Regex[] => filesOf().flatMap((path) => regexesIn(path, readFileSync(path, "utf8")));

/** Where a source puts an expression together: `new RegExp(…)` and `RegExp(…)`. */
export const makersIn = (path: string, text: string): string[] =>
  eachNode(path, text, (node, place) =>
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText().split(".").at(-1) === "RegExp" ? place : undefined,
  );

export const makersOfSources = (): string[] => filesOf().flatMap((path) => makersIn(path, readFileSync(path, "utf8")));

/** Every module of the sources but the one that runs when it is loaded. */
export const modulesOfSources = (): string[] => filesOf().filter((path) => path !== "src/main.ts");

/** The expressions that the sources put together while `work` goes on, each once. What they import has to be loaded by the work itself. */
export async function regexesMade(work: () => Promise<void>): Promise<Regex[]> {
  const made = new Map<string, Regex>();
  const note = ([pattern, flags]: unknown[]) => {
    const place = callerOf(new Error().stack ?? "");
    if (!place) return;
    const { source, flags: set } = new Usual(pattern as string, flags as string | undefined);
    made.set(`${place} ${source} ${set}`, { place, source, flags: set });
  };
  const Usual = RegExp;
  const recording: RegExpConstructor = new Proxy(Usual, {
    construct(target, given, maker) {
      note(given);
      return Reflect.construct(target, given, maker === recording ? target : maker);
    },
    apply(target, self, given) {
      note(given);
      return Reflect.apply(target, self, given);
    },
  });
  globalThis.RegExp = recording;
  try {
    await work();
  } finally {
    globalThis.RegExp = Usual;
  }
  return [...made.values()];
}

/** "src/plan/timescale.ts:31", when that is what called the recorder. */
function callerOf(stack: string): string | undefined {
  const [, , , caller = ""] = stack.split("\n");
  return /\/(src\/[^:?]+\.ts)(?:\?[^:]*)?(:\d+)/.exec(caller)?.slice(1).join("");
}
