/** What a feature says back: the name of a look, its data and a plain text. Channel-free: no card, no Activity. */
import type { Chart } from "./chart.js";
import type { Colour } from "./colour.js";

export type { Colour } from "./colour.js";

/** A status as people read it: `{ word: "Off track", colour: "red" }` is shown as "Off track (red)". */
export interface Badge {
  word: string;
  colour: Colour;
}

/** One line of a list: an id as printed, its words, perhaps a status, and one short line of facts ("Due 31 March 2027 · Lead: …"). */
export interface Row {
  id: string;
  text: string;
  badge?: Badge;
  detail?: string;
}

/** A list with a heading. `more` is a sentence for what is not shown ("and 4 more"). */
export interface Section {
  heading: string;
  rows: Row[];
  more?: string;
}

/** Something to press that asks the bot a question in words, exactly as if the person had typed `says`. */
export interface Suggestion {
  label: string;
  says: string;
}

/** Something to press that has a verb of the bot's done. */
export interface Press {
  label: string;
  /** "figures.record": one of the desk's verbs. */
  verb: string;
  /** Comes back with what was typed into the form around it; plain JSON. */
  data: Record<string, unknown>;
  style?: "positive" | "destructive";
  /** Leaves out what was typed. */
  alone?: boolean;
}

interface Common {
  /** What the answer took from the turn before ("Still about 2.3"), when it carried something over. */
  carried?: string;
  /** What is missing or not known, a sentence each. */
  gaps: string[];
  /** As when, and who last changed the facts, a sentence each. */
  sources: string[];
  /** At most four follow-up questions. */
  suggestions: Suggestion[];
}

/** How a priority, theme, action or the whole plan stands. */
export interface StandingLook extends Common {
  /** "Priority in Place", "Action under 2.3" … */
  eyebrow: string;
  /** "2.3 Deliver services to support business start-ups …" */
  title: string;
  badge: Badge;
  /** Why the badge is what it is, and direct answers ("Yes, it is complete."), a sentence each. */
  lead: string[];
  facts: { label: string; value: string }[];
  sections: Section[];
}

/** A list that answers a question: actions, deadlines, what is overdue, who leads what, measures. */
export interface RowsLook extends Common {
  title: string;
  /** The answer in a sentence or two; stands alone when there are no rows. */
  lead: string[];
  sections: Section[];
  /** Stand before the suggestions. */
  presses?: Press[];
}

/** One measure: its figure, how it moves, what it is held against. */
export interface MeasureLook extends Common {
  eyebrow: string;
  /** "2.3.m3 Increased number of women, BAME, young entrepreneurs supported" */
  title: string;
  /** "44 entrepreneurs", or "No figure yet" */
  value: string;
  /** "2026-27 Q2 (July to September 2026)"; absent when there is no figure. */
  period?: string;
  lead: string[];
  facts: { label: string; value: string }[];
  /** Newest first. */
  history: { period: string; value: string; detail?: string }[];
  more?: string;
}

/** Asking back: two to four candidates. */
export interface ChoiceLook {
  carried?: string;
  /** "Which one do you mean?" and why it is asked. */
  question: string;
  choices: (Suggestion & { detail?: string })[];
}

/** A few sentences: help, a refusal, "that is not in the plan", an apology. */
export interface NoticeLook {
  carried?: string;
  title: string;
  lead: string[];
  /** Stand before the suggestions. */
  presses?: Press[];
  suggestions: Suggestion[];
}

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
export interface FormLook {
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
export interface ReceiptLook {
  carried?: string;
  /** "Saved: 2 figures for 2026-27 Q2" */
  title: string;
  lead: string[];
  /** What was saved, an item each. */
  rows: Row[];
  /** By whom, when, receipt number. */
  facts: { label: string; value: string }[];
  presses: Press[];
  suggestions: Suggestion[];
}

/** A picture with all that it shows in words beside it. */
export interface PictureLook extends Common {
  eyebrow: string;
  title: string;
  /** What the picture shows, a sentence each. */
  lead: string[];
  chart: Chart;
  /** What it shows in a sentence or two, for who does not see it. */
  alt: string;
  /** A PNG, in base64; missing where it could not be drawn. */
  png?: string;
  /** The same as the picture, in rows. */
  sections: Section[];
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
}

/** Everything that one person is told of the bot's own accord, most pressing first. */
export interface DigestLook {
  carried?: string;
  eyebrow?: string;
  title: string;
  alert?: string;
  lead: string[];
  blocks: DigestBlock[];
  suggestions: Suggestion[];
}

interface Looks {
  standing: StandingLook;
  rows: RowsLook;
  measure: MeasureLook;
  choice: ChoiceLook;
  notice: NoticeLook;
  form: FormLook;
  receipt: ReceiptLook;
  picture: PictureLook;
  digest: DigestLook;
}

export type LookName = keyof Looks;

/** `text` is the whole answer in plain text, for notifications and the command line. */
export type Answer = { [L in LookName]: { look: L; data: Looks[L]; text: string } }[LookName];
