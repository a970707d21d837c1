/** What the loaded plans are called, and which of them words can mean. Pure. */
import { type KnownPlan, plainTitleWords, sameName, titleWords } from "../plan/index.js";
import { englishWords } from "./english.js";
import type { PlanIndex } from "./plan-index.js";
import { type Speller, spellerOf } from "./spelling.js";

/** As much of a plan as its name is made of. */
export type NamedPlan = Pick<KnownPlan, "id" | "name"> & { plan: { title: string } };

/** One and many are the same; nothing else is, as "communications" is not "community". */
const stem = (word: string): string => word.replace(/ies$/, "y").replace(/(?<=\p{L}{3})s$/u, "");

export interface Names {
  plans: { id: string; stems: ReadonlySet<string>; plan: NamedPlan }[];
  speller: Speller;
}

const made = new WeakMap<NamedPlan, { plans: readonly NamedPlan[]; names: Names }>();

/** Kept for as long as the same plans are loaded, as every message asks for them. */
export function namesOf(plans: readonly NamedPlan[]): Names {
  const [first] = plans;
  const known = first && made.get(first);
  if (known?.plans.length === plans.length && known.plans.every((plan, place) => plan === plans[place])) return known.names;
  const names = readNames(plans);
  if (first) made.set(first, { plans: [...plans], names });
  return names;
}

function readNames(plans: readonly NamedPlan[]): Names {
  const words = new Set<string>();
  const each = plans.map((plan) => {
    const telling = [...titleWords(plan.plan.title), ...titleWords(plan.name)].filter((word) => !plainTitleWords.has(word));
    for (const word of telling) words.add(word);
    return { id: plan.id, plan, stems: new Set(telling.map(stem)) };
  });
  return { plans: each, speller: spellerOf({ offered: words, also: [], isEnglish: (word) => englishWords.has(word) }) };
}

/** The stem of a plan's own word that the word is, also misspelt; nothing when it is none. */
export function nameStem(word: string, { plans, speller }: Names, planIndex: PlanIndex): string | undefined {
  const has = (one: string) => plans.some(({ stems }) => stems.has(one));
  if (has(stem(word))) return stem(word);
  if (planIndex.isPlanWord(word) || speller.known(word)) return undefined;
  const near = speller.nearest(word);
  return near && has(stem(near)) ? stem(near) : undefined;
}

/** Ids of the plans that words can mean; none when they name none. */
export function meant(words: string[], names: Names, planIndex: PlanIndex): string[] {
  const stems = words.flatMap((word) => nameStem(word, names, planIndex) ?? []);
  if (!stems.length) return [];
  const whole = names.plans.filter(({ stems: own }) => stems.every((one) => own.has(one)));
  const exact = whole.filter(({ plan }) =>
    [plan.name, plan.plan.title].some((name) => sameName(name, words.join(" ")) || sameName(name, `${words.join(" ")} plan`)),
  );
  if (exact.length === 1) return exact.map(({ id }) => id);
  return (whole.length ? whole : names.plans.filter(({ stems: own }) => stems.some((one) => own.has(one)))).map(({ id }) => id);
}
