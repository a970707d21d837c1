import { cheapestLetter, cheapestSlip, editCost, soundOf, wrongStart } from "./edit-cost.js";

/** A word that may have been meant, and what taking it costs: slips, and how rare it is. */
export interface Guess {
  word: string;
  cost: number;
}

/** Finds the word somebody meant. Built once a plan from the words there are. */
export interface Speller {
  known(word: string): boolean;
  /** Whether a misspelling may be corrected to the word without more: it is the plan's, or one of asking. */
  offers(word: string): boolean;
  /** Whether the word stands there as it is meant: it is the plan's in any form, one of asking, or a person's; not just English. */
  certain(word: string): boolean;
  /** The nearest known word, or nothing when none is near enough. Pure; costs a look at the words of about the same length. */
  nearest(word: string): string | undefined;
  /** Words near enough to one that is not known, cheapest first. */
  candidates(word: string): Guess[];
  /** Words of the plan and of asking that cost at most so much, cheapest first; also for a word that is known. */
  guesses(word: string, most: number): Guess[];
  /** Words of the plan and of asking that sound like one, cheapest first. */
  soundAlikes(word: string): Guess[];
  /** Whether the plan has both words in one item. */
  together(word: string, other: string): boolean;
}

/** Words with the same extra cost of being taken, in order of preference. */
export interface WordList {
  words: Iterable<string>;
  extra: number;
}

/** What slips may cost in a word of that length. */
function allowed({ length }: string): number {
  if (length <= 3) return 0.5;
  if (length === 4) return 0.8;
  if (length === 5) return 1.1;
  return length <= 7 ? 1.3 : 1.6;
}

/** A bit for each letter that a word has. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << ((word.charCodeAt(at) - 97) & 31);
  return bits;
}

/** How many bits are set. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Words of one length with the same first letter, and their letters, which count most of them out before they are compared. */
interface Alike {
  words: string[];
  letters: number[];
  extras: number[];
}

const shortest = 3;
const longest = 24;
const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);

export interface Dictionary {
  /** Words that cost at most `most`, slips and extra cost together. */
  near(word: string, most: number): Guess[];
  /** Words that sound like one. */
  alike(word: string): readonly string[];
}

/** Words that misspellings may be corrected to; of a large one only those whose first letter was typed first or second. */
export function dictionaryOf(lists: readonly WordList[], { anyStart = false } = {}): Dictionary {
  const all = new Map<string, { first: string; length: number; alike: Alike }>();
  const seen = new Set<string>();
  for (const { words, extra } of lists)
    for (const word of words) {
      if (word.length < shortest || word.length > longest || seen.has(word) || !isLatin(word)) continue;
      seen.add(word);
      const first = word.charAt(0);
      const key = `${first}${word.length}`;
      const group = all.get(key) ?? { first, length: word.length, alike: { words: [], letters: [], extras: [] } };
      all.set(key, group);
      const { alike } = group;
      alike.words.push(word);
      alike.letters.push(lettersOf(word));
      alike.extras.push(extra);
    }
  const groups = [...all.values()];
  let bySound: Map<string, string[]> | undefined;
  return {
    near(word, most) {
      if (!isLatin(word) || word.length > longest) return [];
      const found: Guess[] = [];
      const letters = lettersOf(word);
      for (const { first, length, alike } of groups) {
        const sameStart = first === word[0] || first === word[1];
        if (!sameStart && !anyStart) continue;
        const least = Math.abs(length - word.length) * cheapestSlip;
        const room = sameStart ? most : most - wrongStart;
        if (least <= room) compare(word, letters, alike, room, most, found);
      }
      return found.sort((a, b) => a.cost - b.cost);
    },
    alike(word) {
      bySound ??= soundsOf(seen);
      return bySound.get(soundOf(word)) ?? [];
    },
  };
}

function compare(word: string, letters: number, { words, letters: theirs, extras }: Alike, room: number, most: number, found: Guess[]): void {
  for (let at = 0; at < words.length; at++) {
    const other = theirs[at] as number;
    const extra = extras[at] as number;
    if (Math.max(bitsIn(letters & ~other), bitsIn(other & ~letters)) * cheapestLetter > room - extra) continue;
    const cost = editCost(word, words[at] as string, most - extra) + extra;
    if (cost <= most) found.push({ word: words[at] as string, cost });
  }
}

function soundsOf(words: Iterable<string>): Map<string, string[]> {
  const bySound = new Map<string, string[]>();
  for (const word of words) {
    const sound = soundOf(word);
    const same = bySound.get(sound);
    if (same) same.push(word);
    else bySound.set(sound, [word]);
  }
  return bySound;
}

export interface KnownWords {
  /** The plan's and those of asking, in order of preference: the first of equally near ones wins. */
  offered: Iterable<string>;
  /** Known, and never offered. */
  also: Iterable<string>;
  isEnglish(word: string): boolean;
  /** Common words to correct to where none that is offered is as near. */
  english?(): Dictionary;
  /** Whether the plan has the word in another form. */
  isForm?(word: string): boolean;
  together?(word: string, other: string): boolean;
}

const mostCandidates = 6;
/** With more words a wrong first letter is not looked for. */
const mostOfAnyStart = 5000;
/** What slips of a word may cost that sounds like the one meant. */
const mostOfSound = 2.1;

/** Corrects towards words that a plan offers. `also` are known and never offered; English words are no slips. */
export function spellerOf({ offered: words, also, isEnglish, english, isForm = () => false, together = () => false }: KnownWords): Speller {
  const offered = new Set<string>(words);
  const certain = new Set<string>([...also, ...offered]);
  const own = dictionaryOf([{ words: offered, extra: 0 }], { anyStart: offered.size <= mostOfAnyStart });
  const candidates = (word: string): Guess[] => {
    if (word.length < shortest) return [];
    const most = allowed(word);
    const all = [...own.near(word, most), ...(english?.().near(word, most) ?? [])];
    return all.sort((a, b) => a.cost - b.cost).slice(0, mostCandidates);
  };
  return {
    offers: (word) => offered.has(word),
    certain: (word) => certain.has(word) || isForm(word),
    known: (word) => certain.has(word) || isEnglish(word),
    candidates,
    nearest: (word) => candidates(word)[0]?.word,
    guesses: own.near,
    soundAlikes: (word) =>
      own
        .alike(word)
        .map((guess) => ({ word: guess, cost: editCost(word, guess, mostOfSound) }))
        .filter(({ word: guess, cost }) => cost <= mostOfSound && guess.length >= word.length)
        .sort((a, b) => a.cost - b.cost),
    together,
  };
}
