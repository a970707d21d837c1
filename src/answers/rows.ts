/** Lines of lists: at most ten, then how many more. Pure. */
import type { Day } from "../plan/index.js";
import { actionBadge, actionsIn, leadOf, leadSaidOf, priorityRollup } from "../plan/index.js";
import type { PriorityState } from "../request/answer-context.js";
import type { Row } from "../shared/answer.js";
import { type Dated, datesInShort, milestoneFact } from "./milestones.js";
import type { Acting } from "./scope.js";
import { capital, plural, rollupBadge, shortened } from "./wording.js";

export { mostRows, section } from "../shared/answer-text.js";

const rowWords = 200;

/** Facts on one line, empty ones left out. */
export const facts = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(" · ");

const noteOf = (note: string | undefined): string | undefined => note && `Note: ${shortened(note, 160)}`;
const leadFact = (acting: Acting): string => `Lead: ${leadSaidOf(acting) ?? "nobody named"}`;

/** `ownLead`: only a lead that differs from the priority's, where that one is told already. */
export const actionRow = (acting: Acting, today: Day, { note = false, ownLead = false } = {}): Row => ({
  id: acting.id,
  text: shortened(acting.action.text, rowWords),
  badge: actionBadge(acting.action),
  detail: facts(
    datesInShort(acting.action, today),
    (!ownLead || leadOf(acting) !== acting.priority.lead || acting.action.leadAs) && leadFact(acting),
    note && noteOf(acting.action.note),
  ),
});

/** One milestone: the action's words with the milestone's label before them. */
export function milestoneRow(dated: Dated, today: Day): Row {
  const { milestone, action } = dated;
  const fact = milestoneFact(action, milestone, today);
  return {
    id: dated.id,
    text: shortened(milestone.label ? `${milestone.label}: ${action.text}` : action.text, rowWords),
    badge: actionBadge(action),
    detail: facts(milestone.ongoing ? capital(fact) : `Due ${fact}`, leadFact(dated)),
  };
}

/** A priority with what its actions come to; `detail` in place of their number and the lead. */
export const priorityRow = ({ priority }: PriorityState, today: Day, detail?: string): Row => ({
  id: priority.id,
  text: shortened(priority.title, rowWords),
  badge: rollupBadge(priorityRollup(priority, today)),
  detail: detail ?? facts(plural(actionsIn(priority).length, "action"), `Lead: ${priority.lead ?? priority.leadAs ?? "nobody named"}`),
});
