/** What is due today sent at once, instead of at its hour: for managers, by a card that says to whom. */
import { type FormData, orInstead, sealFor } from "../../forms/index.js";
import { authorOf, changeFacts, type Moment, permits } from "../../people/index.js";
import { dayInWords } from "../../plan/index.js";
import { changeOf } from "../../record/index.js";
import type { Answer, Row } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { plural } from "../../shared/words.js";
import { endOf } from "./ahead.js";
import { AboutPlan, openedFor, type ReminderDeskParts, refused, refuseOld, refuseWithout } from "./parts.js";

export const sendVerb = "reminders.send";

const deed = "send reminders";
const title = "Send today's reminders now";
const mostShown = 15;

export async function sendCard({ forms, reminders }: ReminderDeskParts, moment: Moment): Promise<Answer> {
  if (!permits(deed, moment)) return refused(deed, "have reminders sent at once", moment, title);
  const digests = await reminders.preview(endOf(moment.today, moment));
  if (!digests.length)
    return answerIn("notice", {
      title: "Nothing to send now",
      lead: ["Nothing is due today that has not been sent, or reminders are paused."],
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
                .map(({ id, why }) => (/\d/.test(id) ? `${id} ${why}` : why))
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
        data: { form: sealFor(forms, sendVerb, moment, { plan: moment.known.id }) },
        style: "positive",
      },
    ],
    suggestions: [],
  });
}

export function pressSend(parts: ReminderDeskParts, data: FormData, moment: Moment): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, sendVerb, AboutPlan, data, moment);
    const made = await parts.trail.get(sealed.id);
    if (!made) refuseOld(sealed, about, moment);
    if (!made) refuseWithout(deed, "have reminders sent at once", moment, title);
    const part = { item: "reminders", what: "sent at once", to: true };
    const change = made ?? changeOf({ id: sealed.id, plan: about.plan, parts: [part], author: authorOf(moment), at: moment.at, through: sendVerb });
    const first = !made && (await parts.trail.add(change));
    const results = first ? await parts.reminders.sendNow() : [];
    const rows = results.slice(0, 40).map(
      ({ to, state, why }): Row => ({
        id: "",
        text: to,
        detail: [states[state] ?? state, state === "delivered" ? undefined : why].filter(Boolean).join(" · "),
      }),
    );
    const arrived = results.filter(({ state }) => state === "delivered").length;
    return answerIn("receipt", {
      title: first ? `Sent: ${plural(arrived, "message")}` : "Sent already",
      lead: [
        first
          ? arrived === results.length
            ? "They have arrived."
            : `${results.length - arrived} did not arrive for certain; see below.`
          : "This card was used before, and nobody gets a second message today.",
        `For ${dayInWords(moment.today)}.`,
      ],
      rows,
      facts: changeFacts(change, moment),
      presses: [],
      suggestions: [ask("What was sent", "What have you sent today?"), ask("Who cannot be reached?")],
    });
  });
}

const states: Record<string, string> = {
  delivered: "delivered",
  refused: "refused by Teams",
  unknown: "may not have arrived",
  unreachable: "cannot be written to",
};
