/** Reminders as they arrive in people's chats, over a plan whose dates suit the day. */
import { createHash } from "node:crypto";
import type { Plan, PlanAction } from "../../src/plan/index.js";
import type { Storage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { untilCalm } from "../support/pace.js";
import { openTalk, type Talk } from "./talk.js";

export const business = "business.lead@example.org";
export const early = "early.years@example.org";
export const staff = "sam.taylor@example.org";
export const events = "events.staff@example.org";

/** A Tuesday, and half past nine on it in London. */
export const day = "2026-11-24";
export const at = (when: string, time = "09:31:00"): Date => new Date(`${when}T${time}Z`);

export interface Reminded extends Talk {
  /** Runs a pass and gives the card that each person got. */
  pass(when?: string): Promise<Map<string, ShownCard>>;
  /** Cards that came of the bot's own accord while something was done, by whom they came to. */
  arriving(because: () => Promise<unknown>): Promise<Map<string, ShownCard>>;
}

const conversationOf = (email: string): string => `a:${createHash("sha256").update(`personal ${email}`).digest("hex").slice(0, 32)}`;

/** The action with one open milestone on a day, on track. */
export const dueOn = (plan: Plan, id: string, due: string, more: Partial<PlanAction> = {}): void => {
  const action = plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions }) => actions)).find((one) => one.id === id);
  if (!action) throw new Error(`no ${id}`);
  Object.assign(action, { status: "on-track", milestones: [{ due }], ...more });
};

/** Everything is done and reported by nobody, so that a test has what it asks for and nothing else. */
const quiet = (plan: Plan): void => {
  for (const theme of plan.themes)
    for (const priority of theme.priorities) {
      for (const action of priority.actions) action.status = "complete";
      for (const measure of priority.measures) Object.assign(measure, { retired: true });
    }
};

export const people = [headOfService, business, early, staff, events];

export async function openReminded(storage: Storage, change: (plan: Plan) => void, { met = people, all = false } = {}): Promise<Reminded> {
  const talk = await openTalk(storage, {
    change: (plan) => {
      if (!all) quiet(plan);
      change(plan);
    },
  });
  for (const email of met) await talk.ask(email, "hello");
  const arriving: Reminded["arriving"] = async (because) => {
    const mark = talk.chat.calls.length;
    await because();
    // What managers and leads are told is waited for by nobody.
    await untilCalm(() => talk.chat.calls.length);
    const posted = talk.chat.calls.slice(mark).filter(({ method, body }) => method === "POST" && body?.attachments && !body.replyToId);
    return new Map(
      posted.flatMap(({ path, body }) => {
        const to = people.find((email) => path.includes(conversationOf(email)));
        return to ? [[to, shown(body?.attachments?.[0]?.content)] as const] : [];
      }),
    );
  };
  return { ...talk, arriving, pass: (when = day) => arriving(() => talk.features.reminders.pass({ at: at(when) })) };
}

export function cardFor(cards: Map<string, ShownCard>, email: string): ShownCard {
  const card = cards.get(email);
  if (!card) throw new Error(`nothing came to ${email}, only to ${[...cards.keys()].join(", ")}`);
  return card;
}
