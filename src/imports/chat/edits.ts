/** What a person may decide about a plan that was read, as functions from plan to plan. Pure. */
import { withInferred } from "../../plan/import/index.js";
import { milestoneOf, type Plan, type PlanAction, type Priority, readTimescale } from "../../plan/index.js";

export type Edit = (plan: Plan) => Plan;

const inPriorities = (plan: Plan, change: (priority: Priority) => Priority): Plan => ({
  ...plan,
  themes: plan.themes.map((theme) => ({ ...theme, priorities: theme.priorities.map(change) })),
});

export const leftOut =
  (id: string): Edit =>
  (plan) =>
    inPriorities(plan, (priority) => ({
      ...priority,
      actions: priority.actions.filter((action) => action.id !== id),
      measures: priority.measures.filter((measure) => measure.id !== id),
    }));

/** Stands as the last measure of its priority from then on. */
export const asMeasure =
  (id: string): Edit =>
  (plan) =>
    inPriorities(plan, (priority) => {
      const action = priority.actions.find((one) => one.id === id);
      if (!action) return priority;
      const measure = withInferred({ id: `${priority.id}.m${priority.measures.length + 1}`, text: action.text });
      return { ...priority, actions: priority.actions.filter((one) => one !== action), measures: [...priority.measures, measure] };
    });

export const isUndated = ({ timescale, milestones }: PlanAction): boolean => !timescale && !milestones?.length;

/** The actions of a priority that have no date get the end of that year. */
export const dated =
  (priorityId: string, year: string): Edit =>
  (plan) => {
    const timescale = `Year ${year}`;
    const milestones = readTimescale(timescale).stamps.map((stamp) => milestoneOf(plan, stamp));
    return inPriorities(plan, (priority) =>
      priority.id === priorityId
        ? { ...priority, actions: priority.actions.map((action) => (isUndated(action) ? { ...action, timescale, milestones } : action)) }
        : priority,
    );
  };

export const named =
  (themeId: string, name: string): Edit =>
  (plan) => ({
    ...plan,
    themes: plan.themes.map(({ inferred, ...theme }) => (theme.id === themeId ? { ...theme, name } : { ...theme, ...(inferred && { inferred }) })),
  });

const allOf = (plan: Plan) => plan.themes.flatMap(({ priorities }) => priorities);
const actionsOf = (plan: Plan) => allOf(plan).flatMap(({ actions }) => actions);
const measuresOf = (plan: Plan) => allOf(plan).flatMap(({ measures }) => measures);

const withId = <T extends { id: string }>(items: T[], id: string): T | undefined => items.find((item) => item.id.toLowerCase() === id.toLowerCase());

/** The words that stood in the plan before come in place of those that were read. */
export const asBefore =
  (id: string, before: Plan): Edit =>
  (plan) => {
    if (id === "plan") return { ...plan, title: before.title };
    const [theme, priority, action, measure] = [
      withId(before.themes, id),
      withId(allOf(before), id),
      withId(actionsOf(before), id),
      withId(measuresOf(before), id),
    ];
    const themes = theme ? plan.themes.map((one) => (one.id === id ? { ...one, name: theme.name, statement: theme.statement } : one)) : plan.themes;
    return inPriorities({ ...plan, themes }, (one) => ({
      ...one,
      ...(priority && one.id === id && { title: priority.title }),
      actions: one.actions.map((each) =>
        action && each.id === id
          ? { ...each, text: action.text, timescale: action.timescale, milestones: action.milestones?.map(({ done: _, ...rest }) => rest) }
          : each,
      ),
      measures: one.measures.map((each) => (measure && each.id === id ? { ...each, text: measure.text } : each)),
    }));
  };

const isUnder = (priority: Priority, id: string): boolean => priority.actions.some((one) => one.id === id) || priority.measures.some((one) => one.id === id);

/** The priority of an action or measure that the plan has no longer, where that is still read. */
export const homeOf = (id: string, before: Plan, plan: Plan): Priority | undefined => {
  const home = allOf(before).find((priority) => isUnder(priority, id));
  return home && withId(allOf(plan), home.id);
};

/** What the file has no longer stays in the plan, behind the others of its priority. */
export const kept =
  (id: string, before: Plan): Edit =>
  (plan) => {
    const [home, action, measure] = [homeOf(id, before, plan), withId(actionsOf(before), id), withId(measuresOf(before), id)];
    return inPriorities(plan, (priority) => {
      if (priority.id !== home?.id) return priority;
      return {
        ...priority,
        actions: action ? [...priority.actions, { ...action, retired: undefined }] : priority.actions,
        measures: measure ? [...priority.measures, { ...measure, retired: undefined }] : priority.measures,
      };
    });
  };
