/** Fills an intent's arguments from what a text names: items, times, people, statuses. */
import type { Item } from "../../plan/index.js";
import { aspectOf } from "../aspects.js";
import { handedOver } from "../handed-over.js";
import { windowOf } from "../readings.js";
import { rankedBy } from "../rules/count-rules.js";
import { countedBefore, nounOf, personOf, statesAsked } from "../rules/rule.js";
import { stageIn } from "../stage.js";
import { stageOfAction } from "../stage-called.js";
import { statusSaid } from "../status-said.js";
import type { Time } from "../times/time.js";
import { topicWords } from "../topic-words.js";
import { searchTopics } from "../topics.js";
import { itemsIn, timeOf, type Utterance } from "../utterance.js";
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

const makers: Record<string, (utterance: Utterance, intent: Fillable) => unknown> = {
  window: (utterance, { looksBack }) => {
    const time = timeSaid(utterance, looksBack);
    return time && time.step === undefined ? windowOf(time) : undefined;
  },
  soon: (utterance, { looksBack }) => timeSaid(utterance, looksBack)?.soon,
  person: (utterance, { name }) => (name === "hand-over" ? handedOver(utterance).person : personOf(utterance)),
  to: (utterance) => handedOver(utterance).to,
  states: ({ states }) => statesAsked(states),
  status: statusSaid,
  scopes: scopesIn,
  aspect: ({ ask }) => aspectOf(ask),
  what: (utterance, { name }) =>
    name === "ranking" ? rankedBy(utterance.ask).what : (nounOf(utterance.ask) ?? (name === "count" ? countedBefore(utterance) : undefined)),
  end: ({ ask }, { name }) => (name === "ranking" ? rankedBy(ask).end : undefined),
  label: (utterance, { name }) => stageIn(utterance) ?? (name === "deadline" ? stageOfAction(utterance) : undefined),
  committee: ({ ask }) => /\b(?:committee|board|cabinet|scrutiny|panel)\b/.test(ask) || undefined,
  why: ({ ask }) => /\b(?:why|how come|what went wrong|reasons?|because of what)\b/.test(ask) || undefined,
  value: ({ ask, unknown }) => valueSaid(ask) ?? unknown.find(isDecimal) ?? spelledValue(ask),
  year: (utterance) => timeOf(utterance)?.year,
  quarter: (utterance) => timeOf(utterance)?.quarter,
};

/** "39.2" looks like the id of a priority. */
const isDecimal = (id: string): boolean => /^\d+\.\d+$/.test(id);

const wasDue = /\b(?:was|were) (?:\S+ )?(?:due|meant|supposed|wanted|promised)\b/;

/** "June" is the one ahead, unless the intent asks for what is over. */
function timeSaid(utterance: Utterance, looksBack: boolean): Time | undefined {
  if (!utterance.times.length) return undefined;
  return (looksBack || wasDue.test(utterance.ask) ? utterance.gone : utterance.ahead) ?? timeOf(utterance);
}

/** Two or more by their ids, or themes and priorities by their names or by what stands on each side of "or", "versus", "beside". */
function scopesIn(utterance: Utterance, { name }: Fillable): string[] | undefined {
  const ids = itemsIn(utterance).map(({ id }) => id);
  if (ids.length > 1) return ids;
  const { topics } = searchTopics(utterance.topic, utterance.context.planIndex, { types: ["theme", "priority"] });
  const called = topics.filter(({ score }) => score >= 1).map(({ item }) => item.id);
  if (called.length > 1) return called.slice(0, MOST_SCOPES);
  const sides = name === "compare" ? sidesOf(utterance) : [];
  return sides.length > 1 ? sides.slice(0, MOST_SCOPES) : undefined;
}

const BETWEEN_SIDES = /(?: (?:or|and|v|vs|versus|against|beside|alongside|than|with|to|next to|up to) |,)/;
const LEAST_SIDE = 0.3;

/** Of each side the theme or priority that fits best. */
function sidesOf({ line, context: { planIndex } }: Utterance): string[] {
  const found = line.split(BETWEEN_SIDES).flatMap((side) => {
    const [best] = searchTopics(topicWords(side.trim(), planIndex, new Set()), planIndex, { types: ["theme", "priority"], throughParts: true }).topics;
    return best && best.score >= LEAST_SIDE ? [best.item.id] : [];
  });
  return [...new Set(found)];
}

/** All that is no item. Only what the intent's schema takes as it is stays. */
export function plainArguments(intent: Fillable, utterance: Utterance): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const name of intent.argumentNames) {
    const value = makers[name]?.(utterance, intent);
    if (value !== undefined) args[name] = value;
  }
  return args;
}
