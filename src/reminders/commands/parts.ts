/** What the cards of reminders are made with, and what every press of them goes through. */
import { z } from "zod/v4";
import { type AuditLog, changeOf } from "../../audit/index.js";
import type { FigureForms, Figures } from "../../figures/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, openFor, refusalInWords, refusalOf, type SealedForm } from "../../forms/index.js";
import { type AddressOf, authorOf, type Messages, type Permission, permits, type RequestContext, refusal, type Tell } from "../../people/index.js";
import type { ActionItem, Progress } from "../../progress/index.js";
import type { Answer, Suggestion } from "../../shared/answer.js";
import { ask } from "../../shared/answer-text.js";
import type { Calendar } from "../calendar.js";
import type { MessageDays } from "../message-days.js";
import type { Reminders } from "../reminders.js";
import type { SaidSettings } from "../setting-updates.js";
import type { ReminderSettings } from "../settings.js";
import type { NewSettings } from "../settings-store.js";
import type { SentLog } from "./sent-log.js";

export interface ReminderCommandParts {
  forms: Forms;
  figures: Figures;
  figureForms: FigureForms;
  progress: Progress;
  auditLog: Pick<AuditLog, "get" | "add" | "changes" | "personalToo">;
  messages: Pick<Messages, "places">;
  tell: Tell;
  addressOf: AddressOf;
  reminders: Pick<Reminders, "settings" | "preview" | "pass">;
  sentLog: SentLog;
  days: MessageDays;
  calendar: Calendar;
  /** At which reminders go that nobody has set otherwise. */
  usualHour: string;
}

export const seeList: Suggestion = ask("My list", "My reminders");
export const seeSettings: Suggestion = ask("My reminder settings");

/** A card for everybody's settings or one person's. */
export const AboutPlan = z.object({ plan: z.string() });

/** The form, or an Instead that says why it cannot be used: not ours, somebody else's, too old, of another plan. */
export function openedFor<A extends z.infer<typeof AboutPlan>>(
  forms: Forms,
  verb: string,
  about: z.ZodType<A>,
  data: FormData,
  context: RequestContext,
): { sealed: SealedForm; about: A } {
  const sealed = openFor(forms, verb, data.form, context, [seeList]);
  return { sealed, about: about.parse(sealed.about) };
}

/** To be asked where the change is decided: after a form that was used before has had its first answer. */
export function refuseOld(sealed: SealedForm, about: { plan: string }, context: RequestContext): void {
  const old = refusalOf(sealed, context);
  if (old) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[old]], [seeList]));
  if (about.plan !== context.known.id) throw new OtherAnswer(notSaved("Nothing was saved", ["Another plan is in use now."], [seeList]));
}

/** Throws an Instead with the refusal where the presser has not the permission. */
export function refuseWithout(permission: Permission, what: string, context: RequestContext, title: string, item?: ActionItem): void {
  if (!permits(permission, context, item)) throw new OtherAnswer(refused(permission, what, context, title, item));
}

/** Who may do it, and that nothing was saved. */
export const refused = (permission: Permission, what: string, context: RequestContext, title: string, item?: ActionItem): Answer =>
  notSaved(title, [...refusal(permission, what, context, item), "Nothing was saved."], [seeList]);

/** What was said, as it is kept and entered in the record. */
export const newSettings = (said: SaidSettings, sealed: SealedForm, context: RequestContext, why?: string, author = authorOf(context)): NewSettings => ({
  settings: said.settings,
  change: changeOf({
    id: sealed.id,
    plan: context.known.id,
    parts: said.parts,
    author,
    at: context.at,
    through: sealed.verb,
    ...(why && { why }),
  }),
});

export type Decide = (now: ReminderSettings) => NewSettings;

export const unready = "Not saved yet: please check what is marked.";
export const mostReason = 500;

/** "Nothing was saved" where an action is in the plan no longer. */
export function actionOf(id: string, { catalogue }: Pick<RequestContext, "catalogue">): ActionItem {
  const item = catalogue.find(id);
  if (item?.type !== "action") throw new OtherAnswer(notSaved("Nothing was saved", [`${id} is not in the plan any more.`], [seeList]));
  return item;
}
