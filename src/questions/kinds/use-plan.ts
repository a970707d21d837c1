/** Choosing the plan that is used in a conversation. */
import { z } from "zod/v4";
import { useCard } from "../plan-use/use-card.js";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const usePlan = question({
  name: "use-plan",
  about: "Has one of several plans used in this chat from now on",
  args: z.object({ ...Carried }),
  answer: async ({ carried }, scene) => withCarried(useCard(scene), carried),
});
