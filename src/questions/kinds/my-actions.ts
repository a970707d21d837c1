/** The asker's own actions, with the cards to change them at hand. */
import { z } from "zod/v4";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";
import { ownActionsOf } from "./change-status.js";

export const myActions = question({
  name: "my-actions",
  about: "The asker's own actions, to change their status, mark milestones done, add notes or ask for more time",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried }, scene) => withCarried(await ownActionsOf(scene), carried),
});
