/** The thread that writes files. An entry of its own in the build. */
import { draw } from "../charts/index.js";
import { workThrough } from "../shared/thread-work.js";
import { csvFile } from "./csv-file.js";
import { docxFile } from "./docx-file.js";
import type { Task } from "./writing-thread.js";
import { xlsxFile } from "./xlsx-file.js";

const writers = { docx: docxFile, xlsx: xlsxFile, csv: csvFile };

workThrough(async (task: Task): Promise<Uint8Array> => {
  if (task !== "warm") return writers[task.format](task.contents, task.template);
  await Promise.all([import("docx"), import("exceljs"), draw({ kind: "status", bars: [] })]);
  return new Uint8Array();
});
