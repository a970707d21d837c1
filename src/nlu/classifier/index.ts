/** Which intent an utterance has, by weights learnt from the examples of the intents. */
export { classify, type Likely } from "./classify.js";
