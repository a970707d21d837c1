import { answerIn, suggest } from "../../answers/answer-text.js";
import { milestoneFact, milestoneSentence } from "../../answers/milestones.js";
import { section } from "../../answers/rows.js";
import { type Acting, placeOf, type Scoped, titleOf } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { capital, plural, shortened } from "../../answers/wording.js";
import { actionBadge, dueInWords, type ItemOf, openMilestones } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer, Row } from "../../shared/answer.js";

/** The dates of one action, or of the milestone with a label. */
export function actionDates(item: ItemOf<"action">, acting: Acting, label: string | undefined, carried: string | undefined, context: AnswerContext): Answer {
  const { action } = acting;
  const all = action.milestones ?? [];
  const wanted = label?.toLowerCase();
  const picked = wanted ? all.filter((milestone) => milestone.label?.toLowerCase() === wanted) : [];
  const shown = picked.length ? picked : all;
  const printed = action.timescale ? [`The plan prints "${action.timescale}".`] : [];
  return answerIn("rows", {
    carried,
    title: titleOf(item),
    lead: shown.length
      ? [...shown.map((milestone) => milestoneSentence(action, milestone, context.today)), ...(picked.length ? [] : printed)]
      : [`There is no date in the plan for ${item.id}.`, ...(printed.length ? [`${printed[0]?.slice(0, -1)}, which gives no year.`] : [])],
    sections: [],
    gaps: wanted && !picked.length && all.length ? [`${item.id} has no stage called "${label}".`] : [],
    sources: sourcesOf(context, { said: [acting.said] }),
    suggestions: suggest(`How is ${item.id} doing?`, `Who leads ${item.id}?`, `When are the actions under ${item.priority.id} due?`),
  });
}

function datesRow({ id, action }: Acting, today: string): Row {
  const dates = (action.milestones ?? []).map(
    (milestone) => `${milestone.label ? `${milestone.label}: ` : ""}${capital(milestoneFact(action, milestone, today))}`,
  );
  return { id, text: shortened(action.text, 200), badge: actionBadge(action), detail: dates.join(" · ") || "No date in the plan" };
}

/** The dates under a priority in printed order; under a theme or the plan what comes next first. */
export function datesUnder(scoped: Scoped, acting: Acting[], carried: string | undefined, context: AnswerContext): Answer {
  const dated = acting.filter(({ action }) => action.milestones?.length);
  // A priority is short and keeps its printed order; of more, what comes next stands first.
  const nextOf = ({ action }: Acting) => openMilestones(action)[0]?.due ?? "9999";
  const shown = scoped.type === "priority" ? acting : [...acting].sort((a, b) => (nextOf(a) < nextOf(b) ? -1 : nextOf(a) > nextOf(b) ? 1 : 0));
  const next = acting
    .flatMap(({ action }) => openMilestones(action))
    .filter(({ due }) => due >= context.today)
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  return answerIn("rows", {
    carried,
    title: capital(`dates ${placeOf(scoped)}`),
    lead: [
      `${dated.length} of ${plural(acting.length, "action")} ${placeOf(scoped)} ${dated.length === 1 ? "has" : "have"} a date in the plan.`,
      ...(next ? [`The next is ${dueInWords(next)}.`] : []),
    ],
    sections: section("", shown, (each) => datesRow(each, context.today)),
    gaps: [],
    sources: sourcesOf(context, { said: saidOf(acting) }),
    suggestions: suggest(
      shown[0] && `When is ${shown[0].id} due?`,
      scoped.type !== "plan" && `Anything overdue in ${scoped.type === "theme" ? scoped.theme.name : scoped.id}?`,
    ),
  });
}
