/** The asker's own actions, with the cards to change them at hand. */
import { z } from "zod/v4";
import { ownActionsOf, withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const myActions = defineIntent({
  name: "my-actions",
  about: "The asker's own actions, to change their status, mark milestones done, add notes or ask for more time",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried }, scene) => withCarried(await ownActionsOf(scene), carried),
});
