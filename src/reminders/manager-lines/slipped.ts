/** What was set to at risk or off track in the week and still is. */
import { badgeOf, type Catalogue, leadOf, type Status, statusOf } from "../../plan/index.js";
import { withProgress } from "../../progress/index.js";
import { badgeInWords, shortened } from "../../shared/words.js";
import { type Line, longestReason, type ManagerView } from "./line.js";

const WORSE: readonly Status[] = ["at-risk", "off-track"];

/** Of an action that was put back in the meantime nothing is said; nor of one that stood no better before. */
export function slippedLines({ said, changes }: Pick<ManagerView, "said" | "changes">, { actions }: Catalogue): Line[] {
  return actions.flatMap((item): Line[] => {
    const action = withProgress(item.action, said.get(item.id));
    const status = statusOf(action);
    const own = changes.flatMap((change) => change.parts.filter((part) => part.item === item.id && part.what === "status").map((part) => ({ change, part })));
    const [first] = own;
    const last = own.at(-1)?.change;
    if (!first || !last || WORSE.indexOf(status) <= WORSE.indexOf(first.part.from as Status)) return [];
    const lead = leadOf(item);
    return [
      {
        key: `slipped ${item.id} ${last._id}`,
        id: item.id,
        text: item.action.text,
        step: "newly at risk",
        ...(lead && { who: lead }),
        why: `now ${badgeInWords(badgeOf(status))}, set by ${last.by}`,
        more: action.note ? [`Note: ${shortened(action.note, longestReason)}`] : [],
      },
    ];
  });
}
