import { type Problem, sourceError } from "./problems.js";

type Expecting = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma";

interface Scan {
  text: string;
  at: number;
  expecting: Expecting;
  /** What is open, outermost first: a list, or an object with its keys so far. */
  open: (Set<string> | "list")[];
  twice?: { at: number; key: string };
  wrong?: string;
}

const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const space = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function matched(pattern: RegExp, { text, at }: Scan): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const places: Record<Expecting, string> = {
  value: "a value was expected",
  "value or ]": "a value or ] was expected",
  key: "a key in double quotes was expected",
  "key or }": "a key in double quotes or } was expected",
  colon: 'a ":" was expected',
  comma: "",
};

function expectation({ expecting, open }: Scan): string {
  if (expecting !== "comma") return places[expecting];
  const inside = open.at(-1);
  return inside ? `a comma or ${inside === "list" ? "]" : "}"} was expected` : "nothing more was expected";
}

/** Moves behind a text in quotes and returns it; notes what is wrong inside it. */
function quotedText(scan: Scan): string | undefined {
  const start = scan.at;
  for (scan.at++; scan.at < scan.text.length; ) {
    const code = scan.text.charCodeAt(scan.at);
    if (code === 0x22) return scan.text.slice(start, ++scan.at);
    const step = code === 0x5c ? matched(escaped, scan)?.length : 1;
    if (!step || code < 0x20) scan.wrong = step ? "a text in quotes goes on over the line's end" : "a \\ in a text has no meaning here";
    if (scan.wrong) return undefined;
    scan.at += step ?? 0;
  }
  scan.at = start;
  scan.wrong = "a text in quotes never ends";
  return undefined;
}

function takeKey(scan: Scan): boolean {
  const { at, open } = scan;
  const raw = quotedText(scan);
  if (raw === undefined) return false;
  const key = JSON.parse(raw) as string;
  const keys = open.at(-1) as Set<string>;
  if (keys.has(key)) scan.twice ??= { at, key };
  keys.add(key);
  scan.expecting = "colon";
  return true;
}

function takeValue(scan: Scan, character: string): boolean {
  if (character === "{" || character === "[") {
    scan.open.push(character === "{" ? new Set() : "list");
    scan.expecting = character === "{" ? "key or }" : "value or ]";
    scan.at++;
    return true;
  }
  const found = character === '"' ? quotedText(scan) : matched(scalar, scan);
  if (found === undefined) return false;
  if (character !== '"') scan.at += found.length;
  scan.expecting = "comma";
  return true;
}

const isEnd = ({ expecting, open }: Scan, character: string): boolean =>
  open.at(-1) === "list"
    ? character === "]" && (expecting === "comma" || expecting === "value or ]")
    : character === "}" && (expecting === "comma" || expecting === "key or }");

/** One step; false where the text is no JSON. */
function step(scan: Scan, character: string): boolean {
  const { expecting, open } = scan;
  if (open.length && isEnd(scan, character)) {
    open.pop();
    scan.expecting = "comma";
  } else if (expecting === "value" || expecting === "value or ]") return takeValue(scan, character);
  else if (expecting !== "colon" && expecting !== "comma") return character === '"' && takeKey(scan);
  else if (!open.length || character !== (expecting === "colon" ? ":" : ",")) return false;
  else scan.expecting = expecting === "colon" || open.at(-1) === "list" ? "value" : "key";
  scan.at++;
  return true;
}

function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1) as string).length + 1}`;
}

/** The first thing that is wrong with a JSON text, or a key that is twice in one object; nothing when all is well. */
export function jsonProblem(text: string): Problem | undefined {
  const scan: Scan = { text, at: 0, expecting: "value", open: [] };
  for (;;) {
    scan.at += matched(space, scan)?.length ?? 0;
    if (scan.at >= text.length) break;
    if (!step(scan, text.charAt(scan.at))) return { where: placeOf(text, scan.at), what: `this is no JSON: ${scan.wrong ?? expectation(scan)}` };
  }
  if (scan.open.length || scan.expecting !== "comma")
    return { where: placeOf(text, text.length), what: `this is no JSON: it stops too early; ${expectation(scan)}` };
  return scan.twice && { where: placeOf(text, scan.twice.at), what: `the key "${scan.twice.key}" is there twice in one object; each key once was expected` };
}

/** Parses JSON, or throws a UserFacingError that says line and column. */
export function parseJson(name: string, text: string): unknown {
  const problem = jsonProblem(text);
  if (problem) throw sourceError(name, [problem]);
  return JSON.parse(text);
}
