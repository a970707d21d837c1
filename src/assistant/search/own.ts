/** What somebody most likely wants before a word is typed: what is theirs, and what is due. */

import { datedOf } from "../../answers/milestones.js";
import { actingOf } from "../../answers/scope.js";
import { addDays, dueWithin, leadersOf, leadersOfPriority, overdueMilestones, soonDays } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Searched } from "./matching.js";

/** Own actions that are overdue or due soon, the other things of one's own, then what is overdue or due soon of everybody. */
export async function ownAndDue(context: AnswerContext, most: number): Promise<Searched[]> {
  const { catalogue, today } = context;
  const email = context.asker.email?.toLowerCase() ?? "";
  const window = { from: today, to: addDays(today, soonDays) };
  const acting = actingOf(await context.priorities());
  const pressing = datedOf(acting, (action) => [...overdueMilestones(action, today), ...dueWithin(action, window)]).map(({ id }) => id);
  const place = new Map([...new Set(pressing)].map((id, at) => [id, at]));
  const due = catalogue.actions.filter(({ id }) => place.has(id)).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const own = [
    ...due.filter((item) => leadersOf(item).includes(email)),
    ...catalogue.priorities.filter(({ priority }) => leadersOfPriority(priority).includes(email)),
    ...catalogue.actions.filter((item) => leadersOf(item).includes(email)),
    ...catalogue.measures.filter(({ measure }) => measure.reporter === email || measure.deputies?.includes(email)),
  ];
  return [...new Map<string, Searched>([...own, ...due].map((item) => [item.id, item])).values()].slice(0, most);
}
