/** Stages of actions by their labels: "the helpers trained milestone", "when is the roll-out". Pure. */
import type { Catalogue, ItemOf } from "../plan/index.js";
import { searchTopics } from "./topics.js";
import type { Utterance } from "./utterance.js";

const wordsOf = (label: string): string[] =>
  label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether a text names the label word for word, also run together ("rollout") or parted. */
function isSaid(label: string, ask: string): boolean {
  const words = wordsOf(label);
  const said = new Set(ask.split(" "));
  return words.every((word) => said.has(word)) || (words.length > 1 && said.has(words.join("")));
}

const labelsOf = ({ action }: ItemOf<"action">): string[] => (action.milestones ?? []).flatMap(({ label }) => label ?? []);

/** The longest label that a text names. */
export function stageIn({ ask, context: { planIndex } }: Utterance): string | undefined {
  const labels = new Set(planIndex.catalogue.actions.flatMap(labelsOf));
  return [...labels].filter((label) => isSaid(label, ask)).sort((a, b) => b.length - a.length)[0];
}

export interface Stage {
  action: ItemOf<"action">;
  label: string;
}

/** Every stage that a text names; of labels that are parts of one another the longest. */
export function stagesSaid(ask: string, { actions }: Catalogue): Stage[] {
  const all = actions.flatMap((action) => labelsOf(action).flatMap((label) => (isSaid(label, ask) ? [{ action, label }] : [])));
  const longest = Math.max(0, ...all.map(({ label }) => wordsOf(label).length));
  return all.filter(({ label }) => wordsOf(label).length === longest);
}

/** By how much one of the actions must fit the other words better. */
const CLEARLY = 0.08;
const LEAST = 0.35;

/** That of the action which the other words are about; nothing where they tell of none, or of several alike. */
export function stageMeant(stages: readonly Stage[], { topic, context: { planIndex } }: Utterance): Stage | undefined {
  const labels = new Set(stages.flatMap(({ label }) => [...wordsOf(label), wordsOf(label).join("")]));
  const chunks = topic.chunks.map((chunk) => chunk.filter((word) => !labels.has(word))).filter(({ length }) => length);
  if (!chunks.length) return undefined;
  const { topics } = searchTopics({ ...topic, chunks }, planIndex, { types: ["action", "priority"], throughParts: true });
  const scored = stages
    .map((stage) => ({ stage, score: Math.max(0, ...topics.filter(({ item }) => fits(stage, item)).map(({ score }) => score)) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score >= LEAST && first.score - (second?.score ?? 0) >= CLEARLY ? first.stage : undefined;
}

const fits = ({ action }: Stage, item: { type: string; id: string }): boolean =>
  item.id === action.id || (item.type === "priority" && item.id === action.priority.id);
