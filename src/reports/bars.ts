/** How many actions have each status, as bars for paper. */

import { actingOf, badgeOf, nameOf, type Scoped } from "../answers/index.js";
import { toldStatusOf, toldWorstFirst } from "../plan/index.js";
import type { AnswerContext, PriorityState } from "../request/answer-context.js";
import type { ReportContents } from "../request/report-maker.js";

const mostBars = 14;

/** A bar for each priority, or for each theme of a large plan; nothing where there are no actions. */
export function statusBars({ catalogue }: AnswerContext, scoped: Scoped, priorityStates: PriorityState[]): ReportContents["picture"] {
  const byTheme = priorityStates.length > mostBars;
  const groups = byTheme
    ? catalogue.themes
        .map(({ id, theme }) => ({ id, name: theme.name, own: priorityStates.filter((one) => one.theme.id === id) }))
        .filter(({ own }) => own.length)
    : priorityStates.map((standing) => ({ id: standing.priority.id, name: standing.priority.title, own: [standing] }));
  const bars = groups.slice(0, mostBars).map(({ own, ...group }) => ({ ...group, parts: partsOf(own) }));
  if (!bars.some(({ parts }) => parts.length)) return undefined;
  return { chart: { kind: "status", bars }, alt: `Bars: the actions of ${nameOf(scoped)} by status. The numbers are in the table of priorities.` };
}

function partsOf(priorityStates: PriorityState[]) {
  const found = actingOf(priorityStates).map(({ action }) => toldStatusOf(action));
  return toldWorstFirst.map((status) => ({ ...badgeOf(status), count: found.filter((one) => one === status).length })).filter(({ count }) => count);
}
