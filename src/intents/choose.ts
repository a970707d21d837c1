/** Asking back: two readings are close, so the candidates are offered. */
import { z } from "zod/v4";
import { answerIn } from "../answers/answer-text.js";
import { wordsOf } from "../answers/scope.js";
import { shortened } from "../answers/wording.js";
import type { Item } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const choose = defineIntent({
  name: "choose",
  about: "Asks back when words fit several items of the plan",
  args: z.object({
    about: z.string().max(400).describe("The words that fit several items"),
    choices: z
      .array(z.object({ id: ItemId.optional(), says: z.string().max(400), label: z.string().max(400).optional().describe("In place of the item's words") }))
      .min(1)
      .max(4),
    ...Carried,
  }),
  traits: { internal: true, missed: true, bareSubject: "status" },
  examples: [],
  answer: async ({ about, choices, carried }, context) => {
    const found = choices.flatMap(({ id, says, label }) => {
      const item = id === undefined ? undefined : context.catalogue.find(id);
      if (label) return [{ label, says }];
      return item ? [{ label: `${item.type === "theme" ? `Theme ${item.id}:` : item.id} ${shortened(wordsOf(item), 160)}`, says, detail: detailOf(item) }] : [];
    });
    const whole = choices.some(({ label }) => label);
    return answerIn("choice", {
      carried,
      question: about ? `Which one do you mean by "${shortened(about, 120)}"?` : whole ? "Did you mean one of these?" : "Which one do you mean?",
      choices: found,
    });
  },
});

function detailOf(item: Item): string {
  if (item.type === "theme") return "Theme";
  if (item.type === "priority") return `Priority in ${item.theme.name}`;
  return `${item.type === "action" ? "Action under" : "Measure of"} ${item.priority.id} ${shortened(item.priority.title, 100)}`;
}
