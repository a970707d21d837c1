/** People by their names, where they are known. */
import { leadAsOf, leadOf, type PlanAction, type Priority } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { type Scoped, whoseOf } from "./scope.js";

/** The name of whoever has an address; the address itself where no name is known or two people share it. */
export type Names = (email: string) => string;

/** Asks for all names in one read; what comes back gives an address's name, or the address where no name is known. */
export async function namesOf(context: AnswerContext, emails: readonly (string | undefined)[]): Promise<Names> {
  const names = await context.names([...new Set(emails.filter((email) => email !== undefined))]);
  return (email) => names.get(email) ?? email;
}

/** " in Place led by Nia Bowen": see whoseOf, with a name for the address. */
export function whoseInWords(context: AnswerContext, scoped: Scoped, person: string | undefined, names: Names): string {
  const whose = whoseOf(context, scoped, person);
  return person ? whose.replace(person, names(person.toLowerCase())) : whose;
}

/** Who leads an action: by name, or as printed where no address is known; nothing when nobody is named. */
export function leadInWords(one: { action: PlanAction; priority: Priority }, names: Names): string | undefined {
  const email = leadOf(one);
  return email ? names(email) : leadAsOf(one);
}
