import type { Weights } from "../../src/nlu/classifier/weights.js";
import { examples, hashOf, places } from "./examples.js";
import { samplesOf } from "./samples.js";
import { trainWeights } from "./train-weights.js";

/** How often a sentence with slots is filled. */
export const fillings = 2;

/** The weights that the examples give, the same each time. */
export function trained(): Weights {
  const sentences = examples();
  return trainWeights(samplesOf(sentences, places(), fillings), hashOf(sentences));
}
