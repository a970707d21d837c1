/**
 * The classifier on CLINC150, a benchmark with a paper's table of other classifiers (Larson et al., EMNLP 2019): the same features but for what a plan gives,
 * the same training. `npm run train -- clinc150 data_full.json`
 */
import { readFileSync } from "node:fs";
import { likely } from "../../src/nlu/classifier/classify.js";
import { type Features, gramsOf } from "../../src/nlu/classifier/features.js";
import { sentenceVector } from "../../src/nlu/vectors/sentence-vector.js";
import { plainWords } from "../../src/nlu/words.js";
import { choices, type Sample, trainWeights } from "./train-weights.js";

type Labelled = [text: string, intent: string];
type Part = "train" | "val" | "test" | "oos_train" | "oos_val" | "oos_test";

const outOfScope = "oos";

function featuresOf(text: string): Features {
  const words = plainWords(text);
  return { named: [...gramsOf(words), ["f:always", 1]], vector: sentenceVector(words.join(" ")) };
}

/** A hundred plain sentences an intent bear more of everything. */
const clincChoices = { epochs: 4, mostNames: 40_000, leastSentences: 1.5, balance: 0.5 };

export function measureClinc150(path: string): string {
  const data = JSON.parse(readFileSync(path, "utf8")) as Record<Part, Labelled[]>;
  const samples = [...data.train, ...data.oos_train].map(([text, intent]): Sample => ({ text, intent, weight: 1, features: featuresOf(text) }));
  const weights = trainWeights(samples, "", { ...choices, ...clincChoices });
  const asked = (part: Part) =>
    data[part].map(([text, intent]) => {
      const all = likely(featuresOf(text), weights);
      return {
        intent,
        best: all.find((it) => it.intent !== outOfScope) as { intent: string; p: number },
        oos: all.find((it) => it.intent === outOfScope)?.p ?? 0,
      };
    });
  // In scope when the best intent is so much likelier: chosen on the validation part, tested on the test part.
  const scores = (inside: ReturnType<typeof asked>, outside: ReturnType<typeof asked>, least: number) => ({
    accuracy: (100 * inside.filter(({ intent, best, oos }) => best.intent === intent && best.p - oos >= least).length) / inside.length,
    recall: (100 * outside.filter(({ best, oos }) => best.p - oos < least).length) / outside.length,
  });
  const [val, oosVal, test, oosTest] = [asked("val"), asked("oos_val"), asked("test"), asked("oos_test")];
  const lines = Array.from({ length: 12 }, (_, i) => i * 0.05).map((least) => {
    const [v, t] = [scores(val, oosVal, least), scores(test, oosTest, least)];
    return `${least.toFixed(2)}  validation ${v.accuracy.toFixed(1)} / ${v.recall.toFixed(1)}   test ${t.accuracy.toFixed(1)} / ${t.recall.toFixed(1)}`;
  });
  return ["least margin, in-scope accuracy / out-of-scope recall", ...lines].join("\n");
}
