import type { Author } from "../audit/index.js";
import type { About } from "../messaging/index.js";
import type { Catalogue, Day, Item, KnownPlan, Plan } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { type Asking, standingInFor } from "./permission.js";
import type { Permission } from "./rights.js";

/** What stands while somebody says something: the plan in force, the day, who it is, who the managers are. */
export interface RequestContext extends Asking {
  known: KnownPlan;
  /** Every plan that is loaded, the default first, where that is known. */
  loaded?: readonly KnownPlan[];
  plan: Plan;
  catalogue: Catalogue;
  today: Day;
  at: Date;
  asker: { id: string; email?: string; name?: string };
}

/** Writes to somebody of the context's plan; see Messages.tell. */
export type Tell = (email: string, context: RequestContext, make: (person: { id: string }) => Answer, about?: About) => Promise<number>;

/** Whoever may write has an address; rights are denied to others. */
export const authorOf = ({ asker }: Pick<RequestContext, "asker">): Author => ({ email: (asker.email ?? "").toLowerCase(), id: asker.id });

/** Of what was done to an item, perhaps in somebody's place. */
export function authorFor(permission: Permission, context: RequestContext, item: Item | undefined): Author {
  const inPlaceOf = standingInFor(permission, context, item);
  return { ...authorOf(context), ...(inPlaceOf && { inPlaceOf }) };
}
