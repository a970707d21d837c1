/** How likely each alternative is what was meant. Pure. */
import { type Alternative, alternativesOf, type Meaning } from "./alternatives.js";
import signs from "./sign-weights.json" with { type: "json" };
import { signsOf, topicFitsOf } from "./signs.js";

/** Made by `npm run train`. */
const WEIGHTS: Readonly<Record<string, number>> = signs.weights;

export interface Ranked extends Alternative {
  /** Of all alternatives together, 0 to 1: of 100 with 0.8 about 80 are meant. */
  share: number;
}

/** The likeliest first. */
export function ranked(meaning: Meaning): Ranked[] {
  const around = topicFitsOf(meaning.utterance);
  const all = alternativesOf(meaning);
  const scores = all.map((one) => signsOf(one, meaning, around).reduce((sum, [name, value]) => sum + (WEIGHTS[name] ?? 0) * value, 0));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return all.map((one, at) => ({ ...one, share: (odds[at] as number) / total })).sort((a, b) => b.share - a.share);
}
