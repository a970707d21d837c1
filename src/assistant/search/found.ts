/** What a search found, as lines to choose from and as small cards; statuses and figures are read once for all of them. */

import { answerIn } from "../../answers/answer-text.js";
import { measureRow } from "../../answers/measure-words.js";
import { datesInShort, milestoneSentence } from "../../answers/milestones.js";
import { standsBecause } from "../../answers/reasons.js";
import { facts } from "../../answers/rows.js";
import { type Acting, actingOf, eyebrowOf, titleOf, wordsOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { capital, rollupBadge, shortened } from "../../answers/wording.js";
import { actionBadge, type Day, dueInWords, leadOf, openMilestones, overdueMilestones, priorityRollup, unreportedMilestones } from "../../plan/index.js";
import type { AnswerContext, PriorityState } from "../../request/answer-context.js";
import type { Badge, StatusView } from "../../shared/answer.js";
import { badgeInWords, plural } from "../../shared/words.js";
import type { Found } from "../assistant.js";
import type { Searched } from "./matching.js";

/** What a search shows of items: title, how it stands, a small card without buttons. At most two reads. */
export async function foundOf(context: AnswerContext, items: Searched[]): Promise<Found[]> {
  const measures = items.filter(({ type }) => type === "measure").map(({ id }) => id);
  const work = items.length > measures.length;
  const [priorityStates, figures] = await Promise.all([work ? context.priorities() : [], measures.length ? context.recent(measures) : new Map()]);
  const priorities = new Map(priorityStates.map((one) => [one.priority.id, one]));
  const actions = new Map(actingOf(priorityStates).map((one) => [one.id, one]));
  return items.map((item) => {
    if (item.type === "measure") {
      const { detail = "" } = measureRow(context.plan, item, figures.get(item.id));
      return measureFound(context, item, detail);
    }
    const standing = priorities.get(item.priority.id);
    const acting = actions.get(item.id);
    if (item.type === "priority" && standing) return priorityFound(context, item, standing);
    if (item.type === "action" && acting) return actionFound(context, item, acting);
    throw new Error("an item of the plan that stands nowhere");
  });
}

const priorityFound = (context: AnswerContext, item: Searched, standing: PriorityState): Found =>
  workFound(context, item, {
    badge: rollupBadge(priorityRollup(standing.priority, context.today)),
    why: [`${standsBecause(standing, context.today)}.`],
    leads: standing.priority.lead,
    dates: datesOf(standing.priority.actions, context.today),
  });

const actionFound = (context: AnswerContext, item: Searched, acting: Acting): Found =>
  workFound(context, item, {
    badge: actionBadge(acting.action),
    why: [
      ...[...unreportedMilestones(acting.action), ...overdueMilestones(acting.action, context.today)].map((milestone) =>
        milestoneSentence(acting.action, milestone, context.today),
      ),
      ...(acting.action.note ? [`Note: "${shortened(acting.action.note, 200)}"`] : []),
    ],
    leads: leadOf(acting),
    dates: datesInShort(acting.action, context.today),
  });

interface Work {
  badge: Badge;
  why: string[];
  leads?: string;
  dates: string;
}

/** "1 date overdue, next date 31 March 2027" */
function datesOf(actions: Parameters<typeof openMilestones>[0][], today: Day): string {
  const late = actions.flatMap((action) => overdueMilestones(action, today)).length;
  const [next] = actions
    .flatMap(openMilestones)
    .filter(({ due }) => due >= today)
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const parts = [late && `${plural(late, "date")} overdue`, next && `next date ${dueInWords(next)}`].filter(Boolean);
  return capital(parts.join(", ")) || "No open date";
}

const titleIn = (item: Searched): string => `${item.id} ${shortened(wordsOf(item), 48)}`;

function workFound(context: AnswerContext, item: Searched, { badge, why, leads = "Nobody named", dates }: Work): Found {
  const data: StatusView = {
    eyebrow: eyebrowOf(item),
    title: titleOf(item, 400),
    badge,
    lead: why,
    facts: [
      { label: "Lead", value: leads },
      { label: "Dates", value: dates },
    ],
    sections: [],
    gaps: [],
    sources: [sourcesOf(context, {}).join(" ")],
    suggestions: [],
  };
  return {
    id: item.id,
    title: titleIn(item),
    detail: facts(capital(badgeInWords(badge)), dates, eyebrowOf(item)),
    card: answerIn("standing", data),
  };
}

const measureFound = (context: AnswerContext, item: Searched, detail: string): Found => ({
  id: item.id,
  title: titleIn(item),
  detail: facts(detail, eyebrowOf(item)),
  card: answerIn("rows", {
    title: titleOf(item, 400),
    lead: [`${capital(detail)}.`],
    sections: [],
    gaps: [],
    sources: sourcesOf(context, { statuses: false }),
    suggestions: [],
  }),
});
