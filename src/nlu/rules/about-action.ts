import type { ArgsOf } from "../../intents/index.js";
import type { Item } from "../../plan/index.js";
import type { Reading } from "../../questions/desk.js";
import { reading, readingsAbout } from "../readings.js";
import { itemsIn, type Sketch } from "../sketch.js";
import { subjectBefore, subjectOf } from "../subject.js";

type AboutAction = "reminders-answer" | "reminders-not-mine" | "reminders-snooze";

/** Readings about the action that is named, or the one before; without either the card asks which. */
export function aboutAction(
  sketch: Sketch,
  question: AboutAction,
  args: Omit<ArgsOf<"reminders-answer"> & ArgsOf<"reminders-not-mine"> & ArgsOf<"reminders-snooze">, "action">,
  says: (id: string) => string,
): Reading[] {
  const before = subjectBefore(sketch.context.before, sketch);
  if (
    !itemsIn(sketch).length &&
    !sketch.unknown.length &&
    before?.found === "items" &&
    before.items[0]?.type === "action" &&
    /\b(?:it|that|this)\b/.test(sketch.line)
  )
    return [reading(question, { ...args, action: before.items[0].id })];
  const subject = subjectOf(sketch, { types: ["action"] });
  const make = (item: Item) =>
    item.type === "action"
      ? reading(question, { ...args, action: item.id })
      : item.type === "measure"
        ? reading(question, question === "reminders-snooze" ? { ...args, measure: item.id } : args)
        : reading("actions", { scope: item.id });
  if (subject.found === "nothing" || subject.found === "plan") return [reading(question, args)];
  const found = readingsAbout(sketch, subject, make, says);
  return found.length ? found : [reading(question, args)];
}
