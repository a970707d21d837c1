import { distance } from "fastest-levenshtein";
import type { z } from "zod/v4";
import { Figure, Measure, Milestone, Plan, PlanAction, Priority, Theme } from "../plan/plan.js";
import type { ViewOf } from "./look-row.js";
import { type Problem, quoted } from "./problems.js";

type Raw = Record<string, unknown>;
type Path = (string | number)[];

/** Written as people find it: themes[0].priorities[1].id */
export const pathInWords = (path: readonly PropertyKey[]): string =>
  path.map((part, at) => (typeof part === "number" ? `[${part}]` : at ? `.${String(part)}` : String(part))).join("") || "the plan";

interface Level {
  what: string;
  keys: string[];
  lists: Record<string, Level>;
}

const level = (what: string, schema: { shape: object }, lists: Record<string, Level> = {}): Level => ({ what, keys: Object.keys(schema.shape), lists });
const action = level("action", PlanAction, { milestones: level("milestone", Milestone) });
const measure = level("measure", Measure, { figures: level("figure", Figure) });
const priority = level("priority", Priority, { actions: action, measures: measure });
const theme = level("theme", Theme, { priorities: priority });
const whole = level("plan", Plan, { themes: theme });

const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

function nearest(key: string, keys: string[]): string | undefined {
  const [best] = keys.map((known) => ({ known, away: distance(key.toLowerCase(), known.toLowerCase()) })).sort((a, b) => a.away - b.away);
  return best && best.away <= 2 ? best.known : undefined;
}

interface Found {
  ignored: ViewOf<"unread">[];
  /** Ignored keys beyond the first ones. */
  more: number;
  problems: Problem[];
}

const ignoredShown = 40;

function unknownKey(key: string, value: Raw, at: Level, path: Path, id: string, found: Found): void {
  if (["actions", "measures"].includes(key) && !at.keys.includes(key) && (at.what === "theme" || at.what === "plan")) {
    const one = key.slice(0, -1);
    found.problems.push({
      where: pathInWords([...path, key]),
      what: `${one === "action" ? "an" : "a"} ${one} under no priority: it belongs inside one`,
    });
    return;
  }
  if (found.ignored.length === ignoredShown) {
    found.more++;
    return;
  }
  const free = at.keys.filter((known) => !(known in value));
  const meant = key.length > 40 ? undefined : nearest(key, free);
  found.ignored.push({ id, kind: "unread", why: `${pathInWords([...path, key.slice(0, 60)])} is not read${meant ? `; perhaps "${meant}" is meant` : ""}` });
}

/** A copy without nulls (they say nothing) and without what a plan does not have; what that is goes to `found`. */
function known(value: unknown, at: Level, path: Path, above: string, found: Found): unknown {
  if (!isObject(value)) return value;
  const id = typeof value.id === "string" ? value.id : above;
  const copy: Raw = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!at.keys.includes(key)) unknownKey(key, value, at, path, id, found);
    else if (inner === null) continue;
    else {
      const list = at.lists[key];
      copy[key] = list && Array.isArray(inner) ? inner.map((item, place) => known(item, list, [...path, key, place], id, found)) : inner;
    }
  }
  return copy;
}

const expectedWords: Record<string, string> = { string: "text in quotes", number: "a number", boolean: "true or false", array: "a list", object: "an object" };

function inWords(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_type") {
    const expected = expectedWords[issue.expected] ?? issue.expected;
    return value === undefined ? `is missing; ${expected} was expected` : `${quoted(value)}; ${expected} was expected`;
  }
  if (issue.code === "invalid_value") return `${quoted(value)}; one of ${issue.values.join(", ")} was expected`;
  if (issue.code === "invalid_union") return `${quoted(value)}; a number, true, false or text was expected`;
  if (issue.code === "too_big" && issue.origin === "string") return `is longer than ${issue.maximum} characters`;
  if (issue.code === "too_small" && issue.origin === "string")
    return value === "" || typeof value !== "string" || !value.trim() ? "must not be empty" : `${quoted(value)} is too short`;
  return `${quoted(value)} ${issue.message}`;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Raw | undefined)?.[key as string], value);

/** What the model does not allow in a value, with the JSON path of each. */
export function problemsIn(value: unknown, error: z.ZodError | undefined, root: Path): Problem[] {
  const issues = error?.issues ?? [];
  return issues.map((issue) => ({ where: pathInWords([...root, ...issue.path]), what: inWords(issue, valueAt(value, issue.path)) }));
}

/** Reads a plan file's value into a Plan, with what was ignored in it, or the problems that forbid it. `root` stands before each path. */
export function planFrom(value: unknown, root: Path): { plan?: Plan; ignored: ViewOf<"unread">[]; problems: Problem[] } {
  const found: Found = { ignored: [], more: 0, problems: [] };
  const clean = known(value, whole, root, "plan", found);
  if (found.more) found.ignored.push({ id: "plan", kind: "unread", why: `${found.more} more keys are not read` });
  const result = Plan.safeParse(clean);
  if (result.success && !found.problems.length) return { plan: result.data, ignored: found.ignored, problems: [] };
  return { ignored: found.ignored, problems: [...found.problems, ...problemsIn(clean, result.error, root)] };
}
