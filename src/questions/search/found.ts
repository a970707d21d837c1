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
import type { Scene, Standing } from "../../request/scene.js";
import type { Badge, StandingLook } from "../../shared/answer.js";
import { badgeInWords, plural } from "../../shared/words.js";
import type { Found } from "../desk.js";
import type { Searched } from "./matching.js";

/** What a search shows of items: title, how it stands, a small card without buttons. At most two reads. */
export async function foundOf(scene: Scene, items: Searched[]): Promise<Found[]> {
  const measures = items.filter(({ type }) => type === "measure").map(({ id }) => id);
  const work = items.length > measures.length;
  const [standings, figures] = await Promise.all([work ? scene.priorities() : [], measures.length ? scene.recent(measures) : new Map()]);
  const priorities = new Map(standings.map((one) => [one.priority.id, one]));
  const actions = new Map(actingOf(standings).map((one) => [one.id, one]));
  return items.map((item) => {
    if (item.type === "measure") {
      const { detail = "" } = measureRow(scene.plan, item, figures.get(item.id));
      return measureFound(scene, item, detail);
    }
    const standing = priorities.get(item.priority.id);
    const acting = actions.get(item.id);
    if (item.type === "priority" && standing) return priorityFound(scene, item, standing);
    if (item.type === "action" && acting) return actionFound(scene, item, acting);
    throw new Error("an item of the plan that stands nowhere");
  });
}

const priorityFound = (scene: Scene, item: Searched, standing: Standing): Found =>
  workFound(scene, item, {
    badge: rollupBadge(priorityRollup(standing.priority, scene.today)),
    why: [`${standsBecause(standing, scene.today)}.`],
    leads: standing.priority.lead,
    dates: datesOf(standing.priority.actions, scene.today),
  });

const actionFound = (scene: Scene, item: Searched, acting: Acting): Found =>
  workFound(scene, item, {
    badge: actionBadge(acting.action),
    why: [
      ...[...unreportedMilestones(acting.action), ...overdueMilestones(acting.action, scene.today)].map((milestone) =>
        milestoneSentence(acting.action, milestone, scene.today),
      ),
      ...(acting.action.note ? [`Note: "${shortened(acting.action.note, 200)}"`] : []),
    ],
    leads: leadOf(acting),
    dates: datesInShort(acting.action, scene.today),
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

function workFound(scene: Scene, item: Searched, { badge, why, leads = "Nobody named", dates }: Work): Found {
  const data: StandingLook = {
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
    sources: [sourcesOf(scene, {}).join(" ")],
    suggestions: [],
  };
  return {
    id: item.id,
    title: titleIn(item),
    detail: facts(capital(badgeInWords(badge)), dates, eyebrowOf(item)),
    card: answerIn("standing", data),
  };
}

const measureFound = (scene: Scene, item: Searched, detail: string): Found => ({
  id: item.id,
  title: titleIn(item),
  detail: facts(detail, eyebrowOf(item)),
  card: answerIn("rows", {
    title: titleOf(item, 400),
    lead: [`${capital(detail)}.`],
    sections: [],
    gaps: [],
    sources: sourcesOf(scene, { statuses: false }),
    suggestions: [],
  }),
});
