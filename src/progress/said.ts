/** What somebody says of an action, and what it makes of what is kept: the facts afterwards and the parts of the change. Pure. */

import type { ChangePart } from "../audit/index.js";
import { type Day, type Milestone, type PlanAction, type Status, statusOf, toldStatusOf } from "../plan/index.js";
import type { Answered, Asked, Evidence, Facts } from "./progress.js";
import { withProgress } from "./progress.js";

export interface Said {
  facts: Facts;
  /** Nothing when nothing is different. */
  parts: ChangePart[];
}

/** `from` and `to` that are undefined or empty are left out; nothing when they are alike. */
function part(item: string, what: string, from: string | undefined, to: string | undefined, which?: string): ChangePart[] {
  if ((from || undefined) === (to || undefined)) return [];
  return [{ item, what, ...(which && { which }), ...(from && { from }), ...(to && { to }) }];
}

/** A copy of the places with one set, or taken away when there is nothing to set; nothing when none is left. */
function placed<T>(all: Record<string, T> | undefined, place: number, value: NoInfer<T> | undefined): Record<string, T> | undefined {
  const { [String(place)]: _, ...others } = all ?? {};
  const next = value === undefined ? others : { ...others, [String(place)]: value };
  return Object.keys(next).length ? next : undefined;
}

/** "Pilot", or "date 2" of several without labels; nothing for an only one. */
export function milestoneLabel({ milestones = [] }: Pick<PlanAction, "milestones">, place: number): string | undefined {
  return milestones[place]?.label ?? (milestones.length > 1 ? `date ${place + 1}` : undefined);
}

/** By its place in the action's list; 0 is the first. */
export const milestoneAt = (action: PlanAction, place: number): Milestone | undefined => action.milestones?.[place];

/** `note` is the whole note afterwards; empty for none. */
export function sayStatus(action: PlanAction, facts: Facts, { status, note }: { status: Status; note: string }): Said {
  const now = withProgress(action, facts);
  const parts = [
    ...part(action.id, "status", toldStatusOf(now) === "unreported" ? "not yet reported" : statusOf(now), status),
    ...part(action.id, "note", now.note, note),
  ];
  return { facts: { ...facts, status, note }, parts };
}

/** What marking it done makes of what was said; no parts where nothing would be different. */
export function sayDone(action: PlanAction, facts: Facts, { place, day, evidence }: { place: number; day: Day; evidence: Evidence }): Said {
  const now = milestoneAt(withProgress(action, facts), place);
  const before = facts.evidence?.[String(place)];
  const which = milestoneLabel(action, place);
  return {
    facts: {
      ...facts,
      done: placed(facts.done, place, day),
      evidence: placed(facts.evidence, place, evidence.link || evidence.note ? evidence : undefined),
    },
    parts: [
      ...part(action.id, "milestone", now?.done, day, which),
      ...part(action.id, "evidence", before?.link, evidence.link, which),
      ...part(action.id, "milestone note", before?.note, evidence.note, which),
    ],
  };
}

/** That it is not done after all. The evidence stays in the record alone. */
export function sayNotDone(action: PlanAction, facts: Facts, place: number): Said {
  const now = milestoneAt(withProgress(action, facts), place);
  return {
    facts: { ...facts, done: placed(facts.done, place, ""), evidence: placed(facts.evidence, place, undefined) },
    parts: part(action.id, "milestone", now?.done, undefined, milestoneLabel(action, place)),
  };
}

/** A request takes the place of one that waits already. */
export function askMoreTime(action: PlanAction, facts: Facts, place: number, asked: Asked): Said {
  const before = facts.asked?.[String(place)];
  return {
    facts: { ...facts, asked: placed(facts.asked, place, asked) },
    parts: part(action.id, "more time", before?.due, asked.due, milestoneLabel(action, place)),
  };
}

/** What a manager says to the request that waits. Agreed, the new date counts, beside the printed one and how often it slipped. */
export function answerMoreTime(action: PlanAction, facts: Facts, place: number, answer: Pick<Answered, "agreed" | "why" | "by" | "at">): Said {
  const asked = facts.asked?.[String(place)];
  const milestone = milestoneAt(action, place);
  if (!asked || !milestone) return { facts, parts: [] };
  const which = milestoneLabel(action, place);
  const answered: Answered = { ...answer, due: asked.due, askedBy: asked.by };
  const rest: Facts = { ...facts, asked: placed(facts.asked, place, undefined), answered: placed(facts.answered, place, answered) };
  const parts = [{ item: action.id, what: "answer to more time", ...(which && { which }), from: asked.due, to: answer.agreed }];
  if (!answer.agreed) return { facts: rest, parts };
  const due = milestoneAt(withProgress(action, facts), place)?.due;
  const times = (facts.moved?.[String(place)]?.times ?? 0) + 1;
  const moved = placed(facts.moved, place, { printed: milestone.due, due: asked.due, times });
  const next: Facts = { ...rest, moved };
  const { printed, slips = 0 } = milestoneAt(withProgress(action, next), place) ?? {};
  return {
    facts: next,
    parts: [
      ...parts,
      ...part(action.id, "due", due, asked.due, which),
      ...part(action.id, "printed", undefined, printed, which),
      { item: action.id, what: "slips", ...(which && { which }), to: slips },
    ],
  };
}
