/** How much each sign counts that speaks for one meaning of a text and against another: learnt from questions with what they mean. */

import type { Interpretation } from "../../src/assistant/assistant.js";
import { likely } from "../../src/nlu/classifier/classify.js";
import { featuresOf } from "../../src/nlu/classifier/features.js";
import type { Weights } from "../../src/nlu/classifier/weights.js";
import { type Alternative, alternativesOf, type Meaning } from "../../src/nlu/decide/alternatives.js";
import { decide } from "../../src/nlu/decide/decide.js";
import { type Sign, signsOf, topicFitsOf } from "../../src/nlu/decide/signs.js";
import { understand, understood } from "../../src/nlu/understand.js";
import type { Asked } from "../../tests/questions/evaluation/asked.js";
import { fits } from "../../tests/questions/evaluation/outcome.js";
import { type AskedSet, askedSets, dayAsked, samplesAsked, setOf } from "./asked.js";
import { examples, places } from "./examples.js";
import { samplesOf } from "./samples.js";
import { trainWeights } from "./train-weights.js";
import { fillings } from "./trained.js";

/** One part of a message with all that it may mean. */
interface Case {
  signs: (readonly Sign[])[];
  right: boolean[];
  weight: number;
}

const FOLDS = 3;
/** Questions that the rules were built on; their sentences are known to the classifier in part. */
const KNOWN = ["commands", "council", "hospital", "libraries", "museum", "police", "reminders", "school"];
const KNOWN_WEIGHT = 1.5;
/** What has always been understood stays so. */
const OUTRIGHT_WEIGHT = 5;

/** By the names of the signs. Each set is read by a classifier that has not learnt it. */
export function learntSigns(): Record<string, number> {
  const sets = askedSets();
  const common = samplesOf(examples(), places(), fillings);
  const cases = [...Array(FOLDS).keys()].flatMap((fold) => {
    const inFold = (_: AskedSet, at: number) => at % FOLDS === fold;
    const weights = trainWeights([...common, ...samplesAsked(sets.filter((set, at) => !inFold(set, at)))], "");
    return sets.filter(inFold).flatMap((set) => casesOf(set, weights, 1));
  });
  const weights = trainWeights([...common, ...samplesAsked(sets)], "");
  const known = KNOWN.flatMap((name) => casesOf(tableOf(name), weights, name === "commands" ? OUTRIGHT_WEIGHT : KNOWN_WEIGHT));
  return fitted([...cases, ...known].filter(({ right }) => right.includes(true)));
}

const tableOf = (name: string): AskedSet =>
  setOf(name, `tests/questions/tables/${name}.jsonl`, `tests/questions/plans/${["commands", "reminders"].includes(name) ? "libraries" : name}.json`);

function casesOf({ asked, plan, planIndex }: AskedSet, weights: Weights, weight: number): Case[] {
  return asked.flatMap((one) => {
    const context = { plan, planIndex, today: dayAsked(one, plan), asker: one.as };
    let before: Interpretation[] = [];
    for (const text of one.history) before = understand(text, { ...context, before });
    const meanings: Meaning[] = [];
    understood(one.q, { ...context, before }, (meaning) => {
      const own = { ...meaning, candidates: likely(featuresOf(meaning.utterance), weights) };
      meanings.push(own);
      return decide(own);
    });
    const press = (text: string) => understand(text, { ...context, before });
    return meanings.map((meaning) => caseOf(meaning, one, { whole: meanings.length === 1, weight, press }));
  });
}

interface Judging {
  whole: boolean;
  weight: number;
  press(text: string): Interpretation[];
}

function caseOf(meaning: Meaning, asked: Asked, { whole, weight, press }: Judging): Case {
  const all = alternativesOf(meaning);
  const around = topicFitsOf(meaning.utterance);
  const meant = all.map((one) => !one.asks && !asked.ask && isMeant(one, asked, whole));
  // Asking back is only right where nothing can be answered at once.
  const right = meant.includes(true) ? meant : all.map((one) => one.asks && leadsThere(one, asked, press));
  return { signs: all.map((one) => signsOf(one, meaning, around)), right, weight };
}

const isMeant = ({ readings }: Alternative, { wants }: Asked, whole: boolean): boolean =>
  whole
    ? wants.some((parts) => parts.every((wanted) => readings.some((one) => fits(one, wanted))))
    : readings.every((one) => wants.some((parts) => parts.some((wanted) => fits(one, wanted))));

const leadsThere = ({ readings: [first] }: Alternative, { wants }: Asked, press: (text: string) => Interpretation[]): boolean =>
  ((first?.args.choices as { says: string }[] | undefined) ?? []).some(({ says }) => {
    const readings = press(says);
    return wants.some((parts) => parts.every((wanted) => readings.some((one) => fits(one, wanted))));
  });

const PACE = { rounds: 150, rate: 0.15, l2: 1 };

/** Conditional logistic regression by Adam over all cases at once: that a right one of each case is the likeliest. */
function fitted(cases: readonly Case[]): Record<string, number> {
  const names = [...new Set(cases.flatMap(({ signs }) => signs.flatMap((of) => of.map(([name]) => name))))].sort();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = cases.map(({ signs }) => signs.map((of) => of.map(([name, value]) => [places.get(name) as number, value] as const)));
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(names.length);
  weights[places.get("likely") as number] = 1;
  const [first, second] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let round = 1; round <= PACE.rounds; round++) {
    const slope = weights.map((weight) => (PACE.l2 * weight) / cases.length);
    for (const [at, { right, weight }] of cases.entries()) addSlope(slope, weights, rows[at] as Rows, right, weight / total);
    for (let i = 0; i < weights.length; i++) {
      const g = slope[i] as number;
      first[i] = 0.9 * (first[i] as number) + 0.1 * g;
      second[i] = 0.999 * (second[i] as number) + 0.001 * g * g;
      const step = (first[i] as number) / (1 - 0.9 ** round) / (Math.sqrt((second[i] as number) / (1 - 0.999 ** round)) + 1e-8);
      weights[i] = (weights[i] as number) - PACE.rate * step;
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] as number) * 1000) / 1000]));
}

type Rows = (readonly (readonly [at: number, value: number])[])[];

function addSlope(slope: Float64Array, weights: Float64Array, rows: Rows, right: readonly boolean[], worth: number): void {
  const scores = rows.map((row) => row.reduce((sum, [at, value]) => sum + (weights[at] as number) * value, 0));
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const ofRight = odds.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0);
  rows.forEach((row, at) => {
    const odd = odds[at] as number;
    const error = (odd / all - (right[at] ? odd / ofRight : 0)) * worth;
    for (const [place, value] of row) slope[place] = (slope[place] as number) + error * value;
  });
}
