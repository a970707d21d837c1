import { sourceError } from "./problems.js";

/** Where in the text a JSON error is: the engine says a position, or the end when the text stops too early. */
function placeOf(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message);
  const before = text.slice(0, position ? Number(position[1]) : text.length);
  const lines = before.split("\n");
  return `line ${lines.length}, column ${(lines.at(-1) as string).length + 1}`;
}

/** Parses JSON, or throws a UserFacingError that says line and column. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const what = message.replace(/\s*(?:in JSON)?\s*at position \d+.*$/s, "").replace(/,\s*"?\.*".*is not valid JSON$/s, "");
    throw sourceError(name, [{ where: placeOf(text, message), what: `this is no JSON: ${what.charAt(0).toLowerCase()}${what.slice(1)}` }]);
  }
}
