/** How well sentences are told apart that were not learnt, filled from a plan that was not learnt from either. */
import { type Likely, likely } from "../../src/nlu/classifier/classify.js";
import { examples, places } from "./examples.js";
import { randomFrom, shuffled } from "./random.js";
import { samplesOf } from "./samples.js";
import { trainWeights } from "./train-weights.js";
import { fillings } from "./trained.js";

const folds = 6;
const mostConfusions = 40;

export interface Judged {
  wants: readonly string[];
  ranked: readonly Likely[];
}

export function crossValidation(): string {
  const [sentences, plans] = [shuffled(examples(), randomFrom("folds")), places()];
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (_: unknown, i: number) => i % folds === fold;
    const others = (it: unknown, i: number) => !inFold(it, i);
    const weights = trainWeights(samplesOf(sentences.filter(others), plans.filter(others), fillings), "");
    for (const { intent, features } of samplesOf(sentences.filter(inFold), plans.filter(inFold), 1))
      judged.push({ wants: [intent], ranked: likely(features, weights) });
  }
  return `${figuresOf(judged)}\n${confusionsOf(judged)}`;
}

const percent = (part: number, of: number) => `${((100 * part) / Math.max(of, 1)).toFixed(1)} %`;

/** Right at once, among the first three; how often the first is sure (0.7), and right then. */
export function figuresOf(judged: readonly Judged[]): string {
  const right = ({ wants, ranked }: Judged, first: number) => ranked.slice(0, first).some(({ intent }) => wants.includes(intent));
  const sure = judged.filter(({ ranked }) => (ranked[0]?.p ?? 0) >= 0.7);
  const count = (list: readonly Judged[], first: number) => percent(list.filter((it) => right(it, first)).length, list.length);
  return `${judged.length} questions: ${count(judged, 1)} right, ${count(judged, 3)} among three; sure of ${percent(sure.length, judged.length)}, ${count(sure, 1)} of them right`;
}

function confusionsOf(judged: readonly Judged[]): string {
  const counts = new Map<string, number>();
  for (const { wants, ranked } of judged) {
    const got = ranked[0]?.intent ?? "";
    if (!wants.includes(got)) counts.set(`${wants[0]} as ${got}`, (counts.get(`${wants[0]} as ${got}`) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostConfusions);
  return most.map(([what, count]) => `${count} ${what}`).join("\n");
}
