/** What a person may decide to leave as it is in the plan in force, as functions from plan to plan. Pure. */
import type { Measure, Plan, PlanAction, Priority, Theme } from "../../plan/index.js";
import { type Edit, idsOf, inPriorities, keyOf, prioritiesOf } from "./edits.js";

const actionsOf = (plan: Plan) => prioritiesOf(plan).flatMap(({ actions }) => actions);
const measuresOf = (plan: Plan) => prioritiesOf(plan).flatMap(({ measures }) => measures);

const withId = <T extends { id: string }>(items: T[], id: string): T | undefined => items.find((item) => keyOf(item.id) === keyOf(id));

const datesOf = ({ timescale, milestones }: PlanAction) => ({ timescale, milestones: milestones?.map(({ done: _, ...rest }) => rest) });

/** The words that stood in the plan before come in place of those that were read; an action's dates with them. */
export const asBefore =
  (id: string, before: Plan): Edit =>
  (plan) => {
    if (id === "plan") return { ...plan, title: before.title };
    const [theme, priority, action, measure] = [
      withId(before.themes, id),
      withId(prioritiesOf(before), id),
      withId(actionsOf(before), id),
      withId(measuresOf(before), id),
    ];
    const themes = theme ? plan.themes.map((one) => (one.id === id ? { ...one, name: theme.name, statement: theme.statement } : one)) : plan.themes;
    return inPriorities({ ...plan, themes }, (one) => ({
      ...one,
      ...(priority && one.id === id && { title: priority.title }),
      actions: one.actions.map((each) => (action && each.id === id ? { ...each, text: action.text, ...datesOf(action) } : each)),
      measures: one.measures.map((each) => (measure && each.id === id ? { ...each, text: measure.text } : each)),
    }));
  };

/** The dates of an action stay as they were in the plan before. */
export const datesBefore =
  (id: string, before: Plan): Edit =>
  (plan) => {
    const action = withId(actionsOf(before), id);
    if (!action) return plan;
    return inPriorities(plan, (one) => ({ ...one, actions: one.actions.map((each) => (each.id === id ? { ...each, ...datesOf(action) } : each)) }));
  };

/** What is kept of a theme: that item alone, or a priority or the theme with all that was under it and is nowhere else now. */
function remnant(theme: Theme, id: string, here: Set<string>): Theme | undefined {
  const isFree = (item: { id: string; retired?: boolean }) => !item.retired && !here.has(keyOf(item.id));
  const isWhole = theme.id === id;
  const priorities = theme.priorities.flatMap((priority) => {
    const all = priority.id === id || (isWhole && isFree(priority));
    const wanted = (item: { id: string; retired?: boolean }) => isFree(item) && (all || item.id === id);
    const [actions, measures] = [priority.actions.filter(wanted), priority.measures.filter(wanted)];
    return all || actions.length || measures.length ? [{ ...priority, actions, measures }] : [];
  });
  return isWhole || priorities.length ? { ...theme, priorities } : undefined;
}

const into = (priority: Priority, { actions, measures }: Pick<Priority, "actions" | "measures">): Priority => ({
  ...priority,
  actions: [...priority.actions, ...actions],
  measures: [...priority.measures, ...measures],
});

/** What the file has no longer stays in the plan, behind what is there; with its priority and theme, where those are gone too. */
export const kept =
  (id: string, before: Plan): Edit =>
  (plan) => {
    const here = idsOf(plan);
    const stays = here.has(keyOf(id)) ? undefined : before.themes.map((theme) => remnant(theme, id, here)).find((theme) => theme !== undefined);
    if (!stays) return plan;
    const apart = stays.priorities.filter((priority) => !here.has(keyOf(priority.id)));
    const joined = inPriorities(plan, (priority) => {
      const more = withId(stays.priorities, priority.id);
      return more ? into(priority, more) : priority;
    });
    if (!withId(plan.themes, stays.id))
      return apart.length || stays.id === id ? { ...joined, themes: [...joined.themes, { ...stays, priorities: apart }] } : joined;
    const themes = joined.themes.map((theme) => (keyOf(theme.id) === keyOf(stays.id) ? { ...theme, priorities: [...theme.priorities, ...apart] } : theme));
    return { ...joined, themes };
  };

/** Words that have another number now than before. */
export interface Moved {
  id: string;
  /** Actions or measures. */
  list: "actions" | "measures";
  words: string;
  /** The number they had. */
  from: string;
}

const inOrder = <T extends { id: string }>(items: T[]): T[] => [...items].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));

/** Words get the number that they had; what has it now gets theirs. Nothing where the priority of that number is not there. */
export const putBack =
  ({ id, list, words, from }: Moved, before: Plan): Edit =>
  (plan) => {
    const all = (one: Plan): (PlanAction | Measure)[] => prioritiesOf(one).flatMap((priority) => priority[list]);
    // Other words that went back to their number may have moved these meanwhile.
    const alike = all(plan).filter(({ text }) => text === words);
    const now = alike.find((item) => item.id === id) ?? alike[0];
    const other = withId(all(plan), from);
    if (!now || now === other) return plan;
    if (other)
      return inPriorities(plan, (priority) => ({
        ...priority,
        [list]: priority[list].map((item) => (item === now ? { ...other, id: now.id } : item === other ? { ...now, id: other.id } : item)),
      }));
    const home = prioritiesOf(before).find((priority) => withId<PlanAction | Measure>(priority[list], from))?.id;
    const isHome = (priority: Priority) => home !== undefined && keyOf(priority.id) === keyOf(home);
    if (!prioritiesOf(plan).some(isHome)) return plan;
    return inPriorities(plan, (priority) => {
      const rest = (priority[list] as (PlanAction | Measure)[]).filter((item) => item !== now);
      return { ...priority, [list]: isHome(priority) ? inOrder([...rest, { ...now, id: from }]) : rest };
    });
  };
