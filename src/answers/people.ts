/** People by their names, where they are known. */
import { leadAsOf, leadOf, type PlanAction, type Priority } from "../plan/index.js";
import type { Scene } from "../request/scene.js";

/** The name of whoever has an address; the address itself where no name is known or two people share it. */
export type Names = (email: string) => string;

export async function namesOf(scene: Scene, emails: readonly (string | undefined)[]): Promise<Names> {
  const names = await scene.names([...new Set(emails.filter((email) => email !== undefined))]);
  return (email) => names.get(email) ?? email;
}

/** Who leads an action: by name, or as printed where no address is known; nothing when nobody is named. */
export function leadInWords(one: { action: PlanAction; priority: Priority }, names: Names): string | undefined {
  const email = leadOf(one);
  return email ? names(email) : leadAsOf(one);
}
