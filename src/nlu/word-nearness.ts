/** How near the words of a question are to the words of an item, each to its best: "cars" to "vehicles", whatever else an item's text speaks of. */
import { type Catalogue, wordsOf } from "../plan/index.js";
import { stopWords } from "./lexicon.js";
import { addWord, nearness, toLengthOne, vectorDimensions } from "./vectors/sentence-vector.js";
import { plainPieces } from "./vectors/word-pieces.js";

/** A text says by then what it is about. */
const MOST_WORDS = 60;

/** A word of a question and how much it counts. */
export interface WeighedWord {
  word: string;
  worth: number;
}

/** Of each item, at its place in the catalogue, its different words. */
type WordsOfItems = readonly (readonly string[])[];

const made = new WeakMap<Catalogue, WordsOfItems>();

function wordsOfItems(catalogue: Catalogue): WordsOfItems {
  const known = made.get(catalogue);
  if (known) return known;
  const words = catalogue.items.map((item) => [
    ...new Set(
      plainPieces(wordsOf(item))
        .slice(0, MOST_WORDS)
        .filter((word) => !stopWords.has(word)),
    ),
  ]);
  made.set(catalogue, words);
  return words;
}

/** A word that was asked, and how near the nearest word of each item is, found when it is wanted. */
interface AskedWord {
  vector: Float32Array;
  length: number;
  /** To each of the plan's words that was compared. */
  near: Map<string, number>;
  /** By place; UNKNOWN where it was not wanted yet. */
  best: Float32Array;
}

const UNKNOWN = -2;
/** People ask about the same things, and a text is compared once for each thing that it may ask. */
const MOST_KEPT = 128;

interface Kept {
  asked: Map<string, AskedWord>;
  units: Map<string, Float32Array>;
}

const keptOf = new WeakMap<Catalogue, Kept>();

function keptFor(catalogue: Catalogue): Kept {
  const known = keptOf.get(catalogue) ?? { asked: new Map(), units: new Map() };
  keptOf.set(catalogue, known);
  return known;
}

function askedWord(word: string, catalogue: Catalogue): AskedWord {
  const { asked } = keptFor(catalogue);
  const known = asked.get(word);
  if (known) return known;
  const sum = new Float32Array(vectorDimensions());
  addWord(sum, word);
  const made = { length: Math.hypot(...sum), vector: toLengthOne(sum), near: new Map(), best: new Float32Array(catalogue.items.length).fill(UNKNOWN) };
  if (asked.size >= MOST_KEPT) asked.clear();
  asked.set(word, made);
  return made;
}

function unitOf(word: string, { units }: Kept): Float32Array {
  const known = units.get(word);
  if (known) return known;
  const sum = new Float32Array(vectorDimensions());
  addWord(sum, word);
  units.set(word, toLengthOne(sum));
  return sum;
}

/** How near an item's nearest word is to one that was asked. */
function bestAt(place: number, { vector, near, best }: AskedWord, items: WordsOfItems, kept: Kept): number {
  const known = best[place] as number;
  if (known !== UNKNOWN) return known;
  let most = 0;
  for (const word of items[place] as readonly string[]) {
    const found = near.get(word) ?? nearness(unitOf(word, kept), vector);
    near.set(word, found);
    if (found > most) most = found;
  }
  best[place] = most;
  // As it is kept, so that the same question has the same answer.
  return best[place] as number;
}

/** Of the item at a place in the catalogue, 0 to 1: 1 when each word of the question has its like. */
export interface WordNearness {
  own(place: number): number;
  /** Of what stands right under it the best. */
  parts(place: number): number;
}

const parts = new WeakMap<Catalogue, readonly number[][]>();

/** For each item the places of those right under it; the catalogue is in printed order. */
function partsOfItems(catalogue: Catalogue): readonly number[][] {
  const known = parts.get(catalogue);
  if (known) return known;
  const under: number[][] = catalogue.items.map(() => []);
  let [theme, priority] = [-1, -1];
  for (const [at, { type }] of catalogue.items.entries()) {
    if (type === "theme") theme = at;
    else if (type === "priority") {
      priority = at;
      under[theme]?.push(at);
    } else under[priority]?.push(at);
  }
  parts.set(catalogue, under);
  return under;
}

/** How near the items' words come to those of a question. Words with longer vectors, the telling ones, count for more. */
export function wordNearness(catalogue: Catalogue, asked: readonly WeighedWord[]): WordNearness {
  const under = partsOfItems(catalogue);
  const items = wordsOfItems(catalogue);
  const kept = keptFor(catalogue);
  const told = asked.map(({ word, worth }) => {
    const of = askedWord(word, catalogue);
    return { of, worth: of.length * worth };
  });
  const total = told.reduce((sum, { worth }) => sum + worth, 0) || 1;
  const own = (place: number) => told.reduce((sum, { of, worth }) => sum + worth * bestAt(place, of, items, kept), 0) / total;
  return { own, parts: (place) => (under[place] as number[]).reduce((best, part) => Math.max(best, own(part)), 0) };
}
