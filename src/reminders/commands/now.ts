/** What is due today sent at once, instead of at its hour: for managers, by a card that says to whom. */

import { changeOf } from "../../audit/index.js";
import { type FormData, orInstead, sealFor } from "../../forms/index.js";
import { authorOf, changeFacts, permits, type RequestContext } from "../../people/index.js";
import type { Answer, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { listedUpTo, plural } from "../../shared/words.js";
import { planOf } from "../due-item.js";
import type { PassReport } from "../pass.js";
import { endOf } from "./ahead.js";
import { AboutPlan, openedFor, type ReminderCommandParts, refused, refuseOld, refuseWithout } from "./parts.js";

export const sendVerb = "reminders.send";

const permission = "send reminders";
const title = "Send today's reminders now";
const mostShown = 15;

/** What would go at once, to be pressed; or that nothing is due. */
export async function sendCard({ forms, reminders }: ReminderCommandParts, context: RequestContext): Promise<Answer> {
  if (!permits(permission, context)) return refused(permission, "have reminders sent at once", context, title);
  const digests = await reminders.preview(endOf(context.today, context));
  if (!digests.length)
    return answerIn("notice", {
      title: "Nothing to send now",
      lead: ["There is nothing left to send today, or reminders are paused."],
      suggestions: [ask("What will you send tomorrow?"), ask("Who cannot be reached?")],
    });
  const shown = digests.slice(0, mostShown);
  return answerIn("form", {
    title,
    lead: [
      `${plural(digests.length, "person", "people")} ${digests.length === 1 ? "gets" : "get"} one message each, now instead of at their own hour. Nobody gets a second one today.`,
      "Nothing is sent until you press the button.",
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: [
          ...shown.map(
            ({ to, items }) =>
              `${to}: ${items
                .slice(0, 3)
                .map((item) => [/\d/.test(item.id) ? `${item.id} ${item.why}` : item.why, planOf(item)].filter(Boolean).join(", "))
                .join("; ")}${items.length > 3 ? `; and ${items.length - 3} more` : ""}`,
          ),
          ...(digests.length > shown.length ? [`and ${digests.length - shown.length} more people`] : []),
        ],
        inputs: [],
      },
    ],
    presses: [
      {
        label: `Send ${plural(digests.length, "message")} now`,
        verb: sendVerb,
        data: { form: sealFor(forms, sendVerb, context, { plan: context.known.id }) },
        style: "positive",
      },
    ],
    suggestions: [],
  });
}

/** Sends what is due today to everybody, once a card. */
export function pressSend(parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, sendVerb, AboutPlan, data, context);
    const made = await parts.auditLog.get(sealed.id);
    if (!made) refuseOld(sealed, about, context);
    if (!made) refuseWithout(permission, "have reminders sent at once", context, title);
    const part = { item: "reminders", what: "sent at once", to: true };
    const change = made ?? changeOf({ id: sealed.id, plan: about.plan, parts: [part], author: authorOf(context), at: context.at, through: sendVerb });
    const first = !made && (await parts.auditLog.add(change));
    const report = first ? await parts.reminders.pass({ at: endOf(context.today, context) }) : undefined;
    const sure = report?.sent.filter((one) => one.sure).length ?? 0;
    return answerIn("receipt", {
      title: report ? `Sent: ${plural(sure, "message")}` : "Sent already",
      lead: report ? resultLines(report) : ["This card was used before, and nobody gets a second message today."],
      rows: (report?.sent ?? [])
        .slice(0, 40)
        .map(({ digest, sure }): Row => ({ id: "", text: digest.to, detail: sure ? "Delivered" : "May not have arrived" })),
      facts: changeFacts(change, context),
      presses: [],
      suggestions: [ask("What was sent", "What have you sent today?"), ask("Who cannot be reached?")],
    });
  });
}

const resultLines = ({ sent, refused, left, unreachable }: PassReport): string[] => {
  const unsure = sent.filter(({ sure }) => !sure).length;
  return [
    ...(unsure ? [`${plural(unsure, "message")} may not have arrived; what was in it comes with the next one.`] : []),
    ...(refused ? [`Teams refused ${plural(refused, "message")}.`] : []),
    ...(left ? [`${plural(left, "message")} could not be sent yet; I try again by myself.`] : []),
    ...(unreachable.length ? [`Cannot be written to: ${listedUpTo(unreachable, 10)}.`] : []),
  ];
};
