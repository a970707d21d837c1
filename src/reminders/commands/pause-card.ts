/** Reminders that rest until a day, for everybody or for one person, and their return: cards for managers. */
import { z } from "zod/v4";
import { type Change, whoseReminders } from "../../audit/index.js";
import { type FormData, type Forms, OtherAnswer, orInstead, type SealedForm, sealFor, type Typed, typed } from "../../forms/index.js";
import { addressInputs, authorOf, changeFacts, permits, type RequestContext, readAddress } from "../../people/index.js";
import { addMonths, type Day, dayInWords } from "../../plan/index.js";
import { readDay } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { sayPause } from "../setting-updates.js";
import { everyone, type Pause } from "../settings.js";
import { AboutPlan, mostReason, newSettings, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout, unready } from "./parts.js";
import type { PauseWish } from "./reminder-commands.js";
import { untilProblem } from "./snooze-card.js";
import { addressMeant, unknownName } from "./whom.js";

export const pauseVerb = "reminders.pause";

export const permission = "pause reminders";
const what = "pause reminders";
const mostMonths = 24;

/** `who` is "everyone", an address, or missing while the card asks for one. */
export const AboutWho = AboutPlan.extend({ who: z.string().optional() });
type AboutWho = z.infer<typeof AboutWho>;

interface Fields {
  from: Typed;
  until: Typed;
  why: Typed;
  whom: Typed;
}

/** "all reminders", "reminders for b@example.org" */
export const ofWhom = (who: string): string => (who === everyone ? "all reminders" : `reminders for ${who}`);

/** The card that pauses reminders, for everybody where nobody is named. */
export function pauseCard(forms: Forms, context: RequestContext, { from, until, note, ...whom }: PauseWish): Answer {
  if (!permits(permission, context)) return refused(permission, what, context, "Pausing reminders");
  const who = whom.person || whom.name ? addressMeant(whom, context) : everyone;
  return form(forms, context, who, {
    from: { text: from ?? context.today },
    until: { text: until ?? "" },
    why: { text: note ?? "" },
    whom: { text: "", ...(!who && whom.name && { problem: unknownName(whom.name) }) },
  });
}

function form(forms: Forms, context: RequestContext, who: string | undefined, { from, until, why, whom }: Fields, alert?: string): Answer {
  const message = ({ problem }: Typed) => (problem ? { message: problem } : {});
  const about: AboutWho = { plan: context.known.id, ...(who && { who }) };
  const words = who ? ofWhom(who) : "reminders for one person";
  return answerIn("form", {
    title: `Pause ${words}`,
    ...(alert && { alert }),
    lead: [
      who === everyone ? "Nobody gets reminders until then, not even managers." : "They get no reminders until then, and nobody else gets them instead.",
      "Nothing is lost: what falls due in the meantime comes on the first day after, in one message each. Nothing changes until you press the button.",
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: [],
        inputs: [
          ...(who ? [] : addressInputs("For whom", whom, context.catalogue)),
          { name: "from", kind: "date", label: "First day without", value: from.text, ...message(from) },
          { name: "until", kind: "date", label: "They go again on", value: until.text, ...message(until) },
          { name: "why", kind: "line", label: "Why", hint: "For example: the election", value: why.text, ...message(why), most: mostReason },
        ],
      },
    ],
    presses: [
      {
        label: who === everyone ? "Pause all reminders" : "Pause their reminders",
        verb: pauseVerb,
        data: { form: sealFor(forms, pauseVerb, context, about) },
        style: "positive",
      },
    ],
    suggestions: [ask("What would go tomorrow", "What will you send tomorrow?")],
  });
}

async function read(data: FormData, context: RequestContext, who: string | undefined, { addressOf }: ReminderCommandParts): Promise<Fields & { who?: string }> {
  const [from, until, why] = [typed(data, "from", { most: 40 }), typed(data, "until", { most: 40 }), typed(data, "why", { most: mostReason })];
  const [first, last] = [readDay(from.text), readDay(until.text)];
  const fromProblem = from.problem ?? firstProblem(from.text, first, context);
  const lastProblem =
    until.problem ??
    untilProblem(until.text, last, context, mostMonths) ??
    (first && last && last <= first ? "This is not later than the first day." : undefined);
  const whyProblem = why.problem ?? (/\p{L}{3,}/u.test(why.text) ? undefined : "Please say why, so that people know.");
  const address = who ? undefined : await readAddress(data, addressOf);
  const meant = who ?? address?.email;
  return {
    from: { text: first ?? "", ...(fromProblem && { problem: fromProblem }) },
    until: { text: last ?? "", ...(lastProblem && { problem: lastProblem }) },
    why: { text: why.text, ...(whyProblem && { problem: whyProblem }) },
    whom: { text: address?.text ?? "", ...(address?.problem && { problem: address.problem }) },
    ...(meant && { who: meant }),
  };
}

function firstProblem(text: string, day: Day | undefined, { today }: RequestContext): string | undefined {
  if (!text) return "Please give the day.";
  if (!day) return "Please give the day as a date, such as 3 May 2027.";
  if (day < today) return "This day is over. Please give today or a day to come.";
  return day > addMonths(today, mostMonths) ? "This is more than two years away. Please check the year." : undefined;
}

/** Saves a pause; a card on which the person is typed can pause several, each once. */
export function pressPause(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, pauseVerb, AboutWho, data, context);
    const { who, ...fields } = await read(data, context, about.who, parts);
    const again = (alert: string) => new OtherAnswer(form(parts.forms, context, about.who, fields, alert));
    if (!who) return unnamed({ sealed, about }, context, again);
    // Whom it is for was typed: the card can pause two people, each once.
    const id = about.who ? sealed.id : `${sealed.id}/${who}`;
    const decide = (now: Parameters<typeof sayPause>[1]) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, what, context, "Pausing reminders");
      if (Object.values(fields).some(({ problem }) => problem)) throw again(unready);
      const by = authorOf(context).email;
      const pause: Pause = { from: fields.from.text, until: fields.until.text, why: fields.why.text, by, at: context.at.toISOString() };
      const same = now.pauses?.some(({ from, until, why }) => from === pause.from && until === pause.until && why === pause.why);
      if (same) throw again("There is nothing to change: it is like that already.");
      return newSettings(sayPause(who, now, pause), { ...sealed, id }, context, pause.why);
    };
    const { change } = await parts.reminders.settings.change({ plan: about.plan, who }, id, decide);
    return pauseReceipt(change, context);
  });
}

/** Whom it is for was not given, or cannot be anybody. */
function unnamed({ sealed, about }: { sealed: SealedForm; about: AboutWho }, context: RequestContext, again: (alert: string) => OtherAnswer): never {
  refuseOld(sealed, about, context);
  refuseWithout(permission, what, context, "Pausing reminders");
  throw again(unready);
}

const whoIn = (change: Change): string => whoseReminders(change.items[0] ?? "") ?? everyone;

function pauseReceipt(change: Change, context: RequestContext): Answer {
  const until = String(change.parts[0]?.to ?? "");
  const who = whoIn(change);
  return answerIn("receipt", {
    title: `Paused: ${ofWhom(who)} until ${dayInWords(until)}`,
    lead: [`They go again on ${dayInWords(until)}.`, ...(change.why ? [`Reason: ${change.why}`] : [])],
    rows: [],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("End the pause", who === everyone ? "Resume reminders" : `Resume reminders for ${who}`)],
  });
}
