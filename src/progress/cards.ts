/** The cards of one action, for whoever may use them; a refusal says who may instead. */

import { type Forms, notSaved } from "../forms/index.js";
import type { RequestContext } from "../people/index.js";
import { type Permission, permits, refusal } from "../people/index.js";
import type { Answer } from "../shared/answer.js";
import { ask } from "../shared/answer-text.js";
import { doneForm } from "./done-form.js";
import type { CardName } from "./my-actions.js";
import { factsOf } from "./pressed.js";
import { type KeptProgress, withProgress } from "./progress.js";
import { type StatusWish, statusForm } from "./status-form.js";
import { nothingToMove, type TimeWish, timeForm } from "./time-form.js";
import { type ActionItem, titleOf } from "./words.js";

export interface CardWish extends StatusWish, TimeWish {
  card: CardName;
  /** The day a milestone was done. */
  day?: string;
}

const permissions: Record<CardName, Permission> = { status: "change a status", done: "mark a milestone done", time: "ask for more time" };

/** The card to change an action's status, mark a milestone done or ask for more time; a refusal that says who may, where the asker may not. */
export function actionCard(forms: Forms, context: RequestContext, item: ActionItem, kept: KeptProgress | undefined, wish: CardWish): Answer {
  const permission = permissions[wish.card];
  if (!permits(permission, context, item)) {
    const what = wish.card === "time" ? "ask for more time for this action" : "change this action";
    return notSaved(
      titleOf(item),
      [...refusal(permission, what, context, item), "Nothing was saved."],
      [ask(`How is ${item.id} doing?`), ask(`Who leads ${item.id}?`)],
    );
  }
  const facts = factsOf(kept);
  const shown = { context, item, facts, action: withProgress(item.action, facts) };
  if (wish.card === "time") return timeForm(forms, shown, wish) ?? nothingToMove(item);
  const done = wish.card === "done" ? doneForm(forms, shown, wish) : undefined;
  return done ?? statusForm(forms, shown, wish);
}
