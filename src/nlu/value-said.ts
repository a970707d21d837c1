/** The figure that a text gives, as it was typed. Pure. */
import { digitOf } from "./words.js";

const number = "-?£?\\d[\\d,]*(?:\\.\\d+)?(?:k|m|bn)?%?";
/** No part of an id, a time, a person or another number. */
const apart = `(?<![£«⟦‹\\d.\\p{L}])${number}(?![»⟧›\\d.\\p{L}])`;
const anyNumber = new RegExp(`(?<!\\b(?:over|under|within|than|above|below|aged|age|least|first|grade|category|out of) )${apart}`, "u");
const stating =
  "was|were|is|are|should be|should read|needs to be|ought to be|came to|comes to|came in at|stood at|stands at|reached|hit|totalled|clocked|counted|now at|:|=";
const stated = new RegExp(`(?:\\b(?:${stating.replace("|:|=", "")})|:|=) (?:now |about |around |roughly |at |up to |down to )?(${apart})`, "u");
/** "not 431": what it is not, and what it was. */
const denied = new RegExp(`\\b(?:not|instead of|rather than|in place of|from) (?:the )?(${apart})`, "gu");
const stretches = /\b(?:last|next|past) \d+ (?:days|weeks|months|quarters|years)\b/g;
const changedTo = new RegExp(`\\bto (${apart})`, "u");

/** Whether it says what a figure is rather than that there is one: "came to 45". */
export const statesValue = (line: string): boolean => stated.test(line);

/** The value; never one that is denied ("it is 428, not 431", "from 431 to 428"). */
export function valueSaid(line: string): string | undefined {
  const left = line.replace(denied, " ").replace(stretches, " ");
  return stated.exec(left)?.[1] ?? (left === line ? undefined : changedTo.exec(left)?.[1]) ?? anyNumber.exec(left)?.[0];
}

const LARGE: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const numberWords = `(?:${[...digitOf.keys(), "seventy", "eighty", ...Object.keys(LARGE)].join("|")})`;
const spelled = new RegExp(`\\b${numberWords}(?: (?:and )?${numberWords})*\\b(?! (?:of|point|more|days?|weeks?|months?|quarters?|years?)\\b)`, "g");
const smallOf = (word: string): number => digitOf.get(word) ?? { seventy: 70, eighty: 80 }[word] ?? 0;

/** "twenty six thousand three hundred": the only such number of a text, in figures; "one" is no number. */
export function spelledValue(line: string): string | undefined {
  const found = (line.match(spelled) ?? []).filter((words) => words !== "one");
  return found.length === 1 ? String(inFigures((found[0] as string).split(" "))) : undefined;
}

function inFigures(words: readonly string[]): number {
  let [total, part] = [0, 0];
  for (const word of words) {
    const large = LARGE[word];
    if (large === undefined) part += smallOf(word);
    else if (large === 100) part = (part || 1) * 100;
    else [total, part] = [total + (part || 1) * large, 0];
  }
  return total + part;
}
