/** Dates of the committee, and naming one. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { permits } from "../people/index.js";
import { Day } from "../plan/index.js";
import { committeeCard } from "../progress/index.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const committee = defineIntent({
  name: "committee",
  about: "The dates on which the committee meets; managers name them",
  args: z.object({ day: Day.optional(), ...Carried }),
  traits: { personalWhen: (_, scene) => permits("name a committee date", scene) },
  answer: async ({ day, carried }, scene) => withCarried(committeeCard(scene.forms, scene, await scene.committeeDays(), day), carried),
});
