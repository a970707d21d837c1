import { answerIn, suggest } from "../../answers/answer-text.js";
import { milestoneSentence } from "../../answers/milestones.js";
import { type Acting, titleOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { shortened, statusInWords } from "../../answers/wording.js";
import { dueInWords, type ItemOf, openMilestones, overdueMilestones, statusOf, unreportedMilestones } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer } from "../../shared/answer.js";

/** Whether one action is overdue, and by how much. */
export function ofAction(item: ItemOf<"action">, acting: Acting, carried: string | undefined, context: AnswerContext): Answer {
  const late = overdueMilestones(acting.action, context.today);
  return answerIn("rows", {
    carried,
    title: titleOf(item),
    lead: late.length ? yes(acting, context) : no(acting, context),
    sections: [],
    gaps: [],
    sources: sourcesOf(context, { said: [acting.said] }),
    suggestions: suggest(`How is ${item.id} doing?`, `When is ${item.id} due?`, `Who leads ${item.id}?`),
  });
}

const yes = ({ action }: Acting, { today }: AnswerContext): string[] => {
  const [first, ...others] = overdueMilestones(action, today).map((milestone) => milestoneSentence(action, milestone, today));
  return [`Yes. ${first}`, ...others, ...(action.note ? [`Note: "${shortened(action.note, 300)}"`] : [])];
};

function no({ id, action }: Acting, { today }: AnswerContext): string[] {
  const all = action.milestones ?? [];
  const status = statusOf(action);
  if (status === "cancelled") return [`No. ${id} is ${statusInWords(status)}, so nothing is due.`];
  if (!all.length) return [`No. ${id} has no date in the plan, so it cannot be overdue.`];
  const open = openMilestones(action);
  const [unreported] = unreportedMilestones(action);
  if (unreported) return [milestoneSentence(action, unreported, today)];
  if (open.length) return [`No. ${milestoneSentence(action, open[0] as (typeof open)[0], today)}`];
  const done = all.filter((milestone) => milestone.done);
  const [last] = done.slice(-1);
  if (last?.done && done.length === all.length) return [`${last.done > last.due ? "Not any more" : "No"}. ${milestoneSentence(action, last, today)}`];
  const due = dueInWords(all.at(-1) as (typeof all)[0]);
  return [
    status === "complete"
      ? `No. ${id} is ${statusInWords(status)}; its date was ${due}.`
      : `No. ${id} is under way, as planned by ${due}, and carries on (ongoing).`,
  ];
}
