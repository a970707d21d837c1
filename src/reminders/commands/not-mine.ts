/** An action is not theirs, says somebody: the managers are asked to name somebody else, or say that it stays. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, orInstead, sealFor, type Typed, typed } from "../../forms/index.js";
import { authorFor, authorOf, changeFacts, managersInWords, permits, type RequestContext, type Tell } from "../../people/index.js";
import { instantInWords, leadOf } from "../../plan/index.js";
import { type ActionItem, isSentence, titleOf } from "../../progress/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import { sayReassign, sayReassigned } from "../setting-updates.js";
import type { Reassign } from "../settings.js";
import {
  AboutPlan,
  actionOf,
  mostReason,
  newSettings,
  openedFor,
  type ReminderCommandParts,
  refused,
  refuseOld,
  refuseWithout,
  seeList,
  unready,
} from "./parts.js";

export const notMineVerb = "reminders.not-mine";
export const keepVerb = "reminders.keep";

/** `who` leads it, by the plan as it was when the card was made. */
const AboutLead = AboutPlan.extend({ action: z.string(), who: z.string() });
type AboutLead = z.infer<typeof AboutLead>;

const permission = "say whose an action is not";
const what = "say that this action is with the wrong person";

const aboutOf = (context: RequestContext, item: ActionItem): AboutLead => ({
  plan: context.known.id,
  action: item.id,
  who: leadOf(item) ?? authorOf(context).email,
});

/** The card that tells the managers that an action is with the wrong person; it asks why. */
export function notMineForm(forms: Forms, context: RequestContext, item: ActionItem, why: Typed, alert?: string): Answer {
  if (!permits(permission, context, item)) return refused(permission, what, context, titleOf(item), item);
  const about = aboutOf(context, item);
  return answerIn("form", {
    eyebrow: `${item.id} is with the wrong person`,
    title: titleOf(item),
    ...(alert && { alert }),
    lead: [
      `${capitalised(managersInWords(context.managers))} is asked to name somebody else. Until then it stays as it is.`,
      "Nothing is sent until you press the button.",
    ],
    parts: [
      {
        id: "",
        text: "",
        facts: [`Lead now: ${leadOf(item) ?? "nobody named"}`],
        inputs: [
          {
            name: "why",
            kind: "text",
            label: "Why it is not yours, and whose it is if you know",
            hint: "For example: I moved to another team; Anna Smith does this now",
            value: why.text,
            ...(why.problem && { message: why.problem }),
            most: mostReason,
          },
        ],
      },
    ],
    presses: [
      { label: `Ask for somebody else for ${item.id}`, verb: notMineVerb, data: { form: sealFor(forms, notMineVerb, context, about) }, style: "positive" },
    ],
    suggestions: [],
  });
}

const capitalised = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** Tells the managers, once; the action stays whose it is until one of them names somebody. */
export function pressNotMine({ forms, reminders, tell }: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(forms, notMineVerb, AboutLead, data, context);
    const item = actionOf(about.action, context);
    const written = await reminders.settings.change({ plan: about.plan, who: about.who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(permission, what, context, titleOf(item), item);
      const why = typed(data, "why", { most: mostReason, lines: true });
      const problem = why.problem ?? (isSentence(why.text) ? undefined : "Please say why in a sentence, so that a manager can decide.");
      if (problem) throw new OtherAnswer(notMineForm(forms, context, item, { text: why.text, problem }, unready));
      const reassign: Reassign = { action: item.id, why: why.text, by: authorOf(context).email, at: context.at.toISOString() };
      const said = sayReassign(now, reassign);
      if (!said.parts.length)
        throw new OtherAnswer(notSaved(titleOf(item), ["A manager has been asked already and has not answered yet. Nothing was saved."], [seeList]));
      return newSettings(said, sealed, context, why.text, authorFor(permission, context, item));
    });
    if (!written.again) tellManagers(forms, tell, written.change, item, about, context);
    return receipt(written.change, item, context);
  });
}

function tellManagers(forms: Forms, tell: Tell, change: Change, item: ActionItem, about: AboutLead, context: RequestContext): void {
  const reassign: Reassign = { action: item.id, why: change.why ?? "", by: change.by, at: change.at };
  for (const email of context.managers)
    if (email !== change.by) void tell(email, context, ({ id }) => reassignForm(forms, { ...context, asker: { id, email } }, item, about.who, reassign));
}

function receipt(change: Change, item: ActionItem, context: RequestContext): Answer {
  const others = context.managers.filter((email) => email !== change.by);
  return answerIn("receipt", {
    title: `Asked: somebody else for ${item.id}`,
    lead: [
      others.length
        ? `${capitalised(managersInWords(others))} is asked. Until somebody else is named it stays as it is.`
        : "You are the manager who can name somebody else.",
      ...(change.why ? [`Reason: ${change.why}`] : []),
    ],
    rows: [{ id: item.id, text: item.action.text }],
    facts: changeFacts(change, context),
    presses: [],
    suggestions: [...(context.managers.includes(authorOf(context).email) ? [ask("Name somebody", `Name the lead of ${item.id}`)] : []), seeList],
  });
}

/** What a manager gets: who says so and why, and the two ways to deal with it. */
export function reassignForm(
  forms: Forms,
  context: RequestContext,
  item: ActionItem,
  who: string,
  { by, at, why }: Pick<Reassign, "by" | "at" | "why">,
): Answer {
  const about: AboutLead = { plan: context.known.id, action: item.id, who };
  return answerIn("form", {
    eyebrow: `${item.id} is with the wrong person`,
    title: titleOf(item),
    lead: [
      `${by} said on ${instantInWords(at, context.plan.timeZone)}: "${why}"`,
      "Name somebody else, or say that it stays. Nothing changes until you press.",
    ],
    parts: [{ id: "", text: "", facts: [`Lead now: ${leadOf(item) ?? "nobody named"}`], inputs: [] }],
    presses: [{ label: `It stays with ${who}`, verb: keepVerb, data: { form: sealFor(forms, keepVerb, context, about) } }],
    suggestions: [ask("Name somebody else", `Name the lead of ${item.id}`)],
  });
}

/** A manager leaves it with whoever has it; they are told. */
export function pressKeep({ forms, reminders, tell }: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(forms, keepVerb, AboutLead, data, context);
    const item = actionOf(about.action, context);
    const written = await reminders.settings.change({ plan: about.plan, who: about.who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout("name a lead", "decide who leads this", context, titleOf(item), item);
      const said = sayReassigned(now, item.id);
      if (!said.parts.length)
        throw new OtherAnswer(
          notSaved(
            titleOf(item),
            [`This was dealt with already: ${leadOf(item) ?? "nobody"} leads it. Nothing was changed.`],
            [ask(`Who changed ${item.id}?`)],
          ),
        );
      return newSettings(said, sealed, context);
    });
    const { change, again } = written;
    if (!again && about.who !== change.by)
      void tell(about.who, context, () =>
        notSaved(titleOf(item), [`${change.by} has looked at it: ${item.id} stays with you.`], [ask(`How is ${item.id} doing?`), seeList]),
      );
    return answerIn("receipt", {
      title: `Saved: ${item.id} stays with ${about.who}`,
      lead: [],
      rows: [{ id: item.id, text: item.action.text }],
      facts: changeFacts(change, context),
      presses: [],
      suggestions: [ask("Name somebody else", `Name the lead of ${item.id}`)],
    });
  });
}
