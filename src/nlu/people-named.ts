import { addressPattern } from "../shared/addresses.js";
import type { PersonName } from "./people-in-plan.js";
import type { PlanIndex } from "./plan-index.js";

export interface PeopleNamed {
  /** The text with `‹0›` in place of the first person named by name, and so on. */
  line: string;
  /** E-mail addresses, in the order in which they stand. */
  people: string[];
  /** Whether the first was written as an address, so that nothing else can be meant. */
  byAddress: boolean;
  /** Somebody is called by words that are of something else as well: "the skills lead". */
  byRole: boolean;
  /** A name that several people bear; the first of them stands in `people`. */
  unclear?: Unclear;
}

export interface Unclear {
  said: string;
  emails: readonly string[];
}

/** Before and after a name that is a word as well. */
const beforeName = /^(?:for|by|with|does|did|from|ask|chase|nudge|remind)$/;
const afterName = /^(?:leads?|owns|reports|retires|retiring|leaving|resigned)$/;

/** People that a text names: any address ("carbon.lead@example.org"), those of the plan by their names, and with `roles` by what may be something else too. */
export function readPeople(line: string, planIndex: PlanIndex, roles: boolean): PeopleNamed {
  const people: string[] = [];
  const mark = (email: string) => `‹${people.push(email) - 1}›`;
  const words = line.replace(addressPattern, (email) => mark(email)).split(" ");
  const byAddress = people.length > 0;
  let byRole = false;
  let unclear: Unclear | undefined;
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at, planIndex, roles);
    const [first] = found;
    if (!first) continue;
    const length = first.name.split(" ").length;
    const emails = [...new Set(found.map(({ email }) => email))];
    if (emails.length > 1) unclear ??= { said: words.slice(at, at + length).join(" "), emails };
    byRole ||= !first.personal;
    words.splice(at, length, mark(first.email));
  }
  return { line: words.join(" "), people, byAddress, byRole, ...(unclear && { unclear }) };
}

/** All who bear the longest name that begins there; who is really called so goes before whom it is short for. */
function nameAt(words: readonly string[], at: number, planIndex: PlanIndex, roles: boolean): PersonName[] {
  const named = planIndex.peopleByWord.get(words[at] as string) ?? planIndex.peopleByWord.get(withoutS(words[at] as string, planIndex)) ?? [];
  const fitting = named.filter(({ name, personal, shy }) => {
    const parts = name.split(" ");
    const stands = parts.every((part, i) => words[at + i] === part || (i === parts.length - 1 && withoutS(words[at + i] ?? "", planIndex) === part));
    return stands && (shy ? isNamePlace(words, at) : personal || roles);
  });
  const longest = Math.max(0, ...fitting.map(({ name }) => name.split(" ").length));
  const best = fitting.filter(({ name }) => name.split(" ").length === longest);
  const nearest = Math.min(...best.map(({ distance }) => distance));
  return best.filter(({ distance }) => distance === nearest);
}

const isNamePlace = (words: readonly string[], at: number): boolean => beforeName.test(words[at - 1] ?? "") || afterName.test(words[at + 1] ?? "");

/** "helen strouds actions" */
const withoutS = (word: string, planIndex: PlanIndex): string => (word.endsWith("s") && !planIndex.isWord(word) ? word.slice(0, -1) : word);
