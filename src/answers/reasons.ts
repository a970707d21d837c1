/** Why a priority, theme or plan stands as it does, a sentence each. Names only colours that something in the answer has. Pure. */
import type { Day, Milestone, PlanAction, Rollup, Status } from "../plan/index.js";
import { actionsIn, overdueMilestones, priorityRollup, rollUp, statusOf, toldStatusOf, toldWorstFirst } from "../plan/index.js";
import type { PriorityState } from "../request/answer-context.js";
import { milestoneSentence } from "./milestones.js";
import { listed, plural, rollupInWords, shortened, statusInWords } from "./wording.js";

/** "2 on track (green), 1 complete (blue)": how many have each status, zeros left out. */
export function tally<T extends string>(found: T[], order: readonly T[], inWords: (one: T) => string): string {
  const counted = order.map((one) => ({ one, count: found.filter((each) => each === one).length })).filter(({ count }) => count);
  return counted.map(({ one, count }) => `${count} ${inWords(one)}`).join(", ");
}

export const rollupsWorstFirst: readonly Rollup[] = ["red", "amber", "green", "complete", "not-started", "unreported"];

/** "3 on track (green), 1 at risk (amber)": how many actions have which status, the worst first. */
export const actionTally = (actions: PlanAction[]): string => tally(actions.map(toldStatusOf), toldWorstFirst, statusInWords);
/** The same of priorities or themes, by what their actions come to. */
export const rollupTally = (found: Rollup[]): string => tally(found, rollupsWorstFirst, rollupInWords);

/** What a priority's actions come to on a day, with what was said of them since the import. */
export const rollupOf = ({ priority }: PriorityState, today: Day): Rollup => priorityRollup(priority, today);

/** Half a sentence for a priority whose actions were never reported on. */
export const nobodyHasSaid = ({ length }: PlanAction[]): string =>
  length === 1 ? "nobody has said yet how its one action stands" : `nobody has said yet how its ${length} actions stand`;

/** The short cause: "because 1 milestone is overdue and 2 actions are off track (red)". */
function causeOf({ priority }: PriorityState, today: Day): string {
  const actions = actionsIn(priority);
  const having = (status: Status) => actions.filter((action) => statusOf(action) === status).length;
  const overdue = actions.flatMap((action) => overdueMilestones(action, today)).length;
  const are = (count: number, words: string) => `${count} ${count === 1 ? "action is" : "actions are"} ${words}`;
  switch (priorityRollup(priority, today)) {
    case "red":
      return ` because ${listed([
        ...(overdue ? [`${plural(overdue, "milestone")} ${overdue === 1 ? "is" : "are"} overdue`] : []),
        ...(having("off-track") ? [are(having("off-track"), statusInWords("off-track"))] : []),
      ])}`;
    case "amber":
      return ` because ${are(having("at-risk"), statusInWords("at-risk"))}`;
    case "green":
      return ": work has begun and every date so far has been met";
    case "complete":
      return `: of its ${plural(actions.length, "action")}, ${actionTally(actions)}`;
    case "not-started":
      return actions.length ? `: of its ${plural(actions.length, "action")}, none has begun` : ": the plan gives it no actions";
    case "unreported":
      return `: ${nobodyHasSaid(actions)}`;
  }
}

/** "2.3 is off track (red) because 1 milestone is overdue" with no full stop. */
export const standsBecause = (standing: PriorityState, today: Day): string =>
  `${standing.priority.id} is ${rollupInWords(rollupOf(standing, today))}${causeOf(standing, today)}`;

const withNote = (sentence: string, note: string | undefined, most: number): string => (note ? `${sentence} Note: "${shortened(note, most)}"` : sentence);

/** With the status, unless the sentence says already that it has not started. */
function lateSentence(action: PlanAction, milestone: Milestone, today: Day): string {
  const sentence = milestoneSentence(action, milestone, today);
  return milestone.ongoing ? sentence : `${sentence} It is ${statusInWords(statusOf(action))}.`;
}

/** What holds a priority back, worst first: overdue milestones, then actions off track, then at risk; with their notes. */
export function holdUps({ priority }: PriorityState, today: Day): string[] {
  const actions = actionsIn(priority);
  const overdue = actions.flatMap((action) => overdueMilestones(action, today).map((milestone) => ({ milestone, action })));
  const late = overdue
    .sort((a, b) => (a.milestone.due < b.milestone.due ? -1 : 1))
    .map(({ milestone, action }) => withNote(lateSentence(action, milestone, today), action.note, 200));
  const told = new Set(overdue.map(({ action }) => action.id));
  const slow = (["off-track", "at-risk"] as const).flatMap((status) =>
    actions
      .filter((action) => statusOf(action) === status && !told.has(action.id))
      .map((action) => withNote(`${action.id} is ${statusInWords(status)}.`, action.note, 200)),
  );
  return [...late, ...slow];
}

/** A theme's or the plan's status, worked out from its parts' (ids or names). */
export function rolledUpBecause(name: string, parts: { name: string; rollup: Rollup }[], noun: string): string {
  const whole = rollUp(parts.map(({ rollup }) => rollup));
  const like = parts.filter(({ rollup }) => rollup === whole).map((part) => part.name);
  if (!parts.length) return `${name} is ${rollupInWords(whole)}: nothing stands under it.`;
  if (!like.length) return `${name} is ${rollupInWords(whole)}: ${rollupTally(parts.map(({ rollup }) => rollup))}.`;
  if (like.length === parts.length)
    return `${name} is ${rollupInWords(whole)}, as ${parts.length === 1 ? "its only" : `all its ${parts.length}`} ${noun} ${parts.length === 1 ? "is" : "are"}.`;
  return `${name} is ${rollupInWords(whole)} because ${like.length} of its ${parts.length} ${noun} ${like.length === 1 ? "is" : "are"}: ${listed(like)}.`;
}
