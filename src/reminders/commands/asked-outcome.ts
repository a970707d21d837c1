/** What came of asking somebody for an update. What Teams refuses for certain leaves the day as free as it was. */

import { type AuditLog, type Change, type ChangePart, changeOf, itemOfReminders } from "../../audit/index.js";
import { notSaved } from "../../forms/index.js";
import { changeFacts, type RequestContext } from "../../people/index.js";
import type { Day } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import type { ReminderCommandParts } from "./parts.js";

/** `refused` for certain: nothing arrived, and nothing will there. */
export type Outcome = "sent" | "unclear" | "refused";

interface Asked {
  plan: string;
  who: string;
}

const UPDATE_ASKED = "update asked for";
const refusalId = (askId: string): string => `${askId}/refused`;

/** What the record says of a request for an update. */
export const askedPart = (who: string): ChangePart => ({ item: itemOfReminders(who), what: UPDATE_ASKED, to: true });

const entriesOf = (auditLog: Pick<AuditLog, "personalToo">, { plan, who, from }: Asked & { from?: string }): Promise<Change[]> =>
  auditLog.personalToo({ plan, items: [itemOfReminders(who)], ...(from && { from }), newestFirst: true, limit: 40 });

/** Requests to somebody that were not refused, newest first. */
export async function askedOf(auditLog: Pick<AuditLog, "personalToo">, about: Asked & { from: string }): Promise<Change[]> {
  const entries = await entriesOf(auditLog, about);
  const ids = new Set(entries.map(({ _id }) => _id));
  return entries.filter(({ _id, parts }) => parts.some(({ what, to }) => what === UPDATE_ASKED && to === true) && !ids.has(refusalId(_id)));
}

/** What came of a request that was made before. */
export async function outcomeBefore({ auditLog }: Pick<ReminderCommandParts, "auditLog">, about: Asked, askId: string): Promise<Outcome> {
  const entries = await entriesOf(auditLog, about);
  return entries.some(({ _id }) => _id === refusalId(askId)) ? "refused" : "sent";
}

/** Nothing was sent, so whatever is due that day may go after all, and so may the question once they are there. False when that was done before. */
export async function freeTheDay(
  { reminders, days }: Pick<ReminderCommandParts, "reminders" | "days">,
  { plan, who, day }: Asked & { day: Day },
  asked: Change,
  at: Date,
): Promise<boolean> {
  const id = refusalId(asked._id);
  const part = { item: itemOfReminders(who), what: UPDATE_ASKED, from: true };
  const author = { email: asked.by, id: asked.byId ?? "" };
  const { again } = await reminders.settings.change({ plan, who }, id, (now) => ({
    settings: { ...now, pauses: (now.pauses ?? []).filter((pause) => pause.by !== asked.by || pause.at !== asked.at) },
    change: changeOf({ id, plan, parts: [part], author, at, through: asked.through }),
  }));
  await days.giveBack(who, day, plan);
  return !again;
}

/** The receipt: asked, or that it may not have arrived and is not sent twice. */
export const askedReceipt = (who: string, outcome: Outcome, change: Change, context: RequestContext): Answer =>
  answerIn("receipt", {
    title: outcome === "sent" ? `Asked: ${who}` : `${who} may not have been reached`,
    lead:
      outcome === "sent"
        ? ["To see their answer, ask me how it is doing."]
        : ["Teams did not say whether my message arrived, and I do not send it twice. Please ask them yourself."],
    rows: [],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [ask("What they lead", `What does ${who} lead?`), ask("Who cannot be reached?")],
  });

/** `late`: of a day that may be over. */
export const refusedBy = (who: string, late = false): Answer =>
  notSaved(
    `${who} could not be reached`,
    [
      "Teams refused my message: they have removed or blocked me. Nothing was sent.",
      `Ask them to open Waymark and say hello once. Then say "ask ${who} for an update" again${late ? "" : "; today still works"}.`,
    ],
    [ask("Ask again", `Ask ${who} for an update`), ask("Who cannot be reached?")],
  );
