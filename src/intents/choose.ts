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
      .array(z.object({ id: ItemId, says: z.string().max(400) }))
      .min(1)
      .max(4),
    ...Carried,
  }),
  answer: async ({ about, choices, carried }, scene) => {
    const found = choices.flatMap(({ id, says }) => {
      const item = scene.catalogue.find(id);
      return item ? [{ item, says }] : [];
    });
    return answerIn("choice", {
      carried,
      question: about ? `Which one do you mean by "${shortened(about, 120)}"?` : "Which one do you mean?",
      choices: found.map(({ item, says }) => ({
        label: `${item.type === "theme" ? `Theme ${item.id}:` : item.id} ${shortened(wordsOf(item), 160)}`,
        says,
        detail: detailOf(item),
      })),
    });
  },
});

function detailOf(item: Item): string {
  if (item.type === "theme") return "Theme";
  if (item.type === "priority") return `Priority in ${item.theme.name}`;
  return `${item.type === "action" ? "Action under" : "Measure of"} ${item.priority.id} ${shortened(item.priority.title, 100)}`;
}
