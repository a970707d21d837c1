/** What an intent may be asked about, as a text says it: by id, by words, as the turn before, or the whole plan. Pure. */
import type { Item } from "../../plan/index.js";
import { asksReporter } from "../aspects.js";
import type { PlanIndex } from "../plan-index.js";
import { lettersIn, PRONOUN } from "../pointing.js";
import { workTypes } from "../rules/rule.js";
import { measureBySoftWords } from "../soft-words.js";
import { carriedWords, itemBefore } from "../subject.js";
import { nearestTopics, searchTopics, type Topic } from "../topics.js";
import { itemsIn, type Utterance } from "../utterance.js";
import { type Fillable, type ItemArgument, itemArgumentOf, plainArguments } from "./arguments.js";
import { topicFor, withoutSubject } from "./phrasing.js";

/** How an option came to its subject. */
export type By = "id" | "words" | "measures of what the words name" | "turn before" | "whole plan" | "no subject" | "unknown id";

/** One way to fill an intent's arguments; several sets where several ids are named. */
export interface Option {
  all: Record<string, unknown>[];
  by: By;
  item?: Item;
  /** How well the words fit the item; 0 where none were looked at. */
  score: number;
  /** By how much another fits better; 0 for the best. */
  behind: number;
}

const MOST_ITEMS = 4;
const MOSTLY = 0.5;
const MOST_WITH_STAGE = 2;
/** How well an action fits that is meant by its stage alone. */
const OF_STAGE = 0.5;

/** Those that the intent's schema accepts, by words the best first. `about`: what the turn before was about, where it is known otherwise. */
export function optionsFor(intent: Fillable, utterance: Utterance, about = itemBefore(utterance.context.before, utterance)): Option[] {
  const args = plainArguments(intent, utterance);
  const argument = itemArgumentOf(intent);
  if (!argument) return accepted(intent, [{ all: [args], by: "no subject", score: 0, behind: 0 }]);
  const types = typesOf(intent, argument, utterance);
  const named = itemsIn(utterance);
  if (named.length) return ofNamed(intent, { args, argument, types }, named);
  const [unknown] = utterance.unknown.filter((id) => argument !== "measure" || !isValue(id));
  if (unknown) return [{ all: [{ id: unknown }], by: "unknown id", score: 0, behind: 0 }];
  const filling = { args, argument, types };
  const whole = accepted(intent, ofWhole(filling)).slice(0, 1);
  // What needs no subject and points at nothing is not bent to the turn before.
  const before = pointsBack(utterance) || !whole.length ? asBefore(utterance, filling, about) : [];
  return [...accepted(intent, [...byWords(intent, utterance, filling), ...before]), ...whole];
}

const OF_A_NUMBER = /\b(?:figures?|numbers?|data|stats?|percentages?|kpis?|measures?|indicators?|counts?|rates?|returns?|metrics?)\b/;

/** Measures are reported, all else is led: of what may be either, the words tell which is asked about. */
function typesOf({ name, about = workTypes }: Fillable, argument: ItemArgument, { ask }: Utterance): readonly Item["type"][] {
  if (argument !== "scope") return [argument];
  if (name !== "leads") return about;
  if (asksReporter(ask)) return ["measure"];
  return OF_A_NUMBER.test(ask) ? about : workTypes;
}

/** It says so, or is hardly more than "why". */
const pointsBack = ({ ask, times }: Utterance): boolean => PRONOUN.test(ask) || (!times.length && lettersIn(ask) <= 3);

/** "it was 45.1": with a figure, a number with a point is a value. */
const isValue = (id: string): boolean => /^\d+\.\d+$/.test(id);

interface Filling {
  args: Record<string, unknown>;
  argument: ItemArgument;
  types: readonly Item["type"][];
}

const accepted = (intent: Fillable, options: readonly Option[]): Option[] => options.filter(({ all }) => all.every((args) => intent.accepts(args)));

/** An id of another type stands for what is above it. */
function ofNamed(intent: Fillable, { args, argument, types }: Filling, named: readonly Item[]): Option[] {
  const fitting = named.filter(({ type }) => types.includes(type));
  const above = types.includes("priority") ? named.flatMap((item) => ("priority" in item ? item.priority.id : [])) : [];
  const ids = [...new Set(fitting.length ? fitting.map(({ id }) => id) : above)].slice(0, MOST_ITEMS);
  const item = fitting[0] ?? named[0];
  return ids.length ? accepted(intent, [{ all: ids.map((id) => ({ ...args, [argument]: id })), by: "id", ...(item && { item }), score: 1, behind: 0 }]) : [];
}

function byWords(intent: Fillable, utterance: Utterance, { args, argument, types }: Filling): Option[] {
  const { planIndex } = utterance.context;
  const topic = topicFor(utterance.topic, intent.name);
  const wanted = { types, throughParts: types.includes("priority") && !types.includes("measure") };
  const found = searchTopics(topic, planIndex, wanted).topics;
  const soft = argument === "measure" ? measureBySoftWords(utterance) : undefined;
  const topics = withStage(soft ? [{ item: soft, score: 1 }, ...found.filter(({ item }) => item !== soft)] : found, args.label, planIndex);
  const best = topics[0]?.score ?? 0;
  const make = ({ item, score }: Topic): Option => ({ all: [{ ...args, [argument]: item.id }], by: "words", item, score, behind: best - score });
  if (topics.length) return topics.slice(0, MOST_ITEMS).map(make);
  // What is mostly asked of the whole plan is not asked of a part by words that hardly fit one.
  const nearest = () => {
    if (withoutSubject(intent.name) > MOSTLY) return [];
    const [first, ...others] = nearestTopics(topic, planIndex, wanted).slice(0, MOST_ITEMS);
    return first ? [first, ...others].map((one) => ({ ...make(one), behind: first.score - one.score })) : [];
  };
  if (argument !== "measure") return nearest();
  const [work] = searchTopics(topic, planIndex, { types: ["priority", "action"], throughParts: true }).topics;
  if (!work || work.item.type === "theme") return nearest();
  const { priority } = work.item;
  const under = planIndex.catalogue.measures.filter((measure) => measure.priority === priority).slice(0, MOST_ITEMS);
  return under.map((item) => ({ ...make({ item, score: work.score }), by: "measures of what the words name" as const, behind: 0 }));
}

/** Those that have the stage that was said; where none does, the actions of the plan that have it, if they are few. */
function withStage(topics: readonly Topic[], label: unknown, { catalogue }: PlanIndex): readonly Topic[] {
  if (label === undefined) return topics;
  const has = (item: Item) => item.type === "action" && Boolean(item.action.milestones?.some((one) => one.label === label));
  const having = topics.filter(({ item }) => has(item));
  if (having.length) return having;
  const all = catalogue.actions.filter(has);
  return all.length && all.length <= MOST_WITH_STAGE ? all.map((item) => ({ item, score: topics[0]?.score ?? OF_STAGE })) : topics;
}

function asBefore(utterance: Utterance, { args, argument, types }: Filling, about: Item | undefined): Option[] {
  const item = about && [about, ...above(about, utterance)].find(({ type }) => types.includes(type));
  return item ? [{ all: [{ ...args, [argument]: item.id, carried: carriedWords(item) }], by: "turn before", item, score: 0, behind: 0 }] : [];
}

/** A measure's or an action's priority. */
function above(item: Item, { context: { planIndex } }: Utterance): Item[] {
  const found = item.type === "action" ? planIndex.catalogue.find(item.priority.id) : undefined;
  return found ? [found] : [];
}

const ofWhole = ({ args, argument }: Filling): Option[] => [
  { all: [args], by: "whole plan", score: 0, behind: 0 },
  ...(argument === "scope" ? [{ all: [{ ...args, scope: "plan" }], by: "whole plan" as const, score: 0, behind: 0 }] : []),
];
