/** Reports for a quarter or a committee: their contents, and as files for Word, Excel and anything that reads CSV. */

import type { AnswerContext } from "../request/answer-context.js";
import type { ReportFile, ReportFormat, ReportMaker } from "../request/report-maker.js";
import { letOthers } from "../shared/let-others.js";
import { contentsOf } from "./contents.js";
import type { Template } from "./template.js";
import { warmWriting, writtenInThread } from "./writing-thread.js";

export { readTemplate, type Template } from "./template.js";

const types: Record<ReportFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

/** `template` is for Word files; without it they have a layout of their own. */
export function openReports(template?: Template): ReportMaker<AnswerContext> {
  return {
    contents(context, wanted) {
      void warmWriting();
      return contentsOf(context, wanted);
    },
    async file(context, wanted, format): Promise<ReportFile> {
      const contents = await contentsOf(context, wanted);
      await letOthers();
      const bytes = await writtenInThread({ format, contents, ...(template && format === "docx" && { template }) });
      return { name: `${nameFor(contents.title)} ${context.today}.${format}`, type: types[format], bytes };
    },
  };
}

/** "Report for committee on Place, 2026-27 Q2": without what no file may be called by. */
const nameFor = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} ,.()-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
