import { type AuditedRepository, type Author, type Change, type ChangePart, changeOf, type Next, type Recorded } from "../audit/index.js";
import { type Absence, type Earlier, type Report, reportId } from "./figures.js";
import type { Value } from "./trend.js";

/** What somebody reports for a measure and a period: a figure, or why there is none. */
export interface NewReport {
  measure: string;
  period: string;
  /** Last day of the period. */
  ends: string;
  value?: Value;
  unavailable?: Absence;
  note?: string;
  /** Why it is corrected. */
  why?: string;
  /** Revision of the report when the form was made; missing when there was none. */
  seen?: number;
}

/** A report as it was saved, whatever became of it since. */
export interface Saved extends Pick<NewReport, "measure" | "period" | "value" | "unavailable" | "note" | "why"> {
  by: string;
  at: string;
}

export type ReportDocument = Report & Recorded;

/** Somebody else wrote the report since the form was made. */
export class Overtaken extends Error {
  override name = "Overtaken";
  constructor(readonly by: Report) {
    super("somebody else was quicker");
  }
}

/** One press of a form. `id` is the form's one-time id. */
export interface Submission {
  id: string;
  plan: string;
  author: Author;
  /** Instant (ISO 8601). */
  at: string;
  reports: NewReport[];
  /** Where measures were before the plan, given with their first figures. */
  baselines?: { measure: string; value: number }[];
}

/** How often a report was written through forms: 0 for one that came with a plan. */
export const revisionOf = ({ revision = 0 }: Pick<Report, "revision">): number => revision;

/** What stands, read just now and found to be what the form saw: so the form cannot have been used before. */
export interface Stands {
  document: ReportDocument | undefined;
}

/** Writes a report and its change at once, once for each form and place; the first report of a form has the form's own id. */
export async function writeReport(
  repository: AuditedRepository<ReportDocument>,
  { id, plan, author, at }: Submission,
  report: NewReport,
  { place, stands }: { place: number; stands?: Stands },
): Promise<Saved | Overtaken> {
  const { measure, period, ends, value, unavailable, note, why, seen } = report;
  const changeId = place ? `${id}/${place}` : id;
  try {
    const decide = (now: ReportDocument | undefined): Next<ReportDocument> => {
      if (now && revisionOf(now) !== seen) throw new Overtaken(now);
      const earlier = now && [...(now.earlier ?? []), earlierOf(now)];
      const fields = { value, unavailable, note, why, by: author.email, at, earlier };
      const gone = Object.entries(fields).flatMap(([field, is]): [string, true][] => (is === undefined ? [[field, true]] : []));
      return {
        change: changeOf({ id: changeId, plan, parts: partsOf(report, now), author, at: new Date(at), through: "figures.record", why }),
        update: { $set: fields, $unset: Object.fromEntries(gone) },
        create: { plan, measure, period, ends, ...fields } as unknown as Omit<ReportDocument, "_id" | "revision" | "last" | "recorded">,
      };
    };
    const { change } = await repository.change(reportId(plan, measure, period), changeId, decide, stands);
    return savedBy(change);
  } catch (error) {
    if (error instanceof Overtaken) return error;
    throw error;
  }
}

function earlierOf(report: Report): Earlier {
  const { value, note, by, at, why } = report;
  const unavailable = "unavailable" in report ? report.unavailable : undefined;
  return Object.fromEntries(Object.entries({ value, unavailable, note, by, at, why }).filter(([, it]) => it !== undefined));
}

/** All that is said, also what was said before, so that a change tells by itself what it left. */
function partsOf({ measure, period, value, unavailable, note }: NewReport, now: Report | undefined): ChangePart[] {
  const before = now && earlierOf(now);
  const part = (what: string, from: ChangePart["from"], to: ChangePart["to"]): ChangePart[] =>
    from === undefined && to === undefined
      ? []
      : [{ item: measure, what, which: period, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  return [...part("figure", before?.value, value), ...part("not available", before?.unavailable, unavailable), ...part("note", before?.note, note)];
}

/** Reads back from a change what it saved. */
export function savedBy({ parts, by, at, why }: Change): Saved {
  const said = (what: string) => parts.find((part) => part.what === what)?.to;
  const { item = "", which = "" } = parts[0] ?? {};
  const value = said("figure") as Value | undefined;
  const unavailable = said("not available") as Absence | undefined;
  const note = said("note") as string | undefined;
  return {
    measure: item,
    period: which,
    by,
    at,
    ...(value !== undefined && { value }),
    ...(unavailable && { unavailable }),
    ...(note && { note }),
    ...(why && { why }),
  };
}
