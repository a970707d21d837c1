/** A person that a text calls by a name which the plan does not have: "for Jo", "Sam covers for me". Pure. */
import { englishWords } from "./english.js";
import { cueWords, stopWords } from "./lexicon.js";
import { alsoNames } from "./people-in-plan.js";
import type { Utterance } from "./utterance.js";

const isName = (word: string, { context: { planIndex } }: Utterance): boolean =>
  /^\p{L}{2,}$/u.test(word) &&
  (alsoNames.has(word) || !(englishWords.has(word) || stopWords.has(word) || cueWords.has(word) || planIndex.isPlanWord(word) || ownWords.has(word)));

const ownWords = new Set("reminder reminders snooze unpause unmute deputise deputises hols wfh ooo".split(" "));

const places = [
  /\b(?:for|to|is|be|by|with|was|did|has|have|remind(?:ing)?|reminded|nudge|chase|when|will|does) (?=(\p{L}+)(?: (\p{L}+))?)/gu,
  /(?:^|, |and |while |; |\. |- )(\p{L}+)(?: (\p{L}+))? (?:covers?|is|will|stands?|deputis(?:es|e)|takes?|fills?|holds?|looks?|can|has|gets|instead)\b/gu,
];

/** In lower case, a first name or a first and a last one. */
export function nameSaid(utterance: Utterance): string | undefined {
  for (const pattern of places)
    for (const [, first, last] of utterance.line.matchAll(pattern)) {
      if (!first || !isName(first, utterance)) continue;
      return last && isName(last, utterance) ? `${first} ${last}` : first;
    }
  return undefined;
}
