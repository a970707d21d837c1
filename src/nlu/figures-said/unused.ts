/** What of a message no argument took up: numbers, and half sentences about something else. Pure. */

import type { Interpretation } from "../../assistant/assistant.js";
import { traitsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import { readingNamed, windowOf } from "../readings.js";
import { stem } from "../stem.js";
import { timeOf, type Utterance } from "../utterance.js";
import { readLength } from "../words.js";
import { quantitiesIn, quantityOf, sameQuantity } from "./quantity.js";

const MOST_UNUSED = 4;
const CLAUSES = /[,;.!?\n](?=\s|$)|\s[-–—]\s|\b(?:but|though|although|however)\b/i;
/** The number after these is the one that is put right or compared with. */
const COMPARED = /\b(?:not|instead of|rather than|from|than|over|under|out of|of|to|\/) ?$/;

/** The readings of one sentence, the one that opens a form with what it leaves out of it. */
export function withUnused(text: string, readings: Interpretation[], sketched: (text: string) => Utterance): Interpretation[] {
  const [one, ...more] = readings;
  if (!one || more.length || !traitsOf(one.question).takesReason) return readings;
  const { args, apart } = inItsTime(text, one.args, sketched);
  const id = args.measure ?? args.action;
  if (args.unused || args.several || (typeof id !== "string" && args.value === undefined)) return readings;
  const whole = sketched(text);
  const item = typeof id === "string" ? whole.context.planIndex.catalogue.find(id) : undefined;
  const clauses = [...apart, ...(item && args.note === undefined ? clausesUnused(text, item, sketched) : [])];
  const numbers = numbersUnused(whole, item, args).filter((number) => !clauses.some((clause) => clause.includes(number)));
  if (args.none !== undefined && args.note === undefined && clauses[0])
    return [readingNamed(one.question, { ...args, note: capitalised(clauses.join(", ")), ...(numbers.length && { unused: numbers }) })];
  const unused = [...numbers, ...clauses.map((clause) => `"${clause}"`)].slice(0, MOST_UNUSED);
  return unused.length ? [readingNamed(one.question, { ...args, unused })] : readings;
}

const PARTED = /[,;](?!\d)|\b(?:and|but)\b/i;

/** "244, last year 160": the time of another number is not the figure's; that part is named whole. */
function inItsTime(text: string, args: Record<string, unknown>, sketched: (text: string) => Utterance): { args: Record<string, unknown>; apart: string[] } {
  const { value, window, ...rest } = args;
  if (typeof value !== "string" || !window || args.note !== undefined) return { args, apart: [] };
  const parts = text
    .slice(0, readLength)
    .split(PARTED)
    .map((said) => ({ said: said.trim(), utterance: sketched(said) }));
  const own = parts.find(({ utterance }) => utterance.line && quantitiesIn(utterance.line).some((said) => sameQuantity(said, value)));
  const time = own && timeIn(own.utterance);
  // "244 and 160 in Q2" is one time for both.
  const others = parts.filter(({ said, utterance }) => {
    const [number] = quantitiesIn(utterance.line);
    return utterance !== own?.utterance && number && timeIn(time ? utterance : sketched(said.slice(0, Math.max(0, said.indexOf(number)))));
  });
  if (!own || !others.length) return { args, apart: [] };
  return { args: { ...rest, value, ...(time && { window: windowOf(time) }) }, apart: others.map(({ said }) => said) };
}

const timeIn = (utterance: Utterance) => utterance.gone ?? timeOf(utterance);

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function numbersUnused({ line }: Utterance, item: Item | undefined, { value, note }: Record<string, unknown>): string[] {
  const words = `${item ? wordsOf(item) : ""} ${note ?? ""}`;
  const all = quantitiesIn(line).filter((_, at, every) => !COMPARED.test(line.slice(0, placeOf(line, every, at))));
  const used = all.findIndex((number) => typeof value === "string" && sameQuantity(number, value));
  return all.filter((number, at) => at !== used && !words.includes(number));
}

/** Where the number at a place of the list stands in the line. */
const placeOf = (line: string, numbers: readonly string[], at: number): number =>
  numbers.slice(0, at + 1).reduce((from, number) => line.indexOf(number, from) + number.length, 0) - (numbers[at] as string).length;

const wordsOf = (item: Item): string =>
  item.type === "measure" ? `${item.measure.text} ${item.measure.unit ?? ""}` : item.type === "action" ? item.action.text : "";

/** Half sentences with two words or more of their own, of which none is the item's. */
function clausesUnused(text: string, item: Item, sketched: (text: string) => Utterance): string[] {
  const clauses = text
    .slice(0, readLength)
    .split(CLAUSES)
    .map((clause) => clause.trim())
    .filter(Boolean);
  if (clauses.length < 2) return [];
  const own = new Set(
    `${wordsOf(item)} ${"priority" in item ? item.priority.title : ""}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map(stem),
  );
  return clauses.filter((clause) => {
    const utterance = sketched(clause);
    if (/[«⟦‹¤]/.test(utterance.line) || quantityOf(utterance) !== undefined || utterance.states.length) return false;
    const words = utterance.topic.chunks.flat();
    return words.length > 1 && !words.some((word) => own.has(stem(word)));
  });
}
