/** Files are written in a thread of its own: a report takes as long as a hundred answers. */
import type { ReportContents, ReportFormat } from "../request/report-maker.js";
import { UserFacingError } from "../shared/errors.js";
import { openThread } from "../shared/thread.js";
import type { Template } from "./template.js";

export interface Writing {
  format: ReportFormat;
  contents: ReportContents;
  /** For Word. */
  template?: Template;
}

/** Without contents it only loads what the next file needs. */
export type Task = Writing | "warm";

const inThread = openThread<Task, Uint8Array>({
  program: "report-writer.js",
  deadlineMs: 20_000,
  idleMs: 60_000,
  tooLong: () => new UserFacingError('Making this report takes too long, so I stopped. Nothing was changed. A report on one theme is shorter: "report on 2".'),
  tooLarge: () => new UserFacingError('This report is larger than I can make. Nothing was changed. A report on one theme is shorter: "report on 2".'),
});

/** The file's bytes, made in a thread of its own. Rejects with a UserFacingError after 20 seconds. */
export const writtenInThread = (writing: Writing): Promise<Uint8Array> => inThread(writing);

/** So that whoever presses the button under a report does not wait for what its file needs. Never rejects. */
export const warmWriting = async (): Promise<void> => {
  await inThread("warm").catch(() => undefined);
};
