import type { Figures, KeptFigure } from "../figures/index.js";
import { type Figure, type KnownPlan, Plan } from "../plan/index.js";
import { type Progress, withProgress } from "../progress/index.js";

const figureOf = ({ period, value, note, by, at }: KeptFigure): Figure => ({ period, value, note, by, at });

/** A plan that is loaded as a plan file: with how its actions stand now, and every figure. Imported anywhere, it gives the same plan. */
export async function exportPlan({ figures, progress }: { figures: Figures; progress: Progress }, known: KnownPlan): Promise<Plan> {
  const [said, kept] = await Promise.all([progress.of(known.id), figures.ofPlan(known.id)]);
  const byMeasure = new Map<string, KeptFigure[]>();
  for (const figure of kept.sort((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : a.period < b.period ? -1 : 1)))
    byMeasure.set(figure.measure, byMeasure.get(figure.measure)?.concat(figure) ?? [figure]);
  const themes = known.plan.themes.map((theme) => ({
    ...theme,
    priorities: theme.priorities.map((priority) => ({
      ...priority,
      actions: priority.actions.map(({ loaded: _, ...action }) => withProgress(action, said.get(action.id))),
      measures: priority.measures.map((measure) => {
        const reported = byMeasure.get(measure.id)?.map(figureOf);
        return reported ? { ...measure, figures: reported } : measure;
      }),
    })),
  }));
  // Through the schema, so that keys come in one order, whatever way they were merged.
  return Plan.parse({ ...known.plan, themes });
}
