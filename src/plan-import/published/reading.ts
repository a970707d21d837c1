/** What a file says so far, while it is read from front to back. */
import type { Day } from "../../plan/plan.js";
import type { ViewOf } from "../look-row.js";
import { type Above, type Level, newLevel } from "./draft.js";
import type { GridRow } from "./grid.js";
import { type Legend, usualLegend } from "./statuses.js";

export interface Reading {
  starts: Day;
  root: Level;
  above: Above;
  legend: Legend;
  title?: string;
  /** Rows of tables of measures, read when all actions are. */
  indicators: IndicatorRow[];
  /** Words of columns of measures that a plan does not have, by the column's name. */
  unreadOfMeasures: Map<string, string[]>;
  /** Lines that belong to nothing. */
  loose: { where: string; text: string }[];
  look: ViewOf<"unread">[];
  /** How columns were taken, for a person to read: by name, in the order they came. */
  columns: Map<string, string>;
  /** How levels are said: "the headings", 'the column "Priority"'. */
  levels: Set<string>;
}

export interface IndicatorRow {
  row: GridRow;
  /** Titles of the level that the row itself names, innermost last. */
  own: string[];
  above: Above;
  /** Its table says baselines, targets or how often, as only tables of indicators do. */
  isFull: boolean;
  read(): import("./draft.js").DraftMeasure[];
}

/** What has been read of a file: nothing yet. */
export const newReading = (starts: Day): Reading => ({
  starts,
  root: newLevel({ title: "" }, ""),
  above: [],
  legend: usualLegend,
  indicators: [],
  unreadOfMeasures: new Map(),
  loose: [],
  look: [],
  columns: new Map(),
  levels: new Set(),
});

/** Lists something for a person to look at that was not read, with the reason. */
export const unread = (reading: Reading, why: string): void => void reading.look.push({ id: "plan", kind: "unread", why });

/** Gathers words of a measure that the model has no place for, by the column's name. */
export function noteUnread({ unreadOfMeasures }: Reading, name: string, words: string): void {
  unreadOfMeasures.set(name, [...(unreadOfMeasures.get(name) ?? []), words]);
}
