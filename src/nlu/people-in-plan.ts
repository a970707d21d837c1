/** Whom a plan names, and the words they may be called by. */
import type { Catalogue } from "../plan/index.js";

export interface PeopleInPlan {
  /** E-mail addresses in the plan, by the words of their first part; `alone` are those words that name nobody and nothing else. */
  people: { email: string; words: string[]; alone: string[] }[];
  /** What they are called, by its first word. */
  peopleByWord: Map<string, { email: string; name: string }[]>;
}

export function byWord(people: PeopleInPlan["people"]): PeopleInPlan["peopleByWord"] {
  const found: PeopleInPlan["peopleByWord"] = new Map();
  const add = (word: string, email: string, name: string) => found.set(word, [...(found.get(word) ?? []), { email, name }]);
  for (const { email, words, alone } of people) {
    if (words.length > 1) add(words[0] as string, email, words.join(" "));
    for (const word of alone) add(word, email, word);
  }
  return found;
}

export function peopleOf(catalogue: Catalogue, isWord: (word: string) => boolean): PeopleInPlan["people"] {
  const emails = new Set<string>();
  for (const { priority, action } of catalogue.actions) for (const email of [priority.lead, action.lead]) if (email) emails.add(email);
  for (const { priority } of catalogue.priorities) if (priority.lead) emails.add(priority.lead);
  for (const { measure } of catalogue.measures) if (measure.reporter) emails.add(measure.reporter);
  const named = [...emails].map((email) => ({ email, words: (email.split("@")[0] as string).split(/[._+-]+/).filter(Boolean) }));
  const bearing = new Map<string, number>();
  for (const { words } of named) for (const word of new Set(words)) bearing.set(word, (bearing.get(word) ?? 0) + 1);
  const bearers = (word: string) => bearing.get(word) ?? 0;
  return named.map(({ email, words }) => ({ email, words, alone: words.filter((word) => word.length > 2 && !isWord(word) && bearers(word) === 1) }));
}
