import type { Interpretation } from "../assistant/assistant.js";
import type { Item } from "../plan/index.js";
import { PRONOUN } from "./pointing.js";
import { findTopics, type Topic, type Wanted } from "./topics.js";
import { itemsIn, type Utterance } from "./utterance.js";
import { saysWholePlan } from "./whole-plan.js";

/** What a question is about. */
export type Subject =
  | { found: "items"; items: readonly Item[]; carried?: boolean }
  | { found: "plan"; carried?: boolean }
  | { found: "several"; items: readonly Item[] }
  | { found: "unknown"; id: string }
  | { found: "nothing"; strange: string[] };

/** How near to the best a candidate must be to be asked about. */
const nearness = 0.87;

/**
 * What a text is about: named items, an id that the plan lacks, a topic by its words, the turn before, or nothing.
 * `wanted` says which types of item may be meant.
 */
export function subjectOf(utterance: Utterance, wanted: Wanted): Subject {
  const items = itemsIn(utterance);
  if (items.length) return { found: "items", items: broadest(items, wanted) };
  if (utterance.unknown[0]) return { found: "unknown", id: utterance.unknown[0] };
  const topic = topicOf(utterance, wanted);
  if (topic) return topic;
  const generic = utterance.topic.chunks.flat();
  if (saysWholePlan(utterance.ask) || (generic.length && generic.every((word) => utterance.context.planIndex.isEverywhere(word)))) return { found: "plan" };
  const before = subjectBefore(utterance.context.before, utterance);
  const nothingSaid = !utterance.topic.chunks.length;
  if (before && (PRONOUN.test(utterance.ask) || nothingSaid)) return before;
  return { found: "nothing", strange: utterance.topic.strange };
}

/** Several ids: those of a wanted type, when there are any. */
const broadest = (items: readonly Item[], wanted: Wanted): readonly Item[] => {
  const fitting = items.filter((item) => wanted.types.includes(item.type));
  return fitting.length ? fitting : items;
};

function topicOf(utterance: Utterance, wanted: Wanted): Subject | undefined {
  const topics = moreParticular(findTopics(utterance.topic, utterance.context.planIndex, wanted), utterance);
  const best = topics[0];
  if (!best) return undefined;
  const close = topics.filter(({ score }) => score >= best.score * nearness).map(({ item }) => item);
  const settled = close.length === 1 ? close : withoutParts(close);
  return settled.length === 1 ? { found: "items", items: settled } : { found: "several", items: settled };
}

/** "data and intelligence about Place": a theme that is only named beside something of its own words gives way. */
function moreParticular(topics: Topic[], { topic }: Utterance): Topic[] {
  if (topics[0]?.item.type !== "theme" || topic.chunks.length < 2) return topics;
  const particular = topics.filter(({ item, score }) => item.type !== "theme" && score >= 0.7);
  return particular.length ? particular : topics;
}

/** Where a priority and things under it fit alike, the priority is meant; a theme gives way to what is more particular. */
function withoutParts(items: Item[]): Item[] {
  const priorities = new Set(items.flatMap((item) => (item.type === "priority" ? [item.priority] : [])));
  const kept = items.filter((item) => item.type === "priority" || item.type === "theme" || !("priority" in item) || !priorities.has(item.priority));
  const particular = kept.filter((item) => item.type !== "theme");
  return particular.length && particular.length < kept.length && items[0]?.type !== "theme" ? particular : kept;
}

/** What the turn before was about. */
export function subjectBefore(before: readonly Interpretation[], { context: { planIndex } }: Pick<Utterance, "context">): Subject | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  const { scope, measure, action } = last.args;
  const id = [measure, action, scope].find((it) => it !== undefined);
  if (id === "plan") return { found: "plan", carried: true };
  const item = id ? planIndex.catalogue.find(id) : undefined;
  return item ? { found: "items", items: [item], carried: true } : undefined;
}

/** The item that the turn before was about. */
export function itemBefore(before: readonly Interpretation[], utterance: Pick<Utterance, "context">): Item | undefined {
  const subject = subjectBefore(before, utterance);
  return subject?.found === "items" ? subject.items[0] : undefined;
}

/** "Still about 2.3.": said when the subject was taken over from the turn before. */
export const carriedWords = (item: Item): string => `Still about ${item.type === "theme" ? `${item.theme.name} (theme ${item.id})` : item.id}.`;
