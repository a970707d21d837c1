/** What waits for a manager: more time, and somebody else to lead. */
import { type Catalogue, dayInWords, dueInWords, instantInWords, leadOf } from "../../plan/index.js";
import { milestoneLabel, withProgress } from "../../progress/index.js";
import { shortened } from "../../shared/words.js";
import { milestoneKey } from "../lead-items.js";
import { type Line, longestReason, type ManagerView } from "./line.js";

/** A line for each request for more time that no manager has answered. */
export function timeLines({ said, known }: ManagerView, catalogue: Catalogue): Line[] {
  return catalogue.actions.flatMap((item) =>
    Object.entries(said.get(item.id)?.asked ?? {}).map(([place, asked]): Line => {
      const label = milestoneLabel(item.action, Number(place));
      const due = withProgress(item.action, said.get(item.id)).milestones?.[Number(place)];
      return {
        key: `time ${milestoneKey(item.id, Number(place))}`,
        id: item.id,
        text: item.action.text,
        step: "more time asked for",
        place: Number(place),
        ...(label && { milestone: label }),
        ...(due && { due: due.due }),
        who: asked.by,
        why: `more time until ${dayInWords(asked.due)} asked for by ${asked.by} on ${instantInWords(asked.at, known.plan.timeZone)}`,
        more: [`Reason: ${shortened(asked.why, longestReason)}`, ...(due?.slips ? [`Its date: ${dueInWords(due)}`] : [])],
      };
    }),
  );
}

/** A line for each action whose lead says that it is not theirs, while nobody else has been named. */
export function reassignLines({ settings, known }: ManagerView, catalogue: Catalogue): Line[] {
  return [...settings].flatMap(([whose, { reassigns = [] }]) =>
    reassigns.flatMap(({ action, by, at, why }): Line[] => {
      const item = catalogue.find(action);
      // Somebody else has been named since.
      if (item?.type !== "action" || (leadOf(item) ?? whose) !== whose) return [];
      const said = `${by} says it is not theirs (${instantInWords(at, known.plan.timeZone)})`;
      return [
        {
          key: `reassign ${item.id}`,
          id: item.id,
          text: item.action.text,
          step: "to be reassigned",
          who: by,
          why: said,
          more: [shortened(why, longestReason)],
        },
      ];
    }),
  );
}
