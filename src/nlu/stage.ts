import type { Sketch } from "./sketch.js";

/** The label of a milestone that a text names word for word ("the helpers trained milestone"), the longest first. */
export function stageIn({ ask, context: { guide } }: Sketch): string | undefined {
  const words = new Set(ask.split(" "));
  const labels = new Set(guide.catalogue.actions.flatMap(({ action }) => (action.milestones ?? []).flatMap(({ label }) => label ?? [])));
  return [...labels].filter((label) => wordsOf(label).every((word) => words.has(word))).sort((a, b) => b.length - a.length)[0];
}

const wordsOf = (label: string): string[] =>
  label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
