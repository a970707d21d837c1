/** The words of a message as they were meant: misspelt ones, parted ones, and those that another word was written for. */
import { askingPhrases } from "./asking-phrases.js";
import { usualWords } from "./english.js";
import { stopWords } from "./lexicon.js";
import type { Guess, Speller } from "./spelling.js";

/** At most this many different words of a message are corrected; a question has fewer. */
const mostCorrections = 20;

/** What slips of a word may cost for which the rest of the sentence speaks, while the word is one of its own. */
const mostInContext = { usual: 0.8, rare: 1.05 };
/** How much dearer a word may be that the rest of the sentence wants. */
const contextWorth = 0.4;
/** What slips of a name may cost. */
const mostOfName = 0.5;
/** What slips of words that were parted may cost. */
const mostOfJoined = 0.6;

/** How words were typed. */
export interface Typed {
  /** In capitals: acronyms, never changed. */
  capitals?: ReadonlySet<string>;
  /** With a capital inside a sentence: names, hardly changed. */
  names?: ReadonlySet<string>;
}

const isPlain = (word: string): boolean => /^\p{L}+$/u.test(word);

/**
 * Words as they were meant: split ones joined, misspelt ones corrected towards what the plan and its neighbours make
 * likely. `capitals` and names are left alone.
 */
export function corrected(words: readonly string[], speller: Speller, { capitals, names }: Typed = {}): string[] {
  const joined = withSplitsJoined(words, speller);
  const fixed = new Map<string, string>();
  return joined.map((word, at) => {
    if (word.length < 3 || !isPlain(word) || capitals?.has(word) || speller.certain(word)) return word;
    const beside = [joined[at - 1], joined[at + 1]] as const;
    const key = `${beside[0]} ${word} ${beside[1]}`;
    if (!fixed.has(key) && fixed.size < mostCorrections) {
      const found = speller.known(word) ? otherInContext(word, beside, speller) : misspelt(word, beside, speller, names?.has(word) ? mostOfName : undefined);
      fixed.set(key, found ?? word);
    }
    return fixed.get(key) ?? word;
  });
}

type Beside = readonly [before: string | undefined, after: string | undefined];

/** The nearest word; one that fits what stands beside it may be a little less near. */
function misspelt(word: string, beside: Beside, speller: Speller, most = Number.POSITIVE_INFINITY): string | undefined {
  let best: Guess | undefined;
  for (const { word: guess, cost } of speller.candidates(word)) {
    if (cost > most || (word.length === 3 && !stopWords.has(guess) && !speller.offers(guess))) continue;
    const weighed = cost - (fits(guess, beside, speller) ? contextWorth : 0);
    if (!best || weighed < best.cost) best = { word: guess, cost: weighed };
  }
  return best?.word;
}

/** "charge pints" to points: a word of English that is none of the plan's or of asking, beside one that wants another. */
function otherInContext(word: string, beside: Beside, speller: Speller): string | undefined {
  if (word.length < 4 || stopWords.has(word) || askingPhrases().words.has(word)) return undefined;
  const usual = usualWords.has(word);
  const wanted = usual ? fitsBothSides : fits;
  const guesses = [...speller.guesses(word, usual ? mostInContext.usual : mostInContext.rare), ...speller.soundAlikes(word)];
  return guesses.find(({ word: guess }) => wanted(guess, beside, speller))?.word;
}

/** Whether the plan has the word together with one beside it, or people ask so. */
function fits(word: string, beside: Beside, speller: Speller): boolean {
  const [before, after] = beside;
  const { pairs } = askingPhrases();
  return standsBeside(word, beside, speller) || pairs.has(`${before} ${word}`) || pairs.has(`${word} ${after}`);
}

/** The same of a word that might as well be meant as it stands: people ask so from left to right. */
function fitsBothSides(word: string, beside: Beside, speller: Speller): boolean {
  const [before, after] = beside;
  const { pairs } = askingPhrases();
  const asked = (other: string | undefined, pair: string) => other === undefined || !isPlain(other) || pairs.has(pair);
  const something = [before, after].some((other) => other !== undefined && isPlain(other));
  return standsBeside(word, beside, speller) || (something && asked(before, `${before} ${word}`) && asked(after, `${word} ${after}`));
}

const standsBeside = (word: string, beside: Beside, speller: Speller): boolean =>
  beside.some((other) => other !== undefined && !stopWords.has(other) && speller.together(word, other));

/** At most so many joined pieces of a message are looked up. */
const mostJoined = 6;

/** "shop lifting" to "shoplifting", "a lot ment" to "allotment", where that is a word of the plan or of asking and its pieces are not all words. */
function withSplitsJoined(words: readonly string[], speller: Speller): string[] {
  const joined: string[] = [];
  let left = mostJoined;
  const near = (whole: string) => (left-- > 0 ? speller.guesses(whole, mostOfJoined)[0]?.word : undefined);
  for (let at = 0; at < words.length; ) {
    const found = joinedAt(words, at, speller, near);
    joined.push(found?.word ?? (words[at] as string));
    at += found?.pieces ?? 1;
  }
  return joined;
}

const longestJoined = 16;

function joinedAt(words: readonly string[], at: number, speller: Speller, near: (whole: string) => string | undefined) {
  for (const pieces of [3, 2]) {
    const some = words.slice(at, at + pieces);
    if (some.length < pieces || !some.every(isPlain) || some.every((word) => stopWords.has(word))) continue;
    const whole = some.join("");
    if (pieces === 2 && speller.offers(whole) && !some.every((word) => speller.offers(word))) return { word: whole, pieces };
    const short = whole.length >= 7 && whole.length <= longestJoined;
    if (!short || some.every((word) => speller.certain(word) || usualWords.has(word)) || some.some((word) => isMisspelt(word, speller))) continue;
    const word = near(whole);
    if (word) return { word, pieces };
  }
  return undefined;
}

/** A long word that is not known is misspelt, not a piece of another. */
const isMisspelt = (word: string, speller: Speller): boolean => word.length > 5 && !speller.known(word);
