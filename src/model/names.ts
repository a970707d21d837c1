/** People by name, as a model knows them: it is told no addresses. Pure. */
import { z } from "zod/v4";
import type { Unsure } from "../assistant/assistant.js";
import type { PlanIndex } from "../nlu/index.js";
import { endingWithout } from "../shared/words.js";

/** How the asker is called. */
export const ME = "me";

const written = (words: readonly string[]): string => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}@._%+'-]+/u)
      .map((word) => endingWithout(word, ".'")),
  );

/** The people whom a plan names, as a model is shown them: "Business Lead", never an address. */
export const namesOf = ({ people }: Pick<PlanIndex, "people">): string[] => [...new Set(people.map(({ words }) => written(words)))];

/** The name of an address that the plan names. */
export const nameOf = (email: string, { people }: Pick<PlanIndex, "people">): string | undefined => {
  const person = people.find((one) => one.email === email);
  return person && written(person.words);
};

/** The address; nothing where nobody or more than one is called so, or an address was written that is not in the message. */
export function addressOf(name: string, { people }: Pick<PlanIndex, "people">, { asker, text }: Pick<Unsure, "asker" | "text">): string | undefined {
  const said = plain(name);
  if (said === ME) return asker ?? "";
  const written = z.email().safeParse(name.trim().toLowerCase());
  if (written.success) return wordsIn(text).has(written.data) ? written.data : undefined;
  const called = people.filter(({ words }) => words.join(" ") === said || words.includes(said));
  return called.length === 1 ? called[0]?.email : undefined;
}
