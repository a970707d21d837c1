import { periodNamed } from "../plan/periods.js";
import type { Measure, Plan, PlanAction } from "../plan/plan.js";
import { readTiming } from "./appendix/stamps.js";
import { parseJson } from "./json-text.js";
import type { ReviewIssue } from "./look-row.js";
import { withInferred } from "./measure-words.js";
import { planProblems } from "./plan-checks.js";
import { pathInWords, planFrom } from "./plan-schema.js";
import { sourceError } from "./problems.js";

/** Milestones that the file gives override what the timescale says. */
function withMilestones(plan: Plan, action: PlanAction, look: ReviewIssue[]): PlanAction {
  if (action.milestones || !action.timescale) return action;
  const { milestones, why } = readTiming(plan, action.timescale);
  if (why) look.push({ id: action.id, kind: "unread date", why });
  return milestones ? { ...action, milestones } : action;
}

/** Figures under the name their period has everywhere, in order of time. */
function withPeriods(plan: Plan, measure: Measure): Measure {
  if (!measure.figures?.length) return { ...measure, figures: undefined };
  const figures = measure.figures.map((figure) => ({ figure, period: periodNamed(plan, figure.period) }));
  figures.sort((a, b) => ((a.period?.to ?? "") < (b.period?.to ?? "") ? -1 : 1));
  return { ...measure, figures: figures.map(({ figure, period }) => ({ ...figure, period: period?.name ?? figure.period })) };
}

function mapped(plan: Plan, change: { action(action: PlanAction): PlanAction; measure(measure: Measure): Measure }): Plan {
  const themes = plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({
      ...priority,
      actions: priority.actions.map(change.action),
      measures: priority.measures.map(change.measure),
    })),
  }));
  return { ...plan, themes };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A plan file as it is, or as `plan check --json` prints it: {"plan": …, "look": …}. */
function rootOf(value: unknown): { value: unknown; root: string[] } {
  const inner = isObject(value) && !("themes" in value) ? value.plan : undefined;
  return inner === undefined ? { value, root: [] } : { value: inner, root: ["plan"] };
}

/** Reads a plan file (JSON). `starts` is what the person says of the first day of Year 1, `usual` counts where neither says it. */
export function readPlanFile(name: string, text: string, starts: string | undefined, usual: string): { plan: Plan; look: ReviewIssue[]; saysStarts: boolean } {
  const { value, root } = rootOf(parseJson(name, text));
  const saysStarts = isObject(value) && (value.starts ?? undefined) !== undefined;
  const { plan, ignored, problems } = planFrom(isObject(value) && !saysStarts ? { ...value, starts: starts ?? usual } : value, root);
  if (!plan) throw sourceError(name, problems);
  if (starts && plan.starts !== starts)
    throw sourceError(name, [{ where: pathInWords([...root, "starts"]), what: `"${plan.starts}", but --starts says ${starts}; one of the two was expected` }]);
  const look: ReviewIssue[] = [...ignored];
  const read = mapped(plan, { action: (action) => action, measure: withInferred });
  const wrong = planProblems(read, root);
  if (wrong.length) throw sourceError(name, wrong);
  const dated = mapped(read, { action: (action) => withMilestones(plan, action, look), measure: (measure) => withPeriods(plan, measure) });
  return { plan: dated, look, saysStarts };
}
