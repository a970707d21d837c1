/** Multinomial logistic regression by AdaGrad, one rate a feature, with L2: the same rows in the same order give the same weights. */
import { randomFrom, shuffled } from "./random.js";

/** One sample: its features by number, and its class by number. */
export interface Row {
  at: Int32Array;
  value: Float32Array;
  label: number;
  weight: number;
}
export interface Shape {
  features: number;
  classes: number;
}
export interface Pace {
  epochs: number;
  rate: number;
  l2: number;
}

/** Errors smaller than this teach nothing worth its time. */
const leastError = 1e-3;

/** Weights by feature, then by class. */
export function trainLogistic(rows: readonly Row[], { features, classes }: Shape, { epochs, rate, l2 }: Pace): Float32Array {
  const weights = new Float32Array(features * classes);
  const seen = new Float64Array(features).fill(1e-6);
  const error = new Float64Array(classes);
  const wrong = new Int32Array(classes);
  const random = randomFrom("order of the rows");
  for (let epoch = 0; epoch < epochs; epoch++) {
    const pace = rate * (1 - epoch / epochs);
    for (const row of shuffled(rows, random)) {
      const { at, value, label, weight } = row;
      probabilities(weights, row, error);
      error[label] = (error[label] as number) - 1;
      let count = 0;
      let size = 0;
      for (let k = 0; k < classes; k++) {
        const e = (error[k] as number) * weight;
        error[k] = e;
        if (Math.abs(e) < leastError) continue;
        wrong[count++] = k;
        size += e * e;
      }
      for (let i = 0; i < at.length; i++) {
        const f = at[i] as number;
        const v = value[i] as number;
        seen[f] = (seen[f] as number) + size * v * v;
        const step = pace / Math.sqrt(seen[f] as number);
        for (let j = 0; j < count; j++) {
          const k = wrong[j] as number;
          const w = weights[f * classes + k] as number;
          weights[f * classes + k] = w - step * ((error[k] as number) * v + l2 * w);
        }
      }
    }
  }
  return weights;
}

/** Of each class, into `out`. */
export function probabilities(weights: Float32Array, { at, value }: Pick<Row, "at" | "value">, out: Float64Array): void {
  const classes = out.length;
  out.fill(0);
  for (let i = 0; i < at.length; i++) {
    const from = (at[i] as number) * classes;
    const v = value[i] as number;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + (weights[from + k] as number) * v;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) most = Math.max(most, out[k] as number);
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    out[k] = Math.exp((out[k] as number) - most);
    sum += out[k] as number;
  }
  for (let k = 0; k < classes; k++) out[k] = (out[k] as number) / sum;
}
