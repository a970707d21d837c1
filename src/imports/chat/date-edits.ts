/** What a person may decide about the dates of a plan that was read, as functions from plan to plan. Pure. */
import { addMonths, type Day, milestoneOf, type Plan, type PlanAction, readTimescale, yearSpan } from "../../plan/index.js";
import { readPrintedDates } from "../../plan/printed-dates/index.js";
import { type Edit, inPriorities } from "./edits.js";

/** Nothing is printed for its date, or words that say that there is none yet: "TBC". The start matters to no such words. */
export const isUndated = ({ timescale, milestones, ongoing }: PlanAction): boolean =>
  !milestones?.length && !ongoing && (!timescale || readPrintedDates({ starts: "2025-04-01" }, timescale).unsure === "none");

const milestonesIn = (plan: Plan, timescale: string) => readTimescale(timescale).stamps.map((stamp) => milestoneOf(plan, stamp));

const inActions = (plan: Plan, change: (action: PlanAction) => PlanAction): Plan =>
  inPriorities(plan, (priority) => ({ ...priority, actions: priority.actions.map(change) }));

/** These actions get the end of that year, as a date that a person set: what is printed stays without one. */
export const dated =
  (ids: string[], year: number): Edit =>
  (plan) =>
    inActions(plan, (action) => (ids.includes(action.id) ? { ...action, milestones: [{ due: yearSpan(plan, year).to }] } : action));

/** The one date of an action is that day, whatever is printed. */
export const datedOn =
  (id: string, due: Day): Edit =>
  (plan) =>
    inActions(plan, (action) => (action.id === id ? { ...action, milestones: [{ ...action.milestones?.[0], due }] } : action));

/** These actions' dates are so many years later than read. */
export const yearsLater =
  (ids: string[], years: number): Edit =>
  (plan) =>
    inActions(plan, (action) =>
      ids.includes(action.id) ? { ...action, milestones: action.milestones?.map((one) => ({ ...one, due: addMonths(one.due, 12 * years) })) } : action,
    );

/** Actions without a date get that of these words, by their ids. */
export const dueAs =
  (words: Map<string, string>): Edit =>
  (plan) =>
    inActions(plan, (action) => {
      const said = words.get(action.id);
      if (!said || action.milestones?.length) return action;
      const { milestones, ongoing } = readPrintedDates(plan, said);
      return {
        ...action,
        timescale: action.timescale ?? said.slice(0, longestTimescale),
        ...(milestones.length && { milestones }),
        ...(ongoing && { ongoing }),
      };
    });

/** Leaves an action without any date. */
export const undatedAction =
  (id: string): Edit =>
  (plan) =>
    inActions(plan, (action) => (action.id === id ? { ...action, milestones: undefined } : action));

/** Stamps that were left over are further dates of that action. */
export const withStamps =
  (id: string, stamps: string): Edit =>
  (plan) =>
    inActions(plan, (action) => (action.id === id ? { ...action, milestones: [...(action.milestones ?? []), ...milestonesIn(plan, stamps)] } : action));

const longestTimescale = 400;

/** All dates of these actions are stages of the first one; the others have none. */
export const stagesOfFirst =
  ([first = "", ...others]: string[]): Edit =>
  (plan) => {
    const all = plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions)).filter(({ id }) => id === first || others.includes(id));
    const timescale = all
      .flatMap((action) => action.timescale ?? [])
      .join(" ")
      .slice(0, longestTimescale);
    const milestones = all.flatMap((action) => action.milestones ?? []);
    return inActions(plan, (action) => {
      if (action.id === first) return { ...action, timescale, milestones };
      return others.includes(action.id) ? { ...action, timescale: undefined, milestones: undefined } : action;
    });
  };
