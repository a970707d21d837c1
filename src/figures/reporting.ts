import type { AuditLog, Change, Recorded } from "../audit/index.js";
import type { PlanAmendments } from "../plan/index.js";
import type { Document, Storage } from "../storage/port.js";
import { baselineWriter } from "./baselines.js";
import type { Report } from "./figures.js";
import { type NewReport, Overtaken, type ReportDocument, type Saved, type Stands, type Submission, savedBy, writeReport } from "./write-report.js";

/** What a used form came to. */
export interface Outcome {
  /** In the order of the form. */
  saved: Saved[];
  /** Reports that were not saved, with what stands now: somebody else was quicker. */
  overtaken: { measure: string; period: string; by: Report }[];
  /** What came with the first figures. */
  baselines: NonNullable<Submission["baselines"]>;
}

export interface Reporting {
  /**
   * Writes what a form says, once for each form: a second press gets what the first came to. `several` says that the form
   * could hold more than one thing to write; then all are written or none, except reports that somebody else was quicker with.
   * Of a form with one report, what stands may be given, to save a look.
   */
  record(submission: Submission, several: boolean, stands?: Stands): Promise<Outcome>;
  /** What a form came to that was used before; nothing when it was not. `reports` are those it is about, as read just now. */
  outcomeOf(formId: string, reports: Report[], several: boolean): Promise<Outcome | undefined>;
  /** Ends what a crash cut short. To be called at start; costs one look when there is nothing to do. */
  settle(): Promise<void>;
}

/** Kept before the first of several writes, so that a crash leaves none of them out. */
interface SubmissionDocument extends Document, Omit<Submission, "id"> {
  done: boolean;
}

export interface ReportingParts {
  storage: Storage;
  auditLog: AuditLog;
  amendments: PlanAmendments;
}

/** Writes what forms report: a form with several figures whole or not at all, and each form once, whatever is cut short. */
export async function openReporting({ storage, auditLog, amendments }: ReportingParts): Promise<Reporting> {
  const repository = auditLog.repository<ReportDocument>("figures");
  const writeBaselines = baselineWriter(amendments);
  const submissions = storage.collection<SubmissionDocument>("submissions");
  await submissions.ensureIndex(["done"]);

  const writeAll = async (submission: Submission, stands?: Stands): Promise<Outcome> => {
    const written = await Promise.all(submission.reports.map((report, place) => writeReport(repository, submission, report, { place, stands })));
    return {
      baselines: submission.baselines ?? [],
      saved: written.filter((one) => !(one instanceof Overtaken)) as Saved[],
      overtaken: written.flatMap((one, place) => {
        const { measure, period } = submission.reports[place] as NewReport;
        return one instanceof Overtaken ? [{ measure, period, by: one.by }] : [];
      }),
    };
  };

  const finish = async (submission: Submission): Promise<Outcome> => {
    const outcome = await writeAll(submission);
    await writeBaselines(submission);
    await submissions.updateWhere({ _id: submission.id, done: false }, { $set: { done: true } });
    return outcome;
  };

  const used = async (id: string): Promise<Submission | undefined> => {
    const kept = await submissions.get(id);
    return kept && { ...kept, id };
  };

  return {
    async record(submission, several, stands) {
      if (!several) return writeAll(submission, stands);
      const { id, ...rest } = submission;
      const mine = await submissions.insert({ _id: id, ...rest, done: false });
      return finish((mine ? undefined : await used(id)) ?? submission);
    },
    async outcomeOf(formId, reports, several) {
      if (several) {
        const submission = await used(formId);
        return submission && finish(submission);
      }
      const change = lastChanges(reports).find(({ _id }) => _id === formId) ?? (await auditLog.get(formId));
      return change && { saved: [savedBy(change)], overtaken: [], baselines: [] };
    },
    async settle() {
      for (const kept of await submissions.find({ done: false })) await finish({ ...kept, id: kept._id });
    },
  };
}

/** Changes that may have no entry in the record yet. */
const lastChanges = (reports: Report[]): Change[] => reports.flatMap((report) => (report as Partial<Recorded>).last ?? []);
