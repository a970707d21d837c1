/** What stands in a printed appendix, before it is made a plan of. */
import type { CellItem } from "./cells.js";

/** A priority's row as printed, put together from all pages it stands on. */
export interface PrintedPriority {
  id: string;
  line: number;
  title: string;
  actions: CellItem[];
  /** The rows it was printed in, one or more a page; `from` and `to` are the places of the actions that begin there. */
  rows: { line: number; timescale: string; from: number; to: number }[];
  measures: CellItem[];
}

export interface PrintedTheme {
  id: string;
  name?: string;
  statement?: string;
  priorities: PrintedPriority[];
}

/** How lines are called in what a person reads, and whether each row is whole in its cells, as in a spreadsheet. */
export interface Printing {
  at(line: number): string;
  whole: boolean;
}

export const asText: Printing = { at: (line) => `line ${line}`, whole: false };
