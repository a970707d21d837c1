/** The card that marks a milestone as done, with the day and the evidence, or says that it is not done after all. */
import { OtherAnswer, sealFor, type Typed, typed } from "../forms/index.js";
import type { RequestContext } from "../people/index.js";
import { addMonths, dayInWords, type PlanAction } from "../plan/index.js";
import type { Answer, FormInput, Press } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import type { Doing, Pressed, PressParts } from "./pressed.js";
import { receiptFor } from "./receipts.js";
import { sayDone, sayNotDone } from "./said.js";
import { changedMeanwhile } from "./status-form.js";
import { AboutMilestone, messageOf, placeIn, type Shown, whichInput } from "./which-milestone.js";
import { isSentence, milestoneName, milestonePrint, mostLink, mostNote, readDay, readLink, standingLines, titleOf } from "./words.js";

export const saveDone = "progress.done";
export const saveNotDone = "progress.undone";

export interface DoneWish {
  place?: number;
  day?: string;
  note?: string;
}

interface Fields {
  which?: Typed;
  day: Typed;
  link: Typed;
  note: Typed;
}

/** Nothing when the action has no milestone. */
export function doneForm(forms: PressParts["forms"], shown: Shown, wish: DoneWish = {}): Answer | undefined {
  const milestones = shown.action.milestones ?? [];
  if (!milestones.length) return undefined;
  const open = milestones.flatMap(({ done }, place) => (done ? [] : [place]));
  const place = wish.place ?? (milestones.length === 1 ? 0 : open.length === 1 ? open[0] : undefined);
  const before = place === undefined ? undefined : shown.facts.evidence?.[String(place)];
  const day = wish.day ?? (place === undefined ? undefined : milestones[place]?.done) ?? shown.context.today;
  return form(forms, shown, place, { day: { text: day }, link: { text: before?.link ?? "" }, note: { text: wish.note ?? before?.note ?? "" } });
}

function form(forms: PressParts["forms"], shown: Shown, place: number | undefined, fields: Fields, alert?: string): Answer {
  const { context, item, action } = shown;
  const milestones = action.milestones ?? [];
  const about: AboutMilestone = { plan: context.known.id, action: item.id, seen: milestonePrint(action, place), ...(place !== undefined && { place }) };
  const isDone = place !== undefined && milestones[place]?.done !== undefined;
  const name = place === undefined ? `a milestone of ${item.id}` : milestoneName(item, place);
  const inputs: FormInput[] = [
    ...(place === undefined ? [whichInput(action, placesOf(action), { label: "Which milestone", which: fields.which })] : []),
    { name: "day", kind: "date", label: "Done on", value: fields.day.text, ...messageOf(fields.day) },
    {
      name: "link",
      kind: "line",
      label: "Link to the evidence (if there is any)",
      hint: "For example https://intranet.example.org/report",
      value: fields.link.text,
      ...messageOf(fields.link),
      most: mostLink,
    },
    {
      name: "note",
      kind: "text",
      label: isDone ? "Note, or why it is not done after all" : "Note (if there is one)",
      value: fields.note.text,
      ...messageOf(fields.note),
      most: mostNote,
    },
  ];
  return answerIn("form", {
    eyebrow: isDone ? `Done: ${name}` : `Mark as done: ${name}`,
    title: titleOf(item),
    ...(alert && { alert }),
    lead: ["Nothing changes until you press the button."],
    parts: [{ id: "", text: "", facts: standingLines(item, action), inputs }],
    presses: pressesOf(forms, context, about, isDone),
    suggestions: [ask("Change the status instead", `Update ${item.id}`)],
  });
}

function pressesOf(forms: PressParts["forms"], context: RequestContext, about: AboutMilestone, isDone: boolean): Press[] {
  const done: Press = {
    label: isDone ? "Save the day" : "Mark as done",
    verb: saveDone,
    data: { form: sealFor(forms, saveDone, context, about) },
    style: "positive",
  };
  const undone: Press = { label: "Not done after all", verb: saveNotDone, data: { form: sealFor(forms, saveNotDone, context, about) } };
  return isDone ? [done, undone] : [done];
}

const placesOf = ({ milestones = [] }: PlanAction): number[] => milestones.map((_, place) => place);

function read(pressed: Pressed<AboutMilestone>): { place?: number; fields: Fields; day?: string; link?: string } {
  const { data, action, context } = pressed;
  const [day, link, note] = [typed(data, "day", { most: 40 }), typed(data, "link", { most: mostLink }), typed(data, "note", { most: mostNote, lines: true })];
  const { place, which } = placeIn(pressed, placesOf(action), "Please choose which one is done.");
  const read = readDay(day.text);
  const whole = link.text && !link.problem ? readLink(link.text) : undefined;
  const fields: Fields = {
    ...(which && { which }),
    day: { text: read ?? "", ...withProblem(day.problem ?? dayProblem(day.text, read, context)) },
    link: {
      ...link,
      ...withProblem(link.problem ?? (link.text && !whole ? "Please give a whole web address, such as https://intranet.example.org/report." : undefined)),
    },
    note,
  };
  return { fields, ...(place !== undefined && { place }), ...(read && { day: read }), ...(whole && { link: whole }) };
}

const withProblem = (problem: string | undefined) => (problem ? { problem } : {});

function dayProblem(text: string, day: string | undefined, { today, plan }: RequestContext): string | undefined {
  if (!text) return "Please say on which day it was done.";
  if (!day) return "Please give the day as a date, such as 20 March 2026.";
  if (day > today) return "This day is still to come. Please give the day on which it was done.";
  return day < addMonths(plan.starts, -24) ? "This is long before the plan began. Please check the year." : undefined;
}

const unready = "Not saved yet: please check what is marked.";

function say(forms: PressParts["forms"], pressed: Pressed<AboutMilestone>) {
  const { about, action, item, facts } = pressed;
  const { place, fields, day, link } = read(pressed);
  const again = (alert: string) => new OtherAnswer(form(forms, pressed, about.place, fields, alert));
  if (place === undefined || !day || [fields.day, fields.link, fields.note].some(({ problem }) => problem)) throw again(unready);
  if (about.seen !== milestonePrint(action, about.place)) throw again(changedMeanwhile(pressed));
  const said = sayDone(item.action, facts, { place, day, evidence: { ...(link && { link }), ...(fields.note.text && { note: fields.note.text }) } });
  if (!said.parts.length) throw again(`There is nothing to change: ${milestoneName(item, place)} is marked as done on ${dayInWords(day)} already.`);
  return said;
}

function sayUndone(forms: PressParts["forms"], pressed: Pressed<AboutMilestone>) {
  const { about, action, item, facts } = pressed;
  const { fields } = read(pressed);
  const place = about.place ?? 0;
  const again = (more: Partial<Fields>, alert: string) => new OtherAnswer(form(forms, pressed, about.place, { ...fields, ...more }, alert));
  const { note, day } = fields;
  const calm = { day: { text: day.text }, link: { text: fields.link.text } };
  if (note.problem) throw again(calm, unready);
  if (!isSentence(note.text)) throw again({ ...calm, note: { text: note.text, problem: "Please say in a sentence why it is not done after all." } }, unready);
  if (about.seen !== milestonePrint(action, about.place)) throw again(calm, changedMeanwhile(pressed));
  const said = sayNotDone(item.action, facts, place);
  if (!said.parts.length) throw again(calm, `There is nothing to change: ${milestoneName(item, place)} is not marked as done.`);
  return { ...said, why: note.text };
}

const shared = { about: AboutMilestone, permission: "mark a milestone done", what: "change this action" } as const;

/** Marks a milestone as done on a day, with what shows it. */
export const savingDone = (forms: PressParts["forms"]): Doing<AboutMilestone> => ({
  ...shared,
  verb: saveDone,
  say: (pressed) => say(forms, pressed),
  receipt: (change, context) =>
    receiptFor(change, context, {
      suggestions: [
        ask("Correct this", `Mark ${change.parts[0]?.which ? `the milestone "${change.parts[0].which}"` : "a milestone"} of ${change.items[0]} as done`),
        ask("Change the status", `Update ${change.items[0]}`),
        ask("My actions"),
      ],
    }),
});

/** Says that a milestone is not done after all, and why. */
export const savingNotDone = (forms: PressParts["forms"]): Doing<AboutMilestone> => ({
  ...shared,
  verb: saveNotDone,
  say: (pressed) => sayUndone(forms, pressed),
  receipt: (change, context) => receiptFor(change, context),
});
