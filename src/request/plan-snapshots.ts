/** What is asked of versions of the plan that are kept whole; answered where plans are put in force. */
import type { RequestContext } from "../people/index.js";
import type { Answer } from "../shared/answer.js";

/** What a version is called, as far as it was said. */
export interface VersionNamed {
  name?: string;
}

/** A part of the plan that an answer keeps to: its id, and how it is said ("under 2.3"). */
export interface Within {
  id: string;
  place: string;
}

/** A version that is kept. */
export interface Version {
  name: string;
  /** Instant (ISO 8601) and who froze it. */
  at: string;
  by: string;
  /** Id of the change that made it. */
  change?: string;
  /** In a sentence: whose it is, when, and whether it is the newest of several. */
  said: string;
}

export interface PlanSnapshots {
  /** The card with which a manager freezes the plan; for others who may. */
  card(context: RequestContext, named: VersionNamed): Promise<Answer>;
  /** What is different since a version was frozen: the newest where none is named; in all of the plan, or within a part of it. */
  since(context: RequestContext, named: VersionNamed & { within?: Within }): Promise<Answer>;
  /** The version that is meant, or the answer that there is none such. */
  version(context: RequestContext, named: VersionNamed): Promise<{ version: Version } | { instead: Answer }>;
}
