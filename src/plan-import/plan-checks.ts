import { misfit } from "../plan/figure-fit.js";
import { periodAt, periodNamed } from "../plan/periods.js";
import type { Measure, Plan, PlanAction, Priority } from "../plan/plan.js";
import { readTimescale } from "../plan/timescale.js";
import { pathInWords } from "./plan-schema.js";
import { type Problem, quoted } from "./problems.js";

type Path = (string | number)[];
type Report = (path: Path, what: string) => void;

/** Every item with an id, with its path. */
function* items(plan: Plan): Generator<{ id: string; path: Path }> {
  for (const [t, theme] of plan.themes.entries()) {
    yield { id: theme.id, path: ["themes", t] };
    for (const [p, priority] of theme.priorities.entries()) {
      const path = ["themes", t, "priorities", p];
      yield { id: priority.id, path };
      for (const [a, { id }] of priority.actions.entries()) yield { id, path: [...path, "actions", a] };
      for (const [m, { id }] of priority.measures.entries()) yield { id, path: [...path, "measures", m] };
    }
  }
}

function checkIds(plan: Plan, root: Path, report: Report): void {
  const seen = new Map<string, Path>();
  for (const { id, path } of items(plan)) {
    const first = seen.get(id.toLowerCase());
    if (first) report([...path, "id"], `${quoted(id)} is there twice (first at ${pathInWords([...root, ...first, "id"])}); each id once was expected`);
    else seen.set(id.toLowerCase(), path);
  }
}

const standsUnder = (id: string, above: string): boolean => id.toLowerCase().startsWith(above.toLowerCase()) && /^[.\-/]./.test(id.slice(above.length));

const partsOf = (id: string): string[] => id.toLowerCase().split(/[.\-/]/);

/** An id that is counted as the priority's own would be, but under another number. Other ids are as printed and say nothing of their place. */
function isElsewhere(id: string, priority: string): boolean {
  const [own, above] = [partsOf(id), partsOf(priority)];
  const isCounted = above.length > 1 && own.length === above.length + 1 && own.slice(0, -1).every((part) => /^\d+$/.test(part));
  return isCounted && above.every((part) => /^\d+$/.test(part)) && !standsUnder(id, priority);
}

function checkPlaces(themeId: string, priority: Priority, path: Path, report: Report): void {
  const numbered = /^(\d+)\.\d/.exec(priority.id);
  if (numbered && /^\d+$/.test(themeId) && numbered[1] !== themeId) report([...path, "id"], `${priority.id} is not under theme ${themeId}`);
  for (const list of ["actions", "measures"] as const)
    for (const [place, { id }] of priority[list].entries())
      if (isElsewhere(id, priority.id))
        report(
          [...path, list, place, "id"],
          `${id} is not under priority ${priority.id}; an id such as ${priority.id}.${list === "actions" ? "" : "m"}${place + 1} was expected`,
        );
}

function checkTimescale({ timescale }: PlanAction, path: Path, report: Report): void {
  for (const problem of timescale ? readTimescale(timescale).problems : []) report([...path, "timescale"], problem);
}

function checkFigures(plan: Plan, measure: Measure, path: Path, report: Report): void {
  for (const key of ["baseline", "target"] as const) {
    const wrong = measure[key] !== undefined && misfit(measure, measure[key]);
    if (wrong) report([...path, key], `${quoted(measure[key])} ${wrong}, as ${measure.id} is of the kind ${measure.kind}`);
  }
  const seen = new Set<string>();
  for (const [place, { period, value }] of (measure.figures ?? []).entries()) {
    const at = [...path, "figures", place];
    const named = periodNamed(plan, period);
    const wrong = misfit(measure, value);
    if (!named) {
      const examples = (["quarterly", "monthly", "yearly"] as const).map((frequency) => quoted(periodAt(plan, frequency, plan.starts).name));
      report([...at, "period"], `${quoted(period)} is no period of this plan; one such as ${examples.join(", ")} was expected`);
    } else if (seen.has(named.name)) report([...at, "period"], `${quoted(period)} is there twice; one figure for each period was expected`);
    else seen.add(named.name);
    if (wrong) report([...at, "value"], `${quoted(value)} ${wrong}, as ${measure.id} is of the kind ${measure.kind}`);
  }
}

/** What a plan's shape alone cannot tell: ids, timescales, figures. Kinds must have been read already. */
export function planProblems(plan: Plan, root: Path): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, what) => problems.push({ where: pathInWords([...root, ...path]), what });
  checkIds(plan, root, report);
  for (const [t, theme] of plan.themes.entries())
    for (const [p, priority] of theme.priorities.entries()) {
      const path = ["themes", t, "priorities", p];
      checkPlaces(theme.id, priority, path, report);
      for (const [a, action] of priority.actions.entries()) checkTimescale(action, [...path, "actions", a], report);
      for (const [m, measure] of priority.measures.entries()) checkFigures(plan, measure, [...path, "measures", m], report);
    }
  return problems;
}
