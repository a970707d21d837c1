import type { Weights } from "../../src/nlu/classifier/weights.js";
import { askedSets, samplesAsked } from "./asked.js";
import { examples, hashOf, places } from "./examples.js";
import { samplesOf } from "./samples.js";
import { trainWeights } from "./train-weights.js";

/** How often a sentence with slots is filled. */
export const fillings = 2;

/** The weights that the examples give, the same each time. */
export function trained(): Weights {
  const sentences = examples();
  const sets = askedSets();
  return trainWeights([...samplesOf(sentences, places(), fillings), ...samplesAsked(sets)], hashOf(sentences, sets));
}
