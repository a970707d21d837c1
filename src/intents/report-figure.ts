/** Wanting to report a figure: brings up the form for the right measures and period, filled in as far as the words went. */

import { z } from "zod/v4";
import { answerIn } from "../answers/answer-text.js";
import { itemOf } from "../answers/scope.js";
import { absences } from "../figures/index.js";
import { Carried, ItemId, Window } from "../request/args.js";
import { withUnused } from "../shared/unused.js";
import { defineIntent } from "./define-intent.js";
import { formOfOwn, formOfSeveral, formUnder, ownListed } from "./report-figure/figure-form.js";
import { text } from "./says.js";

export const reportFigure = defineIntent({
  name: "report-figure",
  about: "Wanting to report, record or correct a measure's figure, the figures of a priority or theme, or all of one's own",
  says: ({ measure, value, window }, name) => {
    const id = text(measure);
    const during = (window as { label?: string } | undefined)?.label;
    return id ? `Report ${text(value) ?? "the figure"} for ${name(id)}${text(value) && during ? ` for ${during}` : ""}` : "Report figures";
  },
  args: z.object({
    measure: ItemId.optional(),
    scope: ItemId.optional().describe("A priority or theme whose figures are to be reported"),
    value: z.string().max(4000).optional(),
    none: z.enum(absences).optional().describe("Why there is no figure"),
    note: z.string().max(4000).optional(),
    window: Window.optional(),
    several: z
      .array(z.object({ measure: ItemId, value: z.string().max(40), window: Window.optional() }))
      .min(1)
      .max(8)
      .optional()
      .describe("Several figures of one message, in place of measure and value"),
    ...Carried,
  }),
  traits: {
    personal: true,
    command: true,
    takesReason: true,
    subjects: ["measure"],
    followUp: ["measure"],
    looksBack: true,
    help: [
      {
        says: "Report figures",
        about: ({ measure }) => `A form for the figures that you report; for one alone: update ${measure ?? "it, by its id"}`,
        place: 8,
      },
    ],
    menu: [{ title: "Report figures", description: "A form for the figures that you report", in: ["personal"], place: 3 }],
  },
  examples: [
    "I want to report for {period}",
    "here are the {period} numbers",
    "I've got the {period} figures for you",
    "my {period} numbers are in",
    "figures please, I have mine ready",
    "report {measure}",
    "I want to report a figure",
    "{measure} is {value}",
    "{measure} was {value} in {period}",
    "put {value} in for {measure}",
    "record {value} against {measure}",
    "log {value} for {measure}",
    "{value} {measure}",
    "we had {value} {measure} in {period}",
    "update {measure} to {value}",
    "the figure for {measure} should be {value}",
    "correct {measure}, it should say {value} not {value}",
    "I made a mistake with {measure}, it's {value}",
    "add figures",
    "enter my numbers",
    "here are my figures",
    "I've got the {period} figure for {measure}",
    "submit data for {period}",
    "where do I enter {measure}",
    "how do I report figures",
    "need to put my figures in",
    "let me give you the number for {measure}",
    "new figure {measure} {value}",
    "set {measure} at {value} for {period}",
    "{measure}: {value}",
    "no figure for {measure} this quarter",
    "we don't have a number for {measure} because {reason}",
    "{measure} not available for {period}",
    "nil return {measure}",
    "can't give a figure for {measure}, {reason}",
    "do my return",
    "I'd like to file the quarterly return for {item}",
    "fill in {theme}'s figures",
    "figures for {item} coming your way",
    "open the form for {measure}",
    "Kindly record that {measure} stood at {value} at the end of {period}",
    "that {measure} figure is wrong",
    "amend {measure}",
    "change the {period} value of {measure}",
    "we counted {value} {measure}",
    "just counted, {value}",
    "{measure} has hit {value}",
    "{measure} came in at {value}",
    "mark {measure} as {value}",
    "for {period} it was {value}",
    "please to write {value} in {measure}",
    "repotr figure {measure} {value}",
    "stick {value} down for {measure}",
    "pop in {value} for {measure} would you",
    "jot down {measure} {value}",
    "make that {value}",
    "got my returns here",
    "time for my numbers",
    "I'm here to put the numbers in",
    "bang {value} in for {measure}",
    "got {value} back from the team for {measure}",
    "{period} {measure} {value}",
    "yes we have {measure} now: {value}",
    "upload figures",
    "sorry that's late but {measure} was {value}",
    "report all my figures",
    "report my measures",
    "right, {value} for {measure}, {period}, from the survey",
    "just so it's in there: {measure} {value}",
    "can you take a figure",
    "I have a number for you",
    "please record the following: {measure} {value}",
    "we finished {period} on {value} {measure}",
    "had {value} through the door for {measure}",
    "{person} told me {measure} is {value}, put that in",
    "the {period} return for {measure} is {value}, {reason}",
    "could you pop the figure for {measure} in, it's {value}",
    "put in figure for {measure}",
    "entre {value} for {measure}",
    "recrod {measure}",
    "I'm ready to do {measure}",
    "how do I tell you {measure} is {value}",
    "need to sumbit my figures",
    "it's {value} for {measure}",
    "it was {value} not {value}",
    "{measure} wrong, should read {value}",
    "I typed {measure} wrong last time",
    "we don't collect {measure}",
    "we couldn't count {measure}, {reason}",
    "{measure}: survey not back yet",
    "give {measure} for {period}",
    "save {value} as {measure}",
    "add {value} for {measure}",
    "{value} this quarter",
    "{measure} up to {value}",
    "{measure} down to {value} from {value}",
    "yes for {measure}",
    "i would like to send in the {measure} figure",
    "i need to send in my {measure} number where do i do it",
    "i have got the number of {measure} held for you, it is {value}",
    "i want to log the {measure}",
    "i need to record {value} for {measure}",
    "{period} {measure} in person {value}, can you log that",
    "{period} {measure} were {value}, please add",
    "enter {value} for {measure} please",
    "can you log {value} {measure} for me",
    "{period} {measure} was {value}, please record",
    "report {value} for {measure}",
    "record {value} for {measure}",
    "{measure} for {period} were {value}",
    "add {value} to {measure}",
    "record {measure} of {value}",
    "log {period} {measure} at {value}",
    "i want to report the {measure} figure",
    "put in {value} for the {measure} in {item}",
    "report {measure} {value}",
    "add {value} {measure}",
    "log {value} {measure}",
    "add {value} against {measure}",
    "I have got {measure} for you, it's {value}",
    "I'd like to send in {measure}",
    "{period} {measure} {value}, can you log that",
    "{measure} came to {value} last quarter",
    "{measure}, {period}: {value}",
  ],
  answer: async ({ measure, scope, value, none, note, window, several, carried }, context) => {
    const form = several
      ? await formOfSeveral(context, several)
      : measure
        ? await context.figureForms.one(context, itemOf(context, measure, "measure"), { value, none, note, window })
        : scope
          ? withUnused(await formUnder(context, scope, window), value === undefined ? [] : [value])
          : none || value !== undefined
            ? await formOfOwn(context, { value, none, note, window })
            : ((await context.figureForms.own(context, { window })) ?? (await ownListed(context, window)));
    return carried && form.view === "form" ? answerIn("form", { ...form.data, carried }) : form;
  },
});
