import type { Interpretation } from "../assistant/assistant.js";
import type { ArgsOf, IntentName } from "../intents/index.js";
import type { Item } from "../plan/index.js";
import type { Window } from "../request/args.js";
import { carriedWords, type Subject } from "./subject.js";
import type { Time } from "./times/time.js";
import type { Utterance } from "./utterance.js";

/** At most this many candidates are asked about, and this many subjects answered at once. */
export const mostChoices = 4;

type Arguments<Name extends IntentName> = Partial<ArgsOf<Name>> extends ArgsOf<Name> ? [args?: ArgsOf<Name>] : [args: ArgsOf<Name>];

/** An interpretation, without the arguments that are not known. */
export const reading = <Name extends IntentName>(question: Name, ...[args]: Arguments<Name>): Interpretation => readingNamed(question, args ?? {});

/** The same where the intent's schema has accepted the arguments, whichever intent it is. */
export const readingNamed = (question: string, args: Record<string, unknown>): Interpretation =>
  ({ question, args: Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) }) as Interpretation;

/** The argument that a time becomes. */
export const windowOf = ({ from, to, label }: Time): Window => ({ from, to, label });

/** Turns a subject into readings: one an item, or asking back, or "there is no such id", or "not in the plan". `says` words a choice so that it is understood when it is pressed. */
export function readingsAbout(
  utterance: Utterance,
  subject: Subject,
  make: (item: Item) => Interpretation | undefined,
  says: (id: string) => string,
  forPlan?: () => Interpretation,
): Interpretation[] {
  if (subject.found === "unknown") return [reading("unknown-id", { id: subject.id })];
  if (subject.found === "plan") return forPlan ? [forPlan()] : [];
  if (subject.found === "nothing") return [reading("not-understood", { words: subject.strange.slice(0, 5) })];
  if (subject.found === "several") return [choose(utterance, subject.items, says)];
  return subject.items.slice(0, mostChoices).flatMap((item) => {
    const made = make(item);
    if (!made) return [];
    return [subject.carried ? ({ ...made, args: { ...made.args, carried: carriedWords(item) } } as Interpretation) : made];
  });
}

/** The best few, in the order of the plan. */
export const choose = (utterance: Utterance, items: readonly Item[], says: (id: string) => string): Interpretation =>
  reading("choose", {
    about: aboutWords(utterance),
    choices: inOrder(items.slice(0, mostChoices), utterance).map((item) => ({ id: item.id, says: says(item.type === "theme" ? `theme ${item.id}` : item.id) })),
  });

function inOrder(items: readonly Item[], { context: { planIndex } }: Utterance): Item[] {
  const chosen = new Set(items.map(({ id }) => id));
  return planIndex.catalogue.items.filter(({ id }) => chosen.has(id));
}

const aboutWords = ({ topic }: Utterance): string =>
  topic.chunks
    .map((chunk) => chunk.join(" "))
    .join(", ")
    .slice(0, 80);

/** The scope of a list: an id, or nothing for the whole plan. */
export const scopeId = (subject: Subject): string | undefined => (subject.found === "items" ? subject.items[0]?.id : undefined);
