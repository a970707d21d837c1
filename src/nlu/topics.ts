/** What a question is about: items of the plan by shared words, by meaning and by everyday words. */
import { isSoft, leastScore, oncePerChunk, scoreChunk, type TopicWords, together, type Wanted } from "./chunk-scores.js";
import { meantBy } from "./everyday-words.js";
import { itemVectorsOf, nearnessTo } from "./item-vectors.js";
import { lexicalTopics, type Topic } from "./lexical-topics.js";
import type { PlanIndex } from "./plan-index.js";
import { addWord, sentenceVector, toLengthOne, vectorDimensions } from "./vectors/sentence-vector.js";
import { plainPieces } from "./vectors/word-pieces.js";
import { type WordNearness, wordNearness } from "./word-nearness.js";

export type { TopicWords, Wanted } from "./chunk-scores.js";
export type { Topic } from "./lexical-topics.js";

/** What a search for a topic found. */
export interface TopicsFound {
  /** Best first; in a plan that has it, what was meant is among the first three nine times of ten. */
  topics: Topic[];
  /** `sure`: the first is meant. `near`: one of the first few is, if the question is about the plan at all. `none`: nothing fits. */
  fit: "sure" | "near" | "none";
  /** By how much the first is better than the second; all of its score when it is alone. */
  margin: number;
}

/** Where shared words fit so well, rules take them alone, whatever else was said. */
const surelySaid = 0.8;
/** What shared words alone count beside both together. */
const saidWorth = 0.9;
/** What fits worse in meaning and words together is of something else. */
const leastNear = 0.35;
/** What fits worse is no alternative either. */
const leastOther = 0.25;
/** A first candidate that is better by so much was right on 92 % of everyday questions. */
const sureMargin = 0.1;
/** Where they fit so well, something is called by its own words. */
const outrightSaid = 0.9;
const NEARLY_AS_WELL = 0.95;
/** More than all words said adds nothing. */
const mostShared = 1.4;
const MOST_NEAREST = 8;
/** How many candidates by meaning are looked at closely. */
const mostCandidates = 40;

/**
 * How nearness of the topic's words and of the whole question to an item, of word to word, shared words, everyday words and the kind of item count:
 * fitted on 2,400 whole questions about 37 plans.
 */
const worth = { topic: 0.38, question: 0.45, words: 0.24, parts: 0.14, shared: 0.055, mostlyShared: 0.135, everyday: 0.13, priority: -0.03, action: 0.025 };
/** Of words of asking. */
const softWorth = 0.25;

/** Only items that are worth considering, best first. Where shared words decide, nothing is reckoned by meaning. */
export function findTopics(words: TopicWords, planIndex: PlanIndex, wanted: Wanted): Topic[] {
  const said = lexicalTopics(words, planIndex, wanted);
  const found = decides(said, words) || namesAnother(words, planIndex) ? said : byMeaning(words, planIndex, wanted, said);
  return found.filter(({ score }) => score >= leastScore);
}

/** Whether words call something of the plan by its name: then nothing of another kind is meant that is only like it. */
const namesAnother = (words: TopicWords, planIndex: PlanIndex): boolean => {
  const [best] = lexicalTopics(words, planIndex, { types: ["theme", "priority", "action", "measure"] });
  return best !== undefined && best.score >= outrightSaid && !words.strange.length;
};

/** The nearest few, however far: for a question that is surely about something, though its words are not the plan's. Best first. */
export const nearestTopics = (words: TopicWords, planIndex: PlanIndex, wanted: Wanted): Topic[] =>
  byMeaning(words, planIndex, wanted, lexicalTopics(words, planIndex, wanted)).slice(0, MOST_NEAREST);

/** The same with what fits less, and how sure it is. Scores are about 1 when every word fits, and comparable between questions. */
export function searchTopics(words: TopicWords, planIndex: PlanIndex, wanted: Wanted): TopicsFound {
  const said = lexicalTopics(words, planIndex, wanted);
  const meant = byMeaning(words, planIndex, wanted, said);
  const most = said[0]?.score ?? 0;
  if (most < outrightSaid) return graded(meant);
  const called = said.filter(({ score }) => score >= most * NEARLY_AS_WELL);
  const scoreOf = new Map(meant.map(({ item, score }) => [item, score]));
  const found = graded([
    ...called.map(({ item, score }) => ({ item, score: Math.max(score, scoreOf.get(item) ?? 0) })).sort((a, b) => b.score - a.score),
    ...meant.filter(({ item }) => !called.some((one) => one.item === item)).map(({ item, score }) => ({ item, score: Math.min(score, most) })),
  ]);
  // Few shared words decide, but where the meaning is nearer to something else they may be there by chance.
  return !meant.length || called.some(({ item }) => item === meant[0]?.item) ? found : { ...found, fit: "near" };
}

const decides = ([best]: Topic[], { strange }: TopicWords): boolean => best !== undefined && best.score >= (strange.length ? surelySaid : leastScore);

function graded(topics: Topic[]): TopicsFound {
  const [first, second] = topics;
  if (!first || first.score < leastNear) return { topics: [], fit: "none", margin: 0 };
  const margin = first.score - (second?.score ?? 0);
  return { topics: topics.filter(({ score }) => score >= leastOther), fit: first.score >= leastScore && margin >= sureMargin ? "sure" : "near", margin };
}

function byMeaning(words: TopicWords, planIndex: PlanIndex, wanted: Wanted, said: Topic[]): Topic[] {
  if (!words.chunks.length) return [];
  const { items } = planIndex.catalogue;
  const meant = meaningOf(words, planIndex);
  const shared = new Map(said.map(({ item, score }) => [item, score]));
  const wants = items.map(({ type }) => wanted.types.includes(type));
  const candidates = bestOf(meant, (place) => wants[place] as boolean);
  for (const [place, item] of items.entries()) if (shared.has(item)) candidates.add(place);
  const overlap = sharedWith(candidates, words, planIndex, wanted);
  // An acronym or a name of the plan means something by itself, which no vector knows.
  const alone = words.telling.size ? new Map([...shared, ...overlap]) : new Map<Topic["item"], number>();
  const near = nearnessOf(words, planIndex);
  return [...candidates]
    .map((place) => {
      const item = items[place] as Topic["item"];
      const common = Math.min(mostShared, Math.max(shared.get(item) ?? 0, overlap.get(item) ?? 0));
      const both =
        (meant[place] as number) +
        worth.words * near.own(place) +
        worth.parts * near.parts(place) +
        worth.shared * common +
        worth.mostlyShared * Math.max(0, common - 0.5);
      return { item, score: Math.max(both, saidWorth * (alone.get(item) ?? 0)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** How well shared words fit the candidates, at their places in the catalogue. What the plan lacks counts against them by half. */
function sharedWith(candidates: ReadonlySet<number>, words: TopicWords, planIndex: PlanIndex, wanted: Wanted): Map<Topic["item"], number> {
  const counts = (_: Topic["item"], place: number) => candidates.has(place);
  const scores = oncePerChunk((chunk) => scoreChunk(chunk, { telling: words.telling, planIndex, wanted, counts }));
  const found = new Map<Topic["item"], number>();
  const strange = new Set(words.strange);
  const weightOf = (chunk: string[]) => chunk.reduce((sum, word) => sum + planIndex.weight(word) * (isSoft(word) ? softWorth : 1), 0);
  const known = words.chunks.map((chunk) => chunk.filter((word) => !strange.has(word)));
  const share = weightOf(known.flat()) / (weightOf(words.chunks.flat()) || 1);
  for (const chunk of known)
    if (chunk.length)
      for (const [item, score] of scores(chunk))
        found.set(item, together(found.get(item) ?? 0, score * (chunk.some((word) => words.telling.has(word)) ? 1 : 0.5 + 0.5 * share)));
  return found;
}

/** Places of the best few that are wanted. */
function bestOf(scores: Float32Array, wants: (place: number) => boolean): Set<number> {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] as number;
    if (score <= least || !wants(place)) continue;
    best.push(place);
    if (best.length < mostCandidates * 2) continue;
    best.sort((a, b) => (scores[b] as number) - (scores[a] as number)).length = mostCandidates;
    least = scores[best[mostCandidates - 1] as number] as number;
  }
  return new Set(best.sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, mostCandidates));
}

const known = new WeakMap<TopicWords, Float32Array>();

/** How near each item is in meaning, everyday words counted in; made once a topic, as rules ask for several kinds of items. */
function meaningOf(words: TopicWords, planIndex: PlanIndex): Float32Array {
  const made = known.get(words);
  if (made) return made;
  const { items } = planIndex.catalogue;
  const meaning = nearnessTo(itemVectorsOf(planIndex.catalogue), vectorOf(words));
  for (const [place, { type }] of items.entries()) if (type === "priority" || type === "action") meaning[place] = (meaning[place] as number) + worth[type];
  for (const [place, fits] of officially(words.said, planIndex)) meaning[place] = (meaning[place] as number) + worth.everyday * fits;
  known.set(words, meaning);
  return meaning;
}

const worthOf = (word: string, telling: ReadonlySet<string>): number => (isSoft(word) && !telling.has(word) ? softWorth : 1);

/** The words of the topic and the whole question, each as it counts. */
function vectorOf({ chunks, telling, said }: TopicWords): Float32Array {
  const topic = new Float32Array(vectorDimensions());
  for (const word of chunks.flat()) addWord(topic, word, worthOf(word, telling));
  const whole = sentenceVector(said.join(" "));
  return toLengthOne(topic).map((value, i) => worth.topic * value + worth.question * (whole[i] as number));
}

const nearnesses = new WeakMap<TopicWords, WordNearness>();

/** How near the topic's words are to those of the item at a place; made once a topic. */
function nearnessOf(words: TopicWords, { catalogue }: PlanIndex): WordNearness {
  const known = nearnesses.get(words);
  if (known) return known;
  const asked = [...new Set(words.chunks.flat())].flatMap((each) => plainPieces(each).map((word) => ({ word, worth: worthOf(each, words.telling) })));
  const made = wordNearness(catalogue, asked);
  nearnesses.set(words, made);
  return made;
}

/** How well the best official term for what was said in everyday words fits each item, by its place. */
function officially(said: readonly string[], planIndex: PlanIndex): Map<number, number> {
  const best = new Map<number, number>();
  for (const { terms, worth } of meantBy(said, planIndex.isPlanWord))
    for (const term of terms) {
      const fits = new Map<number, number>();
      for (const word of new Set(term)) {
        const { places, loose } = planIndex.hits(word);
        if (!loose) for (const place of places) fits.set(place, (fits.get(place) ?? 0) + worth / term.length);
      }
      for (const [place, fit] of fits) best.set(place, Math.max(best.get(place) ?? 0, fit));
    }
  return best;
}
