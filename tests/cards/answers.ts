import type { Answer } from "../../src/shared/answer.js";

/** One answer of each look with `text` in every place that takes words, and lists of `length`. */
export const answerOfAllLooks = (text: string, length = 2): Answer[] => {
  const list = <T>(item: T): T[] => Array.from({ length }, () => item);
  const badge = { word: text, colour: "red" } as const;
  const common = { carried: text, gaps: list(text), sources: list(text), suggestions: list({ label: text, says: text }) };
  const facts = list({ label: text, value: text });
  const sections = list({ heading: text, rows: list({ id: text, text, badge, detail: text }), more: text });
  const lead = list(text);
  return [
    { look: "standing", data: { ...common, eyebrow: text, title: text, badge, lead, facts, sections }, text },
    { look: "rows", data: { ...common, title: text, lead, sections }, text },
    {
      look: "measure",
      data: {
        ...common,
        eyebrow: text,
        title: text,
        value: text,
        period: text,
        lead,
        facts,
        history: list({ period: text, value: text, detail: text }),
        more: text,
      },
      text,
    },
    { look: "choice", data: { carried: text, question: text, choices: list({ label: text, says: text, detail: text }) }, text },
    { look: "notice", data: { carried: text, title: text, lead, suggestions: common.suggestions }, text },
  ];
};
