/** Who is meant by a name: by those whom the plan names, and the managers. Pure. */
import { everybodyIn, type RequestContext } from "../../people/index.js";
import type { Whom } from "./reminder-commands.js";

/** The address, when the name fits exactly one; as an address it is taken as it is. */
export function addressMeant({ person, name }: Whom, { catalogue, managers }: Pick<RequestContext, "catalogue" | "managers">): string | undefined {
  if (person) return person.toLowerCase();
  if (!name) return undefined;
  const words = name.toLowerCase().split(/\s+/);
  const found = [...new Set([...everybodyIn(catalogue), ...managers])].filter((email) => {
    const parts = (email.split("@")[0] ?? "").split(/[._+-]+/);
    return words.every((word) => parts.includes(word));
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Says that a name means nobody, or several. */
export const unknownName = (name: string): string =>
  `I do not know who "${name.slice(0, 60)}" is: the plan names nobody like that, or more than one. Please give an e-mail address.`;
