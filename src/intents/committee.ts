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
  traits: { personalWhen: (_, context) => permits("name a committee date", context) },
  examples: [
    "when is the next committee",
    "when does the committee meet",
    "board meeting dates",
    "when's scrutiny",
    "date of next board",
    "when do members meet",
    "when is it going to committee",
    "next meeting",
    "add a committee date {time}",
    "the committee meets on {time}",
    "set the next board for {time}",
    "committee dates for the year",
    "when was the last committee",
    "put the board meeting in for {time}",
    "when does it next go to members",
    "dates of meetings",
    "meeting cycle",
    "record that scrutiny sits on {time}",
    "when's the next panel",
    "wen is comittee",
    "take out the committee on {time}",
    "{time} is the next panel date",
    "what's the deadline for committee papers",
    "when do the trustees next sit",
    "governors meet when",
    "change the committee date to {time}",
    "when are the committee meetings this year",
    "next scrutiny date please",
    "is there a committee before {time}",
    "how long until the next committee",
    "the board sits on {time}, note it",
    "pencil the committee in for {time}",
    "when's full council",
    "committee is on {time}",
    "who decides the committee dates",
    "what day do governors meet next",
    "the last board was {time}",
    "{time} committee is cancelled, remove it",
    "have we got a date for the next committee",
    "wat date is scrutiny",
    "cabinet meets {time}",
  ],
  answer: async ({ day, carried }, context) => withCarried(committeeCard(context.forms, context, await context.committeeDays(), day), carried),
});
