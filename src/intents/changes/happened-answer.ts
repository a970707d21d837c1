/** What happened to the plan in a stretch of time, as the first part of what changed. */
import { latestInWords, moveInWords } from "../../answers/measure-words.js";
import { milestoneFact } from "../../answers/milestones.js";
import { leadInWords, type Names, namesOf } from "../../answers/people.js";
import { stateIn } from "../../answers/plan-state.js";
import { facts, section } from "../../answers/rows.js";
import type { Scoped } from "../../answers/scope.js";
import { listed, plural, shortened } from "../../answers/wording.js";
import { leadOf } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Row, Section } from "../../shared/answer.js";
import { type DatedAction, type FigureIn, happenedIn } from "../../status/index.js";

export interface WhatHappened {
  /** "2 milestones were done, 1 date was missed and 21 figures came in: 8 better, 4 worse."; nothing when nothing did. */
  sentence: string | undefined;
  sections: Section[];
}

/** `told` are items that are told of elsewhere in the answer. */
export async function whatHappened(
  context: AnswerContext,
  scoped: Scoped,
  span: { from: string; to: string },
  told: ReadonlySet<string>,
): Promise<WhatHappened> {
  const state = await stateIn(context, scoped);
  const { done, missed, figures } = happenedIn(state, await context.recentReports(state.measures.map(({ item }) => item.id)), span);
  const names = await namesOf(context, [...done, ...missed].map(leadOf));
  const better = figures.filter(({ trend }) => trend?.verdict === "better").length;
  const worse = figures.filter(({ trend }) => trend?.verdict === "worse").length;
  const moves = [...(better ? [`${better} better`] : []), ...(worse ? [`${worse} worse`] : [])];
  const parts = [
    ...(done.length ? [`${plural(done.length, "milestone")} ${done.length === 1 ? "was" : "were"} done`] : []),
    ...(missed.length ? [`${plural(missed.length, "date")} ${missed.length === 1 ? "was" : "were"} missed or moved`] : []),
    ...(figures.length ? [`${plural(figures.length, "figure")} came in${moves.length ? `, ${moves.join(" and ")} than before` : ""}`] : []),
  ];
  const fresh = <T extends { id: string }>(all: T[]) => all.filter(({ id }) => !told.has(id));
  return {
    sentence: parts.length ? `${listed(parts)}.` : undefined,
    sections: [
      ...section("Done", fresh(done), (one) => datedRow(one, context, names)),
      ...section("Missed or moved", fresh(missed), (one) => datedRow(one, context, names)),
      ...section(
        "Figures that came in",
        figures.filter(({ item }) => !told.has(item.id)),
        (one) => figureRow(one, context),
      ).map((one) => ({ ...one, fold: `Show ${plural(figures.filter(({ item }) => !told.has(item.id)).length, "figure")}` })),
    ],
  };
}

function datedRow(one: DatedAction, { today }: AnswerContext, names: Names): Row {
  const lead = leadInWords(one, names);
  const { action, milestone } = one;
  return {
    id: one.id,
    text: shortened(milestone.label ? `${milestone.label}: ${action.text}` : action.text, 100),
    detail: facts(`Due ${milestoneFact(action, milestone, today)}`, lead && `Lead: ${lead}`),
  };
}

function figureRow({ item, figure, before }: FigureIn, { plan }: AnswerContext): Row {
  return {
    id: item.id,
    text: shortened(item.measure.text, 100),
    detail: facts(latestInWords(plan, item.measure, figure), before && moveInWords(plan, item.measure, figure, before)),
  };
}
