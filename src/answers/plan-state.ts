/** The plan's state within a scope, or of one person, for the read models: one read of progress, one of figures. */
import { countedOnce, dutyOf } from "../figures/index.js";
import type { Scene } from "../request/scene.js";
import { isLedBy, type PlanState, planState } from "../status/index.js";
import { actingIn, measuresIn, type Scoped, scopeOf } from "./scope.js";

/** What actions are asked of: a measure's are those of its priority. */
export function actionScope(scene: Scene, scope?: string): Scoped {
  const scoped = scopeOf(scene, scope);
  return scoped.type === "measure" ? scopeOf(scene, scoped.priority.id) : scoped;
}

/** Of a person: the actions that they lead or are deputy for, and the measures that they are looked to for. */
export async function stateIn(scene: Scene, scoped: Scoped, person?: string): Promise<PlanState> {
  const { plan, today, catalogue } = scene;
  const email = person?.toLowerCase();
  // Measures belong to priorities: one action has none of its own.
  const under = scoped.type === "action" ? [] : measuresIn(scene, scoped);
  const measures = countedOnce(catalogue, under).filter((item) => !email || dutyOf(item) === email || item.measure.deputies?.includes(email));
  const [acting, reports] = await Promise.all([actingIn(scene, scoped), scene.recentReports(measures.map(({ id }) => id))]);
  const actions = email ? acting.filter((one) => isLedBy(email, one)) : acting;
  return planState({ plan, today, actions, measures, reports });
}
