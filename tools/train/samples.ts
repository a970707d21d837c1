/** Examples with slots to training samples: filled from several plans, each seen as the classifier will see it. */

import { featuresOf } from "../../src/nlu/classifier/features.js";
import { corrected } from "../../src/nlu/correction.js";
import { type PlanIndex, planIndexOf } from "../../src/nlu/plan-index.js";
import { type Utterance, utteranceOf } from "../../src/nlu/utterance.js";
import { plainWords } from "../../src/nlu/words.js";
import { type Catalogue, catalogueOf, type Plan } from "../../src/plan/index.js";
import { type Fillers, fillersOf, type Slot } from "./fillers.js";
import { pick, randomFrom } from "./random.js";
import type { Sample } from "./train-weights.js";

export interface Example {
  intent: string;
  text: string;
}
export interface Place {
  plan: Plan;
  planIndex: PlanIndex;
  fillers: Fillers;
}

export function placeOf(plan: Plan, everyday: readonly string[]): Place {
  const catalogue: Catalogue = catalogueOf(plan);
  return { plan, planIndex: planIndexOf(catalogue, plan.title), fillers: fillersOf(plan, catalogue, everyday) };
}

const slot = /\{(\w+)\}/g;

export function filled(text: string, fillers: Fillers, seed: string): string {
  const random = randomFrom(seed);
  const used = new Set<string>();
  return text.replace(slot, (whole, name: string) => {
    const filler = fillers[name as Slot];
    if (!filler) throw new Error(`No such slot: ${whole} in "${text}"`);
    let words = filler(random);
    for (let i = 0; i < 5 && used.has(words); i++) words = filler(random);
    used.add(words);
    return words;
  });
}

export const today = "2026-11-24";

export function utteranceIn(text: string, { plan, planIndex }: Pick<Place, "plan" | "planIndex">, day = today): Utterance {
  const context = { plan, planIndex, today: day, before: [] };
  return utteranceOf(corrected(plainWords(text), planIndex.speller), new Set(), context);
}

/** Several fillings of a sentence share its weight. */
export function samplesOf(examples: readonly Example[], places: readonly Place[], fillings: number): Sample[] {
  return examples.flatMap(({ intent, text }) => {
    const random = randomFrom(text);
    const count = /\{/.test(text) ? fillings : 1;
    return Array.from({ length: count }, (_, i) => {
      const place = pick(places, random);
      const said = filled(text, place.fillers, `${i} ${text}`);
      return { intent, weight: 1 / count, text: said, features: featuresOf(utteranceIn(said, place)) };
    });
  });
}
