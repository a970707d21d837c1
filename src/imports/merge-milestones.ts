import { type Milestone, milestoneOf, type Plan, type PlanAction, readTimescale } from "../plan/index.js";

/** An action with its dates, in the plan it stands in. */
interface Dated {
  plan: Pick<Plan, "starts">;
  action: PlanAction;
}

const readFromWords = ({ plan, action }: Dated): Milestone[] => readTimescale(action.timescale ?? "").stamps.map((stamp) => milestoneOf(plan, stamp));

const same = (a: Milestone[] = [], b: Milestone[] = []): boolean =>
  a.length === b.length &&
  a.every(({ due, label, ongoing }, at) => due === b[at]?.due && label === b[at]?.label && Boolean(ongoing) === Boolean(b[at]?.ongoing));

const sameStages = (a: Milestone[], b: Milestone[]): boolean => a.length === b.length && a.every(({ label }, at) => label === b[at]?.label);

const inWords = (milestones: Milestone[]): string => milestones.map(({ label, due }) => `${label ?? "its date"} (${due})`).join(", ") || "none";

/**
 * Dates that a person set stay until the printed timescale changes or the source sets dates itself; what was done stays done.
 * `why` a person should look: stages changed of which some were marked as done (`marked`: since the old plan came in).
 */
export function mergeMilestones(old: Dated, next: Dated, marked: boolean): { milestones?: Milestone[]; why?: string } {
  const had = old.action.milestones ?? [];
  const has = next.action.milestones ?? [];
  const setByPerson = !same(had, readFromWords(old));
  if (setByPerson && same(has, readFromWords(next)) && old.action.timescale === next.action.timescale) return { milestones: old.action.milestones };
  const alike = sameStages(had, has);
  const milestones = has.map((milestone, at) => {
    const was = milestone.label ? had.find(({ label }) => label === milestone.label) : alike ? had[at] : undefined;
    return was?.done ? { ...milestone, done: was.done } : milestone;
  });
  const wasMarked = marked || had.some(({ done }) => done);
  return {
    milestones: next.action.milestones && milestones,
    why: wasMarked && !alike ? `its stages were ${inWords(had)} and are now ${inWords(has)}; check which of them are marked as done` : undefined,
  };
}
