/** The plan's state within a scope, or of one person, for the read models: one read of progress, one of figures. */
import { countedOnce, dutyOf, type Report } from "../figures/index.js";
import { addMonths, type ItemOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Window } from "../request/args.js";
import { isLedBy, type PlanState, planState } from "../status/index.js";
import { type Acting, actingIn, measuresIn, type Scoped, scopeOf } from "./scope.js";

/** What actions are asked of: a measure's are those of its priority. */
export function actionScope(context: AnswerContext, scope?: string): Scoped {
  const scoped = scopeOf(context, scope);
  return scoped.type === "measure" ? scopeOf(context, scoped.priority.id) : scoped;
}

interface Given {
  /** Figures of its periods; the newest of each measure when absent. */
  window?: Window | undefined;
  /** The actions of the scope, where they are read already. */
  acting?: Acting[];
}

/** Of a person: the actions that they lead or are deputy for, and the measures that they are looked to for. */
export async function stateIn(context: AnswerContext, scoped: Scoped, person?: string, { window, acting: read }: Given = {}): Promise<PlanState> {
  const { plan, today, catalogue } = context;
  const email = person?.toLowerCase();
  // Measures belong to priorities: one action has none of its own.
  const under = scoped.type === "action" ? [] : measuresIn(context, scoped);
  const measures = countedOnce(catalogue, under).filter((item) => !email || dutyOf(item) === email || item.measure.deputies?.includes(email));
  const [acting, reports] = await Promise.all([read ?? actingIn(context, scoped), reportsOf(context, measures, window)]);
  const actions = email ? acting.filter((one) => isLedBy(email, one)) : acting;
  return planState({ plan, today, actions, measures, reports, window });
}

/** Recent reports reach back two years; a window before that needs them all, and one figure before it to compare with. */
async function reportsOf(context: AnswerContext, items: ItemOf<"measure">[], window: Window | undefined): Promise<Map<string, Report[]>> {
  if (!window || window.from >= addMonths(context.today, -12)) return context.recentReports(items.map(({ id }) => id));
  const all = await Promise.all(items.map(async ({ id }): Promise<[string, Report[]]> => [id, await context.allReports(id)]));
  return new Map(all);
}
