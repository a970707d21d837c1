/** Which words stand beside each other in the examples of what people ask. */
import { INTENTS } from "../intents/index.js";
import { englishWords } from "./english.js";
import { plainWords } from "./words.js";

interface AskingPhrases {
  words: ReadonlySet<string>;
  /** "left right" to how often. */
  pairs: ReadonlyMap<string, number>;
}

let made: AskingPhrases | undefined;

/** Made at the first misspelling. Slots part words; what is no English word is a misspelling that the examples have on purpose. */
export function askingPhrases(): AskingPhrases {
  if (made) return made;
  const words = new Set<string>();
  const pairs = new Map<string, number>();
  for (const { examples } of INTENTS)
    for (const example of examples)
      for (const part of example.split(/\{[^}]{0,60}\}/)) {
        const said = plainWords(part);
        said.forEach((word, at) => {
          if (!englishWords.has(word)) return;
          words.add(word);
          const next = said[at + 1];
          if (next && englishWords.has(next)) pairs.set(`${word} ${next}`, (pairs.get(`${word} ${next}`) ?? 0) + 1);
        });
      }
  made = { words, pairs };
  return made;
}
