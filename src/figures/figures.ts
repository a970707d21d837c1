import type { Figure, Measure, Period, Plan } from "../plan/index.js";
import { addMonths, type Day, periodNamed } from "../plan/index.js";
import type { Collection, Storage } from "../storage/port.js";

/** Why a measure has no figure for a period; neither zero nor blank. */
export const absences = ["closed", "not collected", "not due", "other"] as const;
export type Absence = (typeof absences)[number];

/** What was reported before it was corrected. */
export interface Earlier {
  value?: KeptFigure["value"];
  unavailable?: Absence;
  note?: string;
  by?: string;
  at?: string;
  why?: string;
}

interface Kept {
  /** plan/measure/period: one report a measure a period. */
  _id: string;
  plan: string;
  measure: string;
  period: string;
  /** Last day of the period, so that figures sort by time. */
  ends: Day;
  note?: string;
  /** E-mail address of who reported it, and the instant (ISO 8601). */
  by?: string;
  at?: string;
  /** Why it was corrected. */
  why?: string;
  /** What it replaced, oldest first. */
  earlier?: Earlier[];
  /** How often it was written through a form; missing when it came with a plan. */
  revision?: number;
}

export interface KeptFigure extends Kept {
  value: number | boolean | string;
}

/** A report that there is no figure. */
export interface Unavailable extends Kept {
  value?: undefined;
  unavailable: Absence;
}

export type Report = KeptFigure | Unavailable;

/** Whether a report has a value; others say that there is no figure, and why. */
export const isFigure = (report: Report): report is KeptFigure => report.value !== undefined;

export interface Figures {
  /** Newest period first, for each measure that has any. Figures of the last 27 months, or the newest one when all are older. */
  recent(planId: string, measures: string[], today: Day): Promise<Map<string, KeptFigure[]>>;
  /** Every figure of one measure, newest period first. */
  all(planId: string, measure: string): Promise<KeptFigure[]>;
  /** The same two with the reports that there is no figure. */
  recentReports(planId: string, measures: string[], today: Day): Promise<Map<string, Report[]>>;
  allReports(planId: string, measure: string): Promise<Report[]>;
  /** Those of the ids that there are, in any order. */
  these(ids: string[]): Promise<Report[]>;
  /** Every figure of the plan, in order of measure and period. */
  ofPlan(planId: string): Promise<KeptFigure[]>;
  /** Adds those whose measure and period have no figure yet; returns how many that were. May be repeated. */
  addMissing(figures: KeptFigure[]): Promise<number>;
  /** Whether nothing was ever reported, in any plan. */
  isEmpty(): Promise<boolean>;
}

const recentMonths = 27;

/** The `_id` of the one report that a measure has for a period: the key that makes a second report a correction. */
export const reportId = (planId: string, measure: string, period: string): string => `${planId}/${measure}/${period}`;

/** Nothing when the period is none of this plan's. */
export function keptFigure(plan: Pick<Plan, "starts">, planId: string, measure: Pick<Measure, "id">, figure: Figure): KeptFigure | undefined {
  const period: Period | undefined = periodNamed(plan, figure.period);
  if (!period) return undefined;
  const { value, note, by, at } = figure;
  return {
    _id: reportId(planId, measure.id, period.name),
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

/** Figures as they are kept, over the collection `figures`. It only reads, but for imports; people report through Reporting. */
export async function openFigures(storage: Storage): Promise<Figures> {
  const reports = storage.collection<Report>("figures");
  await reports.ensureIndex(["measure", "ends"]);
  return {
    recent: async (planId, measures, today) => figuresIn(await recent(reports, planId, measures, today)),
    all: async (planId, measure) => (await reports.find({ plan: planId, measure }, { sort: { ends: -1 } })).filter(isFigure),
    recentReports: (planId, measures, today) => recent(reports, planId, measures, today),
    allReports: (planId, measure) => reports.find({ plan: planId, measure }, { sort: { ends: -1 } }),
    these: (ids) => reports.find({ _id: { $in: ids } }),
    ofPlan: async (planId) => (await reports.find({ plan: planId }, { sort: { measure: 1, ends: 1 } })).filter(isFigure),
    addMissing: (rows) => reports.insertMissing(rows),
    isEmpty: async () => !(await reports.find({}, { limit: 1 })).length,
  };
}

/** Only the figures; measures without one are left out. */
export function figuresIn(reports: Map<string, Report[]>): Map<string, KeptFigure[]> {
  const figures = [...reports].map(([measure, all]): [string, KeptFigure[]] => [measure, all.filter(isFigure)]);
  return new Map(figures.filter(([, all]) => all.length));
}

async function recent(reports: Collection<Report>, plan: string, measures: string[], today: Day): Promise<Map<string, Report[]>> {
  const found = new Map<string, Report[]>();
  if (!measures.length) return found;
  const since = addMonths(today, -recentMonths);
  // A plan runs for a few years: all there are is hardly more than the recent ones, and costs one look instead of two.
  for (const row of await reports.find({ plan, measure: { $in: measures } }, { sort: { ends: -1 } })) {
    const known = found.get(row.measure) ?? [];
    if (row.ends >= since || (isFigure(row) && !known.some(isFigure))) found.set(row.measure, [...known, row]);
  }
  return found;
}
