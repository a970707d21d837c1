import type { Change } from "../audit/index.js";
import type { PrintedPerson } from "./amendments.js";
import type { Catalogue } from "./catalogue.js";
import type { Plan, ReviewNote } from "./plan.js";
import type { StagedRow } from "./plan-parts.js";

/** A plan that is loaded, as it is in force. */
export interface KnownPlan {
  /** Part of the key of all that is kept about this plan. */
  id: string;
  /** What people call it, "the … plan": a short name that was given to it, else the telling words of its title. */
  name: string;
  plan: Plan;
  catalogue: Catalogue;
  /** Goes up by one with every import. */
  revision: number;
  /** Instant of the import (ISO 8601) and who did it: an e-mail address, or "the command line". */
  importedAt: string;
  importedBy: string;
  look: ReviewNote[];
  /** True for the sample: its leads, statuses and figures are examples. */
  sample: boolean;
  /** The newest change of who leads and reports and how measures are taken, when there was one since the plan first came in. */
  amended?: Change;
  /** Who is meant by the words that the source prints for a lead or a reporter, as far as it was said. */
  printed?: PrintedPerson[];
}

/** A plan to be put in force. `after` is the revision it was made from; nothing when there was none of it. */
export interface NextPlan extends Pick<KnownPlan, "id" | "plan" | "importedAt" | "importedBy" | "look" | "sample"> {
  after?: number;
  /** A short name; without one it keeps what it has. */
  name?: string;
  /** Others may be loaded. Without it a plan that is not made from one must be the only one. */
  beside?: boolean;
  /** Id of the plan whose place it takes; `after` is that one's revision. */
  replaces?: string;
  /** Rows for another collection that come with the plan; `finish` hands them out. */
  staged: StagedRow[];
}
