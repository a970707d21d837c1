/** What the cards about one action's reminders share: the action in full, which of its dates is meant, and who is reminded of it. */
import { z } from "zod/v4";
import type { Change } from "../../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, orInstead, sealFor, type Typed, typed } from "../../forms/index.js";
import { authorFor, type Permission, type RequestContext } from "../../people/index.js";
import { dayInWords, isMet, leadOf, type PlanAction, statusOf } from "../../plan/index.js";
import { type ActionItem, factsOf, milestoneLabel, milestoneName, type Progress, standingLines, titleOf, withProgress } from "../../progress/index.js";
import type { Answer, FormInput } from "../../shared/answer.js";
import { answerIn, ask } from "../../shared/answer-text.js";
import type { SaidSettings } from "../setting-updates.js";
import type { ReminderSettings } from "../settings.js";
import { AboutPlan, actionOf, newSettings, openedFor, type ReminderCommandParts, refuseOld, refuseWithout, seeList } from "./parts.js";

/** `who` is reminded of it: the settings are kept under their address. `place` is missing while the card asks which date. */
const AboutAction = AboutPlan.extend({ action: z.string(), who: z.string(), place: z.number().int().min(0).optional() });
type AboutAction = z.infer<typeof AboutAction>;

export interface Shown {
  context: RequestContext;
  item: ActionItem;
  /** As it stands now. */
  action: PlanAction;
  /** Of the date that is meant. */
  place?: number;
}

/** What stands in the inputs, by name. */
export type Fields = Record<string, Typed>;

export interface ActionCard {
  verb: string;
  permission: Permission;
  /** "snooze this action": what cannot be done without the right. */
  what: string;
  eyebrow(name: string): string;
  lead(shown: Shown): string[];
  inputs(fields: Fields, shown: Shown): FormInput[];
  /** Of the button: "Snooze 2.3.1". */
  press(id: string): string;
  /** What was typed, with what is wrong with it. */
  read(data: FormData, shown: Shown): Fields;
  /** `fields` are right; `place` is chosen. */
  say(now: ReminderSettings, fields: Fields, shown: Shown & { place: number }): SaidSettings & { why?: string };
  receipt(change: Change, item: ActionItem, context: RequestContext): Answer;
  /** What others are told once it is saved, the first time. */
  tell?(change: Change, item: ActionItem, context: RequestContext): void;
}

/** Places of the dates that are still open. */
export const openPlaces = (action: PlanAction): number[] =>
  statusOf(action) === "cancelled" ? [] : (action.milestones ?? []).flatMap((milestone, place) => (isMet(action, milestone) ? [] : [place]));

/** An action as it stands now, with the milestone that is meant where only one can be. */
export async function shownAction(progress: Pick<Progress, "of">, context: RequestContext, item: ActionItem, place?: number): Promise<Shown> {
  const kept = (await progress.of(context.known.id, item.priority.id)).get(item.id);
  const action = withProgress(item.action, factsOf(kept));
  const open = openPlaces(action);
  const meant = place !== undefined && open.includes(place) ? place : open.length === 1 ? open[0] : undefined;
  return { context, item, action, ...(meant !== undefined && { place: meant }) };
}

/** The card as first shown, or why there is none. */
export async function openActionCard(card: ActionCard, parts: Pick<ReminderCommandParts, "forms" | "progress">, shown: Shown, fields: Fields): Promise<Answer> {
  return orInstead(async () => {
    refuseWithout(card.permission, card.what, shown.context, titleOf(shown.item), shown.item);
    if (!openPlaces(shown.action).length) throw new OtherAnswer(nothingOpen(shown.item));
    return form(card, parts.forms, shown, fields);
  });
}

/** Says that no reminders are sent about it, as no date is open. */
export const nothingOpen = (item: ActionItem, place?: number): Answer =>
  notSaved(
    titleOf(item),
    [`${place === undefined ? item.id : milestoneName(item, place)} has no open date, so I send no reminders about it. Nothing was saved.`],
    [ask(`How is ${item.id} doing?`), seeList],
  );

function form(card: ActionCard, forms: Forms, shown: Shown, fields: Fields, alert?: string): Answer {
  const { context, item, action, place } = shown;
  const who = leadOf(item) ?? context.asker.email?.toLowerCase() ?? "";
  const about: AboutAction = { plan: context.known.id, action: item.id, who, ...(place !== undefined && { place }) };
  const which: FormInput = {
    name: "which",
    kind: "choice",
    label: "Which date",
    value: fields.which?.text ?? "",
    ...(fields.which?.problem && { message: fields.which.problem }),
    choices: openPlaces(action).map((at) => ({ value: String(at), label: dateLabel(action, at) })),
  };
  return answerIn("form", {
    eyebrow: card.eyebrow(place === undefined ? item.id : milestoneName(item, place)),
    title: titleOf(item),
    ...(alert && { alert }),
    lead: card.lead(shown),
    parts: [{ id: "", text: "", facts: standingLines(item, action), inputs: [...(place === undefined ? [which] : []), ...card.inputs(fields, shown)] }],
    presses: [{ label: card.press(item.id), verb: card.verb, data: { form: sealFor(forms, card.verb, context, about) }, style: "positive" }],
    suggestions: [],
  });
}

const dateLabel = (action: PlanAction, at: number): string =>
  `${milestoneLabel(action, at) ?? "Its date"}, due ${dayInWords(action.milestones?.[at]?.due ?? "")}`;

/** Saves a snooze or an answer about one action: the card checked, the permission, one write, the receipt. */
export function pressActionCard(card: ActionCard, parts: ReminderCommandParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const { sealed, about } = openedFor(parts.forms, card.verb, AboutAction, data, context);
    const item = actionOf(about.action, context);
    const shown = await shownAction(parts.progress, context, item, about.place);
    const written = await parts.reminders.settings.change({ plan: about.plan, who: about.who }, sealed.id, (now) => {
      refuseOld(sealed, about, context);
      refuseWithout(card.permission, card.what, context, titleOf(item), item);
      const open = openPlaces(shown.action);
      if (!open.length || (about.place !== undefined && !open.includes(about.place))) throw new OtherAnswer(nothingOpen(item, about.place));
      const { fields, place } = read(card, data, about, shown);
      const asked = { ...shown, place: about.place };
      const again = (alert: string) => new OtherAnswer(form(card, parts.forms, about.place === undefined ? withoutPlace(shown) : asked, fields, alert));
      if (place === undefined || Object.values(fields).some(({ problem }) => problem)) throw again("Not saved yet: please check what is marked.");
      const said = card.say(now, fields, { ...shown, place });
      if (!said.parts.length) throw again("There is nothing to change: it is like that already.");
      return newSettings(said, sealed, context, said.why, authorFor(card.permission, context, item));
    });
    if (!written.again) card.tell?.(written.change, item, context);
    return card.receipt(written.change, item, context);
  });
}

const withoutPlace = ({ place: _, ...shown }: Shown): Shown => shown;

function read(card: ActionCard, data: FormData, about: AboutAction, shown: Shown): { fields: Fields; place?: number } {
  const which = typed(data, "which", { most: 5 });
  const open = openPlaces(shown.action);
  const chosen = /^\d{1,3}$/.test(which.text) && open.includes(Number(which.text)) ? Number(which.text) : undefined;
  const place = about.place !== undefined && open.includes(about.place) ? about.place : chosen;
  const asks = about.place === undefined;
  const fields: Fields = {
    ...(asks && { which: { text: place === undefined ? "" : String(place), ...(place === undefined && { problem: "Please choose which date is meant." }) } }),
    ...card.read(data, shown),
  };
  return { fields, ...(place !== undefined && { place }) };
}
