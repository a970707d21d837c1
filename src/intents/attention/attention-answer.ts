/** What needs attention, the most serious first: of the plan, a part of it or one person. Shared by the intents that ask for it. */

import { isManager } from "../../answers/allowed.js";
import { answerIn, suggest } from "../../answers/answer-text.js";
import { concernCounts, concernRow } from "../../answers/concerns.js";
import { measureRow } from "../../answers/measure-words.js";
import { namesOf, whoseInWords } from "../../answers/people.js";
import { actionScope, stateIn } from "../../answers/plan-state.js";
import { actionRow } from "../../answers/rows.js";
import { isAsker } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { figureSentences } from "../../answers/totals.js";
import { withoutDates, withoutStatuses } from "../../answers/unreliable.js";
import { capital, inWindow, listed } from "../../answers/wording.js";
import { dayInWords, isSaid, leadOf, openMilestones, unreportedMilestones } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Window } from "../../request/args.js";
import type { Answer, Section } from "../../shared/answer.js";
import { type ActionConcern, attention, type PlanState, planTotals } from "../../status/index.js";

const mostActions = 5;
const mostMeasures = 4;

export interface AttentionAsked {
  scope?: string | undefined;
  person?: string | undefined;
  window?: Window | undefined;
  carried?: string | undefined;
  /** Only so many, and only actions. */
  top?: number | undefined;
}

/** What needs attention, the most serious first; a person's own where they lead something, the whole plan otherwise. */
export async function attentionAnswer(asked: AttentionAsked, context: AnswerContext): Promise<Answer> {
  const { person, window, carried, top } = asked;
  const scoped = actionScope(context, asked.scope);
  const own = person ? await stateIn(context, scoped, person) : undefined;
  // A manager's is the whole plan, also where they lead something in it.
  const whole = isManager(context) && person !== undefined && isAsker(context, person) && scoped.type === "plan";
  const leadsNothing = own && !own.actions.length && !own.measures.length;
  const state = own && !leadsNothing && !whole ? own : await stateIn(context, scoped);
  const found = attention(state);
  const dated = window ? found.actions.filter((one) => fallsIn(one, window)) : found.actions;
  const actions = dated.length ? dated : found.actions;
  const shown = actions.slice(0, top ?? mostActions);
  const unreported = top ? [] : state.actions.filter(({ action }) => unreportedMilestones(action).length);
  // Late figures and targets are counted; which got worse is news.
  const worse = top ? [] : found.measures.filter(({ kind }) => kind === "worse");
  const measures = worse.slice(0, mostMeasures);
  const names = await namesOf(context, [person?.toLowerCase(), ...shown.map(leadOf)]);
  const whose = whoseInWords(context, scoped, leadsNothing || whole ? undefined : person, names);
  return answerIn("rows", {
    carried,
    title: top ? `The ${shown.length > 1 ? `${shown.length} most serious` : "most serious thing"}${whose || " in the plan"}` : `What needs attention${whose}`,
    lead: [
      ...(leadsNothing && person && !whole
        ? [`${isAsker(context, person) ? "You lead" : `${names(person.toLowerCase())} leads`} nothing${whose || " in the plan"}, so this is about all of it.`]
        : []),
      ...(window && !dated.length && actions.length ? [`Nothing with a date ${inWindow(window)} is in trouble, so here is what is, whatever its date.`] : []),
      ...headline(actions, state, whose),
      ...figureSentences(planTotals(state)),
    ],
    sections: [
      ...sectionOf("", shown, actions.length, (one) => concernRow(one, context.today, names)),
      ...sectionOf("Not yet reported", unreported.slice(0, mostActions), unreported.length, (one) => actionRow(one, context.today)),
      ...sectionOf("Figures that got worse", measures, worse.length, ({ status: { item, newest, before } }) =>
        measureRow(
          context.plan,
          item,
          [newest, before].filter((one) => one !== undefined),
        ),
      ).map((one) => ({ ...one, fold: worse.length === 1 ? "Show the worse figure" : `Show ${worse.length} worse figures` })),
    ],
    gaps: [...withoutStatuses(state.actions), ...withoutDates(state.actions)],
    sources: sourcesOf(context, { said: saidOf(shown), figures: measures.flatMap(({ status }) => status.newest ?? []) }),
    suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, "Who has not reported?", "What is due in the next 28 days?"),
  });
}

/** Whether one of its dates that are of concern, or its next date, is in a stretch of time. */
function fallsIn({ concerns, action }: ActionConcern, { from, to }: Window): boolean {
  const dates = [...concerns.flatMap((one) => ("milestone" in one ? [one.milestone.due] : [])), ...openMilestones(action).map(({ due }) => due)];
  return dates.some((due) => due >= from && due <= to);
}

function sectionOf<T>(heading: string, shown: T[], all: number, toRow: (one: T) => Section["rows"][number]): Section[] {
  if (!shown.length) return [];
  const hidden = all - shown.length;
  return [{ heading, rows: shown.map(toRow), ...(hidden > 0 && { more: `and ${hidden} more` }) }];
}

function headline(actions: ActionConcern[], { actions: all, today }: PlanState, whose: string): string[] {
  const counts = concernCounts(actions, today);
  if (counts.length) return [`${capital(listed(counts))}.`];
  const next = all
    .flatMap(({ action }) => openMilestones(action))
    .filter(({ due }) => due >= today)
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const silent = all.length > 0 && !all.some(({ action }) => isSaid(action));
  return [
    silent
      ? `Nothing is known to be in trouble${whose || " in the plan"}, but nobody has reported yet how anything is going.`
      : `As far as anyone has reported, all is well${whose || " in the plan"}: no date has been missed, and no action is off track or at risk.`,
    ...(next ? [`The next date is ${dayInWords(next.due)}.`] : []),
  ];
}
