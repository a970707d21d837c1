/** Who the managers are, and making somebody one or no longer one. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { managersCard, permits } from "../people/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const whoManages = defineIntent({
  name: "managers",
  about: "Who the managers are; making somebody a manager or taking it back",
  args: z.object({ person: Person.optional(), change: z.boolean().optional(), remove: z.boolean().optional(), ...Carried }),
  traits: { personalWhen: (_, scene) => permits("name a manager", scene) },
  answer: async ({ person, change, remove, carried }, scene) =>
    withCarried(managersCard(scene.forms, scene, { email: person?.toLowerCase(), change, remove }), carried),
});
