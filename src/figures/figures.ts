import type { Figure, Measure, Period, Plan } from "../plan/index.js";
import { addMonths, type Day, periodNamed } from "../plan/index.js";
import type { Collection, Storage } from "../storage/port.js";

/** A figure as kept: one a measure a period; `_id` is plan/measure/period. */
export interface KeptFigure {
  _id: string;
  plan: string;
  measure: string;
  period: string;
  /** Last day of the period, so that figures sort by time. */
  ends: Day;
  value: number | boolean | string;
  note?: string;
  /** E-mail address of who reported it, and the instant (ISO 8601). */
  by?: string;
  at?: string;
}

export interface Figures {
  /** Newest period first, for each measure that has any. Figures of the last 27 months, or the newest one when all are older. */
  recent(planId: string, measures: string[], today: Day): Promise<Map<string, KeptFigure[]>>;
  /** Every figure of one measure, newest period first. */
  all(planId: string, measure: string): Promise<KeptFigure[]>;
  /** Every figure of the plan, in order of measure and period. */
  ofPlan(planId: string): Promise<KeptFigure[]>;
  /** Adds those whose measure and period have no figure yet; returns how many that were. May be repeated. */
  addMissing(figures: KeptFigure[]): Promise<number>;
}

const recentMonths = 27;

/** Nothing when the period is none of this plan's. */
export function keptFigure(plan: Pick<Plan, "starts">, planId: string, measure: Pick<Measure, "id">, figure: Figure): KeptFigure | undefined {
  const period: Period | undefined = periodNamed(plan, figure.period);
  if (!period) return undefined;
  const { value, note, by, at } = figure;
  return {
    _id: `${planId}/${measure.id}/${period.name}`,
    plan: planId,
    measure: measure.id,
    period: period.name,
    ends: period.to,
    value,
    ...(note && { note }),
    ...(by && { by }),
    ...(at && { at }),
  };
}

export async function openFigures(storage: Storage): Promise<Figures> {
  const figures = storage.collection<KeptFigure>("figures");
  await figures.ensureIndex(["measure", "ends"]);
  return {
    recent: (planId, measures, today) => recent(figures, planId, measures, today),
    all: (planId, measure) => figures.find({ plan: planId, measure }, { sort: { ends: -1 } }),
    ofPlan: (planId) => figures.find({ plan: planId }, { sort: { measure: 1, ends: 1 } }),
    addMissing: (rows) => figures.insertMissing(rows),
  };
}

async function recent(figures: Collection<KeptFigure>, plan: string, measures: string[], today: Day): Promise<Map<string, KeptFigure[]>> {
  const found = new Map<string, KeptFigure[]>();
  if (!measures.length) return found;
  const rows = await figures.find({ plan, measure: { $in: measures }, ends: { $gte: addMonths(today, -recentMonths) } }, { sort: { ends: -1 } });
  for (const row of rows) found.set(row.measure, [...(found.get(row.measure) ?? []), row]);
  const silent = measures.filter((measure) => !found.has(measure));
  if (!silent.length) return found;
  // Old or none: most have none, so one look for all of them is enough.
  const older = await figures.find({ plan, measure: { $in: silent } }, { sort: { ends: -1 } });
  for (const row of older) if (!found.has(row.measure)) found.set(row.measure, [row]);
  return found;
}
