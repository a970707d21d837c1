import type { About } from "../messaging/index.js";
import type { Catalogue, Day, Item, KnownPlan, Plan } from "../plan/index.js";
import type { Author } from "../record/index.js";
import type { Answer } from "../shared/answer.js";
import { type Asking, standingInFor } from "./permission.js";
import type { Deed } from "./rights.js";

/** What stands while somebody says something: the plan in force, the day, who it is, who the managers are. */
export interface Moment extends Asking {
  known: KnownPlan;
  /** Every plan that is loaded, the default first, where that is known. */
  loaded?: readonly KnownPlan[];
  plan: Plan;
  catalogue: Catalogue;
  today: Day;
  at: Date;
  asker: { id: string; email?: string; name?: string };
}

/** Writes to somebody of the moment's plan; see Messages.tell. */
export type Tell = (email: string, moment: Moment, make: (person: { id: string }) => Answer, about?: About) => Promise<number>;

/** Whoever may write has an address; rights are denied to others. */
export const authorOf = ({ asker }: Pick<Moment, "asker">): Author => ({ email: (asker.email ?? "").toLowerCase(), id: asker.id });

/** Of what was done to an item, perhaps in somebody's place. */
export function authorFor(deed: Deed, moment: Moment, item: Item | undefined): Author {
  const inPlaceOf = standingInFor(deed, moment, item);
  return { ...authorOf(moment), ...(inPlaceOf && { inPlaceOf }) };
}
