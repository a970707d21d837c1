/** What is asked of versions of the plan that are kept whole; answered where plans are put in force. */
import type { Moment } from "../people/index.js";
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

export interface FrozenDesk {
  /** The card with which a manager freezes the plan; for others who may. */
  card(moment: Moment, named: VersionNamed): Promise<Answer>;
  /** What is different since a version was frozen: the newest where none is named; in all of the plan, or within a part of it. */
  since(moment: Moment, named: VersionNamed & { within?: Within }): Promise<Answer>;
  /** The version that is meant, or the answer that there is none such. */
  version(moment: Moment, named: VersionNamed): Promise<{ version: Version } | { instead: Answer }>;
}
