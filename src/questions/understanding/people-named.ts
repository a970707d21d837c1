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
  const padded = ` ${text} `;
  for (const { email, words, alone } of names ? guide.people : []) {
    const called = [words.length > 1 ? words.join(" ") : "", ...alone].filter(Boolean).find((name) => padded.includes(` ${name} `));
    if (called && ` ${text} `.includes(` ${called} `)) text = ` ${text} `.replace(` ${called} `, ` ${mark(email)} `).trim();
  }
  return { line: text, people, byAddress };
}
