/** What is asked of versions of the plan that are kept whole; answered where plans are put in force. */
import type { Moment } from "../people/index.js";
import type { Answer } from "../shared/answer.js";

/** What a version is called, as far as it was said. */
export interface VersionNamed {
  name?: string;
}

export interface FrozenDesk {
  /** The card with which a manager freezes the plan; for others who may. */
  card(moment: Moment, named: VersionNamed): Promise<Answer>;
  /** What is different since a version was frozen: the newest where none is named. */
  since(moment: Moment, named: VersionNamed): Promise<Answer>;
}
