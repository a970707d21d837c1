/** A person that a text calls by a name which the plan does not have: "for Jo", "Sam covers for me". Pure. */
import { englishWords } from "./english.js";
import { cueWords, stopWords } from "./lexicon.js";
import type { Sketch } from "./sketch.js";

/** First names that are words as well. */
const alsoNames = new Set(
  "sam mark grace will rose joy hope faith dawn frank bill jack pat bob sue ray guy art rob drew max penny ruby amber lily holly hazel heather jasmine olive violet daisy poppy victor dean grant miles jean gene dale glen robin carol eve iris ivy nick don ted tony dot fern kit kay lee les lou peg phil ken jo joe jan".split(
    " ",
  ),
);

const isName = (word: string, { context: { guide } }: Sketch): boolean =>
  /^\p{L}{2,}$/u.test(word) &&
  (alsoNames.has(word) || !(englishWords.has(word) || stopWords.has(word) || cueWords.has(word) || guide.isPlanWord(word) || ownWords.has(word)));

const ownWords = new Set("reminder reminders snooze unpause unmute deputise deputises hols wfh ooo".split(" "));

const places = [
  /\b(?:for|to|is|be|by|with|was|did|has|have|remind(?:ing)?|reminded|nudge|chase|when|will|does) (?=(\p{L}+)(?: (\p{L}+))?)/gu,
  /(?:^|, |and |while |; |\. |- )(\p{L}+)(?: (\p{L}+))? (?:covers?|is|will|stands?|deputis(?:es|e)|takes?|fills?|holds?|looks?|can|has|gets|instead)\b/gu,
];

/** In lower case, a first name or a first and a last one. */
export function nameSaid(sketch: Sketch): string | undefined {
  for (const pattern of places)
    for (const [, first, last] of sketch.line.matchAll(pattern)) {
      if (!first || !isName(first, sketch)) continue;
      return last && isName(last, sketch) ? `${first} ${last}` : first;
    }
  return undefined;
}
