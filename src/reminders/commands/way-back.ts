/** After something that was opened from a list of reminders is done, its receipt leads back to the list. */
import type { RequestContext } from "../../people/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import type { Verb } from "../../shared/verb.js";

export const listVerb = "reminders.list";

const toList: Press = { label: "Back to my list", verb: listVerb, data: {}, alone: true };
const marked = (presses: Press[]): Press[] => presses.map((press) => (press.verb === listVerb ? press : { ...press, data: { ...press.data, back: "list" } }));

/** The answer of a press that came from the list: forms keep the way in mind, receipts offer it. */
export function leadingBack(answer: Answer): Answer {
  switch (answer.view) {
    case "form":
      return answerIn("form", { ...answer.data, presses: marked(answer.data.presses) });
    case "receipt":
      return answerIn("receipt", { ...answer.data, presses: [toList, ...answer.data.presses] });
    case "notice":
      return answerIn("notice", { ...answer.data, presses: [...(answer.data.presses ?? []), toList] });
    default:
      return answer;
  }
}

const cameFromList = (data: unknown): boolean => typeof data === "object" && data !== null && "back" in data && data.back === "list";

/** The verbs with a way back for those who came from a list. */
export const withWayBack = <S extends RequestContext>(verbs: readonly Verb<S>[]): Verb<S>[] =>
  verbs.map((it) => ({
    ...it,
    run: async (data, context, seen) => {
      const answer = await it.run(data, context, seen);
      return cameFromList(data) ? leadingBack(answer) : answer;
    },
  }));
