/** Whom a plan names, and the words they may be called by. */
import { type Catalogue, printedParts } from "../plan/index.js";
import { calledBy, calledLike } from "./nicknames.js";

/** A name that a text may call somebody by. */
export interface PersonName {
  email: string;
  name: string;
  /** Words of no plan and no dictionary: nothing else can be meant. */
  personal: boolean;
  /** 0 for the name itself, 1 for a short form, 2 for another short form of the same: the nearest is meant. */
  distance: number;
  /** A word as well ("Grace"): a name only where a name stands. */
  shy: boolean;
}

export interface PeopleInPlan {
  /** E-mail addresses in the plan, by the words of their first part. */
  people: { email: string; words: string[] }[];
  /** What they are called, by its first word. */
  peopleByWord: Map<string, PersonName[]>;
}

/** First names that are words as well. */
export const alsoNames = new Set(
  "sam mark grace will rose joy hope faith dawn frank bill jack pat bob sue ray guy art rob drew max penny ruby amber lily holly hazel heather jasmine olive violet daisy poppy victor dean grant miles jean gene dale glen robin carol eve iris ivy nick don ted tony dot fern kit kay lee les lou peg phil ken jo joe jan".split(
    " ",
  ),
);

/** `isWord`: a word of the plan, of asking or of English. */
export function byWord(people: PeopleInPlan["people"], isWord: (word: string) => boolean): PeopleInPlan["peopleByWord"] {
  const found: PeopleInPlan["peopleByWord"] = new Map();
  const add = (email: string, words: readonly string[], distance: number) => {
    const personal = words.some((word) => !isWord(word));
    const shy = words.length === 1 && !personal;
    const [first] = words as [string];
    if (shy && !alsoNames.has(first)) return;
    const known = found.get(first) ?? [];
    if (!known.some((one) => one.email === email && one.name === words.join(" ")))
      found.set(first, [...known, { email, name: words.join(" "), personal, distance, shy }]);
  };
  for (const { email, words } of people) {
    const [first, ...others] = words as [string, ...string[]];
    if (others.length) add(email, words, 0);
    for (const word of words) if (word.length > 1) add(email, [word], 0);
    for (const [distance, shorts] of [calledBy(first), calledLike(first)].entries())
      for (const short of shorts) {
        add(email, [short], distance + 1);
        if (others.length) add(email, [short, ...others], distance + 1);
      }
  }
  return found;
}

/** Whom the plan names as leads and reporters, with the words of their addresses or of what is printed. */
export function peopleOf(catalogue: Catalogue): PeopleInPlan["people"] {
  const emails = new Set<string>();
  for (const { priority, action } of catalogue.actions) for (const email of [priority.lead, action.lead]) if (email) emails.add(email);
  for (const { priority } of catalogue.priorities) if (priority.lead) emails.add(priority.lead);
  for (const { measure } of catalogue.measures) if (measure.reporter) emails.add(measure.reporter);
  return [...[...emails].map((email) => ({ email, words: (email.split("@")[0] as string).split(/[._+-]+/).filter(Boolean) })), ...printedIn(catalogue)];
}

/** Leads known in words only ("Head of Property", "Schools team / K. Osei") are called by those words, each of several by its own. */
function printedIn({ priorities, actions, measures }: Catalogue): PeopleInPlan["people"] {
  const printed = new Set<string>();
  const add = (words: string | undefined, address: string | undefined) => words && !address && printed.add(words);
  for (const { priority } of priorities) add(priority.leadAs, priority.lead);
  for (const { action } of actions) add(action.leadAs, action.lead);
  for (const { measure } of measures) add(measure.reporterAs, measure.reporter);
  const each = new Set([...printed].flatMap(printedParts));
  return [...each].map((email) => ({ email, words: email.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [] })).filter(({ words }) => words.length > 1);
}
