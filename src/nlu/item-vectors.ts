/** What each item of a plan is about, as vectors: its own text with that of what stands above and under it. */
import { type Catalogue, type Item, wordsOf } from "../plan/index.js";
import { addWord, toLengthOne, vectorDimensions } from "./vectors/sentence-vector.js";
import { plainPieces } from "./vectors/word-pieces.js";

/** All items' vectors one after the other, in the order of the catalogue. */
export interface ItemVectors {
  dimensions: number;
  values: Float32Array;
}

/** Of what stands above an item, and of all that stands under it together. */
const relatedWorth = 0.4;
/** Of aliases, labels of milestones and a theme's statement. */
const asideWorth = 0.5;
/** A text says by then what it is about. */
const mostWords = 60;

const made = new WeakMap<Catalogue, ItemVectors>();

/** Made once a version of a plan, at its first question that words alone do not answer. */
export function itemVectorsOf(catalogue: Catalogue): ItemVectors {
  const known = made.get(catalogue);
  if (known) return known;
  const vectors = makeVectors(catalogue.items);
  made.set(catalogue, vectors);
  return vectors;
}

const asideOf = (item: Item): string => {
  if (item.type === "theme") return item.theme.statement ?? "";
  if (item.type === "priority") return (item.priority.aliases ?? []).join(" ");
  return item.type === "action" ? (item.action.milestones ?? []).map(({ label }) => label ?? "").join(" ") : (item.measure.unit ?? "");
};

const addText = (sum: Float32Array, text: string, worth: number): void => {
  for (const word of plainPieces(text).slice(0, mostWords)) addWord(sum, word, worth);
};

function makeVectors(items: readonly Item[]): ItemVectors {
  const dimensions = vectorDimensions();
  const own = new Float32Array(items.length * dimensions);
  const rowOf = (all: Float32Array, at: number) => all.subarray(at * dimensions, (at + 1) * dimensions);
  const parents = parentsOf(items);
  const parts = new Float32Array(own.length);
  for (const [at, item] of items.entries()) {
    const row = rowOf(own, at);
    addText(row, wordsOf(item), 1);
    addText(row, asideOf(item), asideWorth);
    toLengthOne(row);
    const parent = parents[at] as number;
    if (parent >= 0) add(rowOf(parts, parent), row, 1);
  }
  const values = new Float32Array(own);
  for (const at of items.keys()) {
    const row = rowOf(values, at);
    const parent = parents[at] as number;
    if (parent >= 0) add(row, rowOf(own, parent), relatedWorth);
    add(row, toLengthOne(rowOf(parts, at)), relatedWorth);
    toLengthOne(row);
  }
  return { dimensions, values };
}

function add(to: Float32Array, from: Float32Array, worth: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (from[i] as number) * worth;
}

/** For each item the place of the one it stands under; -1 for a theme. */
function parentsOf(items: readonly Item[]): number[] {
  let theme = -1;
  let priority = -1;
  return items.map(({ type }, at) => {
    if (type === "theme") {
      theme = at;
      return -1;
    }
    if (type === "priority") {
      priority = at;
      return theme;
    }
    return priority;
  });
}

/** How near each item is to a vector of length 1. Four sums at a time, as a large plan has ten thousand items. */
export function nearnessTo({ dimensions, values }: ItemVectors, vector: Float32Array): Float32Array {
  const near = new Float32Array(values.length / dimensions);
  for (let at = 0, from = 0; at < near.length; at++) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i += 4, from += 4) {
      a += (values[from] as number) * (vector[i] as number);
      b += (values[from + 1] as number) * (vector[i + 1] as number);
      c += (values[from + 2] as number) * (vector[i + 2] as number);
      d += (values[from + 3] as number) * (vector[i + 3] as number);
    }
    near[at] = a + b + c + d;
  }
  return near;
}
