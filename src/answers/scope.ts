/** What a question is about: an item of the plan or all of it, its name in a sentence, and what stands under it. */
import type { Item, ItemOf, PlanAction, Priority, Theme } from "../plan/index.js";
import { actionsIn, isLeadOf, isUnder, wordsOf } from "../plan/index.js";
import type { KeptProgress } from "../progress/index.js";
import type { AnswerContext, PriorityState } from "../request/answer-context.js";
import { shortened } from "./wording.js";

export { wordsOf } from "../plan/index.js";

/** The plan has no such item; answered by the question "unknown-id". */
export class NotInPlan extends Error {
  override name = "NotInPlan";
  constructor(readonly id: string) {
    super("no such item in the plan");
  }
}

export type Scoped = { type: "plan"; id: "plan" } | Item;

/** What a scope argument means: an item by its id in any case, or the whole plan. Throws a NotInPlan for an id that the plan lacks. */
export function scopeOf(context: AnswerContext, scope = "plan"): Scoped {
  if (scope === "plan") return { type: "plan", id: "plan" };
  const item = context.catalogue.find(scope);
  if (!item) throw new NotInPlan(scope);
  return item;
}

/** An item that has to be of one type. Throws a NotInPlan when the plan has none of that id and type. */
export function itemOf<T extends Item["type"]>(context: AnswerContext, id: string, type: T): ItemOf<T> {
  const item = context.catalogue.find(id);
  if (item?.type !== type) throw new NotInPlan(id);
  return item as ItemOf<T>;
}

/** "the plan", "Place", "2.3", "2.3.1" */
export const nameOf = (scoped: Scoped): string => (scoped.type === "plan" ? "the plan" : scoped.type === "theme" ? scoped.theme.name : scoped.id);

/** "in Place", "under 2.3", "of 2.3.1"; "in the plan" for all of it. */
export function placeOf(scoped: Scoped): string {
  if (scoped.type === "priority") return `under ${scoped.id}`;
  return scoped.type === "action" || scoped.type === "measure" ? `of ${scoped.id}` : `in ${nameOf(scoped)}`;
}

/** "2.3 Deliver services to support …", whole unless it is very long. */
export const titleOf = (item: Item, most = 600): string => `${item.type === "theme" ? `Theme ${item.id}:` : item.id} ${shortened(wordsOf(item), most)}`;

/** "Priority in Place", "Action under 2.3" */
export function eyebrowOf(item: Item): string {
  if (item.type === "theme") return "Theme";
  if (item.type === "priority") return `Priority in ${item.theme.name}`;
  return item.type === "action" ? `Action under ${item.priority.id}` : `Measure of ${item.priority.id}`;
}

/** Standings of the priorities that a scope holds or stands under, in one read. */
export async function priorityStatesIn(context: AnswerContext, scoped: Scoped): Promise<PriorityState[]> {
  if (scoped.type === "plan") return context.priorities();
  if (scoped.type === "theme") return (await context.priorities()).filter(({ theme }) => theme.id === scoped.id);
  return [await context.priority(scoped.priority.id)];
}

/** An action as it stands now. */
export interface Acting {
  id: string;
  theme: Theme;
  priority: Priority;
  action: PlanAction;
  /** What was said of it since the import. */
  said?: KeptProgress;
}

/** The actions of priorities in printed order, retired ones left out, each with its priority, its theme and what was said of it. */
export function actingOf(priorityStates: PriorityState[]): Acting[] {
  return priorityStates.flatMap(({ theme, priority, said }) =>
    actionsIn(priority).map((action): Acting => ({ id: action.id, theme, priority, action, said: said.get(action.id) })),
  );
}

/** The actions a scope holds, those of one lead when a person is given. */
export async function actingIn(context: AnswerContext, scoped: Scoped, person?: string): Promise<Acting[]> {
  const all = actingOf(await priorityStatesIn(context, scoped)).filter(({ id }) => scoped.type !== "action" || id === scoped.id);
  return person ? all.filter((acting) => isLeadOf(person, acting)) : all;
}

/** Of an asker who leads nothing in the scope it is everybody's, and `note` says so: nobody hears "none" for that. */
export async function actingOrAll(
  context: AnswerContext,
  scoped: Scoped,
  person?: string,
): Promise<{ acting: Acting[]; person: string | undefined; note: string[] }> {
  const acting = await actingIn(context, scoped, person);
  if (acting.length || !person || !isAsker(context, person)) return { acting, person, note: [] };
  return { acting: await actingIn(context, scoped), person: undefined, note: [`You lead no action ${placeOf(scoped)}, so this is about everybody's.`] };
}

/** The measures a scope holds; those of its priority for an action. */
export function measuresIn(context: AnswerContext, scoped: Scoped): ItemOf<"measure">[] {
  const { measures } = context.catalogue;
  if (scoped.type === "plan") return measures;
  if (scoped.type === "theme") return measures.filter(({ theme }) => theme.id === scoped.id);
  if (scoped.type === "measure") return [scoped];
  const items = scoped.priority.measures.map(({ id }) => context.catalogue.find(id));
  return items.filter((item): item is ItemOf<"measure"> => item?.type === "measure");
}

/** " in Place led by you", with a space before it; empty for the whole plan and everybody. */
export function whoseOf(context: AnswerContext, scoped: Scoped, person: string | undefined): string {
  const place = scoped.type === "plan" ? "" : ` ${placeOf(scoped)}`;
  return person ? `${place} led by ${isAsker(context, person) ? "you" : person}` : place;
}

/** Whether the asker is meant. */
export const isAsker = (context: AnswerContext, person: string): boolean => context.asker.email?.toLowerCase() === person.toLowerCase();

/** The item itself and what stands under it; everything for the plan. */
export function itemsUnder({ catalogue }: AnswerContext, scoped: Scoped): string[] | undefined {
  if (scoped.type === "plan") return undefined;
  return catalogue.items.filter((item) => isUnder(item, scoped.id)).map(({ id }) => id);
}

/** It has a lead, if only as printed, or each of its actions has. */
export const hasLead = (priority: Priority): boolean => {
  const actions = actionsIn(priority);
  return Boolean(priority.lead ?? priority.leadAs) || (actions.length > 0 && actions.every((action) => action.lead ?? action.leadAs));
};
