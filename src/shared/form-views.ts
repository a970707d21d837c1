/** The views that something is typed into, and what takes their place. */
import type { Press, Row, Suggestion } from "./answer-parts.js";

/** Something to fill in. What was typed comes back as a string under `name`; nothing when it was left empty. */
export interface FormInput {
  /** Letters and digits, once on a form. */
  name: string;
  kind: "line" | "text" | "choice" | "date" | "person";
  label: string;
  /** An example, shown while it is empty. */
  hint?: string;
  value?: string;
  /** What is wrong with what was typed; stands beside the input. */
  message?: string;
  /** Of a choice: one of them, or none; any number where `several`, in `value` with commas between. */
  several?: boolean;
  choices?: { label: string; value: string }[];
  /** At most so many characters. */
  most?: number;
}

/** One thing that a form is about, with its inputs. */
export interface FormPart {
  /** As printed; empty when the part is no item of the plan. */
  id: string;
  text: string;
  /** What is known so far, a short line each. */
  facts: string[];
  message?: string;
  inputs: FormInput[];
  /** Inputs that few need, behind a button with this label; in sight when one of them has a value or a message. */
  more?: { label: string; inputs: FormInput[] };
}

/** Something to fill in and press. It is bound to a person by the signed id in the data of its presses (src/forms). */
export interface FormView {
  carried?: string;
  eyebrow?: string;
  title: string;
  /** Why it comes back ("Not saved yet: …"). */
  alert?: string;
  lead: string[];
  parts: FormPart[];
  presses: Press[];
  suggestions: Suggestion[];
}

/** What was saved; takes the place of the form. */
export interface ReceiptView {
  carried?: string;
  /** "Saved: 2 figures for 2026-27 Q2" */
  title: string;
  lead: string[];
  /** What was saved, an item each. */
  rows: Row[];
  /** Their details are out of sight until a button with these words is pressed. */
  fold?: string;
  /** By whom, when, receipt number. */
  facts: { label: string; value: string }[];
  presses: Press[];
  suggestions: Suggestion[];
}

/** One stretch of a digest: rows, perhaps something to fill in, and its own buttons beneath. */
export interface DigestBlock {
  heading: string;
  /** A short sentence each, small. */
  lead?: string[];
  rows: Row[];
  more?: string;
  parts: FormPart[];
  presses: Press[];
  /** Stand after the presses. */
  suggestions?: Suggestion[];
}

/** Everything that one person is told of the bot's own accord, most pressing first. */
export interface DigestView {
  carried?: string;
  eyebrow?: string;
  title: string;
  alert?: string;
  lead: string[];
  blocks: DigestBlock[];
  suggestions: Suggestion[];
}
