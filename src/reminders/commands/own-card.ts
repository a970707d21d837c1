/** When somebody's own reminders come: the card with the hour and the days, and what else holds for them now. */

import type { Change } from "../../audit/index.js";
import { type FormData, type Forms, OtherAnswer, orInstead, sealFor, type Typed, typed } from "../../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext } from "../../people/index.js";
import { addDays, dayInWords } from "../../plan/index.js";
import type { Answer, FormInput, Press } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { sayBack, sayRhythm } from "../setting-updates.js";
import { everyone, type Holiday, pauseOn, type ReminderSettings, type Rhythm } from "../settings.js";
import { AboutPlan, newSettings, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout, seeList, seeSettings, unready } from "./parts.js";
import type { OwnWish } from "./reminder-commands.js";
import { daysInWords, weekdays } from "./weekdays.js";

export const rhythmVerb = "reminders.rhythm";
export const backVerb = "reminders.back";

const title = "Your reminders";
const permission = "set own reminders";
const what = "set when reminders come";

/** "06:00" to "21:30", every half hour. */
const hours = Array.from({ length: 32 }, (_, half) => `${String(6 + Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
const usual = "usual";

/** "at 08:00 on Mondays and Thursdays" */
const rhythmInWords = ({ hour, days }: Pick<Rhythm, "hour" | "days">, usualHour: string): string => `at ${hour ?? usualHour} on ${daysInWords(days)}`;

interface Fields {
  hour: Typed;
  days: Typed;
}

export interface Held {
  own: ReminderSettings;
  all: ReminderSettings;
  usualHour: string;
}

/** A person's settings and those for everybody, of the plan in hand. */
export async function heldBy({ reminders, usualHour }: Pick<ReminderCommandParts, "reminders" | "usualHour">, context: RequestContext): Promise<Held> {
  const plan = context.known.id;
  const [own, all] = await Promise.all([reminders.settings.of(plan, authorOf(context).email), reminders.settings.of(plan, everyone)]);
  return { own, all, usualHour };
}

/** The card, with what was wished filled in. */
export function ownCard(forms: Forms, context: RequestContext, held: Held, { hour, days }: OwnWish = {}): Answer {
  if (!permits(permission, context)) return refused(permission, what, context, title);
  const now: Pick<Rhythm, "hour" | "days"> = held.own.rhythms?.at(-1) ?? {};
  const wanted = hour === undefined ? (now.hour ?? usual) : nearest(hour);
  const shown = days?.filter((day) => day <= 5) ?? now.days ?? [1, 2, 3, 4, 5];
  const fields: Fields = {
    hour: { text: wanted ?? "", ...(!wanted && { problem: `${hour} cannot be chosen here. Please choose a time from 06:00 to 21:30.` }) },
    days: { text: shown.join(","), ...(days && !shown.length && { problem: "Reminders come on working days, Monday to Friday." }) },
  };
  return form(forms, context, held, fields);
}

/** On the hour or the half hour, as reminders go. */
function nearest(hour: string): string | undefined {
  const [h = 0, m = 0] = hour.split(":").map(Number);
  const half = Math.round((h * 60 + m) / 30);
  const at = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;
  return hours.includes(at) ? at : undefined;
}

function form(forms: Forms, context: RequestContext, held: Held, { hour, days }: Fields, alert?: string): Answer {
  const seal = (verb: string) => ({ form: sealFor(forms, verb, context, { plan: context.known.id }) });
  const away = awayAhead(held.own, context);
  const inputs: FormInput[] = [
    {
      name: "hour",
      kind: "choice",
      label: "At what time",
      value: hour.text,
      ...(hour.problem && { message: hour.problem }),
      choices: [{ value: usual, label: `The usual hour, ${held.usualHour}` }, ...hours.map((value) => ({ value, label: value }))],
    },
    {
      name: "days",
      kind: "choice",
      several: true,
      label: "On which days",
      value: days.text,
      ...(days.problem && { message: days.problem }),
      choices: weekdays.map((label, at) => ({ value: String(at + 1), label })),
    },
  ];
  const presses: Press[] = [
    { label: "Save", verb: rhythmVerb, data: seal(rhythmVerb), style: "positive" },
    ...(away ? [{ label: "I am back", verb: backVerb, data: seal(backVerb), alone: true }] : []),
  ];
  return answerIn("form", {
    title,
    ...(alert && { alert }),
    lead: [...heldLines(held, context), "Nothing changes until you press Save."],
    parts: [{ id: "", text: "", facts: [], inputs }],
    presses,
    suggestions: [...(away ? [] : [ask("I am on holiday")]), ask("Stop reminding me"), seeList],
  });
}

/** The holiday that is on, or the next. */
export const awayAhead = ({ holidays = [] }: ReminderSettings, { today }: Pick<RequestContext, "today">): Holiday | undefined =>
  holidays.filter(({ to }) => to >= today).sort((a, b) => (a.from < b.from ? -1 : 1))[0];

function heldLines({ own, all, usualHour }: Held, context: RequestContext): string[] {
  const { today } = context;
  const sorted = [...(own.rhythms ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  const now = sorted.findLast(({ from }) => from <= today) ?? {};
  const next = sorted.find(({ from }) => from > today);
  const away = awayAhead(own, context);
  const paused = pauseOn(own, today) ?? pauseOn(all, today);
  return [
    `They come ${rhythmInWords(now, usualHour)}, when there is something to say: one message a day at most.`,
    ...(next ? [`From tomorrow on: ${rhythmInWords(next, usualHour)}.`] : []),
    ...(away ? [holidayInWords(away)] : []),
    ...(paused ? [`${paused.by} has paused them until ${dayInWords(paused.until)}: ${paused.why}`] : []),
    ...snoozeLines(own, today),
  ];
}

/** "You are away from 3 August to 20 August 2026; b@example.org gets them meanwhile." */
export const holidayInWords = ({ from, to, deputy }: Holiday): string =>
  `You are away from ${dayInWords(from)} to ${dayInWords(to)}; ${deputy ? `${deputy} gets them meanwhile` : "they wait for you"}.`;

const mostSnoozes = 5;

function snoozeLines({ snoozes = [] }: ReminderSettings, today: string): string[] {
  const held = snoozes.filter(({ until }) => until > today);
  const lines = held.slice(-mostSnoozes).map(({ key, until }) => `Snoozed: ${key.split("/")[0]} until ${dayInWords(until)}.`);
  return held.length > mostSnoozes ? [...lines, `and ${held.length - mostSnoozes} more snoozed`] : lines;
}

function read(data: FormData): Fields {
  const [hour, days] = [typed(data, "hour", { most: 10 }), typed(data, "days", { most: 20 })];
  const fits = hour.text === usual || hours.includes(hour.text);
  const chosen = [...new Set(days.text.split(","))].filter((day) => /^[1-5]$/.test(day)).sort();
  const whole = chosen.length > 0 && chosen.length === days.text.split(",").length;
  return {
    hour: { text: fits ? hour.text : "", ...(!fits && { problem: "Please choose one of these." }) },
    days: { text: whole ? chosen.join(",") : "", ...(!whole && { problem: "Please choose at least one of these." }) },
  };
}

/** Saves the presser's own hour and days. */
export function pressRhythm(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, rhythmVerb, AboutPlan, data, context);
    const held = await heldBy(parts, context);
    const who = authorOf(context).email;
    const { change } = await parts.reminders.settings.change({ plan: about.plan, who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, what, context, title);
      const fields = read(data);
      const again = (alert: string) => new OtherAnswer(form(parts.forms, context, { ...held, own: now }, fields, alert));
      if (fields.hour.problem || fields.days.problem) throw again(unready);
      const days = fields.days.text.split(",").map(Number);
      const rhythm = { ...(fields.hour.text !== usual && { hour: fields.hour.text }), ...(days.length < 5 && { days }) };
      const said = sayRhythm(who, now, { ...rhythm, by: who, at: context.at.toISOString() }, context.today);
      if (!said.parts.length) throw again("There is nothing to change: it is like that already.");
      return newSettings(said, sealed, context);
    });
    const next = (await parts.reminders.settings.of(about.plan, who)).rhythms?.at(-1) ?? {};
    return receipt(change, context, `Saved: your reminders come ${rhythmInWords(next, parts.usualHour)}`, [
      `This holds from ${dayInWords(addDays(context.today, 1))} on.`,
    ]);
  });
}

/** Ends a holiday early. */
export function pressBack(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, backVerb, AboutPlan, data, context);
    const who = authorOf(context).email;
    const { change } = await parts.reminders.settings.change({ plan: about.plan, who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, what, context, title);
      const said = sayBack(who, now, context.today);
      if (!said.parts.length) throw new OtherAnswer(ownCard(parts.forms, context, { own: now, all: {}, usualHour: parts.usualHour }));
      return newSettings(said, sealed, context);
    });
    return receipt(change, context, "Welcome back: your reminders come to you again", []);
  });
}

/** A receipt that leads back to the settings and the list. */
export const receipt = (change: Change, context: RequestContext, words: string, lead: string[]): Answer =>
  answerIn("receipt", { title: words, lead, rows: [], facts: changeFacts(change, context), presses: [], suggestions: [seeSettings, seeList] });
