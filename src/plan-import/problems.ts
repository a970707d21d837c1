import { UserFacingError } from "../shared/errors.js";

/** Something wrong with a source: where (a line or a JSON path) and what, with what was expected. */
export interface Problem {
  where: string;
  what: string;
}

const shown = 10;

/** One error for all problems of a source; the first ten are told. */
export function sourceError(name: string, problems: Problem[]): UserFacingError {
  const lines = problems.slice(0, shown).map(({ where, what }) => `  ${where}: ${what}`);
  const more = problems.length > shown ? [`  and ${problems.length - shown} more`] : [];
  return new UserFacingError([`${name} cannot be read as a plan. Nothing was saved.`, ...lines, ...more].join("\n"));
}

/** A value as it is shown in a problem: short, on one line. */
export function quoted(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "an object") : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
