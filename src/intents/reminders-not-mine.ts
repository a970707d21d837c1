/** An action is not theirs: the managers are asked to name somebody else. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersNotMine = defineIntent({
  name: "reminders-not-mine",
  about: "Saying that an action is not one's own, so that a manager names another lead",
  args: z.object({ action: ItemId.optional(), person: Person.optional().describe("Whose it is instead"), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.notMine(scene, wish), carried),
});
