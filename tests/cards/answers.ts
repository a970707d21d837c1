import type { Answer, FormPart, Press } from "../../src/shared/answer.js";

/** One answer of each look with `text` in every place that takes words, and lists of `length`. */
export const answerOfAllViews = (text: string, length = 2): Answer[] => {
  const list = <T>(item: T): T[] => Array.from({ length }, () => item);
  const badge = { word: text, colour: "red" } as const;
  const common = { carried: text, gaps: list(text), sources: list(text), suggestions: list({ label: text, says: text }) };
  const facts = list({ label: text, value: text });
  const sections = list({ heading: text, rows: list({ id: text, text, badge, detail: text }), more: text });
  const lead = list(text);
  const presses: Press[] = [{ label: text, verb: "figures.record", data: { form: "x" }, style: "positive" }];
  return [
    {
      view: "standing",
      data: {
        ...common,
        eyebrow: text,
        title: text,
        badge,
        lead,
        facts,
        progress: { done: 1, of: 3, words: text },
        sections: sections.map((one) => ({ ...one, fold: text })),
        details: { facts, suggestions: common.suggestions },
      },
      text,
    },
    { view: "rows", data: { ...common, title: text, lead, sections }, text },
    {
      view: "measure",
      data: {
        ...common,
        eyebrow: text,
        title: text,
        value: text,
        period: text,
        lead,
        details: { facts, suggestions: common.suggestions },
        history: list({ period: text, value: text, detail: text }),
        more: text,
      },
      text,
    },
    {
      view: "picture",
      data: {
        ...common,
        eyebrow: text,
        title: text,
        lead,
        chart: { kind: "status", bars: list({ id: text, name: text, parts: list({ word: text, colour: "red", count: 1 }) }) },
        alt: text,
        png: "iVBORw0KGgo=",
        sections,
      },
      text,
    },
    { view: "choice", data: { carried: text, question: text, choices: list({ label: text, says: text, detail: text }) }, text },
    { view: "notice", data: { carried: text, title: text, lead, presses, suggestions: common.suggestions }, text },
    { view: "form", data: { carried: text, eyebrow: text, title: text, alert: text, lead, parts: partsWith(text), presses, suggestions: [] }, text },
    {
      view: "receipt",
      data: { carried: text, title: text, lead, rows: list({ id: text, text, badge, detail: text }), facts, presses, suggestions: common.suggestions },
      text,
    },
    {
      view: "digest",
      data: {
        carried: text,
        eyebrow: text,
        title: text,
        alert: text,
        lead,
        blocks: [{ heading: text, lead, rows: list({ id: text, text, badge, detail: text }), more: text, parts: partsWith(text), presses }],
        suggestions: common.suggestions,
      },
      text,
    },
  ];
};

/** Every kind of input twice, once in sight and once behind a button. What was typed is never cut, so it is as long as a form lets it be. */
const partsWith = (text: string): FormPart[] =>
  [0, 1].map((place) => {
    const typed = text.slice(0, 200);
    const inputs = (["line", "text", "choice", "date", "person"] as const).map((kind) => ({
      name: `${kind}${place}`,
      kind,
      label: text,
      hint: text,
      message: text,
      ...(kind !== "date" && { value: typed }),
      choices: [{ label: text.trim() || "Choice", value: typed.trim() || "choice" }],
    }));
    const hidden = inputs.map((input) => ({ ...input, name: `${input.name}more` }));
    return { id: text, text, facts: [text, text], message: text, inputs, more: { label: text, inputs: hidden } };
  });
