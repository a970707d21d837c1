/** People by name, as a model knows them: it is told no addresses. Pure. */
import type { Guide } from "../nlu/index.js";

/** How the asker is called. */
export const ME = "me";

const written = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export const namesOf = ({ people }: Pick<Guide, "people">): string[] => [...new Set(people.map(({ words }) => written(words)))];

/** The name of an address that the plan names. */
export const nameOf = (email: string, { people }: Pick<Guide, "people">): string | undefined => {
  const person = people.find((one) => one.email === email);
  return person && written(person.words);
};

/** The address; nothing where nobody or more than one is called so. */
export function addressOf(name: string, { people }: Pick<Guide, "people">, asker: string | undefined): string | undefined {
  const said = plain(name);
  if (said === ME) return asker ?? "";
  const called = people.filter(({ words, alone }) => words.join(" ") === said || alone.includes(said));
  return called.length === 1 ? called[0]?.email : undefined;
}
