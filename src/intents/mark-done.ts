/** Wanting to mark a milestone as done. */
import { z } from "zod/v4";
import { cardFor } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const markDone = defineIntent({
  name: "mark-done",
  about: "Wanting to mark a milestone of an action as done, with the day and what shows it",
  args: z.object({
    action: ItemId,
    label: z.string().max(4000).optional().describe("The milestone, by its label"),
    day: Day.optional(),
    note: z.string().max(4000).optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: ({ action, label, day, note, carried }, scene) => cardFor(scene, action, { card: "done", label, day, note }, carried),
});
