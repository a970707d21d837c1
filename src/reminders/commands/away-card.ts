/** Being away: from when to when, and who gets the reminders meanwhile. */
import { type FormData, type Forms, OtherAnswer, orInstead, sealFor, type Typed, typed } from "../../forms/index.js";
import { addressInputs, authorOf, permits, type RequestContext, readAddress } from "../../people/index.js";
import { addMonths, type Day, dayInWords } from "../../plan/index.js";
import { readDay } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { sayHoliday } from "../setting-updates.js";
import { type Holiday, holidayOn } from "../settings.js";
import { receipt } from "./own-card.js";
import { AboutPlan, newSettings, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout, seeSettings, unready } from "./parts.js";
import type { AwayWish } from "./reminder-commands.js";
import { unknownName } from "./whom.js";

export const awayVerb = "reminders.away";

const title = "You are away";
const permission = "set own reminders";
const what = "set a holiday";

interface Fields {
  from: Typed;
  to: Typed;
  deputy: Typed;
}

/** The card for a holiday with its days and a deputy, filled in with what was said. */
export function awayCard(forms: Forms, context: RequestContext, { from, until, deputy, name }: AwayWish): Answer {
  if (!permits(permission, context)) return refused(permission, what, context, title);
  const known = deputy?.toLowerCase();
  const problem = !known && name ? unknownName(name) : undefined;
  return form(forms, context, { from: { text: from ?? context.today }, to: { text: until ?? "" }, deputy: { text: known ?? "", ...(problem && { problem }) } });
}

function form(forms: Forms, context: RequestContext, { from, to, deputy }: Fields, alert?: string): Answer {
  const message = ({ problem }: Typed) => (problem ? { message: problem } : {});
  return answerIn("form", {
    title,
    ...(alert && { alert }),
    lead: [
      "I send you nothing while you are away. If you name a deputy, they get your reminders and can answer for you. If not, your reminders wait and come in one message when you are back.",
      "Nothing changes until you press Save.",
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: [],
        inputs: [
          { name: "from", kind: "date", label: "First day away", value: from.text, ...message(from) },
          { name: "to", kind: "date", label: "Last day away", value: to.text, ...message(to) },
          ...addressInputs("Who should get them while you are away (if anybody)", deputy, context.catalogue),
        ],
      },
    ],
    presses: [{ label: "Save", verb: awayVerb, data: { form: sealFor(forms, awayVerb, context, { plan: context.known.id }) }, style: "positive" }],
    suggestions: [seeSettings],
  });
}

const mostMonths = 24;

async function read(data: FormData, context: RequestContext, { addressOf }: ReminderCommandParts): Promise<Fields & { email?: string }> {
  const [from, to] = [typed(data, "from", { most: 40 }), typed(data, "to", { most: 40 })];
  const [first, last] = [readDay(from.text), readDay(to.text)];
  const fromProblem = from.problem ?? dayProblem(from.text, first, context);
  const toProblem = to.problem ?? dayProblem(to.text, last, context) ?? (first && last && last < first ? "This is before the first day away." : undefined);
  const given = typed(data, "email", { most: 300 }).text || typed(data, "person", { most: 300 }).text || hasProblem(data);
  const deputy = given ? await readAddress(data, addressOf) : { text: "" };
  const self = deputy.email !== undefined && deputy.email === authorOf(context).email;
  return {
    from: { text: first ?? "", ...(fromProblem && { problem: fromProblem }) },
    to: { text: last ?? "", ...(toProblem && { problem: toProblem }) },
    deputy: {
      text: deputy.text,
      ...(deputy.problem && { problem: deputy.problem }),
      ...(self && { problem: "This is you. Please choose somebody else, or nobody." }),
    },
    ...(deputy.email && !self && { email: deputy.email }),
  };
}

const hasProblem = (data: FormData): boolean => ["email", "person"].some((name) => typed(data, name, { most: 200 }).problem !== undefined);

function dayProblem(text: string, day: Day | undefined, { today }: RequestContext): string | undefined {
  if (!text) return "Please give the day.";
  if (!day) return "Please give the day as a date, such as 20 August 2027.";
  if (day < today) return "This day is over. Please give today or a day to come.";
  return day > addMonths(today, mostMonths) ? "This is more than two years away. Please check the year." : undefined;
}

/** Saves a holiday of the presser's own. */
export function pressAway(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, awayVerb, AboutPlan, data, context);
    const { email, ...fields } = await read(data, context, parts);
    const who = authorOf(context).email;
    const { change } = await parts.reminders.settings.change({ plan: about.plan, who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, what, context, title);
      const again = (alert: string) => new OtherAnswer(form(parts.forms, context, fields, alert));
      if (Object.values(fields).some(({ problem }) => problem)) throw again(unready);
      const holiday: Holiday = { from: fields.from.text, to: fields.to.text, ...(email && { deputy: email }), by: who, at: context.at.toISOString() };
      const same = holidayOn(now, holiday.from);
      if (same && same.from === holiday.from && same.to === holiday.to && same.deputy === holiday.deputy)
        throw again("There is nothing to change: it is like that already.");
      return newSettings(sayHoliday(who, now, holiday, context.today), sealed, context);
    });
    const saved = (await parts.reminders.settings.of(about.plan, who)).holidays?.at(-1);
    return receipt(change, context, saved ? `Saved: away from ${dayInWords(saved.from)} to ${dayInWords(saved.to)}` : "Saved", saved ? meanwhile(saved) : []);
  });
}

/** Who hears of it, and what they may do. */
const meanwhile = ({ deputy }: Holiday): string[] =>
  deputy
    ? [
        `${deputy} gets your reminders while you are away. I have not told them, so please do.`,
        "Until you are back they can update your actions and report your figures. I record that they did it for you.",
      ]
    : ["Your reminders wait for you, and come in one message when you are back."];
