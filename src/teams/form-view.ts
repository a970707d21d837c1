/** What the templates of forms and receipts are filled with. What a person typed is never shortened: it has to come back as it was. */
import type { DigestView, FormInput, FormPart, FormView, Press, Suggestion } from "../shared/answer.js";
import { clip } from "./clip.js";
import { buttonsOf, type Limits, moreOf, mostLabel, type Writer } from "./writer.js";

/** Teams shows six and hides the rest behind a menu. */
const MOST_BUTTONS = 6;
const LONGEST_CHOICE = 100;
/** More than these are chosen from a list that opens. */
const MOST_SEEN_CHOICES = 3;
const MOST_TYPED = 4_000;

/** A form as its card template wants it; every text is shortened and its markup made harmless by `write`. */
export const formView = ({ carried, eyebrow, title, alert, lead, parts }: FormView, write: Writer) => ({
  carried: write.short(carried),
  eyebrow: write.short(eyebrow),
  title: write.text(title),
  alert: write.text(alert),
  lead: write.sentences(lead, write.text),
  parts: parts.map((part, place) => partView(part, place, write)),
});

/** Buttons of a digest stand in rows, so that a narrow card shows them all. */
const BUTTONS_IN_A_ROW = 3;

/** A digest as its card template wants it. */
export const digestView = ({ carried, eyebrow, title, alert, lead, blocks }: DigestView, write: Writer) => ({
  carried: write.short(carried),
  eyebrow: write.short(eyebrow),
  title: write.text(title),
  alert: write.text(alert),
  lead: write.sentences(lead, write.text),
  blocks: blocks.map((block, at) => ({
    heading: write.short(block.heading),
    lead: write.sentences(block.lead ?? [], write.short),
    rows: write.rows(block.rows),
    more: moreOf(block.rows.length - write.rows(block.rows).length, block.more, write.short),
    parts: block.parts.map((part, place) => partView(part, at * MOST_PARTS + place, write)),
    presses: inRows([...block.presses, ...askingOf(block.suggestions ?? [])]).map((row) => ({ buttons: row.map(buttonView) })),
  })),
});

const MOST_PARTS = 100;

const inRows = (presses: Press[]): Press[][] =>
  Array.from({ length: Math.ceil(presses.length / BUTTONS_IN_A_ROW) }, (_, at) => presses.slice(at * BUTTONS_IN_A_ROW, (at + 1) * BUTTONS_IN_A_ROW));

const partView = ({ id, text, facts, message, inputs, more }: FormPart, place: number, write: Writer) => {
  const hidden = more?.inputs ?? [];
  return {
    id: write.short(id),
    words: id ? ` ${write.short(text)}` : write.short(text),
    facts: write.sentences(facts, write.short),
    message: write.short(message),
    inputs: inputs.map((input) => inputView(input, write)),
    more: {
      shown: hidden.length > 0,
      open: hidden.some(({ value, message }) => Boolean(value || message)),
      id: `more${place}`,
      label: clip(more?.label ?? "", mostLabel),
      inputs: hidden.map((input) => inputView(input, write)),
    },
  };
};

const inputView = ({ name, kind, label, hint, value = "", message, choices = [], several = false, most = MOST_TYPED }: FormInput, write: Writer) => ({
  name,
  kind,
  label: write.short(label),
  hint: write.short(hint),
  value,
  message: write.short(message),
  choices: choices.map((choice) => ({ label: clip(choice.label, LONGEST_CHOICE), value: choice.value })),
  several,
  style: choices.length > MOST_SEEN_CHOICES && !several ? "compact" : "expanded",
  most,
});

const askingOf = (suggestions: Suggestion[]): Press[] => buttonsOf(suggestions).map(({ label, data }) => ({ label, verb: "questions.ask", data, alone: true }));

/** Buttons of both kinds: those that have something done, then those that ask. */
export const pressedOf = ({ presses = [], suggestions }: { presses?: Press[]; suggestions: Suggestion[] }, { buttons }: Pick<Limits, "buttons">) => {
  return [...presses, ...askingOf(suggestions.slice(0, buttons))].slice(0, MOST_BUTTONS).map(buttonView);
};

const buttonView = ({ label, verb, data, style, alone }: Press) => ({
  label: clip(label, mostLabel),
  verb,
  data,
  submit: { verb, ...data },
  style: style ?? "default",
  inputs: alone ? "none" : "auto",
});
