/** What a report holds, and who makes one. The making is given to the questions, which know no file formats. */
import type { Chart } from "../shared/chart.js";
import type { Colour } from "../shared/colour.js";

export interface ReportWanted {
  /** A theme or a priority; the whole plan when absent. */
  scope?: string;
  /** The time that the figures are of; the newest of each when absent. */
  window?: { from: string; to: string; label: string };
  committee?: boolean;
}

/** Made and handed over by whatever the channel has for files. */
export const fileVerb = "reports.file";

export const reportFormats = ["docx", "xlsx", "csv"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportTable {
  name: string;
  columns: string[];
  rows: string[][];
  /** The colour of each row's status, for the column that is called so. */
  colours?: Colour[];
  /** Rows (by place) that another table lists too, and what is said in their stead where each thing stands once. */
  elsewhere?: { rows: number[]; note: string };
}

export interface ReportContents {
  title: string;
  /** Whose plan, which part of it. */
  about: string;
  /** As when, and from what: a sentence each. */
  asAt: string[];
  /** How it stands in few sentences, for a card. */
  brief: string[];
  /** How it stands, a sentence each. */
  summary: string[];
  /** What needs attention, worst first. */
  exceptions: { heading: string; lines: string[]; count: number }[];
  picture?: { chart: Chart; alt: string };
  tables: ReportTable[];
}

export interface ReportFile {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

export interface ReportMaker<AnswerContext> {
  contents(context: AnswerContext, wanted: ReportWanted): Promise<ReportContents>;
  file(context: AnswerContext, wanted: ReportWanted, format: ReportFormat): Promise<ReportFile>;
}
