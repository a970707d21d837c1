import type { Utterance } from "../utterance.js";
import { type Features, featuresOf } from "./features.js";
import { classifierWeights, type Weights } from "./weights.js";

/** An intent and how likely it is meant, from 0 to 1. */
export interface Likely {
  intent: string;
  p: number;
}

/**
 * Which intents an utterance may have, most likely first; the probabilities of all intents make 1. Of 100 utterances with p of 0.7 or more about 97 are right.
 * Pure, but for reading the weights at the first call; the same utterance gives the same answer.
 */
export const classify = (utterance: Utterance): Likely[] => likely(featuresOf(utterance), classifierWeights());

/** The same from features: multinomial logistic regression. */
export function likely({ named, vector }: Features, { intents, rows, scales, values }: Weights): Likely[] {
  const sums = new Float64Array(intents.length);
  const add = (row: number, value: number) => {
    const times = value * (scales[row] as number);
    const from = row * sums.length;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] as number) + (values[from + k] as number) * times;
  };
  vector.forEach((value, row) => {
    add(row, value);
  });
  for (const [name, value] of named) {
    const row = rows.get(name);
    if (row !== undefined) add(row, value);
  }
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return intents.map((intent, k) => ({ intent, p: (shares[k] as number) / total })).sort((a, b) => b.p - a.p);
}
