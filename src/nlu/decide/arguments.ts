/** Fills an intent's arguments from what a text names: items, times, people, statuses, values. */
import type { Item } from "../../plan/index.js";
import { windowOf } from "../readings.js";
import { aspectOf } from "../rules/figure-rules.js";
import { nounOf, personOf, statesAsked, workTypes } from "../rules/rule.js";
import { itemsIn, type Sketch, timeOf } from "../sketch.js";
import { carriedWords, type Subject, subjectOf } from "../subject.js";
import { stageIn } from "./stage.js";

/** What must be known of an intent to fill its arguments. */
export interface Fillable {
  name: string;
  /** Argument names of its schema, and whether each may be missing. */
  argumentNames: readonly string[];
  accepts(args: Record<string, unknown>): boolean;
  /** Which items it can be about; actions, priorities and themes when nothing is said. */
  about?: readonly Item["type"][];
}

export type Filled =
  | { found: "arguments"; args: Record<string, unknown>; item?: Item }
  /** Several items fit alike. */
  | { found: "several"; argument: string; items: readonly Item[]; args: Record<string, unknown> }
  | { found: "unknown"; id: string }
  /** Words name a subject that the plan does not have. */
  | { found: "nothing"; strange: readonly string[] }
  /** An argument that must be there is not said. */
  | { found: "incomplete" };

const itemArguments = ["measure", "action", "scope"] as const;
const typesOf = { measure: ["measure"], action: ["action"] } as const;

export function fillArguments(intent: Fillable, sketch: Sketch): Filled {
  const args = plainArguments(intent, sketch);
  const argument = itemArguments.find((name) => intent.argumentNames.includes(name));
  if (!argument) return completed(intent, args);
  const types = [...(argument === "scope" ? (intent.about ?? workTypes) : typesOf[argument])];
  const subject = subjectFor(sketch, types);
  if (subject.found === "unknown") return subject;
  if (subject.found === "several") return { found: "several", argument, items: subject.items, args };
  if (subject.found === "nothing") {
    if (sketch.topic.chunks.length && !named(args)) return { found: "nothing", strange: subject.strange };
    const whole = completed(intent, args);
    return whole.found === "arguments" || argument !== "scope" ? whole : completed(intent, { ...args, scope: "plan" });
  }
  if (subject.found === "plan") return argument === "scope" ? completed(intent, { ...args, scope: "plan" }) : completed(intent, args);
  const [item] = subject.items;
  if (!item || !types.includes(item.type)) return { found: "incomplete" };
  const filled = completed(intent, { ...args, [argument]: item.id, ...(subject.carried && { carried: carriedWords(item) }) });
  return filled.found === "arguments" ? { ...filled, item } : filled;
}

/** Whose it is says what it is about when nothing else does. */
const named = (args: Record<string, unknown>): boolean => args.person !== undefined;

/** The item that is named, of the wanted types: an id of another type stands for what is above it. */
function subjectFor(sketch: Sketch, types: Item["type"][]): Subject {
  const subject = subjectOf(sketch, { types, throughParts: types.includes("priority") && !types.includes("measure") });
  if (subject.found !== "items") return subject;
  const [item] = subject.items;
  if (!item || types.includes(item.type) || !("priority" in item) || !types.includes("priority")) return subject;
  const above = sketch.context.guide.catalogue.find(item.priority.id);
  return above ? { ...subject, items: [above] } : subject;
}

function completed(intent: Fillable, args: Record<string, unknown>): Filled {
  return intent.accepts(args) ? { found: "arguments", args } : { found: "incomplete" };
}

const makers: Record<string, (sketch: Sketch) => unknown> = {
  window: (sketch) => {
    const time = timeOf(sketch);
    return time && time.step === undefined ? windowOf(time) : undefined;
  },
  soon: (sketch) => timeOf(sketch)?.soon,
  person: personOf,
  states: ({ states }) => statesAsked(states),
  aspect: ({ ask }) => aspectOf(ask),
  what: ({ ask }) => nounOf(ask),
  label: stageIn,
  why: ({ ask }) => /\b(?:why|how come|what went wrong|reasons?|because of what)\b/.test(ask) || undefined,
  year: (sketch) => timeOf(sketch)?.year,
  quarter: (sketch) => timeOf(sketch)?.quarter,
};

/** All that is no item. Only what the intent's schema takes as it is stays. */
function plainArguments(intent: Fillable, sketch: Sketch): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const name of intent.argumentNames) {
    const value = makers[name]?.(sketch);
    if (value !== undefined) args[name] = value;
  }
  return args;
}

export const namesItems = (sketch: Sketch): boolean => itemsIn(sketch).length > 0 || sketch.unknown.length > 0;
