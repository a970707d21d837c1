import type { Milestone, Plan } from "../../plan/plan.js";
import { milestoneOf, type Stamp, type TimescalePart, timescaleParts } from "../../plan/timescale.js";
import { idList } from "../id-list.js";
import type { ReviewIssue } from "../look-row.js";

/** What one action gets of a printed timescale: the printed words, and the milestones read from them. */
export interface Timing {
  timescale?: string;
  milestones?: Milestone[];
  /** Why a person should look at this action, in words. */
  why?: string;
}

/** Why a person should look at a priority's dates. */
type Unclear<R = ReviewIssue> = R extends { kind: "no date" | "left over" | "stages of one" } ? Omit<R, "id"> : never;

/** The timings of a priority's actions, by place; and why a person should look at the priority. */
export interface Assigned {
  timings: Timing[];
  unclear?: Unclear;
}

type Part = Exclude<TimescalePart, { type: "problem" }>;
type Unit = Part[];

/** "Year 1 (Pilot) Year 2 (Roll out)": labelled stamps whose years rise are the stages of one action. */
function isNextStage(unit: Unit | undefined, stamp: Stamp): boolean {
  const stages = unit?.flatMap((part) => (part.type === "stamp" ? [part.stamp] : [])) ?? [];
  const last = stages.at(-1);
  if (!last?.label || !stamp.label) return false;
  return stamp.lastYear >= last.lastYear && stages.every((stage) => stage.label !== stamp.label);
}

function inStages(parts: Part[]): Unit[] {
  const units: Unit[] = [];
  for (const part of parts) {
    const last = units.at(-1);
    if (last && part.type === "stamp" && isNextStage(last, part.stamp)) last.push(part);
    else units.push([part]);
  }
  return units;
}

const isDated = (unit: Unit): boolean => unit.some((part) => part.type === "stamp");

function timingOf(plan: Pick<Plan, "starts">, unit: Unit): Timing {
  const words = unit.flatMap((part) => (part.type === "words" ? [part.printed] : []));
  const milestones = unit.flatMap((part) => (part.type === "stamp" ? [milestoneOf(plan, part.stamp)] : []));
  return {
    timescale: unit.map((part) => part.printed).join(" "),
    ...(milestones.length && { milestones }),
    ...(words.length && {
      why: `the timescale "${words.join(" ")}" is no "Year N"; ${milestones.length ? "those words were not read" : "no date was read from it"}`,
    }),
  };
}

const counted = (count: number, one: string): string => `${count === 0 ? "no" : count} ${one}${count === 1 ? "" : "s"}`;

const partsOf = (text: string): Part[] => timescaleParts(text).filter((part): part is Part => part.type !== "problem");

/** Milestones of one action that has a printed timescale of its own. */
export const readTiming = (plan: Pick<Plan, "starts">, timescale: string): Timing => ({ ...timingOf(plan, partsOf(timescale)), timescale });

/** Words that are no stamp stay with the stamp before them, so that nothing printed is dropped. */
function withWords(units: Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (const unit of units) {
    const last = kept.at(-1);
    if (last && (!isDated(unit) || !isDated(last))) for (const part of unit) last.push(part);
    else kept.push([...unit]);
  }
  return kept;
}

/**
 * Gives the stamps of a row to its actions in printed order. `cells` are the bullets of the timescale cell, or its text as one.
 * Where the counts disagree the stamps go to the first actions, the rest stay without a date, and `why` says so.
 */
export function assignStamps(plan: Pick<Plan, "starts">, cells: string[], ids: string[]): Assigned {
  const all = cells.flatMap(partsOf);
  const actions = ids.length;
  const dated = all.filter((part) => part.type === "stamp").length;
  const candidates = [cells.length > 1 ? cells.map(partsOf) : [], inStages(all), withWords(inStages(all)), all.map((part): Unit => [part])];
  const fitting = candidates.find((units) => units.length === actions);
  if (fitting) {
    const staged = inStages(all).length < dated && fitting.length === dated && actions === dated;
    const why = `the ${counted(dated, "stamp")} went to the ${counted(actions, "action")} in order, but they could also be the stages of one action`;
    return { timings: fitting.map((unit) => timingOf(plan, unit)), ...(staged && { unclear: { kind: "stages of one", why, actions: ids } }) };
  }
  return unequal(plan, withWords(inStages(all)), dated, ids);
}

/** Which actions have no date; nothing when there are none. `before` stands before it. */
export const undated = (ids: string[], before = ""): Unclear | undefined =>
  ids.length ? { kind: "no date", why: `${before}${idList(ids)} ${ids.length === 1 ? "has" : "have"} no date` } : undefined;

function unequal(plan: Pick<Plan, "starts">, units: Unit[], dated: number, ids: string[]): Assigned {
  const timings = units.slice(0, ids.length).map((unit) => timingOf(plan, unit));
  const surplus = units.slice(ids.length).flatMap((unit) => unit.map((part) => part.printed));
  const last = timings.at(-1);
  if (last && surplus.length) last.timescale = [last.timescale, ...surplus].join(" ");
  const counts = `${counted(ids.length, "action")} but ${counted(dated, "stamp")}`;
  if (surplus.length) {
    const why = `${counts}: given to the actions in printed order; left over, and read for no action: ${idList(surplus)}`;
    return { timings, unclear: { kind: "left over", why, to: ids.at(-1) ?? "", stamps: surplus.join(" ") } };
  }
  return { timings, unclear: undated(ids.slice(units.length), `${counts}: ${units.length ? "given to the actions in printed order, so " : ""}`) };
}
