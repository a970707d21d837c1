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

function vectorOf(word: string): { vector: Float32Array; length: number } {
  const sum = new Float32Array(vectorDimensions());
  addWord(sum, word);
  const length = Math.hypot(...sum);
  return { vector: toLengthOne(sum), length };
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
  const nearOf = kept(nearnessIn(catalogue, asked));
  const under = partsOfItems(catalogue);
  return { own: nearOf, parts: (place) => (under[place] as number[]).reduce((best, part) => Math.max(best, nearOf(part)), 0) };
}

/** Worked out once for each place. */
function kept(of: (place: number) => number): (place: number) => number {
  const known = new Map<number, number>();
  return (place) => {
    const value = known.get(place) ?? of(place);
    known.set(place, value);
    return value;
  };
}

function nearnessIn(catalogue: Catalogue, asked: readonly WeighedWord[]): (place: number) => number {
  const items = wordsOfItems(catalogue);
  const vectors = new Map<string, Float32Array>();
  const unitOf = (word: string) => {
    const vector = vectors.get(word) ?? vectorOf(word).vector;
    vectors.set(word, vector);
    return vector;
  };
  const told = asked.map(({ word, worth }) => {
    const { vector, length } = vectorOf(word);
    return { vector, worth: length * worth, near: new Map<string, number>() };
  });
  const total = told.reduce((sum, { worth }) => sum + worth, 0);
  if (!total) return () => 0;
  return (place) => {
    let sum = 0;
    for (const { vector, worth, near } of told) {
      let best = 0;
      for (const word of items[place] as readonly string[]) {
        const known = near.get(word) ?? nearness(unitOf(word), vector);
        near.set(word, known);
        if (known > best) best = known;
      }
      sum += worth * best;
    }
    return sum / total;
  };
}
