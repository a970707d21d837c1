/** What buttons have done to actions. */
import { z } from "zod/v4";
import type { AuditLog } from "../audit/index.js";
import { FormData, type Forms, typed } from "../forms/index.js";
import { authorOf, type RequestContext, type Tell } from "../people/index.js";
import { type Verb, verb } from "../shared/verb.js";
import { actionCard } from "./cards.js";
import { type CommitteeDays, committeeTakenBack, committeeVerb, pressCommittee } from "./committee.js";
import { savingDone, savingNotDone } from "./done-form.js";
import { cards, myActions, openCard, ownActions } from "./my-actions.js";
import { type About, type Doing, pressedForAction } from "./pressed.js";
import type { KeptProgress, Progress } from "./progress.js";
import { StatusWish, savingStatus } from "./status-form.js";
import { answering } from "./time-answer.js";
import { askingForTime } from "./time-form.js";

export interface ProgressVerbParts {
  forms: Forms;
  auditLog: AuditLog;
  progress: Progress;
  committee: CommitteeDays;
  tell: Tell;
}

/** The verbs of the cards about actions and committee dates. */
export function progressVerbs({ forms, auditLog, progress, committee, tell }: ProgressVerbParts): Verb<RequestContext>[] {
  const parts = { forms, repository: auditLog.repository<KeptProgress>("progress") };
  const doing = <A extends About>(it: Doing<A>): Verb<RequestContext> =>
    verb({ name: it.verb, data: FormData, run: (data, context: RequestContext) => pressedForAction(it, parts, data, context) });
  return [
    doing(savingStatus(forms)),
    doing(savingDone(forms)),
    doing(savingNotDone(forms)),
    doing(askingForTime(forms, tell)),
    doing(answering(forms, tell, true)),
    doing(answering(forms, tell, false)),
    ...[committeeVerb, committeeTakenBack].map((name) =>
      verb({ name, data: FormData, run: (data, context: RequestContext) => pressCommittee({ forms, committee }, name, data, context) }),
    ),
    verb({
      name: openCard,
      data: z.looseObject({ card: z.enum(cards), wish: StatusWish.optional() }),
      async run(data, context: RequestContext) {
        const chosen = typed(data, "action", { most: 40 }).text;
        const item = chosen ? context.catalogue.find(chosen) : undefined;
        const said = await progress.of(context.known.id, item?.type === "action" ? item.priority.id : undefined);
        if (item?.type === "action") return actionCard(forms, context, item, said.get(item.id), { ...data.wish, card: data.card });
        return myActions(context, ownActions(context, authorOf(context).email, said), { wrong: "Please choose an action first.", wish: data.wish });
      },
    }),
  ];
}
