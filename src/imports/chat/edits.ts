/** What a person may decide about the words and items of a plan that was read, as functions from plan to plan. Pure. */

import type { Measure, Plan, Priority, Status } from "../../plan/index.js";
import { withInferred } from "../../plan-import/index.js";

export type Edit = (plan: Plan) => Plan;

/** The plan with each of its priorities changed; nothing is edited in place. */
export const inPriorities = (plan: Plan, change: (priority: Priority) => Priority): Plan => ({
  ...plan,
  themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(change) })),
});

/** Ids are compared in small letters. */
export const keyOf = (id: string): string => id.toLowerCase();

/** Every priority of a plan file in printed order, retired ones too. */
export const prioritiesOf = (plan: Plan): Priority[] => plan.themes.flatMap(({ priorities }) => priorities);

/** Ids of everything in a plan, what is retired too, in lower case. */
export const idsOf = (plan: Plan): Set<string> => {
  const priorities = prioritiesOf(plan);
  return new Set([...plan.themes, ...priorities, ...priorities.flatMap(({ actions, measures }) => [...actions, ...measures])].map(({ id }) => keyOf(id)));
};

/** Gives an action a status. */
export const withStatus =
  (ids: string[], status: Status): Edit =>
  (plan) =>
    inPriorities(plan, (one) => ({ ...one, actions: one.actions.map((action) => (ids.includes(action.id) ? { ...action, status } : action)) }));

const LONGEST_LEAD = 400;

/** Actions without a lead get these words as theirs, by their ids. */
export const ledAs =
  (words: Map<string, string>): Edit =>
  (plan) =>
    inPriorities(plan, (one) => ({
      ...one,
      actions: one.actions.map((action) => {
        const said = words.get(action.id)?.trim().slice(0, LONGEST_LEAD);
        return said && !action.lead && !action.leadAs ? { ...action, leadAs: said } : action;
      }),
    }));

/** Without that item and all that stands under it. */
export const leftOut =
  (id: string): Edit =>
  (plan) => {
    const stays = (item: { id: string }) => item.id !== id;
    const themes = plan.themes.filter(stays).map((theme) => ({ ...theme, priorities: theme.priorities.filter(stays) }));
    return inPriorities({ ...plan, themes }, (priority) => ({
      ...priority,
      actions: priority.actions.filter(stays),
      measures: priority.measures.filter(stays),
    }));
  };

/** The number that the same words had under that priority before, else the next one that nothing has or had. */
function idFor(words: string, list: "actions" | "measures", { plan, before, priority }: { plan: Plan; before?: Plan; priority: Priority }): string {
  const taken = idsOf(plan);
  const known = (before ? prioritiesOf(before) : []).find(({ id }) => keyOf(id) === keyOf(priority.id))?.[list].find(({ text }) => text === words);
  if (known && !taken.has(keyOf(known.id))) return known.id;
  for (const id of before ? idsOf(before) : []) taken.add(id);
  let number = priority[list].length + 1;
  const numbered = () => `${priority.id}.${list === "measures" ? "m" : ""}${number}`;
  while (taken.has(keyOf(numbered()))) number++;
  return numbered();
}

type Under = (priorityId: string, words: string, before?: Plan) => Edit;

/** The words as the last action, or the last measure, of a priority. */
export const withAction: Under = (priorityId, words, before) => (plan) =>
  inPriorities(plan, (priority) =>
    priority.id === priorityId
      ? { ...priority, actions: [...priority.actions, { id: idFor(words, "actions", { plan, before, priority }), text: words }] }
      : priority,
  );

/** Adds words to the measures of a priority; the id is the one that they had `before`, where they were a measure then. */
export const withMeasure: Under = (priorityId, words, before) => (plan) =>
  inPriorities(plan, (priority) =>
    priority.id === priorityId
      ? { ...priority, measures: [...priority.measures, withInferred({ id: idFor(words, "measures", { plan, before, priority }), text: words })] }
      : priority,
  );

/** The action stands as the last measure of its priority from then on. */
export const asMeasure =
  (id: string, before?: Plan): Edit =>
  (plan) => {
    const home = prioritiesOf(plan).find(({ actions }) => actions.some((action) => action.id === id));
    const text = home?.actions.find((action) => action.id === id)?.text;
    return home && text ? withMeasure(home.id, text, before)(leftOut(id)(plan)) : plan;
  };

/** Gives the plan a title. */
export const titled =
  (title: string): Edit =>
  (plan) => ({ ...plan, title });

/** Gives a theme a name, and a statement where one is given; it counts as inferred no longer. */
export const named =
  (themeId: string, name: string, statement?: string): Edit =>
  (plan) => ({
    ...plan,
    themes: plan.themes.map(({ inferred, ...theme }) =>
      theme.id === themeId ? { ...theme, name, ...(statement && { statement }) } : { ...theme, ...(inferred && { inferred }) },
    ),
  });

const longestNote = 4_000;

/** Words as the notes of actions that have none, by the actions' ids. */
export const noted =
  (notes: Map<string, string>): Edit =>
  (plan) =>
    inPriorities(plan, (priority) => ({
      ...priority,
      actions: priority.actions.map((action) => {
        const note = action.note ?? notes.get(action.id)?.slice(0, longestNote);
        return note ? { ...action, note } : action;
      }),
    }));

const inMeasures =
  (change: (measure: Measure) => Measure): Edit =>
  (plan) =>
    inPriorities(plan, (priority) => ({ ...priority, measures: priority.measures.map(change) }));

/** What was read from the words of measures counts as said. */
export const inferredRight: Edit = inMeasures(({ inferred: _, ...measure }) => measure);

/** Measures whose kind was read from their words are told in words, until somebody sets them up; not where a value says more. */
export const inferredInWords: Edit = inMeasures((measure) => {
  const hasValue = measure.figures?.length || measure.baseline !== undefined || measure.target !== undefined;
  return measure.inferred?.includes("kind") && !hasValue ? { ...measure, kind: "narrative" } : measure;
});
