/** Everything that a text may mean: what the rules read, and every likely intent with every subject that fits. Pure. */

import type { Interpretation } from "../../assistant/assistant.js";
import { traitsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import { reading, readingNamed } from "../readings.js";
import { itemBefore } from "../subject.js";
import { itemsIn, type Utterance } from "../utterance.js";
import type { Candidate } from "./candidate.js";
import type { Decidable } from "./decidable.js";
import type { Ground } from "./ground.js";
import { type Option, optionsFor } from "./options.js";

/** One thing that a text may mean. */
export interface Alternative {
  /** What is answered when it is meant. */
  readings: readonly Interpretation[];
  /** Of the first of them; of what its choices lead to where the rules ask back. */
  intent: Decidable;
  /** Of that intent, by the classifier. */
  p: number;
  option: Pick<Option, "by" | "item" | "score" | "behind">;
  /** How the rules came to the same readings; `same intent` where they read it of something else. */
  ruled?: "exactly" | "same intent";
  asks: boolean;
}

export interface Meaning {
  utterance: Utterance;
  /** What the rules read, in order; never empty. */
  ruled: readonly Interpretation[];
  ground: Ground;
  /** Best first. */
  candidates: readonly Candidate[];
  intentNamed(name: string): Decidable | undefined;
  readAgain?(text: string): Interpretation[];
}

const MOST_INTENTS = 6;
const POSSIBLE = 0.01;

/** Everything that the text may mean: what rules read, and the likeliest intents with each subject that fits. */
export function alternativesOf(meaning: Meaning): Alternative[] {
  const { ruled, candidates, intentNamed, utterance } = meaning;
  const answers = ruled.filter(({ question }) => !intentNamed(question)?.fallback);
  const byRules = ofRules(answers, meaning);
  const about = carriedItem(answers, utterance);
  const likely = candidates.slice(0, MOST_INTENTS).filter(({ p }) => p >= POSSIBLE);
  const names = new Set([...likely.map(({ intent }) => intent), ...answers.map(({ question }) => question)]);
  const others = [...names].flatMap((name) => {
    const intent = intentNamed(name);
    if (!intent || intent.fallback) return [];
    const read = answers.find(({ question }) => question === name);
    return optionsFor(intent, utterance, about).map((option) => ofOption(intent, option, read, meaning));
  });
  return [...byRules, ...distinctFrom(byRules, others)];
}

const probabilityOf = (name: string, { candidates }: Meaning): number => candidates.find(({ intent }) => intent === name)?.p ?? 0;

function ofOption(intent: Decidable, option: Option, read: Interpretation | undefined, meaning: Meaning): Alternative {
  const { measure: _, action: __, scope: ___, carried: ____, instead: _____, ...kept } = (read?.args ?? {}) as Record<string, unknown>;
  const readings =
    option.by === "unknown id"
      ? [reading("unknown-id", { id: option.all[0]?.id as string })]
      : option.all.map((args) => readingNamed(intent.name, { ...kept, ...args }));
  return { readings, intent, p: probabilityOf(intent.name, meaning), option, asks: false, ...(read && { ruled: "same intent" as const }) };
}

/** What the rules read as a whole. */
function ofRules([...answers]: readonly Interpretation[], meaning: Meaning): Alternative[] {
  const [first] = answers.length ? answers : meaning.ruled.filter(({ question }) => !traitsOf(question).unanswered);
  if (!first) return [];
  const asks = first.question === "choose";
  const choice = asks ? (first.args.choices as { says: string }[])[0] : undefined;
  const named = choice ? meaning.readAgain?.(choice.says)[0]?.question : first.question;
  const intent = meaning.intentNamed(named ?? first.question);
  if (!intent) return [];
  const readings = answers.length ? answers : [first];
  return [{ readings, intent, p: probabilityOf(intent.name, meaning), option: optionOf(first, meaning), ruled: "exactly", asks }];
}

function optionOf({ question, args }: Interpretation, { utterance, intentNamed }: Meaning): Alternative["option"] {
  const { measure, action, scope, carried } = args as Record<string, unknown>;
  const id = [measure, action, scope].find((it): it is string => typeof it === "string" && it !== "plan");
  const item = id === undefined ? undefined : utterance.context.planIndex.catalogue.find(id);
  if (question === "unknown-id") return { by: "unknown id", score: 0, behind: 0 };
  if (!item) return { by: intentNamed(question)?.argumentNames.includes("scope") ? "whole plan" : "no subject", score: 0, behind: 0 };
  if (itemsIn(utterance).includes(item)) return { by: "id", item, score: 1, behind: 0 };
  if (carried) return { by: "turn before", item, score: 0, behind: 0 };
  const intent = intentNamed(question);
  const same = intent && optionsFor(intent, utterance).find((option) => option.item === item);
  return same ? { ...same, by: "words" } : { by: "words", item, score: 0, behind: 0.3 };
}

/** What the rules took over from the turn before. */
function carriedItem(answers: readonly Interpretation[], utterance: Utterance): Item | undefined {
  const carried = answers.find(({ args }) => args.carried);
  return carried && itemBefore([carried], utterance);
}

const keyOf = (readings: readonly Interpretation[]): string =>
  JSON.stringify(readings.map(({ question, args: { measure, action, scope } }) => [question, measure ?? action ?? (scope === "plan" ? undefined : scope)]));

/** The same intents of the same things. */
function distinctFrom(first: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  const seen = new Set(first.map(({ readings }) => keyOf(readings)));
  return others.filter(({ readings }) => {
    const key = keyOf(readings);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}
