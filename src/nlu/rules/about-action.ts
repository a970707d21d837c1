import type { Interpretation } from "../../assistant/assistant.js";
import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import { reading, readingsAbout } from "../readings.js";
import { subjectBefore, subjectOf } from "../subject.js";
import { itemsIn, type Utterance } from "../utterance.js";

type AboutAction = "reminders-answer" | "reminders-not-mine" | "reminders-snooze";

/** Readings about the action that is named, or the one before; without either the card asks which. */
export function aboutAction(
  utterance: Utterance,
  question: AboutAction,
  args: Omit<ArgsOf<"reminders-answer"> & ArgsOf<"reminders-not-mine"> & ArgsOf<"reminders-snooze">, "action">,
  says: (id: string) => string,
): Interpretation[] {
  const before = subjectBefore(utterance.context.before, utterance);
  if (
    !itemsIn(utterance).length &&
    !utterance.unknown.length &&
    before?.found === "items" &&
    before.items[0]?.type === "action" &&
    /\b(?:it|that|this)\b/.test(utterance.line)
  )
    return [reading(question, { ...args, action: before.items[0].id })];
  const subject = subjectOf(utterance, { types: ["action"] });
  const make = (item: Item) =>
    item.type === "action"
      ? reading(question, { ...args, action: item.id })
      : item.type === "measure"
        ? reading(question, question === "reminders-snooze" ? { ...args, measure: item.id } : args)
        : reading("actions", { scope: item.id });
  if (subject.found === "nothing" || subject.found === "plan") return [reading(question, args)];
  const found = readingsAbout(utterance, subject, make, says);
  return found.length ? found : [reading(question, args)];
}
