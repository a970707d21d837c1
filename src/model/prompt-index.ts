/** What a model is told of a plan: ids, titles, acronyms, stages and names. Never a figure, a note, a status, a date or an address. Pure. */
import { itemsAbout, type PlanIndex } from "../nlu/index.js";
import { type Catalogue, type Item, wordsOf } from "../plan/index.js";
import { endingWithout, shortened } from "../shared/words.js";
import { namesOf } from "./names.js";
import { tokensAtMost } from "./token-count.js";

export interface PromptIndex {
  themes: string[];
  priorities: string[];
  actions: string[];
  measures: string[];
  people: string[];
}

const MOST_TOKENS = 5_600;
/** Of what is near the question; the rest is for themes and priorities. */
const MOST_NEAR_TOKENS = 3_000;
const MOST_PEOPLE_TOKENS = 400;
const MOST_NEAR = 60;
const MOST_LETTERS = 160;
const anyType: Item["type"][] = ["theme", "priority", "action", "measure"];

/** Whole where it is short; else what is nearest to the message, with as many themes and priorities as there is room for. */
export function promptIndex(message: string, planIndex: PlanIndex, lastIds: readonly string[] = []): PromptIndex {
  const { items } = planIndex.catalogue;
  const lines = new Map<Item, string>();
  const room = { left: MOST_TOKENS };
  const names = takenNames(message, planIndex, room);
  const whole = take(items, room, lines);
  if (!whole) {
    lines.clear();
    room.left = MOST_TOKENS - MOST_PEOPLE_TOKENS;
    const near = { left: MOST_NEAR_TOKENS };
    take(nearest(message, planIndex, lastIds), near, lines);
    room.left -= MOST_NEAR_TOKENS - near.left;
    const about = itemsAbout(message, planIndex, { types: ["theme", "priority"] });
    take(new Set([...planIndex.catalogue.themes, ...about, ...planIndex.catalogue.priorities]), room, lines);
  }
  const of = (type: Item["type"]) => items.flatMap((item) => (item.type === type ? (lines.get(item) ?? []) : []));
  return { themes: of("theme"), priorities: of("priority"), actions: of("action"), measures: of("measure"), people: names };
}

/** Whether there was room for all. */
function take(items: Iterable<Item>, room: { left: number }, lines: Map<Item, string>): boolean {
  for (const item of items) {
    if (lines.has(item)) continue;
    const line = lineOf(item);
    const cost = tokensAtMost(JSON.stringify(line)) + 1;
    if (cost > room.left) return false;
    room.left -= cost;
    lines.set(item, line);
  }
  return true;
}

function lineOf(item: Item): string {
  const also =
    item.type === "priority" ? (item.priority.aliases ?? []) : item.type === "action" ? (item.action.milestones ?? []).flatMap(({ label }) => label ?? []) : [];
  const title = `${item.id} ${shortened(wordsOf(item), MOST_LETTERS)}`;
  return also.length ? `${title} (${item.type === "action" ? "stages: " : ""}${shortened([...new Set(also)].join("; "), MOST_LETTERS)})` : title;
}

/** Named by id, spoken of before, near in words or meaning, and what stands under the nearest of these. */
function nearest(message: string, planIndex: PlanIndex, lastIds: readonly string[]): Set<Item> {
  const { catalogue } = planIndex;
  const ids = [...(message.match(/[\p{L}\p{N}][\p{L}\p{N}./-]*/gu) ?? []).map((word) => endingWithout(word, "./-")), ...lastIds];
  const found = new Set(ids.flatMap((id) => catalogue.find(id) ?? []));
  for (const item of itemsAbout(message, planIndex, { types: anyType })) found.add(item);
  for (const item of [...found].slice(0, MOST_NEAR / 3)) for (const part of partsOf(item, catalogue)) found.add(part);
  return new Set([...found].slice(0, MOST_NEAR));
}

const partsOf = (item: Item, { items }: Catalogue): Item[] =>
  "priority" in item ? items.filter((part) => "priority" in part && part.priority === item.priority) : [];

/** Those first whose names the message may say. */
function takenNames(message: string, planIndex: PlanIndex, room: { left: number }): string[] {
  const said = new Set(message.toLowerCase().match(/\p{L}+/gu) ?? []);
  const says = (name: string) =>
    name
      .toLowerCase()
      .split(" ")
      .some((word) => said.has(word));
  const all = namesOf(planIndex);
  let left = MOST_PEOPLE_TOKENS;
  const taken = [...all.filter(says), ...all.filter((name) => !says(name))].filter((name) => {
    const cost = tokensAtMost(name) + 3;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  room.left -= MOST_PEOPLE_TOKENS - left;
  const kept = new Set(taken);
  return all.filter((name) => kept.has(name));
}
