/** Wanting more time for an action. */
import { z } from "zod/v4";
import { cardFor, ownActionsOf, withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const moreTime = defineIntent({
  name: "more-time",
  about: "Asking for more time: a later date for an action or one of its milestones, which a manager agrees to or refuses",
  args: z.object({
    action: ItemId.optional(),
    label: z.string().max(4000).optional().describe("The milestone, by its label"),
    due: Day.optional().describe("The new date"),
    note: z.string().max(4000).optional().describe("Why"),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ action, label, due, note, carried }, scene) =>
    action ? cardFor(scene, action, { card: "time", label, due, why: note }, carried) : withCarried(await ownActionsOf(scene), carried),
});
