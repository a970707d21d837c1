import { orInstead } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import type { ActionItem } from "../../progress/index.js";

import type { Answer } from "../../shared/answer.js";

import { type ActionCard, openActionCard, shownAction } from "./action-form.js";
import { ahead } from "./ahead.js";
import { answerCard } from "./answer-card.js";
import { askAllCard } from "./ask-all.js";
import { askCard } from "./ask-update.js";
import { awayCard } from "./away-card.js";
import { figureNotSnoozed } from "./figures-come.js";
import { notMineForm } from "./not-mine.js";
import { sendCard } from "./now.js";
import { heldBy, ownCard } from "./own-card.js";
import { ownList } from "./own-list.js";
import { actionOf, type ReminderCommandParts } from "./parts.js";
import { pauseCard } from "./pause-card.js";
import type { ActionWish, ReminderCommands } from "./reminder-commands.js";
import { resumeCard } from "./resume-card.js";
import { sent } from "./sent.js";
import { snoozeCard } from "./snooze-card.js";
import { stopCard } from "./stop-card.js";
import { unreachable } from "./unreachable.js";

/** What questions ask of reminders, as one object: lists, settings, cards. */
export function openReminderCommands(parts: ReminderCommandParts): ReminderCommands {
  const { forms, progress } = parts;
  const ofAction = (context: RequestContext, action: string | undefined, card: (item: ActionItem) => Promise<Answer>): Promise<Answer> =>
    orInstead(async () => (action ? card(actionOf(action, context)) : ownList(parts, context, "Please choose which action is meant.")));
  const aboutAction = (card: ActionCard, context: RequestContext, { action, until, note }: ActionWish): Promise<Answer> =>
    ofAction(context, action, async (item) =>
      openActionCard(card, parts, await shownAction(progress, context, item), { until: { text: until ?? "" }, why: { text: note ?? "" } }),
    );
  return {
    mine: (context) => ownList(parts, context),
    ahead: (context, wish) => ahead(parts, context, wish),
    sent: (context, wish) => sent(parts, context, wish),
    reached: async (emails) => new Set((await parts.messages.places(emails)).keys()),
    unreachable: (context) => unreachable(parts, context),
    pause: async (context, wish) => pauseCard(forms, context, wish),
    resume: (context, wish) => resumeCard(parts, context, wish),
    own: async (context, wish) => ownCard(forms, context, await heldBy(parts, context), wish),
    away: async (context, wish) => awayCard(forms, context, wish),
    stop: async (context) => stopCard(context),
    snooze: async (context, wish) => (wish.measure && figureNotSnoozed(context, wish.measure)) || aboutAction(snoozeCard, context, wish),
    answer: (context, wish) => aboutAction(answerCard, context, wish),
    notMine: (context, { action, person, note }) =>
      ofAction(context, action, async (item) =>
        notMineForm(forms, context, item, { text: [note, person && `It is with ${person}.`].filter(Boolean).join(" ") }),
      ),
    now: (context) => sendCard(parts, context),
    askAll: (context, { what }) => askAllCard(parts, context, what),
    askUpdate: (context, wish) => askCard(parts, context, wish),
  };
}
