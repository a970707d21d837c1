/** The rights table asked about somebody and an item of the plan as it stands; and who may instead. Pure. */
import { type Item, leadersOf, leadersOfMeasure, leadersOfPriority } from "../plan/index.js";
import { listed } from "../shared/words.js";
import { inPlaceOfOthers, may, type Permission, type Roles } from "./rights.js";

/** Who asks, and who the managers are right now. Addresses in lower case. */
export interface Asking {
  asker: { email?: string };
  managers: readonly string[];
  /** Who is away today and has named the asker to stand in: what they may do as leads and reporters the asker may as well. */
  standsInFor?: readonly string[];
}

/** What the plan says of who leads and reports an item; nothing of no item. */
function namedFor(item: Item | undefined): Pick<Roles, "reporter" | "deputies" | "leads"> {
  switch (item?.type) {
    case "action":
      return { leads: leadersOf(item) };
    case "priority":
      return { leads: leadersOfPriority(item.priority) };
    case "measure":
      return { reporter: item.measure.reporter, deputies: item.measure.deputies, leads: leadersOfMeasure(item) };
    default:
      return {};
  }
}

/** Whether somebody may do this to the item (or at all). Everything that writes asks here, at the time of writing. */
export const permits = (permission: Permission, asking: Asking, item?: Item): boolean =>
  permitsAlone(permission, asking, item) || standingInFor(permission, asking, item) !== undefined;

function permitsAlone(permission: Permission, { asker, managers }: Asking, item?: Item): boolean {
  const email = asker.email?.toLowerCase();
  return may(permission, { email, isManager: Boolean(email && managers.includes(email)), ...namedFor(item) });
}

/** In whose place somebody may do this who may not by themselves. Nobody stands in for a manager as a manager. */
export function standingInFor(permission: Permission, asking: Asking, item?: Item): string | undefined {
  if (!asking.asker.email || !inPlaceOfOthers.includes(permission) || permitsAlone(permission, asking, item)) return undefined;
  return asking.standsInFor?.find((email) => may(permission, { email, isManager: false, ...namedFor(item) }));
}

/** A manager is named with the addresses that are known, at most three. */
export function managersInWords(managers: readonly string[]): string {
  const shown = managers.slice(0, 3);
  return shown.length ? `a manager (${listed(shown, "or")}${managers.length > 3 ? " among others" : ""})` : "a manager";
}

/** "a@example.org, b@example.org or a manager (c@example.org)": who the table lets do this. */
export function whoMay(permission: Permission, { managers }: Pick<Asking, "managers">, item?: Item): string {
  const named = namedFor(item);
  const people = [...new Set([named.reporter, ...(named.deputies ?? []), ...(named.leads ?? [])])].filter((one) => one !== undefined);
  const allowed = people.filter((email) => may(permission, { ...named, email, isManager: false }));
  const manager = may(permission, { email: "manager", isManager: true }) ? [managersInWords(managers)] : [];
  return listed([...allowed, ...manager], "or");
}

/** "Only a@example.org or a manager (c@example.org) can change this action. Nothing was saved." */
export function refusal(permission: Permission, what: string, asking: Asking, item?: Item): string[] {
  if (!asking.asker.email) return [UNKNOWN];
  return [`Only ${whoMay(permission, asking, item)} can ${what}.`];
}

const UNKNOWN = "I could not find out who you are just now, so I do not know what you may change. Please ask again in a moment.";
