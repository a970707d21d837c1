/** From samples to the weights that are committed. */
import type { Features } from "../../src/nlu/classifier/features.js";
import type { Weights } from "../../src/nlu/classifier/weights.js";
import { type Pace, type Row, type Shape, trainLogistic } from "./logistic.js";

export interface Sample {
  intent: string;
  text: string;
  /** Fillings of one sentence share 1. */
  weight: number;
  features: Features;
}

export interface Choices extends Pace {
  /** A named feature counts from this many sentences. */
  leastSentences: number;
  /** At most this many named features stay. */
  mostNames: number;
  /** 0: an intent counts by its sentences; 1: all alike; less than 0: those with many, which are the most asked, count for more still. */
  balance: number;
  /** What all scores are divided by, so that probabilities are what they say. */
  temperature: number;
}

export const choices: Choices = { epochs: 2, rate: 1, l2: 1e-4, leastSentences: 2, mostNames: 13_000, balance: -0.25, temperature: 1 };

export function trainWeights(samples: readonly Sample[], trainedFrom: string, chosen: Choices = choices): Weights {
  const intents = [...new Set(samples.map(({ intent }) => intent))].sort();
  const dimensions = samples[0]?.features.vector.length ?? 0;
  const importance = balanced(samples, intents, chosen.balance);
  const learn = (names: readonly string[], pace: Pace) => {
    const shape: Shape = { features: dimensions + names.length, classes: intents.length };
    return trainLogistic(rowsOf(samples, names, intents, importance), shape, pace);
  };
  const all = frequentNames(samples, chosen.leastSentences);
  const first = all.length > chosen.mostNames ? learn(all, { ...chosen, epochs: 1 }) : undefined;
  const names = first ? weightiest(all, first.subarray(dimensions * intents.length), chosen.mostNames) : all;
  return {
    trainedFrom,
    intents,
    dimensions,
    rows: new Map(names.map((name, i) => [name, dimensions + i])),
    ...quantised(learn(names, chosen), intents.length, chosen.temperature),
  };
}

/** Names that stand in enough sentences, the most frequent first. */
function frequentNames(samples: readonly Sample[], least: number): string[] {
  const sentences = new Map<string, number>();
  for (const { features, weight } of samples) for (const [name] of features.named) sentences.set(name, (sentences.get(name) ?? 0) + weight);
  return [...sentences]
    .filter(([, count]) => count >= least)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([name]) => name);
}

/** Those whose weights are largest, in the order they came. */
function weightiest(names: readonly string[], weights: Float32Array, most: number): string[] {
  const classes = weights.length / names.length;
  const sizes = names.map((_, i) => weights.subarray(i * classes, (i + 1) * classes).reduce((sum, weight) => sum + weight * weight, 0));
  const least = [...sizes].sort((a, b) => b - a)[most - 1] ?? 0;
  return names.filter((_, i) => (sizes[i] as number) >= least);
}

/** How much a sentence of each intent counts. */
function balanced(samples: readonly Sample[], intents: readonly string[], balance: number): Map<string, number> {
  const sentences = new Map<string, number>();
  for (const { intent, weight } of samples) sentences.set(intent, (sentences.get(intent) ?? 0) + weight);
  const mean = [...sentences.values()].reduce((sum, count) => sum + count, 0) / intents.length;
  return new Map([...sentences].map(([intent, count]) => [intent, (mean / count) ** balance]));
}

function rowsOf(samples: readonly Sample[], names: readonly string[], intents: readonly string[], importance: ReadonlyMap<string, number>): Row[] {
  const labels = new Map(intents.map((intent, label) => [intent, label]));
  const dimensions = samples[0]?.features.vector.length ?? 0;
  const numbers = new Map(names.map((name, i) => [name, dimensions + i]));
  return samples.map(({ intent, weight, features: { named, vector } }) => {
    const known = named.filter(([name]) => numbers.has(name));
    return {
      at: Int32Array.from([...vector.keys(), ...known.map(([name]) => numbers.get(name) as number)]),
      value: Float32Array.from([...vector, ...known.map(([, value]) => value)]),
      label: labels.get(intent) as number,
      weight: weight * (importance.get(intent) as number),
    };
  });
}

/** Whole numbers from -127 to 127 with a scale a row. */
function quantised(weights: Float32Array, classes: number, temperature: number): Pick<Weights, "scales" | "values"> {
  const scales = new Float32Array(weights.length / classes);
  const values = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    const unit = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    if (!unit) continue;
    scales[row] = unit / temperature;
    own.forEach((weight, k) => {
      values[row * classes + k] = Math.round(weight / unit);
    });
  }
  return { scales, values };
}
