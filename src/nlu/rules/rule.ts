/** What a rule is, and what rules share: whose, which scope, which kind of item. */

import type { Interpretation } from "../../assistant/assistant.js";
import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import type { State } from "../../request/args.js";
import { choose, reading, scopeId } from "../readings.js";
import { carriedWords, type Subject, subjectOf } from "../subject.js";
import { itemsIn, type Utterance } from "../utterance.js";

export type Rule = (utterance: Utterance) => Interpretation[] | undefined;

export const areaTypes: Item["type"][] = ["theme", "priority"];

export const workTypes: Item["type"][] = ["theme", "priority", "action"];

/** Whose: the person named, or the asker. */
export function personOf(utterance: Utterance): string | undefined {
  const named = utterance.people[0];
  if (named) return named;
  return utterance.mine ? (utterance.context.asker ?? "") : personBeforeOf(utterance);
}

/** "what else does he have" after who leads something, or after what somebody has. */
export function personBeforeOf({ ask, context: { before, planIndex } }: Utterance): string | undefined {
  const last = before.at(-1);
  if (!last || !/\b(?:he|she|him|hers?|his)\b/.test(ask)) return undefined;
  const { person, scope } = last.args as { person?: string; scope?: string };
  if (person !== undefined) return person;
  const item = scope ? planIndex.catalogue.find(scope) : undefined;
  if (item?.type === "measure") return item.measure.reporter;
  if (item?.type === "action" && item.action.lead) return item.action.lead;
  return item && item.type !== "theme" ? item.priority.lead : undefined;
}

/** "is any of it late" after what somebody leads. */
function personBefore({ ask, context: { before } }: Utterance): string | undefined {
  const last = before.at(-1);
  if (last?.question !== "held" || !/\b(?:it|its|that|them|those|these|they)\b/.test(ask)) return undefined;
  return typeof last.args.person === "string" ? last.args.person : undefined;
}

/** The scope and person of a list; asks back when several scopes fit alike, refuses an id that does not exist. */
export function listed(
  utterance: Utterance,
  types: Item["type"][],
  says: (id: string) => string,
  make: (scope: string | undefined, person: string | undefined, carried?: string) => Interpretation,
): Interpretation[] {
  const person = personOf(utterance) ?? personBefore(utterance);
  const itemsNamed = itemsIn(utterance).length > 0 || utterance.unknown.length > 0;
  const subject: Subject =
    itemsNamed || utterance.topic.chunks.length || /\b(?:it|its|that|this|there|their|them|they)\b/.test(utterance.ask)
      ? subjectOf(utterance, { types, throughParts: true })
      : { found: "plan" };
  if (subject.found === "unknown") return [reading("unknown-id", { id: subject.id })];
  if (subject.found === "several") return [choose(utterance, subject.items, says)];
  const item = subject.found === "items" ? subject.items[0] : undefined;
  return [make(scopeId(subject), person, subject.found === "items" && subject.carried && item ? carriedWords(item) : undefined)];
}

type Noun = ArgsOf<"count">["what"];

const nouns: [RegExp, Noun][] = [
  [/\bmilestones?\b/, "milestones"],
  [/\b(?:actions?|tasks?|projects?|activities)\b/, "actions"],
  [/\bpriorit(?:y|ies)\b/, "priorities"],
  [/\bthemes?\b/, "themes"],
  [/\b(?:measures?|indicators?|kpis?|metrics?)\b/, "measures"],
];

/** What kind of thing a text asks for: actions, priorities, measures. */
export const nounOf = (text: string): Noun | undefined => nouns.find(([pattern]) => pattern.test(text))?.[1];

/** What is counted where nothing is said of it: what was spoken of before, else actions. */
export function countedBefore({ context: { before } }: Utterance): Noun {
  const last = before.at(-1);
  return (last?.question === "count" ? last.args.what : (last?.args.what as Noun | undefined)) ?? "actions";
}

/** No argument where no state is asked for. */
export const statesAsked = (states: State[]): State[] | undefined => (states.length ? states : undefined);

/** "the action on rural communities", "the pilot": a single action is meant, not its priority. */
export const saysAction = ({ ask }: Utterance): boolean => /\b(?:action|task|pilot|project)\b/.test(ask);
