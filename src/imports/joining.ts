/** Measures that are joined with an import: it waits with the plan's parts, and is done as a manager's own joining is when the plan is in force. */

import { changeOf } from "../audit/index.js";
import { apart, joining } from "../figures/join/index.js";
import { amendedMeasure, type Measure, type PlanAmendments, type Plans, type StagedRow } from "../plan/index.js";
import type { ThroughCard } from "./entries.js";

export { apart };

/** Ids as read from the file; `into` is one of them, or `apart`. */
export interface MeasuresJoined {
  measures: string[];
  into: string;
}

export interface WaitingJoins extends StagedRow {
  plan: string;
  joined: MeasuresJoined[];
  by: string;
  at: string;
  card: ThroughCard;
}

/** Measures that count as one by an import, staged with it. None or one row. */
export const waitingJoins = (joined: MeasuresJoined[], { plan, by, at, card }: Omit<WaitingJoins, "_id" | "joined">): WaitingJoins[] =>
  joined.length ? [{ _id: `${card.id}/joins`, plan, joined, by, at, card }] : [];

/** Whether a row that an import staged is this. */
export const isWaitingJoins = (row: StagedRow): row is WaitingJoins => "joined" in row;

class SoAlready extends Error {}

/** Once for each import, however often it is asked for. Measures that are not in the plan are left out. */
export async function joinWaiting({ plans, amendments }: { plans: Plans; amendments: Pick<PlanAmendments, "amend"> }, row: WaitingJoins): Promise<void> {
  const { _id, plan, joined, by, at, card } = row;
  const catalogue = (await plans.of(plan))?.catalogue;
  const measureOf = (id: string) => {
    const item = catalogue?.find(id);
    return item?.type === "measure" ? [item.measure] : [];
  };
  const groups = joined
    .map(({ measures, into }) => ({ measures: measures.flatMap(measureOf), into: into === apart ? apart : measureOf(into)[0]?.id }))
    .filter((group): group is { measures: Measure[]; into: string } => group.measures.length > 1 && group.into !== undefined);
  const decide: Parameters<PlanAmendments["amend"]>[2] = (said) => {
    const all = groups.map(({ measures, into }) =>
      joining(
        measures.map((measure) => amendedMeasure(measure, said(measure.id))),
        into,
      ),
    );
    const parts = all.flatMap((one) => one.parts);
    if (!parts.length) throw new SoAlready();
    const change = changeOf({ id: _id, plan, parts, author: { email: by, id: card.byId }, at: new Date(at), through: card.verb });
    return { change, of: new Map(all.flatMap(({ of }) => [...of])) };
  };
  await amendments.amend(plan, _id, decide).catch((error: unknown) => {
    if (!(error instanceof SoAlready)) throw error;
  });
}
