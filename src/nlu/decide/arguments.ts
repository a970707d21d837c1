/** Fills an intent's arguments from what a text names: items, times, people, statuses. */
import type { Item } from "../../plan/index.js";
import { aspectOf } from "../aspects.js";
import { handedOver } from "../handed-over.js";
import { windowOf } from "../readings.js";
import { rankedBy } from "../rules/count-rules.js";
import { countedBefore, nounOf, personOf, statesAsked } from "../rules/rule.js";
import { itemsIn, type Sketch, timeOf } from "../sketch.js";
import { stageIn } from "../stage.js";
import { stageOfAction } from "../stage-called.js";
import { statusSaid } from "../status-said.js";
import type { Time } from "../times/time.js";
import { searchTopics } from "../topics.js";
import { spelledValue, valueSaid } from "../value-said.js";

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

export type ItemArgument = "measure" | "action" | "scope";

const ITEM_ARGUMENTS: readonly ItemArgument[] = ["measure", "action", "scope"];

/** The argument that names what it is about. */
export const itemArgumentOf = ({ argumentNames }: Fillable): ItemArgument | undefined => ITEM_ARGUMENTS.find((name) => argumentNames.includes(name));
const MOST_SCOPES = 4;

const makers: Record<string, (sketch: Sketch, intent: Fillable) => unknown> = {
  window: (sketch, { looksBack }) => {
    const time = timeSaid(sketch, looksBack);
    return time && time.step === undefined ? windowOf(time) : undefined;
  },
  soon: (sketch, { looksBack }) => timeSaid(sketch, looksBack)?.soon,
  person: (sketch, { name }) => (name === "hand-over" ? handedOver(sketch).person : personOf(sketch)),
  to: (sketch) => handedOver(sketch).to,
  states: ({ states }) => statesAsked(states),
  status: statusSaid,
  scopes: scopesIn,
  aspect: ({ ask }) => aspectOf(ask),
  what: (sketch, { name }) => (name === "ranking" ? rankedBy(sketch.ask).what : (nounOf(sketch.ask) ?? (name === "count" ? countedBefore(sketch) : undefined))),
  end: ({ ask }, { name }) => (name === "ranking" ? rankedBy(ask).end : undefined),
  label: (sketch, { name }) => stageIn(sketch) ?? (name === "deadline" ? stageOfAction(sketch) : undefined),
  committee: ({ ask }) => /\b(?:committee|board|cabinet|scrutiny|panel)\b/.test(ask) || undefined,
  why: ({ ask }) => /\b(?:why|how come|what went wrong|reasons?|because of what)\b/.test(ask) || undefined,
  value: ({ ask, unknown }) => valueSaid(ask) ?? unknown.find(isDecimal) ?? spelledValue(ask),
  year: (sketch) => timeOf(sketch)?.year,
  quarter: (sketch) => timeOf(sketch)?.quarter,
};

/** "39.2" looks like the id of a priority. */
const isDecimal = (id: string): boolean => /^\d+\.\d+$/.test(id);

const wasDue = /\b(?:was|were) (?:\S+ )?(?:due|meant|supposed|wanted|promised)\b/;

/** "June" is the one ahead, unless the intent asks for what is over. */
function timeSaid(sketch: Sketch, looksBack: boolean): Time | undefined {
  if (!sketch.times.length) return undefined;
  return (looksBack || wasDue.test(sketch.ask) ? sketch.gone : sketch.ahead) ?? timeOf(sketch);
}

/** Two or more by their ids, or themes and priorities by their names. */
function scopesIn(sketch: Sketch): string[] | undefined {
  const ids = itemsIn(sketch).map(({ id }) => id);
  if (ids.length > 1) return ids;
  const { topics } = searchTopics(sketch.topic, sketch.context.guide, { types: ["theme", "priority"] });
  const called = topics.filter(({ score }) => score >= 1).map(({ item }) => item.id);
  return called.length > 1 ? called.slice(0, MOST_SCOPES) : undefined;
}

/** All that is no item. Only what the intent's schema takes as it is stays. */
export function plainArguments(intent: Fillable, sketch: Sketch): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const name of intent.argumentNames) {
    const value = makers[name]?.(sketch, intent);
    if (value !== undefined) args[name] = value;
  }
  return args;
}
