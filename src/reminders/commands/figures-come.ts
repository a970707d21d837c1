/** For who would snooze a figure: how seldom it is asked for, and how to say that there is none. */
import type { RequestContext } from "../../people/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { shortened } from "../../shared/words.js";
import { seeList, seeSettings } from "./parts.js";

export const figuresCome =
  "I ask for a figure three times at most: on the working day after its period ends, 14 days later, and once when it is late. I stop as soon as it is reported.";

/** Says that figures cannot be snoozed; nothing when the id is no measure's. */
export function figureNotSnoozed({ catalogue }: Pick<RequestContext, "catalogue">, id: string): Answer | undefined {
  const item = catalogue.find(id);
  if (item?.type !== "measure") return undefined;
  return answerIn("notice", {
    title: `${item.id} ${shortened(item.measure.text, 200)}`,
    lead: [
      "Figures cannot be snoozed, so nothing was changed.",
      figuresCome,
      "If there is none for this period, say so on the form with the reason, and I stop asking. If it comes later, there is nothing to do until you have it.",
    ],
    suggestions: [ask("Open the form", `Report ${item.id}`), seeSettings, seeList],
  });
}
