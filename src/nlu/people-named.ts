import type { Guide } from "./guide.js";
import { addressPattern } from "./words.js";

export interface PeopleNamed {
  /** The text with `‹0›` in place of the first person named by name, and so on. */
  line: string;
  /** E-mail addresses. */
  people: string[];
  /** Whether the first was written as an address, so that nothing else can be meant. */
  byAddress: boolean;
}

/** People that a text names: any address ("carbon.lead@example.org"), and with `names` those of the plan by name ("the skills lead"). */
export function readPeople(line: string, guide: Guide, names: boolean): PeopleNamed {
  const people: string[] = [];
  const mark = (email: string) => `‹${people.push(email) - 1}›`;
  let text = line.replace(addressPattern, (email) => mark(email));
  const byAddress = people.length > 0;
  if (names)
    for (const { email, name } of namedIn(text, guide))
      if (` ${text} `.includes(` ${name} `)) text = ` ${text} `.replace(` ${name} `, ` ${mark(email)} `).trim();
  return { line: text, people, byAddress };
}

/** Those whose name stands in the text: looked up by its first word, so that a plan with thousands of people costs no more. */
function namedIn(text: string, guide: Guide): { email: string; name: string }[] {
  const padded = ` ${text} `;
  return text.split(" ").flatMap((word) => (guide.peopleByWord.get(word) ?? []).filter(({ name }) => padded.includes(` ${name} `)));
}
