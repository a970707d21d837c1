/** The buttons under the actions of a reminder: each opens the card that names the action in full, and says what somebody else did meanwhile. */

import type { Change } from "../../audit/index.js";
import { authorOf, type RequestContext } from "../../people/index.js";
import { badgeOf, instantInWords, isMet, statusOf } from "../../plan/index.js";
import { type ActionItem, actionCard, factsOf, type KeptProgress, milestoneName, partFact, titleOf, withProgress } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { badgeInWords } from "../../shared/words.js";
import type { Act } from "./act-data.js";
import { openActionCard, shownAction } from "./action-form.js";
import { answerCard } from "./answer-card.js";
import { notMineForm } from "./not-mine.js";
import { type ReminderCommandParts, seeList } from "./parts.js";
import { snoozeCard } from "./snooze-card.js";

/** Opens the card for what was chosen on a reminder; says first what somebody else changed since the reminder was made. */
export async function act(
  parts: ReminderCommandParts,
  context: RequestContext,
  item: ActionItem,
  place: number | undefined,
  { act: wanted, since }: { act: Act; since?: string },
): Promise<Answer> {
  const kept = (await parts.progress.of(context.known.id, item.priority.id)).get(item.id);
  const meanwhile = kept && since && kept.at > since ? await lastChange(parts, context, item) : undefined;
  const over = isOver(item, kept, place);
  if (over && wanted !== "not-mine") return nothingLeft(context, item, place, over, meanwhile ?? (await lastChange(parts, context, item)));
  const card = await opened(parts, context, item, kept, place, wanted);
  return meanwhile && card.view === "form"
    ? answerIn("form", { ...card.data, alert: [changedSince(context, item, meanwhile), card.data.alert].filter(Boolean).join(" ") })
    : card;
}

async function opened(
  parts: ReminderCommandParts,
  context: RequestContext,
  item: ActionItem,
  kept: KeptProgress | undefined,
  place: number | undefined,
  wanted: Act,
): Promise<Answer> {
  const { forms, progress } = parts;
  const at = place === undefined ? {} : { place };
  switch (wanted) {
    case "done":
      return actionCard(forms, context, item, kept, { card: "done", ...at });
    case "on-track":
    case "at-risk":
      return actionCard(forms, context, item, kept, { card: "status", status: wanted });
    case "time":
      return actionCard(forms, context, item, kept, { card: "time", ...at });
    case "not-mine":
      return notMineForm(forms, context, item, { text: "" });
    case "snooze":
      return openActionCard(snoozeCard, parts, await shownAction(progress, context, item, place), {});
    case "answer":
      return openActionCard(answerCard, parts, await shownAction(progress, context, item, place), {});
  }
}

/** In words, when there is nothing left to remind of. */
function isOver(item: ActionItem, kept: KeptProgress | undefined, place: number | undefined): string | undefined {
  const action = withProgress(item.action, factsOf(kept));
  const status = statusOf(action);
  if (status === "cancelled" || status === "complete") return `${item.id} is ${badgeInWords(badgeOf(status))}.`;
  const milestone = place === undefined ? undefined : action.milestones?.[place];
  if (milestone && isMet(action, milestone)) return `${milestoneName(item, place ?? 0)} is done.`;
  return place !== undefined && !milestone ? `${item.id} has no such date any more.` : undefined;
}

const lastChange = async ({ auditLog }: ReminderCommandParts, context: RequestContext, item: ActionItem): Promise<Change | undefined> =>
  (await auditLog.changes({ plan: context.known.id, items: [item.id], newestFirst: true, limit: 1 }))[0];

/** "business.deputy@example.org changed 2.3.1 on 3 March 2027, after this reminder was made. Status: on track (green)." */
const changedSince = (context: RequestContext, item: ActionItem, change: Change): string =>
  `${who(change, context)} changed ${item.id} on ${instantInWords(change.at, context.plan.timeZone)}, after this reminder was made: ${whatOf(change, item)}. It is shown as it is now.`;

const who = ({ by }: Change, context: RequestContext): string => (by === authorOf(context).email ? "You" : by);

const whatOf = ({ parts }: Change, { id }: ActionItem): string =>
  parts
    .filter(({ item }) => item === id)
    .map(partFact)
    .map(({ label, value }) => `${label.replace(/^./, (letter) => letter.toLowerCase())} ${value}`)
    .join("; ");

function nothingLeft(context: RequestContext, item: ActionItem, place: number | undefined, over: string, change: Change | undefined): Answer {
  return answerIn("notice", {
    title: titleOf(item),
    lead: [
      over,
      ...(change ? [`${who(change, context)} changed it on ${instantInWords(change.at, context.plan.timeZone)}: ${whatOf(change, item)}.`] : []),
      "I am not reminding anybody about it any more. Nothing was changed.",
    ],
    suggestions: [
      ask("Correct it", place === undefined ? `Update ${item.id}` : `Mark a milestone of ${item.id} as done`),
      ask(`How is ${item.id} doing?`),
      seeList,
    ],
  });
}
