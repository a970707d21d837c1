/** Wanting to name the lead, a deputy or the reporter of something. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { NotInPlan, scopeOf } from "../answers/scope.js";
import { nameForm, Role } from "../people/index.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const namePerson = defineIntent({
  name: "name-person",
  about: "Naming the lead or a deputy of a priority or action, or the reporter of a measure; for managers",
  args: z.object({ scope: ItemId, role: Role.optional(), person: Person.optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ scope, role, person, carried }, scene) => {
    const item = scopeOf(scene, scope);
    if (item.type === "plan" || item.type === "theme") throw new NotInPlan(scope);
    return withCarried(nameForm(scene.forms, scene, item, { role, email: person }), carried);
  },
});
