/** From what came back from a form to what is to be saved, or what is wrong with it. Pure. */
import { z } from "zod/v4";
import { typed } from "../../forms/index.js";
import { farOut } from "../far-out.js";
import { type Absence, absences, isFigure, type Report } from "../figures.js";
import { readValue, typedValue } from "../read-value.js";
import type { Value } from "../trend.js";
import { type NewReport, revisionOf } from "../write-report.js";
import { asksBaseline, type Entry } from "./entries.js";
import { type Field, type Filled, type FilledEntry, inputName, most, mostValue } from "./figure-form.js";

export interface ReadEntry extends FilledEntry {
  /** What is to be saved; missing when nothing was said, or something is wrong. */
  toSave?: NewReport;
  baseline?: number;
  /** So far out that it is asked back. */
  odd?: boolean;
  /** What was said is what stands already. */
  same?: boolean;
}

/** Values by input that were asked back before. */
const Sure = z.record(z.string(), z.string());

/** What was typed for each entry, with what is wrong with it. `data` is whatever a client sends. */
export function readForm(entries: Entry[], data: Record<string, unknown>): ReadEntry[] {
  const sure = Sure.safeParse(data.sure);
  return entries.map((entry, place) => readEntry(entry, place, data, sure.success ? sure.data : {}));
}

type Messages = Partial<Record<Field, string>>;

function readEntry(entry: Entry, place: number, data: Record<string, unknown>, sure: Record<string, string>): ReadEntry {
  const { filled, messages } = typedInto(entry, place, data);
  const read: ReadEntry = { ...entry, filled, messages };
  if (Object.keys(messages).length) return read;
  const none = noneOf(entry, filled);
  const text = valueTextOf(entry, filled, none);
  if (!text && !none) return entry.report || filled.note || filled.baseline ? withoutFigure(read) : read;
  if (text && none) return wrong(read, "none", "Please give either a figure or the reason why there is none.");
  if (none === "other" && !filled.note) return wrong(read, "note", "Please say here why there is no figure.");
  const value = text ? readValue(entry.item.measure, text) : undefined;
  if (value && "problem" in value) return wrong(read, "value", value.problem);
  const baseline = filled.baseline ? readValue(entry.item.measure, filled.baseline) : undefined;
  if (baseline && ("problem" in baseline || typeof baseline.value !== "number"))
    return wrong(read, "baseline", "problem" in baseline ? baseline.problem : "Please type a number.");
  const said = { ...(value && { value: value.value }), ...(none && { unavailable: none }), ...(filled.note && { note: filled.note }) };
  if (entry.report && isSame(entry.report, said)) return { ...read, same: true };
  if (entry.report && !filled.why) return wrong(read, "why", "Please say in a few words why the figure is changed.");
  const odd = value && sure[inputName("value", place)] !== text ? farOut(entry.item.measure, value.value, entry.last) : undefined;
  if (odd) return { ...wrong(read, "value", `${odd}. Save it all the same?`), odd: true };
  return { ...read, toSave: newReport(entry, said, filled), ...(baseline && { baseline: baseline.value as number }) };
}

function typedInto({ item, ...entry }: Entry, place: number, data: Record<string, unknown>): { filled: Filled; messages: Messages } {
  const messages: Messages = {};
  const read = (field: Field, limits: { most: number; lines?: boolean }): string => {
    const { text, problem } = typed(data, inputName(field, place), limits);
    if (problem) messages[field] = problem;
    return text;
  };
  const lines = !item.measure.kind || item.measure.kind === "narrative";
  const filled = {
    value: read("value", { most: mostValue(item.measure), lines }),
    note: read("note", { most: most.note, lines: true }),
    none: read("none", { most: 20 }),
    why: entry.report ? read("why", { most: most.why }) : "",
    baseline: asksBaseline({ item, ...entry }) ? read("baseline", { most: most.baseline }) : "",
  };
  if (filled.none && !isAbsence(filled.none)) messages.none = "Please choose one of the reasons.";
  return { filled, messages };
}

const isAbsence = (text: string): text is Absence => (absences as readonly string[]).includes(text);

/** The reason, but for the one that stands when a figure was typed now: that takes its place. */
function noneOf({ report }: Entry, { value, none }: Filled): Absence | undefined {
  if (!isAbsence(none)) return undefined;
  return value && report && "unavailable" in report && report.unavailable === none ? undefined : none;
}

/** What was typed, but for the figure that stands when a reason was chosen now. */
function valueTextOf({ report }: Entry, { value }: Filled, none: Absence | undefined): string {
  return none && report && isFigure(report) && typedValue(report.value) === value ? "" : value;
}

const wrong = (read: ReadEntry, field: Field, message: string): ReadEntry => ({ ...read, messages: { ...read.messages, [field]: message } });

const withoutFigure = (read: ReadEntry): ReadEntry =>
  wrong(
    read,
    "value",
    read.report
      ? "A figure that was reported can be corrected, but not left out. If there is none, please choose why."
      : "Please give the figure as well, or choose why there is none.",
  );

type Said = { value?: Value; unavailable?: Absence; note?: string };

const isSame = (report: Report, { value, unavailable, note }: Said): boolean =>
  report.value === value && ("unavailable" in report ? report.unavailable : undefined) === unavailable && (report.note ?? "") === (note ?? "");

const newReport = ({ item, period, report }: Entry, said: Said, { why }: Filled): NewReport => ({
  measure: item.id,
  period: period.name,
  ends: period.to,
  ...said,
  ...(report && { why, seen: revisionOf(report) }),
});

/** What was asked back is not asked again as long as it stays as it is. */
export function sureOf(read: ReadEntry[]): { sure?: Record<string, string> } {
  const sure = read.flatMap(({ odd, filled }, place): [string, string][] => (odd ? [[inputName("value", place), filled.value]] : []));
  return sure.length ? { sure: Object.fromEntries(sure) } : {};
}

/** Whether somebody filled an entry in: with a value, or by saying that there is none. */
export const hasFigure = ({ value, none }: Filled): boolean => Boolean(value || none);
