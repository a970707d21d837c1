/** What to know before a meeting. */

import { answerIn, suggest } from "../../answers/answer-text.js";
import { concernCounts, concernSentence } from "../../answers/concerns.js";
import { latestInWords, moveInWords, targetInWords } from "../../answers/measure-words.js";
import { leadInWords, type Names, namesOf } from "../../answers/people.js";
import { actionScope, stateIn } from "../../answers/plan-state.js";
import { rolledUpBecause, rollupOf, standsBecause } from "../../answers/reasons.js";
import { facts } from "../../answers/rows.js";
import { isAsker, nameOf, priorityStatesIn, type Scoped } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { figureSentences } from "../../answers/totals.js";
import { withoutDates, withoutStatuses } from "../../answers/unreliable.js";
import { capital, listed, plural, rollupInWords, shortened } from "../../answers/wording.js";
import { actionBadge, type Day, dayInWords, leadOf } from "../../plan/index.js";
import type { AnswerContext, PriorityState } from "../../request/answer-context.js";
import type { Window } from "../../request/args.js";
import { fileVerb } from "../../request/report-maker.js";
import type { Answer, Press, Row } from "../../shared/answer.js";
import { type ActionConcern, attention, goodNews, type MeasureConcern, type PlanState, planTotals } from "../../status/index.js";
import { likelyQuestions } from "./likely-questions.js";

const mostPoints = 3;

interface Asked {
  scope?: string | undefined;
  person?: string | undefined;
  window?: Window | undefined;
  committee?: boolean | undefined;
  carried?: string | undefined;
}

/** A headline, the points that matter with reasons, likely questions with their answers, and the way to the report. */
export async function briefing({ scope, person, window, committee, carried }: Asked, context: AnswerContext): Promise<Answer> {
  const scoped = actionScope(context, scope);
  const own = person ? await stateIn(context, scoped, person) : undefined;
  const state = own?.actions.length ? own : await stateIn(context, scoped);
  const personal = person && own?.actions.length ? `, led by ${isAsker(context, person) ? "you" : person}` : "";
  const priorityStates = await priorityStatesIn(context, scoped);
  const found = attention(state);
  const points = found.actions.slice(0, mostPoints);
  const names = await namesOf(context, points.map(leadOf));
  const day = window && window.from === window.to && window.from >= context.today ? window.from : undefined;
  const meeting = day ?? (committee ? (await context.committeeDays()).find((each) => each >= context.today) : undefined);
  return answerIn("rows", {
    carried,
    title: `Briefing on ${nameOf(scoped)}${personal}${committee ? " for the committee" : meeting ? " for the meeting" : ""}${meeting ? ` on ${dayInWords(meeting)}` : ""}`,
    lead: [
      headline(context, scoped, priorityStates),
      ...(found.actions.length ? [`${capital(listed(concernCounts(found.actions, context.today)))}.`] : []),
      ...figureSentences(planTotals(state)),
    ],
    sections: [
      {
        heading: "What matters",
        rows: [
          ...(points.length ? points.map((one) => pointRow(one, context.today, names)) : [{ id: "", text: "Nothing is overdue, off track or at risk." }]),
          ...measurePoint(found.measures, context),
          ...goodPoint(state),
        ],
      },
      {
        heading: "You may be asked",
        fold: "Show likely questions",
        rows: likelyQuestions({ state, found, names, today: context.today, until: meeting ?? window?.to }),
      },
    ],
    ...(!context.shared && { presses: [reportPress(scoped, window && window.from <= context.today ? window : undefined, committee)] }),
    gaps: [...withoutStatuses(state.actions), ...withoutDates(state.actions)],
    sources: sourcesOf(context, { said: saidOf(state.actions), figures: state.measures.flatMap(({ newest }) => newest ?? []) }),
    suggestions: suggest(points[0] && `How is ${points[0].id} doing?`, "Recent changes", "What is overdue?"),
  });
}

function headline(context: AnswerContext, scoped: Scoped, priorityStates: PriorityState[]): string {
  const [only] = priorityStates;
  if (scoped.type === "priority" && only) return `${standsBecause(only, context.today)}.`;
  if (scoped.type === "action") {
    const acting = only?.priority.actions.find(({ id }) => id === scoped.id) ?? scoped.action;
    return `${scoped.id} is ${actionBadge(acting).word.toLowerCase()}.`;
  }
  const parts = priorityStates.map((standing) => ({ name: standing.priority.id, rollup: rollupOf(standing, context.today) }));
  const all = priorityStates.length === 1 && only ? rollupInWords(rollupOf(only, context.today)) : undefined;
  return all ? `${capital(nameOf(scoped))} is ${all}.` : rolledUpBecause(capital(nameOf(scoped)), parts, "priorities");
}

function pointRow(one: ActionConcern, today: Day, names: Names): Row {
  const lead = leadInWords(one, names);
  return {
    id: one.id,
    text: shortened(one.action.text, 80),
    detail: facts(
      capital(concernSentence(one, today)),
      one.action.note ? `Why: ${shortened(one.action.note, 140)}` : "No reason noted",
      lead && `Lead: ${lead}`,
    ),
  };
}

/** The first figure that got worse or misses its target. */
function measurePoint(measures: readonly MeasureConcern[], { plan }: AnswerContext): Row[] {
  const one = measures.find(({ kind }) => kind !== "late");
  if (!one?.status.newest) return [];
  const { item, newest, before } = one.status;
  const move = before && moveInWords(plan, item.measure, newest, before);
  return [
    {
      id: item.id,
      text: shortened(item.measure.text, 80),
      detail: facts(latestInWords(plan, item.measure, newest), move, targetInWords(item.measure, newest)),
    },
  ];
}

function goodPoint(state: PlanState): Row[] {
  const { milestones, complete, targetsMet } = goodNews(state);
  const [done] = milestones;
  const parts = [
    ...(done ? [`${done.id} was done on ${dayInWords(done.done)}`] : complete[0] ? [`${complete[0].id} is complete`] : []),
    ...(targetsMet.length ? [`${plural(targetsMet.length, "target is", "targets are")} met`] : []),
  ];
  return parts.length ? [{ id: "", text: `Good news: ${listed(parts)}.` }] : [];
}

const reportPress = (scoped: Scoped, window: Window | undefined, committee: boolean | undefined): Press => ({
  label: "Report as a Word file",
  verb: fileVerb,
  data: {
    ...(scoped.type !== "plan" && scoped.type !== "action" && scoped.type !== "measure" && { scope: scoped.id }),
    ...(window && { window }),
    ...(committee && { committee }),
    format: "docx",
  },
  alone: true,
});
