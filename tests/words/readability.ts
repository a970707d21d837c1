/** How old a reader has to be for a text, by the formula of Flesch and Kincaid: a school grade of the United States, of which the first begins at five. */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

export interface Counted {
  sentence: number;
  word: number;
  syllable: number;
}

/** Gaps, quoted words, numbers and names of settings are left out: they are the plan's and the person's. */
export function counted(text: string): Counted {
  const own = text
    .replace(/"[^"]*"|`[^`]*`|‹›/g, " it ")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[A-Z]{2,}(?:_[A-Z]+)+/g, "it");
  const sentences = own
    .split(/[.!?]+(?:\s|$)|\n/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  return { sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? [];

export const readingAge = (counts: Counted): number => fleschKincaid({ ...counts }) + 5;

export const together = (all: readonly Counted[]): Counted =>
  all.reduce((sum, one) => ({ sentence: sum.sentence + one.sentence, word: sum.word + one.word, syllable: sum.syllable + one.syllable }), {
    sentence: 0,
    word: 0,
    syllable: 0,
  });
