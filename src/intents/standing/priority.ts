/** How one priority stands: why, what is due next, who leads it; its actions and measures folded. One read of progress, one of figures. */

import { answerIn, ask, suggest } from "../../answers/answer-text.js";
import { concernRow } from "../../answers/concerns.js";
import { measureRow } from "../../answers/measure-words.js";
import { datedOf, milestoneFact, milestoneName } from "../../answers/milestones.js";
import { type Names, namesOf } from "../../answers/people.js";
import { standsBecause } from "../../answers/reasons.js";
import { actionRow, section } from "../../answers/rows.js";
import { type Acting, actingOf, eyebrowOf, hasLead, measuresIn, titleOf } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { notReported, withoutStatuses } from "../../answers/unreliable.js";
import { notedFirst, progressOf, whySo } from "../../answers/why-so.js";
import { listedUpTo, plural, rollupBadge } from "../../answers/wording.js";
import { type ItemOf, isSilent, leadersOfPriority, leadOf, openMilestones, priorityRollup } from "../../plan/index.js";
import type { AnswerContext, PriorityState } from "../../request/answer-context.js";
import type { Answer, Section } from "../../shared/answer.js";
import { actionConcern } from "../../status/index.js";
import type { StandingArgs } from "./args.js";
import { askedAnswer, notCovered } from "./asked.js";

/** How a priority stands and why; its actions and measures are behind buttons. */
export async function priorityStatus(item: ItemOf<"priority">, args: StandingArgs, context: AnswerContext): Promise<Answer> {
  const measures = measuresIn(context, item);
  const [standing, figures] = await Promise.all([context.priority(item.id), context.recent(measures.map(({ id }) => id))]);
  const acting = actingOf([standing]);
  const names = await namesOf(context, [standing.priority.lead, ...acting.map(leadOf)]);
  const { today } = context;
  const badge = rollupBadge(priorityRollup(standing.priority, today));
  const newest = [...figures.values()].flatMap(([figure]) => figure ?? []);
  const why = whySo(standing, today);
  const causes = args.why ? causesOf(acting, context, names) : [];
  return answerIn("standing", {
    carried: args.carried,
    eyebrow: eyebrowOf(item),
    title: titleOf(item),
    badge,
    lead: [
      ...notCovered(item.id, args.unknown),
      ...(args.asked && !args.why ? [askedAnswer(`${standsBecause(standing, today)}.`, badge, args.asked)] : []),
      ...(causes.length ? why.slice(0, 1) : why),
    ],
    facts: factsOf(standing, acting, { today, names }),
    ...(!args.why && { progress: progressOf(acting.map(({ action }) => action)) }),
    sections: args.why && causes.length ? causes : parts(acting, measures, figures, { context, told: notedFirst(standing, today)?.id }),
    gaps: [
      ...(args.why ? unexplained(acting, context) : gapsOf(standing, measures.length, newest.length)),
      // That nobody has said anything stands above.
      ...(isSilent(acting.map(({ action }) => action)) ? notReported(acting) : withoutStatuses(acting)),
    ],
    sources: sourcesOf(context, { said: saidOf(acting), figures: args.why ? [] : newest }),
    suggestions: suggestions(item, standing, {
      today,
      why: args.why,
      mayAct: !context.shared && leadersOfPriority(item.priority).includes(context.asker.email?.toLowerCase() ?? ""),
    }),
  });
}

/** Both lists, each behind a button that says how long it is. */
function parts(
  acting: Acting[],
  measures: ItemOf<"measure">[],
  figures: Awaited<ReturnType<AnswerContext["recent"]>>,
  { context: { plan, today }, told }: { context: AnswerContext; told: string | undefined },
): Section[] {
  const folded = (sections: Section[], fold: string) => sections.map((one) => ({ ...one, fold: `Show ${fold}` }));
  return [
    ...folded(
      section("Actions", acting, (each) => actionRow(each, today, { note: each.id !== told, ownLead: true })),
      plural(acting.length, "action"),
    ),
    ...folded(
      section("Measures", measures, (measure) => measureRow(plan, measure, figures.get(measure.id))),
      plural(measures.length, "measure"),
    ),
  ];
}

const isHeld = ({ concerns }: ReturnType<typeof actionConcern>) =>
  concerns.some(({ kind }) => kind === "overdue" || kind === "off-track" || kind === "at-risk");

const heldOf = (acting: Acting[], { today }: Pick<AnswerContext, "today">) =>
  acting
    .map((one) => actionConcern(one, { today }))
    .filter(isHeld)
    .sort((a, b) => b.severity - a.severity);

/** What holds it back, the most serious first, each with its note and its lead. */
const causesOf = (acting: Acting[], context: AnswerContext, names: Names): Section[] =>
  section("What holds it back", heldOf(acting, context), (one) => concernRow(one, context.today, names, one.priority.lead));

function unexplained(acting: Acting[], context: AnswerContext): string[] {
  const silent = heldOf(acting, context).filter(({ action }) => !action.note);
  return silent.length
    ? [
        `Nobody has noted a reason on ${listedUpTo(
          silent.map(({ id }) => id),
          6,
        )}.`,
      ]
    : [];
}

function factsOf({ priority }: PriorityState, acting: Acting[], { today, names }: { today: string; names: Names }) {
  const [next] = datedOf(acting, openMilestones).filter(({ milestone }) => milestone.due >= today);
  return [
    ...(next ? [{ label: "Next date", value: `${milestoneName(next.id, next.milestone)}: ${milestoneFact(next.action, next.milestone, today)}` }] : []),
    { label: "Lead", value: priority.lead ? names(priority.lead) : (priority.leadAs ?? "Nobody named") },
  ];
}

function gapsOf({ priority }: PriorityState, measures: number, withFigures: number): string[] {
  const silent = measures - withFigures;
  return [
    ...(hasLead(priority) ? [] : [`The plan names no lead for ${priority.id}.`]),
    ...(silent
      ? [measures === 1 ? "Its measure has no figure yet." : `${silent} of ${plural(measures, "measure")} ${silent === 1 ? "has" : "have"} no figure yet.`]
      : []),
  ];
}

function suggestions(
  { id, theme }: ItemOf<"priority">,
  { priority }: PriorityState,
  { today, why, mayAct }: { today: string; why?: boolean; mayAct: boolean },
) {
  const rollup = priorityRollup(priority, today);
  const inTrouble = rollup === "red" || rollup === "amber";
  return [
    ...suggest(mayAct && "My actions"),
    ...(!why && inTrouble ? [ask(`Why is it ${rollup}?`, `Why is ${id} ${rollup}?`)] : []),
    ...(why ? [ask("All of it", `How is ${id} doing?`)] : [ask("What changed in it", `What changed in ${id} in the last 90 days?`)]),
    ask(theme.name.length > 20 ? "Its theme" : `${theme.name} as a whole`, `How is ${theme.name} doing?`),
  ].slice(0, 3);
}
