/** A row that a person looks at before a plan is imported, and what may be decided about it. Pure. */
import { createHash } from "node:crypto";
import { inferredId } from "../../plan-import/index.js";
import type { FormInput } from "../../shared/answer.js";
import { capital } from "../../shared/words.js";
import type { MeasuresJoined } from "../joining.js";
import type { Edit } from "./edits.js";

/** What a decision comes to; nothing of it for "as read". */
export interface Outcome {
  edit?: Edit;
  joins?: MeasuresJoined[];
  /** An id whose item is the one of before in words that have nothing of the words before. */
  same?: string;
  /** The file has to be put right first, so nothing is imported. */
  mend?: boolean;
}

export interface SettledRow {
  /** Of its input. Tells the row from all others of the file, also when the card is pressed or the plan's leads are other ones by then. */
  name: string;
  /** Empty where the row is about no single item. */
  id: string;
  why: string;
  facts: string[];
  input: Omit<FormInput, "name">;
  /** What is chosen holds at every later import of the plan. */
  holds?: boolean;
  /** Name of the row that stands for this one and its like, until "one by one" is chosen there. */
  under?: string;
  /** What is wrong with a value, in words. */
  problem?(value: string): string | undefined;
  outcome(value: string): Outcome;
}

/** The rows whose question is open, given what was chosen in others: "One by one" brings rows in a group's place. */
export const visibleRows = (rows: readonly SettledRow[], chosen: ReadonlyMap<string, string>): SettledRow[] =>
  rows.filter(({ under }) => !under || chosen.get(under) === oneByOne.value);

export type RowHead = Pick<SettledRow, "name" | "id" | "why" | "facts">;

/** Ids of rows that are about the whole plan, or about many measures. */
const noItems = new Set(["plan", inferredId]);

/** `key` is any text that no other row of the file has. */
export function rowHead(key: string, about: string, why: string, facts: string[] = []): RowHead {
  const id = noItems.has(about) ? "" : about;
  return { name: `row${createHash("sha256").update(key).digest("hex").slice(0, 12)}`, id, why: id ? why : capital(why), facts };
}

export interface Option extends Outcome {
  label: string;
  value: string;
}

export const AFRESH = "Another one: nothing from before is carried over";
/** The choice that an item is the one with this id before, in new words. */
export const theSame = (id: string): Option => ({ label: "The same one in new words: everything reported on it stays", value: "same", same: id.toLowerCase() });

/** Chosen on a row that stands for several: each of them by itself. */
export const oneByOne: Option = { label: "One by one", value: "each" };

/** The choice to take a row as it was read. */
export const asRead = (label: string): Option => ({ label, value: "read" });
export const mend: Option = { label: "Stop: I will correct the file first", value: "mend", mend: true };

/** One of several to choose; the first is what happens when nobody chooses. */
export function choice(head: RowHead, label: string, options: [Option, Option, ...Option[]]): SettledRow {
  const choices = options.map(({ label: words, value }) => ({ label: words, value }));
  return { ...head, input: { kind: "choice", label, value: options[0].value, choices }, outcome: (value) => options.find((one) => one.value === value) ?? {} };
}

export const longestTyped = 120;

/** Words to be changed or left. */
export function line(head: RowHead, label: string, value: string, edit: (words: string) => Edit): SettledRow {
  const shown = value.slice(0, longestTyped);
  return {
    ...head,
    input: { kind: "line", label, value: shown, most: longestTyped },
    outcome: (words) => (words && words !== shown ? { edit: edit(words) } : {}),
  };
}
