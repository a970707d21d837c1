/** Every line that the sources log: a fixed message, and fields whose names are known to be harmless. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Grows with care: words of our own, ids of the channel's, numbers of the machine's. Never what a person wrote, is called or reported. */
const harmless = new Set(
  "about activityId collection err event fault file from kept keptAs left line port press question reason refused registered sent state storage times to unreachable unsure verb version warning what".split(
    " ",
  ),
);

interface LogCall {
  place: string;
  message: string | undefined;
  fields: string[];
}

const levels = new Set(["debug", "info", "warn", "error", "fatal"]);

function callsIn(path: string, text: string): LogCall[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: LogCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && levels.has(node.expression.name.text)) {
      const whose = node.expression.expression.getText(source);
      const last = node.arguments.at(-1);
      const fields = node.arguments.length > 1 ? node.arguments[0] : undefined;
      if (/(log|Log|logger)(\(.*\))?$/s.test(whose))
        found.push({
          place: `${path}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`,
          message: last && ts.isStringLiteral(last) ? last.text : undefined,
          fields: fields && ts.isObjectLiteralExpression(fields) ? fields.properties.map((each) => each.name?.getText(source) ?? "...") : fields ? ["?"] : [],
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const calls = paths.flatMap((path) => callsIn(`src/${path}`, readFileSync(`src/${path}`, "utf8")));

test("every message is fixed", () => {
  expect(calls.length).toBeGreaterThan(5);
  expect(calls.filter(({ message }) => message === undefined)).toEqual([]);
});

test("every field is known to be harmless", () => {
  expect(calls.flatMap(({ place, fields }) => fields.filter((name) => !harmless.has(name)).map((name) => `${place} logs ${name}`))).toEqual([]);
});

test("nothing is written to the console", () => {
  const writing = paths.filter((path) => /\bconsole\.\w+\(/.test(readFileSync(`src/${path}`, "utf8")));
  expect(writing).toEqual([]);
});
