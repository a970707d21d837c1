/** What every press of a card that changes an action goes through: whose card it is, whether it was used, the right, then one write. */

import { z } from "zod/v4";
import { type AuditedRepository, type Change, changeOf, type Next } from "../audit/index.js";
import { type FormData, type Forms, notSaved, OtherAnswer, openFor, orInstead, refusalInWords, refusalOf, type SealedForm } from "../forms/index.js";
import { authorFor, type Permission, permits, type RequestContext, refusal } from "../people/index.js";
import type { PlanAction } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import { ask } from "../shared/answer-text.js";
import { type Facts, type KeptProgress, progressId, withProgress } from "./progress.js";
import type { Said } from "./said.js";
import { type ActionItem, titleOf } from "./words.js";

/** What every card about an action seals: of which plan, which action, and a print of what it showed. */
export const About = z.object({ plan: z.string(), action: z.string(), seen: z.string() });
export type About = z.infer<typeof About>;

export interface Pressed<A extends About = About> {
  form: SealedForm;
  about: A;
  data: FormData;
  context: RequestContext;
  item: ActionItem;
  /** What was said of the action so far, and the action as it stands with it. */
  facts: Facts;
  action: PlanAction;
  /** Who said something of it last, and when. */
  lastBy?: { by: string; at: string };
}

export interface PressParts {
  forms: Forms;
  repository: AuditedRepository<KeptProgress>;
}

/** A verb that changes an action. */
export interface Doing<A extends About> {
  verb: string;
  about: z.ZodType<A>;
  permission: Permission;
  /** "change this action": what cannot be done without the right. */
  what: string;
  /** What it makes of the action; throws an Instead when it asks back. */
  say(pressed: Pressed<A>): Said & { why?: string };
  receipt(change: Change, context: RequestContext): Answer;
  /** What others are told once it is written, the first time; nobody waits for it. */
  tell?(written: Done<A>): void;
}

export interface Done<A extends About> {
  about: A;
  change: Change;
  now: KeptProgress;
  context: RequestContext;
}

const factNames = ["status", "note", "done", "evidence", "moved", "asked", "answered"] as const;

/** One press on a card about an action, from the sealed form to the receipt. The same press again gives the same receipt and writes nothing. */
export async function pressedForAction<A extends About>(doing: Doing<A>, parts: PressParts, data: FormData, context: RequestContext): Promise<Answer> {
  return orInstead(async () => {
    const form = openFor(parts.forms, doing.verb, data.form, context, [ask("My actions")]);
    const about = doing.about.parse(form.about);
    const written = await parts.repository.change(progressId(about.plan, about.action), form.id, (now) => next(doing, { form, about, data, context }, now));
    const { change, now, again } = written;
    if (!again) doing.tell?.({ about, change, now, context });
    return doing.receipt(change, context);
  });
}

type Opened<A extends About> = Pick<Pressed<A>, "form" | "about" | "data" | "context">;

function next<A extends About>(doing: Doing<A>, opened: Opened<A>, now: KeptProgress | undefined): Next<KeptProgress> {
  const { form, about, context } = opened;
  const item = itemFor(about, context);
  const again = [ask(`Update ${item.id}`), ask("My actions")];
  const refused = refusalOf(form, context);
  if (refused) throw new OtherAnswer(notSaved("Nothing was saved", [refusalInWords[refused]], again));
  if (!permits(doing.permission, context, item))
    throw new OtherAnswer(notSaved(titleOf(item), [...refusal(doing.permission, doing.what, context, item), "Nothing was saved."], again));
  const facts = factsOf(now);
  const lastBy = now && { by: now.by, at: now.at };
  const said = doing.say({ ...opened, item, facts, action: withProgress(item.action, facts), ...(lastBy && { lastBy }) });
  return written(doing, opened, item, said);
}

function itemFor({ plan, action }: About, { known, catalogue }: RequestContext): ActionItem {
  const item = known.id === plan ? catalogue.find(action) : undefined;
  if (item?.type !== "action") throw new OtherAnswer(notSaved("Nothing was saved", [`${action} is not in the plan any more.`], [ask("My actions")]));
  return item;
}

/** What was said of an action, without the fields of keeping. */
export const factsOf = (kept: KeptProgress | undefined): Facts =>
  Object.fromEntries(factNames.flatMap((name) => (kept?.[name] === undefined ? [] : [[name, kept[name]]])));

function written<A extends About>(doing: Doing<A>, { form, about, context }: Opened<A>, item: ActionItem, said: Said & { why?: string }): Next<KeptProgress> {
  const { facts, parts, why } = said;
  const author = authorFor(doing.permission, context, item);
  const movedTo = Object.values(facts.moved ?? {}).map(({ due }) => due);
  const set = { ...facts, waiting: facts.asked !== undefined, ...(movedTo.length && { movedTo }), by: author.email, at: context.at.toISOString() };
  const gone = factNames.filter((name) => facts[name] === undefined);
  return {
    change: changeOf({ id: form.id, plan: about.plan, parts, author, at: context.at, through: doing.verb, ...(why && { why }) }),
    update: { $set: set, ...(gone.length && { $unset: Object.fromEntries(gone.map((name) => [name, true as const])) }) },
    create: { ...set, plan: about.plan, priority: item.priority.id, action: item.id },
  };
}
