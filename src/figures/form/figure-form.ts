/** The form of one or several figures: what is known of each measure and what to type. Pure. */
import type { RequestContext } from "../../people/index.js";
import { dayInWords, dayOf, highestRating, type Measure, type Plan, periodInShort, periodInWords } from "../../plan/index.js";
import type { Answer, FormInput, FormPart, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { plural, shortened } from "../../shared/words.js";
import { absences, isFigure, type Report } from "../figures.js";
import { longestNarrative, typedValue } from "../read-value.js";
import { lateness } from "../reportable.js";
import { valueInWords } from "../trend.js";
import { absenceInWords, asksBaseline, type Entry } from "./entries.js";

/** What stands in the inputs of one measure. */
export interface Filled {
  value: string;
  note: string;
  /** Why there is no figure; empty when there is one. */
  none: string;
  /** Why it is corrected. */
  why: string;
  baseline: string;
}
export type Field = keyof Filled;

export interface FilledEntry extends Entry {
  filled: Filled;
  /** What is wrong with what was typed, said beside the input. */
  messages: Partial<Record<Field, string>>;
}

export const most: Record<Exclude<Field, "none">, number> = { value: 60, note: 500, why: 300, baseline: 60 };
/** How many characters the input of a measure takes: sentences for a narrative, a number otherwise. */
export const mostValue = ({ kind = "narrative" }: Measure): number => (kind === "narrative" ? longestNarrative : most.value);

/** Inputs are called by field and place on the form. */
export const inputName = (field: Field, place: number): string => `${field}${place}`;

/** An entry as it is first shown: what stands already, ready to be corrected. */
export function unfilled(entry: Entry): FilledEntry {
  const { report } = entry;
  const value = report && isFigure(report) ? typedValue(report.value) : "";
  const none = report && "unavailable" in report ? report.unavailable : "";
  return { ...entry, filled: { value, note: report?.note ?? "", none, why: "", baseline: "" }, messages: {} };
}

export interface FormParts {
  entries: FilledEntry[];
  eyebrow?: string;
  alert?: string;
  lead?: string[];
  presses: Press[];
}

/** The form of one or several entries; `alert` above it when it comes back with something to look at. */
export function figureForm(context: RequestContext, { entries, eyebrow, alert, lead = [], presses }: FormParts): Answer {
  const [only] = entries;
  const corrects = entries.length === 1 && only?.report;
  const title =
    entries.length === 1 && only ? `${corrects ? "Correct" : "Report"} the figure for ${only.item.id}` : `Report ${plural(entries.length, "figure")}`;
  const many = entries.length > 1 ? ["Leave empty what you do not have yet."] : [];
  return answerIn("form", {
    eyebrow: eyebrow ?? (only && entries.length === 1 ? `Measure of ${only.item.priority.id}` : undefined),
    title,
    alert,
    lead: [...lead, ...many, ...(alert ? [] : ["Nothing is saved until you press Save."])],
    parts: entries.map((entry, place) => partOf(context, entry, place, entries.length === 1)),
    presses,
    suggestions: [],
  });
}

function partOf(context: RequestContext, entry: FilledEntry, place: number, alone: boolean): FormPart {
  const { item, report } = entry;
  const inputs = [valueInput(entry, place), ...(asksBaseline(entry) ? [baselineInput(entry, place)] : []), ...(report ? [whyInput(entry, place)] : [])];
  const [note, none] = [noteInput(entry, place), noneInput(entry, place)];
  return {
    id: item.id,
    text: shortened(item.measure.text, 240),
    facts: factsOf(context, entry),
    // Why there is no figure is out of sight, so that nobody takes it for something to be answered beside one.
    ...(alone
      ? { inputs: [...inputs, note], more: { label: "There is no figure", inputs: [none] } }
      : { inputs, more: { label: "Note, or no figure", inputs: [note, none] } }),
  };
}

function factsOf({ plan, today }: RequestContext, { item: { measure }, period, report, last }: Entry): string[] {
  const when = report ? "" : `, ${lateness({ today }, period)}`;
  return [
    `For ${periodInWords(period)}${when}`,
    ...(report ? [`Reported: ${reportInWords(measure, report)}${reporterInWords(plan, report)}`] : []),
    last ? `Last figure: ${shortened(valueInWords(measure, last.value), 160)} in ${periodInShort(last)}` : "No figure before",
    ...(measure.target !== undefined ? [`Target: ${valueInWords(measure, measure.target)}`] : measure.kind === "narrative" ? [] : ["No target in the plan"]),
  ];
}

/** "44 entrepreneurs", "not available (closed)" */
export const reportInWords = (measure: Measure, report: Pick<Report, "value"> & { unavailable?: keyof typeof absenceInWords }): string =>
  report.value !== undefined
    ? shortened(valueInWords(measure, report.value), 300)
    : `not available${report.unavailable ? ` (${absenceInWords[report.unavailable]})` : ""}`;

/** ", by bipc.staff@example.org on 24 November 2026" */
export function reporterInWords(plan: Plan, { by, at }: Pick<Report, "by" | "at">): string {
  return `${by ? `, by ${by}` : ""}${at ? ` on ${dayInWords(dayOf(new Date(at), plan.timeZone))}` : ""}`;
}

const input = (field: Field, place: number, { filled, messages }: FilledEntry, rest: Omit<FormInput, "name" | "value" | "message">): FormInput => ({
  name: inputName(field, place),
  ...(filled[field] && { value: filled[field] }),
  ...(messages[field] && { message: messages[field] }),
  ...rest,
});

function valueInput(entry: FilledEntry, place: number): FormInput {
  const { measure } = entry.item;
  if (measure.kind === "yesno") return input("value", place, entry, { kind: "choice", label: "Yes or no", choices: yesNo });
  if (!measure.kind || measure.kind === "narrative")
    return input("value", place, entry, { kind: "text", label: "What happened", hint: "A few sentences", most: longestNarrative });
  return input("value", place, entry, { kind: "line", label: labelOf(measure), hint: exampleOf(measure, entry), most: most.value });
}

const yesNo = [
  { label: "Yes", value: "yes" },
  { label: "No", value: "no" },
];

function labelOf(measure: Measure): string {
  if (measure.kind === "currency") return `Amount (${!measure.unit || measure.unit === "GBP" ? "£" : measure.unit})`;
  if (measure.kind === "rating") return `Rating (0 to ${highestRating(measure)})`;
  if (measure.kind === "percentage") return "Figure (%)";
  return measure.unit ? `Figure (${measure.unit})` : "Figure";
}

const exampleOf = (measure: Measure, { last }: Entry): string =>
  measure.kind === "currency"
    ? "For example 1,200.50 or 1.2k"
    : `For example ${typeof last?.value === "number" ? last.value.toLocaleString("en-GB") : measure.kind === "rating" ? "4.2" : "45"}`;

const baselineInput = (entry: FilledEntry, place: number): FormInput =>
  input("baseline", place, entry, {
    kind: "line",
    label: `Baseline: ${labelOf(entry.item.measure).replace(/^./, (letter) => letter.toLowerCase())} before the plan began`,
    hint: "Leave empty if it is not known",
    most: most.baseline,
  });

const whyInput = (entry: FilledEntry, place: number): FormInput =>
  input("why", place, entry, { kind: "line", label: "Why is it changed?", hint: "For example: two branches reported late", most: most.why });

const noteInput = (entry: FilledEntry, place: number): FormInput => input("note", place, entry, { kind: "text", label: "Note (optional)", most: most.note });

const reasonLabels = {
  closed: "The place or service was closed",
  "not collected": "It was not collected",
  "not due": "It is not due for this period",
  other: "Another reason (say which in the note)",
} as const;

const noneInput = (entry: FilledEntry, place: number): FormInput =>
  input("none", place, entry, {
    kind: "choice",
    label: "Why is there no figure?",
    hint: "Choose a reason",
    choices: absences.map((value) => ({ label: reasonLabels[value], value })),
  });
