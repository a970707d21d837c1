/** Reports for a quarter or a committee: their contents, and as files for Word, Excel and anything that reads CSV. */
import type { ReportFile, ReportFormat, ReportMaker } from "../request/report-maker.js";
import type { Scene } from "../request/scene.js";
import { contentsOf } from "./contents.js";
import { csvFile } from "./csv-file.js";
import { docxFile } from "./docx-file.js";
import { xlsxFile } from "./xlsx-file.js";

const types: Record<ReportFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};
const makers = { docx: docxFile, xlsx: xlsxFile, csv: csvFile };

/** Loads what the first file needs beforehand, so that whoever asks for it does not wait. */
export const warmReports = async (): Promise<void> => {
  await Promise.all([import("docx"), import("exceljs")]);
};

export const reportMaker: ReportMaker<Scene> = {
  contents: contentsOf,
  async file(scene, wanted, format): Promise<ReportFile> {
    const contents = await contentsOf(scene, wanted);
    return { name: `${nameFor(contents.title)} ${scene.today}.${format}`, type: types[format], bytes: await makers[format](contents) };
  },
};

/** "Report for committee on Place, 2026-27 Q2": without what no file may be called by. */
const nameFor = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N} ,.()-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
