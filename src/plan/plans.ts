import type { Storage } from "../storage/port.js";
import type { Catalogue } from "./catalogue.js";
import type { Look, Plan } from "./plan.js";

/** The plan in force. */
export interface KnownPlan {
  /** Part of the key of all that is kept about this plan. */
  id: string;
  plan: Plan;
  catalogue: Catalogue;
  /** Goes up by one with every import. */
  revision: number;
  /** Instant of the import (ISO 8601) and who did it: an e-mail address, or "the command line". */
  importedAt: string;
  importedBy: string;
  look: Look[];
  /** True for the sample: its leads, statuses and figures are examples. */
  sample: boolean;
}

/** Reads plans from storage; the content is cached by revision, so a read costs one small get. */
export interface Plans {
  current(): Promise<KnownPlan | undefined>;
}

export declare function openPlans(storage: Storage): Plans;
