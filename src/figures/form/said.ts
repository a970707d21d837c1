/** A form filled in as far as somebody's words went. Pure. */
import type { Span } from "../../plan/index.js";
import { shortened } from "../../shared/words.js";
import type { Absence } from "../figures.js";
import { readValue, typedValue } from "../read-value.js";
import { type FilledEntry, most } from "./figure-form.js";

/** What is to be reported, as far as it was said. */
export interface WhatToReport {
  measure?: string;
  /** The figure, as typed. */
  value?: string;
  /** Why there is none. */
  none?: Absence;
  /** What was said with it: a note, or why the figure is changed. */
  note?: string;
  window?: Span & { label?: string };
}

/** Why a figure that stands is changed is asked for by itself. */
export function withSaid(entry: FilledEntry, { value, none, note }: WhatToReport): FilledEntry {
  const field = entry.report ? "why" : "note";
  const filled = { ...entry.filled, ...(note && { [field]: note.slice(0, most[field]) }) };
  return withValue({ ...entry, filled: none ? { ...filled, value: "", none } : filled }, value);
}

function withValue(entry: FilledEntry, value: string | undefined): FilledEntry {
  if (!value) return entry;
  const read = readValue(entry.item.measure, value.trim());
  const fits = "value" in read;
  // A choice shows only what can be chosen.
  const text = entry.item.measure.kind === "yesno" ? (fits ? typedValue(read.value) : "") : value.trim();
  return {
    ...entry,
    filled: { ...entry.filled, value: text, none: "" },
    messages: !fits ? { value: `You wrote "${shortened(value, 60)}". ${read.problem}` } : {},
  };
}
