import { distance } from "fastest-levenshtein";

/** Finds the word somebody meant. Built once a plan from the words there are. */
export interface Speller {
  known(word: string): boolean;
  /** Whether a misspelling may be corrected to the word: it is the plan's, or one of asking. */
  offers(word: string): boolean;
  /** The nearest known word, or nothing when none is near enough. Pure; costs a look at the words of about the same length. */
  nearest(word: string): string | undefined;
}

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** Edits apart; two swapped neighbours count as one. */
const apart = (a: string, b: string): number => {
  const edits = distance(a, b);
  return edits === 2 && isSwap(a, b) ? 1 : edits;
};

const allowed = (word: string): number => (word.length >= 8 ? 2 : 1);

/** A bit for each letter that a word has; all that is none of a to z shares one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

/** Two words are at least so many edits apart, as an edit brings one letter in and takes one out. */
const apartAtLeast = (a: number, b: number): number => Math.max(bitsIn(a & ~b), bitsIn(b & ~a));

interface Candidate {
  word: string;
  letters: number;
}

/** `words` in order of preference: the first of equally near ones wins. `also`, and what `isWord` says is one, are known but never offered. */
export function spellerOf(words: Iterable<string>, also: Iterable<string>, isWord: (word: string) => boolean): Speller {
  const offered = new Set<string>(words);
  const known = new Set<string>(also);
  const byLength = new Map<number, Candidate[]>();
  for (const word of offered) {
    known.add(word);
    if (word.length < 4) continue;
    const same = byLength.get(word.length) ?? [];
    same.push({ word, letters: lettersOf(word) });
    byLength.set(word.length, same);
  }
  const near = (word: string): string | undefined => {
    let best: string | undefined;
    let bestCost = allowed(word) + 0.5;
    const letters = lettersOf(word);
    for (const length of [0, 1, -1, 2, -2]) {
      if (Math.abs(length) > allowed(word)) continue;
      for (const candidate of byLength.get(word.length + length) ?? []) {
        // A wrong first letter is rare, and costs.
        const first = candidate.word[0] === word[0] ? 0 : 0.4;
        // Most words have too many other letters to be counted out.
        if (apartAtLeast(letters, candidate.letters) + first >= bestCost) continue;
        const cost = apart(word, candidate.word) + first;
        if (cost < bestCost) [best, bestCost] = [candidate.word, cost];
      }
    }
    return best;
  };
  return {
    offers: (word) => offered.has(word),
    known: (word) => known.has(word) || isWord(word),
    nearest: (word) => (word.length < 4 || /\d/.test(word) ? undefined : near(word)),
  };
}
