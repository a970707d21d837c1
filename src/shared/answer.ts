/** What a feature says back: the name of a view, its data and a plain text. Channel-free: no card, no Activity. */
import type { Badge, Common, Details, Press, Section, Suggestion } from "./answer-parts.js";
import type { Chart } from "./chart.js";
import type { DigestView, FormView, ReceiptView } from "./form-views.js";

export type * from "./answer-parts.js";
export type * from "./form-views.js";

/** How a priority, theme, action or the whole plan stands. */
export interface StatusView extends Common {
  /** "Priority in Place", "Action under 2.3" … */
  eyebrow: string;
  /** "2.3 Deliver services to support business start-ups …" */
  title: string;
  badge: Badge;
  /** Why the badge is what it is, and direct answers ("Yes, it is complete."), a sentence each. */
  lead: string[];
  facts: { label: string; value: string }[];
  /** How much of it is done, and the same in words ("2 of 5 actions complete"). */
  progress?: { done: number; of: number; words: string };
  sections: Section[];
  details?: Details;
}

/** A list that answers a question: actions, deadlines, what is overdue, who leads what, measures. */
export interface RowsView extends Common {
  title: string;
  /** The answer in a sentence or two; stands alone when there are no rows. */
  lead: string[];
  sections: Section[];
  /** Stand before the suggestions. */
  presses?: Press[];
  /** Made and offered at once. */
  file?: FileOffer;
}

/** One measure: its figure, how it moves, what it is held against. */
export interface MeasureView extends Common {
  eyebrow: string;
  /** "2.3.m3 Increased number of women, BAME, young entrepreneurs supported" */
  title: string;
  /** "44 entrepreneurs", or "No figure yet" */
  value: string;
  /** "2026-27 Q2 (July to September 2026)"; absent when there is no figure. */
  period?: string;
  lead: string[];
  /** Newest first. */
  history: { period: string; value: string; detail?: string }[];
  more?: string;
  details?: Details;
}

/** Asking back: two to four candidates. */
export interface ChoiceView {
  carried?: string;
  /** "Which one do you mean?" and why it is asked. */
  question: string;
  choices: (Suggestion & { detail?: string })[];
}

/** A few sentences: help, a refusal, "that is not in the plan", an apology. */
export interface NoticeView {
  carried?: string;
  title: string;
  lead: string[];
  /** Stand before the suggestions. */
  presses?: Press[];
  suggestions: Suggestion[];
}

/** A file that is made and offered as soon as the answer has gone out, where the channel takes files. */
export interface FileOffer {
  /** "Word file" */
  what: string;
  /** What its button would carry; see fileVerb. */
  data: Record<string, unknown>;
}

/** A picture with all that it shows in words beside it. */
export interface PictureView extends Common {
  eyebrow: string;
  title: string;
  /** What the picture shows, a sentence each. */
  lead: string[];
  chart: Chart;
  /** What it shows in a sentence or two, for who does not see it. */
  alt: string;
  /** A PNG in base64, and the same for a dark theme; missing where it could not be drawn. */
  png?: string;
  darkPng?: string;
  /** The same as the picture, in rows. */
  sections: Section[];
}

interface Views {
  standing: StatusView;
  rows: RowsView;
  measure: MeasureView;
  choice: ChoiceView;
  notice: NoticeView;
  form: FormView;
  receipt: ReceiptView;
  picture: PictureView;
  digest: DigestView;
}

export type ViewName = keyof Views;

/** `text` is the whole answer in plain text, for notifications and the command line; `plan` the id of its plan, where several are loaded; `chats` the addresses of people whose names are facts, by name. */
export type Answer = { [L in ViewName]: { view: L; data: Views[L]; text: string; plan?: string; chats?: Record<string, string> } }[ViewName];
