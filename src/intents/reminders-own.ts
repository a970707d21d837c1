/** When somebody gets their own reminders: the hour and the days; and that they are back. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersOwn = defineIntent({
  name: "reminders-own",
  about: "The asker's own reminder settings: at which hour and on which weekdays, their holiday; that they are back from it",
  args: z.object({
    hour: z.string().max(5).optional().describe("08:00"),
    days: z.array(z.number().int().min(1).max(7)).max(7).optional().describe("1 is Monday"),
    back: z.boolean().optional(),
    ...Carried,
  }),
  traits: { personal: true, command: true, plans: "setting" },
  examples: [
    "send my reminders at {time}",
    "remind me in the mornings",
    "only remind me on mondays",
    "what are my reminder settings",
    "change when I'm reminded",
    "I'm back",
    "I'm back from holiday",
    "not before nine please",
    "reminders on tuesdays and thursdays for me",
    "what time do I get reminders",
    "don't remind me on fridays, I don't work",
    "I work part time, wednesday to friday",
    "back at work now",
    "my settings",
    "change my reminder time",
    "afternoons suit me better for reminders",
    "back from leave, start mine again",
    "I'd prefer weekly",
    "shift my reminders to after lunch",
    "I'm in again from today",
    "which days do you message me",
    "do my reminders on {time} mornings",
    "holiday's over, I'm here",
    "earlier please, seven thirty suits",
    "how are my reminders set up",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.own(scene, wish), carried),
});
