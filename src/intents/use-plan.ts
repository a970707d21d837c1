/** Choosing the plan that is used in a conversation. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { useCard } from "./use-plan/use-card.js";

export const usePlan = defineIntent({
  name: "use-plan",
  about: "Has one of several plans used in this chat from now on",
  args: z.object({ ...Carried }),
  answer: async ({ carried }, scene) => withCarried(useCard(scene), carried),
});
