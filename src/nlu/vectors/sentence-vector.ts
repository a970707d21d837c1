import { pieceVectors } from "./asset.js";
import { plainPieces, rowsOf } from "./word-pieces.js";

/** How much of a text is read, in characters: more of it changes a sum of words little. */
export const vectorLength = 1000;

/** Numbers of a vector. */
export const vectorDimensions = (): number => pieceVectors().dimensions;

/**
 * What a text is about, as a vector of length 1 (all zeros when no word of it is known): the sum of its word pieces' vectors.
 * Two texts are as near as their vectors' product. Pure; the vectors are read at the first call.
 */
export function sentenceVector(text: string): Float32Array {
  const vector = new Float32Array(pieceVectors().dimensions);
  for (const word of plainPieces(text.slice(0, vectorLength))) addWord(vector, word);
  return toLengthOne(vector);
}

/** Adds a word in small letters to a sum, `times` over. */
export function addWord(sum: Float32Array, word: string, times = 1): void {
  const { dimensions, scales, values } = pieceVectors();
  for (const row of rowsOf(word)) {
    const scale = (scales[row] as number) * times;
    const from = row * dimensions;
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + (values[from + i] as number) * scale;
  }
}

/** In place. */
export function toLengthOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length;
  return vector;
}

/** How near two vectors of length 1 are: 1 the same, 0 nothing in common. */
export function nearness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
