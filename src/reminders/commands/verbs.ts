/** What the buttons of reminders have done. */
import { z } from "zod/v4";
import { FormData, orInstead, typed } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import { openingVerb, type Verb, verb } from "../../shared/verb.js";
import { act } from "./act.js";
import { ActData, actVerb, keyOf } from "./act-data.js";
import { pressActionCard } from "./action-form.js";
import { answerCard, answerVerb } from "./answer-card.js";
import { askAllCard, askAllVerb, openAskAllVerb, pressAskAll, WHAT_IS_OWED } from "./ask-all.js";
import { askVerb, pressAsk } from "./ask-update.js";
import { awayVerb, pressAway } from "./away-card.js";
import { keepVerb, notMineVerb, pressKeep, pressNotMine } from "./not-mine.js";
import { pressSend, sendVerb } from "./now.js";
import { backVerb, pressBack, pressRhythm, rhythmVerb } from "./own-card.js";
import { ownList } from "./own-list.js";
import type { ReminderCommandParts } from "./parts.js";
import { pauseVerb, pressPause } from "./pause-card.js";
import { pressResume, resumeVerb } from "./resume-card.js";
import { snoozeCard, snoozeVerb } from "./snooze-card.js";
import { leadingBack, listVerb, withWayBack } from "./way-back.js";

/** The verbs of the cards about reminders. */
export function reminderVerbs(parts: ReminderCommandParts): Verb<RequestContext>[] {
  const pressed = (
    name: string,
    run: (parts: ReminderCommandParts, data: FormData, context: RequestContext) => ReturnType<Verb<RequestContext>["run"]>,
  ): Verb<RequestContext> => verb({ name, data: FormData, run: (data, context: RequestContext) => run(parts, data, context) });
  return [
    ...withWayBack([
      pressed(snoozeVerb, (...all) => pressActionCard(snoozeCard, ...all)),
      pressed(answerVerb, (...all) => pressActionCard(answerCard, ...all)),
      pressed(notMineVerb, pressNotMine),
    ]),
    pressed(keepVerb, pressKeep),
    pressed(rhythmVerb, pressRhythm),
    pressed(backVerb, pressBack),
    pressed(awayVerb, pressAway),
    pressed(pauseVerb, pressPause),
    pressed(resumeVerb, pressResume),
    pressed(sendVerb, pressSend),
    pressed(askVerb, pressAsk),
    pressed(askAllVerb, pressAskAll),
    openingVerb({
      name: openAskAllVerb,
      data: z.looseObject({ what: z.enum(WHAT_IS_OWED) }),
      open: ({ what }, context: RequestContext) => askAllCard(parts, context, what),
    }),
    openingVerb({ name: listVerb, data: z.looseObject({}), open: (_, context: RequestContext) => ownList(parts, context) }),
    verb({
      name: actVerb,
      data: ActData,
      async run(data, context: RequestContext) {
        const chosen = keyOf(typed(data, "item", { most: 50 }).text);
        const item = chosen && context.catalogue.find(chosen.action);
        if (item?.type !== "action") return ownList(parts, context, "Please choose which one first.");
        return leadingBack(await orInstead(() => act(parts, context, item, chosen?.place, data)));
      },
    }),
  ];
}
