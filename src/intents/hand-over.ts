/** Wanting to give everything of one person to another. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, suggest } from "../answers/answer-text.js";
import { handOverForm, permits, refusal } from "../people/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const handOver = defineIntent({
  name: "hand-over",
  about: "Handing over everything that one person leads, stands in for and reports to another; for managers",
  args: z.object({ person: Person.optional().describe("Whose"), to: Person.optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ person, to, carried }, scene) => {
    if (person) return withCarried(handOverForm(scene.forms, scene, person.toLowerCase(), to?.toLowerCase()), carried);
    return answerIn("notice", {
      carried,
      title: "Hand over",
      lead: permits("hand over", scene)
        ? ['Say whose, by e-mail address: "hand over everything of a@example.org to b@example.org".', "You see the list before anything changes."]
        : refusal("hand over", "hand over what somebody has", scene),
      suggestions: suggest("Who leads what?"),
    });
  },
});
