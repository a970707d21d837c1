/** How one action stands: its status, its milestones, its lead, its note. */

import { answerIn, ask } from "../../answers/answer-text.js";
import { milestoneFact, milestoneSentence } from "../../answers/milestones.js";
import { leadInWords, namesOf } from "../../answers/people.js";
import { actingIn, eyebrowOf, NotInPlan, titleOf } from "../../answers/scope.js";
import { sourcesOf } from "../../answers/sources.js";
import { badgeInWords, capital, shortened } from "../../answers/wording.js";
import { permits } from "../../people/index.js";
import {
  actionBadge,
  type Day,
  dayInWords,
  type ItemOf,
  instantInWords,
  leadOf,
  type Milestone,
  overdueMilestones,
  type PlanAction,
  unreportedMilestones,
} from "../../plan/index.js";
import { type KeptProgress, milestoneLabel, waitingLine } from "../../progress/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Answer } from "../../shared/answer.js";
import type { StandingArgs } from "./args.js";
import { askedAnswer, notCovered } from "./asked.js";

/** A longer one stands in the details in full. */
const longestTitle = 90;

/** How an action stands: status, why, dates, lead. Throws a NotInPlan for an action that was taken out. */
export async function actionStatus(item: ItemOf<"action">, args: StandingArgs, context: AnswerContext): Promise<Answer> {
  const [acting] = await actingIn(context, item);
  if (!acting) throw new NotInPlan(item.id);
  const { action } = acting;
  const badge = actionBadge(action);
  const late = [...unreportedMilestones(action), ...overdueMilestones(action, context.today)];
  const names = await namesOf(context, [leadOf(acting)]);
  const ofPriority = ask(`All of ${item.priority.id}`, `How is ${item.priority.id} doing?`);
  return answerIn("standing", {
    carried: args.carried,
    eyebrow: eyebrowOf(item),
    title: titleOf(item, longestTitle),
    badge,
    lead: [
      ...notCovered(item.id, args.unknown),
      ...(args.asked && !args.why ? [askedAnswer(`${item.id} is ${badgeInWords(badge)}.`, badge, args.asked)] : []),
      ...late.map((milestone) => milestoneSentence(action, milestone, context.today)),
      ...(action.note ? [`Note: "${shortened(action.note, 600)}"`] : []),
      ...timeSentences(item, acting.said, context),
    ],
    facts: [...dateFacts(action, context.today, late), { label: "Lead", value: leadInWords(acting, names) ?? "Nobody named" }],
    sections: [],
    gaps: [
      ...(action.milestones?.length ? [] : [`${item.id} has no date in the plan.`]),
      ...(leadInWords(acting, names) ? [] : [`The plan names no lead for ${item.id}.`]),
      ...(args.why && !action.note && !late.length ? [`Nobody has noted a reason on ${item.id}.`] : []),
    ],
    sources: sourcesOf(context, { said: [acting.said] }),
    suggestions: mayAct(item, context) ? [ask("Change status", `Change the status of ${item.id}`)] : [ofPriority],
    details: {
      facts: [
        ...(titleOf(item, longestTitle) === titleOf(item) ? [] : [{ label: "In full", value: action.text }]),
        ...pastFacts(action, context.today),
        ...evidenceFacts(item, acting.said),
      ],
      suggestions: mayAct(item, context) ? [ofPriority] : [],
    },
  });
}

/** Buttons to change something are for those who may, where nobody else sees them. */
const mayAct = (item: ItemOf<"action">, context: AnswerContext): boolean => !context.shared && permits("change a status", context, item);

/** More time that is asked for, and the last request that was refused. */
function timeSentences(item: ItemOf<"action">, said: KeptProgress | undefined, { plan }: AnswerContext): string[] {
  const waiting = Object.entries(said?.asked ?? {}).map(([place, asked]) => waitingLine(item, Number(place), asked, { plan }));
  const refused = Object.entries(said?.answered ?? {})
    .filter(([place, { agreed }]) => !agreed && !said?.asked?.[place])
    .map(
      ([, { due, by, at, why }]) =>
        `More time until ${dayInWords(due)} was refused by ${by} on ${instantInWords(at, plan.timeZone)}${why ? `: "${shortened(why, 300)}"` : ""}.`,
    );
  return [...waiting, ...refused];
}

const evidenceFacts = ({ action }: ItemOf<"action">, said: KeptProgress | undefined) =>
  Object.entries(said?.evidence ?? {}).map(([place, { link, note }]) => {
    const label = milestoneLabel(action, Number(place));
    return { label: label ? `Evidence (${label})` : "Evidence", value: [link, note].filter(Boolean).join(", ") };
  });

const dateFact = (action: PlanAction, today: Day) => (milestone: Milestone) => ({
  label: milestone.label ?? "Due",
  value: capital(milestoneFact(action, milestone, today)),
});

/** What is done is told where something else is still to come or late. */
const isPast = ({ milestones = [] }: PlanAction, { done }: Milestone): boolean => Boolean(done) && milestones.some((other) => !other.done);

const pastFacts = (action: PlanAction, today: Day) => (action.milestones ?? []).filter((one) => isPast(action, one)).map(dateFact(action, today));

/** What is late is told above. */
function dateFacts(action: PlanAction, today: Day, late: Milestone[]) {
  const all = action.milestones ?? [];
  const dates = all.filter((milestone) => !late.includes(milestone) && !isPast(action, milestone)).map(dateFact(action, today));
  return all.length ? dates : [{ label: "Due", value: action.timescale ? `No date; printed: ${action.timescale}` : "No date in the plan" }];
}
