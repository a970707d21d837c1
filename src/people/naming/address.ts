import { z } from "zod/v4";
import { type Typed, typed } from "../../forms/index.js";
import type { Catalogue } from "../../plan/index.js";
import type { FormInput } from "../../shared/answer.js";

const mostAddress = 200;
const Email = z.email();

/** Finds an address by the channel's id of a person, where the bot has met them. */
export type AddressOf = (id: string) => Promise<string | undefined>;

/** A person as chosen or typed; the address in lower case. */
export interface Address extends Typed {
  email?: string;
}

/** Whether one of the two is filled in. */
export const isGiven = (data: Record<string, unknown>, which: string): boolean =>
  [`email${which}`, `person${which}`].some((name) => typed(data, name, { most: mostAddress }).text !== "");

/** Reads the people picker and the line beside it, of which one is filled in; `which` of several on a form. The picker gives an address of the plan or a directory id. */
export async function readAddress(data: Record<string, unknown>, addressOf: AddressOf, which = ""): Promise<Address> {
  const [line, picked] = [typed(data, `email${which}`, { most: mostAddress }), typed(data, `person${which}`, { most: mostAddress })];
  const text = line.text || picked.text;
  const problem = line.problem ?? picked.problem;
  if (problem) return { text, problem };
  if (!text) return { text, problem: "Please choose a person or type an e-mail address." };
  if (line.text && picked.text && line.text.toLowerCase() !== picked.text.toLowerCase())
    return { text: line.text, problem: "Two people are given here. Please leave one of the two empty." };
  const email = Email.safeParse(text.replace(/^mailto:/i, "").toLowerCase());
  if (email.success) return { text: email.data, email: email.data };
  if (line.text || !/^[\w:-]{8,}$/.test(text))
    return { text, problem: "This is not an e-mail address. Please type the whole address, with the part after the @ sign." };
  const known = await addressOf(text);
  return known
    ? { text: known, email: known }
    : {
        text: "",
        problem:
          "I do not know this person's e-mail address yet. They have not opened Waymark in Teams. Please type it below, or ask them to say hello to me once and then choose them again.",
      };
}

/** Which of several pickers on a form it is, whom it offers beside the people of the plan, and how many in all. */
interface Offered {
  which?: string;
  also?: readonly string[];
  most?: number;
}

/** The picker with the people of the plan, and the line beside it. */
export function addressInputs(
  label: string,
  { text, problem }: Typed,
  catalogue: Catalogue,
  { which = "", also = [], most = mostPeople }: Offered = {},
): [FormInput, FormInput] {
  return [
    {
      name: `person${which}`,
      kind: "person",
      label,
      hint: "Type a name",
      // What is filled in stands in the line below: not every client shows what is picked.
      choices: [...new Set([...also, ...everybodyIn(catalogue)])].slice(0, most).map((email) => ({ label: email, value: email })),
    },
    {
      name: `email${which}`,
      kind: "line",
      label: "Or an e-mail address",
      hint: "name@example.org",
      ...(text && { value: text }),
      ...(problem && { message: problem }),
      most: mostAddress,
    },
  ];
}

/** A card has no room for more. */
const mostPeople = 60;

/** Everybody the plan names, in order of the alphabet. */
export function everybodyIn({ priorities, actions, measures }: Catalogue): string[] {
  const named = [
    ...priorities.flatMap(({ priority }) => [priority.lead, ...(priority.deputies ?? [])]),
    ...actions.flatMap(({ action }) => [action.lead, ...(action.deputies ?? [])]),
    ...measures.flatMap(({ measure }) => [measure.reporter, ...(measure.deputies ?? [])]),
  ];
  return [...new Set(named)].filter((one) => one !== undefined).sort();
}
