/** A first name that several people bear: which of them is meant is asked with the whole question for each. */
import type { Interpretation } from "../assistant/assistant.js";
import { mostChoices, reading } from "./readings.js";
import type { Utterance } from "./utterance.js";

/** The readings as they are where nobody, or one only, is called so. */
export function whichPerson(readings: Interpretation[], { unclear, said }: Pick<Utterance, "unclear" | "said">): Interpretation[] {
  if (!unclear || !readings.some(({ args }) => Object.values(args).includes(unclear.emails[0]))) return readings;
  const saying = (whom: string) => ` ${said} `.replace(` ${unclear.said} `, ` ${whom} `).trim();
  const choices = unclear.emails.slice(0, mostChoices).map((email) => ({ label: capitalised(saying(nameIn(email))), says: saying(email) }));
  return [reading("choose", { about: unclear.said, choices })];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Steven Maddock" */
const nameIn = (email: string): string =>
  (email.split("@")[0] as string)
    .split(/[._+-]+/)
    .map(capitalised)
    .join(" ");
