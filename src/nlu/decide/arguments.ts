/** Fills an intent's arguments from what a text names: items, times, people, statuses. */
import type { Item, ItemOf, Status } from "../../plan/index.js";
import type { State } from "../../request/args.js";
import { asksReporter, aspectOf } from "../aspects.js";
import { windowOf } from "../readings.js";
import { rankedBy } from "../rules/count-rules.js";
import { countedBefore, nounOf, personOf, statesAsked, workTypes } from "../rules/rule.js";
import { itemsIn, type Sketch, timeOf } from "../sketch.js";
import { measureBySoftWords } from "../soft-words.js";
import { stageIn } from "../stage.js";
import { carriedWords, itemBefore, saysPlan } from "../subject.js";
import type { Time } from "../times/time.js";
import { searchTopics, type Topic, type TopicWords } from "../topics.js";
import { valueSaid } from "../value-said.js";
import { saysNoTopic, topicFor } from "./phrasing.js";

/** What must be known of an intent to fill its arguments. */
export interface Fillable {
  name: string;
  /** Argument names of its schema, and whether each may be missing. */
  argumentNames: readonly string[];
  accepts(args: Record<string, unknown>): boolean;
  /** Which items it can be about; actions, priorities and themes when nothing is said. */
  about?: readonly Item["type"][];
  /** It asks for what is over. */
  looksBack: boolean;
  /** It asks for what no plan holds. */
  outOfPlan: boolean;
}

export type Filled =
  /** One set of arguments for each item that is named by its id; `others` fit nearly as well as the one that was found by words. */
  | { found: "arguments"; all: Record<string, unknown>[]; item?: Item; others: readonly Record<string, unknown>[]; sure: boolean; faint: boolean }
  /** Several items fit alike. */
  | { found: "several"; all: Record<string, unknown>[] }
  | { found: "unknown"; id: string }
  /** Words name a subject that the plan does not have. */
  | { found: "nothing" }
  /** An argument that must be there is not said. */
  | { found: "incomplete" };

type ItemArgument = "measure" | "action" | "scope";

const ITEM_ARGUMENTS: readonly ItemArgument[] = ["measure", "action", "scope"];
/** What fits less well than this share of the best is no alternative. */
const NEARLY = 0.85;
const LESS_NEARLY = 0.7;
/** What fits no better, beside words that the plan lacks, is only asked about. */
const FAINT = 0.56;
/** What fits so well is meant, whatever else is asked with the words. */
const FITS_WELL = 0.75;
/** What is nearer to the best than this cannot be told from it. */
const ALIKE = 0.02;
const MOST_ITEMS = 4;
const MOST_OTHERS = 2;

/** `about`: what the turn before was about, where it is known otherwise. */
export function fillArguments(intent: Fillable, sketch: Sketch, about = itemBefore(sketch.context.before, sketch)): Filled {
  const args = plainArguments(intent, sketch);
  const argument = ITEM_ARGUMENTS.find((name) => intent.argumentNames.includes(name));
  if (!argument) return completed(intent, [args]);
  const types = typesOf(intent, argument, sketch);
  const named = itemsIn(sketch);
  if (named.length) return ofNamed(intent, { args, argument, types, named });
  const [unknown] = sketch.unknown.filter((id) => argument !== "measure" || !isValue(id));
  if (unknown) return { found: "unknown", id: unknown };
  const topic = topicFor(sketch.topic, intent.name);
  const { topics, fit } = searchTopics(topic, sketch.context.guide, { types, throughParts: types.includes("priority") && !types.includes("measure") });
  if (!topics.length && argument === "measure" && topic.chunks.length) {
    const under = measuresUnder(topic, sketch);
    if (under.length) return { found: "several", all: under.slice(0, MOST_ITEMS).map((id) => ({ ...args, measure: id })) };
  }
  const soft = argument === "measure" ? measureBySoftWords(sketch) : undefined;
  if (soft) return ofTopics(intent, { args, argument, topics: [{ item: soft, score: 1 }], sure: true, open: false });
  const fitsWell = fit === "sure" && (topics[0]?.score ?? 0) >= FITS_WELL;
  if (fit !== "none" && (fitsWell || !saysNoTopic(topic, intent.name)))
    return ofTopics(intent, { args, argument, topics: withStage(withoutParts(topics), args.label), sure: fit === "sure", open: topic.strange.length > 0 });
  return withoutTopic(intent, sketch, { args, argument, types, about, open: topic.chunks.length > 0 && !saysNoTopic(topic, intent.name) });
}

/** Measures are reported, all else is led: of what may be either, the words tell which is asked about. */
function typesOf({ name, about = workTypes }: Fillable, argument: ItemArgument, { ask }: Sketch): readonly Item["type"][] {
  if (argument !== "scope") return [argument];
  return name === "leads" && asksReporter(ask) ? ["measure"] : about;
}

/** "it was 45.1": with a figure, a number with a point is a value. */
const isValue = (id: string): boolean => /^\d+\.\d+$/.test(id);

interface Filling {
  args: Record<string, unknown>;
  argument: ItemArgument;
}

/** What is measured of the work that the words fit, where they fit no measure themselves. */
function measuresUnder(topic: TopicWords, { context: { guide } }: Sketch): string[] {
  const [best] = searchTopics(topic, guide, { types: ["priority", "action"], throughParts: true }).topics;
  if (!best || best.item.type === "theme") return [];
  const { priority } = best.item;
  return guide.catalogue.measures.filter((item) => item.priority === priority).map(({ id }) => id);
}

/** An id of another type stands for what is above it. */
function ofNamed(intent: Fillable, { args, argument, types, named }: Filling & { types: readonly Item["type"][]; named: readonly Item[] }): Filled {
  const fitting = named.filter(({ type }) => types.includes(type));
  const ids = fitting.length
    ? fitting.map(({ id }) => id)
    : types.includes("priority")
      ? named.flatMap((item) => ("priority" in item ? item.priority.id : []))
      : [];
  if (!ids.length) return { found: "incomplete" };
  const filled = completed(
    intent,
    [...new Set(ids)].slice(0, MOST_ITEMS).map((id) => ({ ...args, [argument]: id })),
  );
  return filled.found === "arguments" ? { ...filled, item: fitting[0] ?? named[0] } : filled;
}

function ofTopics(intent: Fillable, { args, argument, topics, sure, open }: Filling & { topics: readonly Topic[]; sure: boolean; open: boolean }): Filled {
  const [first, ...rest] = topics as [Topic, ...Topic[]];
  const near = rest.filter(({ score }) => score >= first.score * (sure ? NEARLY : LESS_NEARLY));
  const make = ({ item }: Topic) => ({ ...args, [argument]: item.id });
  const alike = near.filter(({ item, score }) => first.score - score <= ALIKE && item.type === first.item.type);
  if (alike.length)
    return completed(intent, [first, ...near].slice(0, MOST_ITEMS).map(make)).found === "arguments"
      ? { found: "several", all: [first, ...near].slice(0, MOST_ITEMS).map(make) }
      : { found: "incomplete" };
  const filled = completed(intent, [make(first)]);
  return filled.found === "arguments"
    ? { ...filled, item: first.item, others: near.slice(0, MOST_OTHERS).map(make), sure, faint: !sure && open && first.score < FAINT }
    : filled;
}

/** Those that have the stage that was said, where any does. */
function withStage(topics: readonly Topic[], label: unknown): readonly Topic[] {
  const having = label === undefined ? [] : topics.filter(({ item }) => item.type === "action" && item.action.milestones?.some((one) => one.label === label));
  return having.length ? having : topics;
}

/** Where a priority and things under it fit alike, the priority is meant. */
function withoutParts(topics: readonly Topic[]): Topic[] {
  const [first] = topics;
  if (!first) return [];
  const close = topics.filter(({ score }) => score >= first.score * 0.94);
  const priority = close.find(({ item }) => item.type === "priority");
  if (!priority || priority === first) return [...topics];
  const parts = close.filter(
    ({ item }) => "priority" in item && (item as ItemOf<"action">).priority === (priority.item as ItemOf<"priority">).priority && item !== priority.item,
  );
  return parts.length > 1 ? [{ ...priority, score: first.score }, ...topics.filter((topic) => topic !== priority)] : [...topics];
}

/** `open`: words are left that nothing of the plan fits. */
function withoutTopic(
  intent: Fillable,
  sketch: Sketch,
  { args, argument, types, about, open }: Filling & { types: readonly Item["type"][]; about: Item | undefined; open: boolean },
): Filled {
  if (args.person !== undefined || (open && intent.outOfPlan)) return ofPlan(intent, args, argument);
  if (open && !saysPlan(sketch) && (isPlaced(sketch) || argument !== "scope")) return { found: "nothing" };
  if (about && !open && !saysPlan(sketch) && (pronoun.test(sketch.ask) || isShort(sketch) || argument !== "scope")) {
    const item = [about, ...above(about, sketch)].find(({ type }) => types.includes(type));
    if (!item) return { found: "incomplete" };
    const filled = completed(intent, [{ ...args, [argument]: item.id, carried: carriedWords(item) }]);
    return filled.found === "arguments" ? { ...filled, item } : filled;
  }
  return ofPlan(intent, args, argument);
}

function ofPlan(intent: Fillable, args: Record<string, unknown>, argument: ItemArgument): Filled {
  const whole = completed(intent, [args]);
  return whole.found === "arguments" || argument !== "scope" ? whole : completed(intent, [{ ...args, scope: "plan" }]);
}

/** Words that the plan lacks stand where a subject does: "in the swimming pools". Elsewhere they are how something is said: "cheer me up". */
function isPlaced({ ask, topic }: Sketch): boolean {
  const words = ask.split(" ");
  return topic.chunks.some(([first]) => {
    const at = words.indexOf(first as string);
    const before = words.slice(0, at).filter((word) => !/^(?:the|our|a|an|all|any|this|that)$/.test(word));
    return at > 0 && /^(?:in|on|of|for|about|under|within|with|at|from|by)$/.test(before.at(-1) ?? "");
  });
}

/** A measure's or an action's priority. */
function above(item: Item, { context: { guide } }: Sketch): Item[] {
  const found = item.type === "action" ? guide.catalogue.find(item.priority.id) : undefined;
  return found ? [found] : [];
}

const pronoun = /\b(?:it|its|that|this|they|them|their|those|these|there|same|he|she)\b/;

/** Hardly more than "why": it leans on what was said before. */
const isShort = ({ ask, times }: Sketch): boolean => !times.length && ask.split(" ").filter((word) => /\p{L}/u.test(word)).length <= 3;

function completed(intent: Fillable, all: Record<string, unknown>[]): Filled {
  return all.every((args) => intent.accepts(args)) ? { found: "arguments", all, others: [], sure: true, faint: false } : { found: "incomplete" };
}

const makers: Record<string, (sketch: Sketch, intent: Fillable) => unknown> = {
  window: (sketch, { looksBack }) => {
    const time = timeSaid(sketch, looksBack);
    return time && time.step === undefined ? windowOf(time) : undefined;
  },
  soon: (sketch, { looksBack }) => timeSaid(sketch, looksBack)?.soon,
  person: personOf,
  states: ({ states }) => statesAsked(states),
  status: ({ states: [state, ...more] }) => (state && !more.length ? STATUS_OF[state] : undefined),
  scopes: scopesIn,
  aspect: ({ ask }) => aspectOf(ask),
  what: (sketch, { name }) => (name === "ranking" ? rankedBy(sketch.ask).what : (nounOf(sketch.ask) ?? (name === "count" ? countedBefore(sketch) : undefined))),
  end: ({ ask }, { name }) => (name === "ranking" ? rankedBy(ask).end : undefined),
  label: stageIn,
  why: ({ ask }) => /\b(?:why|how come|what went wrong|reasons?|because of what)\b/.test(ask) || undefined,
  value: ({ ask }) => valueSaid(ask),
  year: (sketch) => timeOf(sketch)?.year,
  quarter: (sketch) => timeOf(sketch)?.quarter,
};

const STATUS_OF: Partial<Record<State, Status>> = {
  red: "off-track",
  amber: "at-risk",
  green: "on-track",
  complete: "complete",
  cancelled: "cancelled",
  "not-started": "not-started",
};

/** "June" is the one ahead, unless the intent asks for what is over. */
function timeSaid(sketch: Sketch, looksBack: boolean): Time | undefined {
  if (!sketch.times.length) return undefined;
  return (looksBack ? sketch.gone : sketch.ahead) ?? timeOf(sketch);
}

/** Two or more by their ids, or themes and priorities by their names. */
function scopesIn(sketch: Sketch): string[] | undefined {
  const ids = itemsIn(sketch).map(({ id }) => id);
  if (ids.length > 1) return ids;
  const { topics } = searchTopics(sketch.topic, sketch.context.guide, { types: ["theme", "priority"] });
  const called = topics.filter(({ score }) => score >= 1).map(({ item }) => item.id);
  return called.length > 1 ? called.slice(0, MOST_ITEMS) : undefined;
}

/** All that is no item. Only what the intent's schema takes as it is stays. */
function plainArguments(intent: Fillable, sketch: Sketch): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const name of intent.argumentNames) {
    const value = makers[name]?.(sketch, intent);
    if (value !== undefined) args[name] = value;
  }
  return args;
}
