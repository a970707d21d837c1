/** How near two sentences are, from 0 to 1: the larger of character trigram overlap (Dice) and edit distance over length. */
import { distance } from "fastest-levenshtein";

const SLOT = /\{[a-z]+\}/g;
const PRINTED_ID = /\b[a-z]?\d+(?:\.[a-z]?\d+)+\b/g;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function trigrams(text: string): Map<string, number> {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at++) counts.set(padded.slice(at, at + 3), (counts.get(padded.slice(at, at + 3)) ?? 0) + 1);
  return counts;
}

function dice(a: Map<string, number>, b: Map<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0);
  for (const counts of [a, b]) for (const count of counts.values()) all += count;
  return all ? (2 * shared) / all : 0;
}

/** A sentence as it is compared: with and without what stands for an item, so that filling a slot makes no copy a new sentence. */
export interface Compared {
  text: string;
  forms: { text: string; grams: Map<string, number> }[];
}

export function compared(text: string): Compared {
  const lower = text.toLowerCase();
  const forms = [...new Set([plain(lower), plain(lower.replace(SLOT, " ").replace(PRINTED_ID, " "))])].filter(Boolean);
  return { text, forms: forms.map((form) => ({ text: form, grams: trigrams(form) })) };
}

export function similarity(a: Compared, b: Compared): number {
  let most = 0;
  for (const one of a.forms)
    for (const other of b.forms) {
      const edits = 1 - distance(one.text, other.text) / Math.max(one.text.length, other.text.length);
      most = Math.max(most, edits, dice(one.grams, other.grams));
    }
  return most;
}

/** Whether they are at least so near; texts of very different length are not looked at. */
export function isNear(a: Compared, b: Compared, least: number): boolean {
  const lengths = (text: string, other: string) => (2 * (Math.min(text.length, other.length) + 2)) / (text.length + other.length + 4);
  const possible = a.forms.some((one) => b.forms.some((other) => lengths(one.text, other.text) >= least));
  return possible && similarity(a, b) >= least;
}
