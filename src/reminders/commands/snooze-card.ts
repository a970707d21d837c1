/** No reminders about one date of an action until a day, with a reason. The last reminder before it goes up is not held back. */
import { typed } from "../../forms/index.js";
import { authorOf, changeFacts, type RequestContext } from "../../people/index.js";
import { addMonths, type Day, dayInWords } from "../../plan/index.js";
import { isSentence, readDay } from "../../progress/index.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { saySnooze } from "../setting-updates.js";
import type { ActionCard, Fields } from "./action-form.js";
import { mostReason, seeList } from "./parts.js";

export const snoozeVerb = "reminders.snooze";

/** A snooze is for weeks, not for years. */
const mostMonths = 12;

export const snoozeCard: ActionCard = {
  verb: snoozeVerb,
  permission: "snooze a reminder",
  what: "snooze reminders about this action",
  eyebrow: (name) => `Snooze reminders about ${name}`,
  lead: () => [
    "Nothing changes until you press the button. The date of the action stays as it is.",
    "Until then I send nothing about it, but for the last reminder before it goes to the managers.",
  ],
  press: (id) => `Snooze ${id}`,
  inputs: (fields) => [
    { name: "until", kind: "date", label: "Remind again on", value: fields.until?.text ?? "", ...(fields.until?.problem && { message: fields.until.problem }) },
    {
      name: "why",
      kind: "text",
      label: "Why",
      hint: "For example: the survey runs until the end of May",
      value: fields.why?.text ?? "",
      ...(fields.why?.problem && { message: fields.why.problem }),
      most: mostReason,
    },
  ],
  read(data, { context }): Fields {
    const [until, why] = [typed(data, "until", { most: 40 }), typed(data, "why", { most: mostReason, lines: true })];
    const day = readDay(until.text);
    const problem = until.problem ?? untilProblem(until.text, day, context);
    const whyProblem = why.problem ?? (isSentence(why.text) ? undefined : "Please say why in a sentence.");
    return { until: { text: day ?? "", ...(problem && { problem }) }, why: { text: why.text, ...(whyProblem && { problem: whyProblem }) } };
  },
  say(now, fields, { context, item, place }) {
    const why = fields.why?.text ?? "";
    const snooze = {
      key: `${item.id}/${place}`,
      from: context.today,
      until: fields.until?.text ?? "",
      why,
      by: authorOf(context).email,
      at: context.at.toISOString(),
    };
    return { ...saySnooze(item.id, now, snooze), why };
  },
  receipt(change, item, context) {
    const until = String(change.parts[0]?.to ?? "");
    return answerIn("receipt", {
      title: `Snoozed: ${item.id} until ${dayInWords(until)}`,
      lead: [`I will remind you about it again from ${dayInWords(until)}.`, ...(change.why ? [`Reason: ${change.why}`] : [])],
      rows: [{ id: item.id, text: item.action.text }],
      facts: changeFacts(change, context),
      presses: [],
      suggestions: [ask("Correct this", `Snooze ${item.id}`), seeList],
    });
  },
};

/** What is wrong with a day until which reminders rest; nothing when it can be. */
export function untilProblem(text: string, day: Day | undefined, { today }: Pick<RequestContext, "today">, months = mostMonths): string | undefined {
  if (!text) return "Please give the day.";
  if (!day) return "Please give the day as a date, such as 1 June 2027.";
  if (day <= today) return "Please give a day to come.";
  return day > addMonths(today, months) ? `This is more than ${months} months away. Please give a nearer day.` : undefined;
}
