import type { Figures, KeptFigure } from "../figures/index.js";
import { type Figure, Plan, type Plans } from "../plan/index.js";
import { type Progress, withProgress } from "../progress/index.js";

const figureOf = ({ period, value, note, by, at }: KeptFigure): Figure => ({ period, value, note, by, at });

/** The plan in force as a plan file: with how its actions stand now, and every figure. Imported anywhere, it gives the same plan. Nothing when there is none. */
export async function exportPlan({ plans, figures, progress }: { plans: Plans; figures: Figures; progress: Progress }): Promise<Plan | undefined> {
  const known = await plans.current();
  if (!known) return undefined;
  const [said, kept] = await Promise.all([progress.of(known.id), figures.ofPlan(known.id)]);
  const byMeasure = new Map<string, KeptFigure[]>();
  for (const figure of kept.sort((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : a.period < b.period ? -1 : 1)))
    byMeasure.set(figure.measure, byMeasure.get(figure.measure)?.concat(figure) ?? [figure]);
  const themes = known.plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({
      ...priority,
      actions: priority.actions.map((action) => withProgress(action, said.get(action.id))),
      measures: priority.measures.map((measure) => {
        const reported = byMeasure.get(measure.id)?.map(figureOf);
        return reported ? { ...measure, figures: reported } : measure;
      }),
    })),
  }));
  // Through the schema, so that keys come in one order, whatever way they were merged.
  return Plan.parse({ ...known.plan, themes });
}
