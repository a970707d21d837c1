import { orInstead } from "../../forms/index.js";
import type { Moment } from "../../people/index.js";
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
import { actionOf, type ReminderDeskParts } from "./parts.js";
import { pauseCard } from "./pause-card.js";
import type { ActionWish, ReminderDesk } from "./reminder-desk.js";
import { resumeCard } from "./resume-card.js";
import { sent } from "./sent.js";
import { snoozeCard } from "./snooze-card.js";
import { stopCard } from "./stop-card.js";
import { unreachable } from "./unreachable.js";

/** What questions ask of reminders, as one object: lists, settings, cards. */
export function openReminderDesk(parts: ReminderDeskParts): ReminderDesk {
  const { forms, progress } = parts;
  const ofAction = (moment: Moment, action: string | undefined, card: (item: ActionItem) => Promise<Answer>): Promise<Answer> =>
    orInstead(async () => (action ? card(actionOf(action, moment)) : ownList(parts, moment, "Please choose which action is meant.")));
  const aboutAction = (card: ActionCard, moment: Moment, { action, until, note }: ActionWish): Promise<Answer> =>
    ofAction(moment, action, async (item) =>
      openActionCard(card, parts, await shownAction(progress, moment, item), { until: { text: until ?? "" }, why: { text: note ?? "" } }),
    );
  return {
    mine: (moment) => ownList(parts, moment),
    ahead: (moment, wish) => ahead(parts, moment, wish),
    sent: (moment, wish) => sent(parts, moment, wish),
    reached: async (emails) => new Set((await parts.messages.places(emails)).keys()),
    unreachable: (moment) => unreachable(parts, moment),
    pause: async (moment, wish) => pauseCard(forms, moment, wish),
    resume: (moment, wish) => resumeCard(parts, moment, wish),
    own: async (moment, wish) => ownCard(forms, moment, await heldBy(parts, moment), wish),
    away: async (moment, wish) => awayCard(forms, moment, wish),
    stop: async (moment) => stopCard(moment),
    snooze: async (moment, wish) => (wish.measure && figureNotSnoozed(moment, wish.measure)) || aboutAction(snoozeCard, moment, wish),
    answer: (moment, wish) => aboutAction(answerCard, moment, wish),
    notMine: (moment, { action, person, note }) =>
      ofAction(moment, action, async (item) => notMineForm(forms, moment, item, { text: [note, person && `It is with ${person}.`].filter(Boolean).join(" ") })),
    now: (moment) => sendCard(parts, moment),
    askAll: (moment, { what }) => askAllCard(parts, moment, what),
    askUpdate: (moment, wish) => askCard(parts, moment, wish),
  };
}
