/** The card with which a lead asks for more time. Until a manager agrees, the date stays as it is. */
import { OtherAnswer, sealFor, type Typed, typed } from "../forms/index.js";
import { authorOf, type RequestContext, type Tell } from "../people/index.js";
import { addMonths, type Day, dayInWords, dueInWords, instantInWords, isMet, type PlanAction, statusOf } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import type { Doing, Done, Pressed, PressParts } from "./pressed.js";
import type { Asked } from "./progress.js";
import { receiptFor } from "./receipts.js";
import { askMoreTime } from "./said.js";
import { changedMeanwhile } from "./status-form.js";
import { answerForm, requestsIn, requestsSays } from "./time-answer.js";
import { AboutMilestone, messageOf, placeIn, type Shown, whichInput } from "./which-milestone.js";
import { type ActionItem, isSentence, milestoneName, mostReason, readDay, standingLines, timePrint, titleOf } from "./words.js";

export const askTime = "progress.ask-time";

export interface TimeWish {
  place?: number;
  due?: Day;
  why?: string;
}

interface Fields {
  which?: Typed;
  due: Typed;
  why: Typed;
}

/** Places of the milestones whose dates can still be moved. */
export const movable = (action: PlanAction): number[] =>
  statusOf(action) === "cancelled" ? [] : (action.milestones ?? []).flatMap((milestone, place) => (isMet(action, milestone) ? [] : [place]));

/** Nothing when the action has no date that is still open. */
export function timeForm(forms: PressParts["forms"], shown: Shown, wish: TimeWish = {}): Answer | undefined {
  const places = movable(shown.action);
  if (!places.length) return undefined;
  const place = wish.place !== undefined && places.includes(wish.place) ? wish.place : places.length === 1 ? places[0] : undefined;
  return form(forms, shown, place, { due: { text: wish.due ?? "" }, why: { text: wish.why ?? "" } });
}

function form(forms: PressParts["forms"], { context, item, action, facts }: Shown, place: number | undefined, fields: Fields, alert?: string): Answer {
  const about: AboutMilestone = { plan: context.known.id, action: item.id, seen: timePrint(action, facts, place), ...(place !== undefined && { place }) };
  const name = place === undefined ? item.id : milestoneName(item, place);
  return answerIn("form", {
    eyebrow: `More time for ${name}`,
    title: titleOf(item),
    ...(alert && { alert }),
    lead: [
      "The date stays as it is until a manager has agreed to the new one.",
      ...Object.entries(facts.asked ?? {}).map(([at, asked]) => waitingLine(item, Number(at), asked, context)),
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: standingLines(item, action),
        inputs: [
          ...(place === undefined ? [whichInput(action, movable(action), { label: "Which date", which: fields.which })] : []),
          { name: "due", kind: "date", label: "New date", value: fields.due.text, ...messageOf(fields.due) },
          {
            name: "why",
            kind: "text",
            label: "Why",
            hint: "For example: the builders start two months later",
            value: fields.why.text,
            ...messageOf(fields.why),
            most: mostReason,
          },
        ],
      },
    ],
    presses: [{ label: "Ask for more time", verb: askTime, data: { form: sealFor(forms, askTime, context, about) }, style: "positive" }],
    suggestions: [ask("Change the status instead", `Update ${item.id}`)],
  });
}

/** A request that nobody has answered: `For 2.3.2 "Spokes", a@example.org asked on 3 May 2026 for 30 June 2027: "…"` */
export const waitingLine = (item: ActionItem, place: number, { by, at, due, why }: Asked, { plan }: Pick<RequestContext, "plan">): string =>
  `Waiting for a manager: ${by} asked on ${instantInWords(at, plan.timeZone)} for ${milestoneName(item, place)} to be due on ${dayInWords(due)}, because: "${why}"`;

function read(pressed: Pressed<AboutMilestone>): { place?: number; due?: Day; fields: Fields } {
  const { data, action, context } = pressed;
  const [due, why] = [typed(data, "due", { most: 40 }), typed(data, "why", { most: mostReason, lines: true })];
  const { place, which } = placeIn(pressed, movable(action), "Please choose which date is to move.");
  const day = readDay(due.text);
  const problem = due.problem ?? dueProblem(due.text, day, place === undefined ? undefined : action.milestones?.[place]?.due, context);
  const whyProblem = why.problem ?? (isSentence(why.text) ? undefined : "Please say why in a sentence.");
  const fields: Fields = {
    ...(which && { which }),
    due: { text: day ?? "", ...(problem && { problem }) },
    why: { text: why.text, ...(whyProblem && { problem: whyProblem }) },
  };
  return { fields, ...(place !== undefined && { place }), ...(day && { due: day }) };
}

function dueProblem(text: string, day: Day | undefined, now: Day | undefined, { today }: RequestContext): string | undefined {
  if (!text) return "Please give the new date.";
  if (!day) return "Please give the new date as a date, such as 30 June 2027.";
  if (now && day <= now) return `It is due on ${dayInWords(now)} now. Please give a later date.`;
  if (day < today) return "This day is over. Please give a date to come.";
  return day > addMonths(today, 120) ? "This is more than ten years away. Please check the year." : undefined;
}

function say(forms: PressParts["forms"], pressed: Pressed<AboutMilestone>) {
  const { about, action, item, facts, context, form: sealed } = pressed;
  const places = movable(action);
  if (!places.length || (about.place !== undefined && !places.includes(about.place))) throw new OtherAnswer(nothingToMove(item, about.place));
  const { place, due, fields } = read(pressed);
  const again = (alert: string) => new OtherAnswer(form(forms, pressed, about.place, fields, alert));
  if (place === undefined || !due || fields.due.problem || fields.why.problem) throw again("Not asked yet: please check what is marked.");
  if (about.seen !== timePrint(action, facts, about.place)) throw again(changedMeanwhile(pressed));
  const asked: Asked = {
    id: sealed.id,
    from: action.milestones?.[place]?.due as Day,
    due,
    why: fields.why.text,
    by: authorOf(context).email,
    at: context.at.toISOString(),
  };
  const said = askMoreTime(item.action, facts, place, asked);
  if (!said.parts.length) throw again(`There is nothing to change: ${dueInWords({ due })} is what was asked for already.`);
  return { ...said, why: asked.why };
}

/** Says that no date is open that could be moved. */
export const nothingToMove = (item: ActionItem, place?: number): Answer =>
  answerIn("notice", {
    title: titleOf(item),
    lead: [`${place === undefined ? item.id : milestoneName(item, place)} has no open date to move. Nothing was saved.`],
    suggestions: [ask(`How is ${item.id} doing?`), ask(`Update ${item.id}`)],
  });

/** Every manager but the asker gets the card to answer the request. */
function tellManagers(forms: PressParts["forms"], told: Tell, { change, now, context }: Done<AboutMilestone>): void {
  const request = requestsIn(context, [now]).find(({ asked }) => asked.id === change._id);
  if (!request) return;
  for (const email of context.managers)
    if (email !== change.by) void told(email, context, ({ id }) => answerForm(forms, { ...context, asker: { id, email } }, request));
}

/** Asks the managers for a new date; the old one stands until one of them agrees. */
export const askingForTime = (forms: PressParts["forms"], told: Tell): Doing<AboutMilestone> => ({
  tell: (written) => tellManagers(forms, told, written),
  verb: askTime,
  about: AboutMilestone,
  permission: "ask for more time",
  what: "ask for more time for this action",
  say: (pressed) => say(forms, pressed),
  receipt: (change, context) =>
    receiptFor(change, context, {
      title: `Asked: more time for ${change.items[0]}`,
      lead: ["The date stays as it is until a manager has agreed to the new one.", ...(change.why ? [`Reason: ${change.why}`] : [])],
      suggestions: [
        ...(context.managers.includes(authorOf(context).email) ? [ask("Answer it", requestsSays)] : []),
        ask("Correct this", `More time for ${change.items[0]}`),
        ask("My actions"),
      ],
    }),
});
