/** One person's message of a day, of every plan that has something for them: whose entry it goes under, what waits, and what is in it. */
import type { Day, KnownPlan } from "../plan/index.js";
import { type Due, digestOf, joined, looked, weekOf } from "./agenda.js";
import type { Digest } from "./due-item.js";
import { leadItems } from "./lead-items.js";
import type { Claim, Wanted } from "./log-entry.js";
import { withUnclear } from "./manager-items.js";
import type { PassParts, PlanNow } from "./pass-parts.js";
import type { ReminderFacts } from "./reminder-facts.js";
import { reporterItems } from "./reporter-items.js";
import { type Sent, sendOne } from "./send-one.js";

/** What somebody may have to hear of one plan. */
export interface Share {
  plan: PlanNow;
  due: Due;
}

export interface Writing {
  to: string;
  day: Day;
  /** At least one, each of another plan. */
  shares: Share[];
  /** From the first turn on, when there is a second. */
  claim?: Claim;
}

/** One attempt; nothing when there was none: all waits, or others see to it. */
export async function writeTo(parts: PassParts, writing: Writing): Promise<Sent | undefined> {
  const { to, day } = writing;
  if (!writing.claim) {
    const going = writing.shares.filter(({ due }) => !due.held);
    const news = going.filter(({ due }) => !due.rides);
    const first = await firstOf(parts, writing, news);
    const riding = first ? going.filter(({ due }) => due.rides && due.before?.day !== day) : [];
    // Before anybody has the message every other plan's entry is there: a crash then forgets nothing of it.
    for (const share of [...writing.shares.filter(({ due }) => !due.rides), ...riding])
      if (share !== first && share.due.before?.day !== day)
        await parts.log.keep(wantedOf(share.plan.known.id, day, share.due), share.due.before, await parts.clock.now());
    if (!first) return undefined;
    writing.shares = [...news, ...riding];
    writing.claim = await parts.log.claim(wantedOf(first.plan.known.id, day, first.due), first.due.before, await parts.clock.now());
  }
  return writing.claim && sendOne(parts, writing.claim, async () => joined(await Promise.all(writing.shares.map((share) => composed(parts, share, to)))));
}

/** The one under whose entry the message goes; nothing when the day is another plan's, which has nothing for them now: then it goes on the next. */
async function firstOf({ days }: PassParts, { to, day }: Writing, going: readonly Share[]): Promise<Share | undefined> {
  const [first] = going;
  if (!first?.plan.several) return first;
  const id = await days.take(to, day, first.plan.known.id);
  return going.find(({ plan }) => plan.known.id === id);
}

/** The message of a day to a person, with what was carried over from one that may not have arrived. */
export const wantedOf = (plan: string, day: Day, { to, deliveryState }: Pick<Due, "to" | "deliveryState">): Wanted => ({
  plan,
  person: to,
  day,
  since: deliveryState.through,
  ...(deliveryState.owedAfter && { owedAfter: deliveryState.owedAfter }),
  ...(deliveryState.owedOf && { owedOf: deliveryState.owedOf }),
});

/** What somebody hears of a plan by what stands at this moment. */
async function composed(parts: PassParts, { plan, due }: Share, to: string): Promise<Digest> {
  const { deliveryState, heard, sources, week: ofWeek, unclear = [], rides } = due;
  const today = plan.local.day;
  const known = (await parts.plans.of(plan.known.id)) as KnownPlan;
  const whose = [...new Set([to, ...heard.map((one) => one.whose)])];
  const settings = ofWeek ? await parts.settings.all(known.id) : await parts.settings.these(known.id, whose);
  const facts: ReminderFacts = { known, settings, calendar: parts.calendar, today, said: new Map() };
  const actions = sources.actions.flatMap(({ id }) => known.catalogue.find(id) ?? []).filter((item) => item.type === "action");
  const wantedNow = sources.wanted.flatMap(({ item, period }) => {
    const there = known.catalogue.find(item.id);
    return there?.type === "measure" ? [{ item: there, period }] : [];
  });
  const now = await looked(parts, facts, { actions, wanted: wantedNow });
  const items = [...actions.flatMap((item) => leadItems(now, item)), ...wantedNow.flatMap((one) => reporterItems(now, one))];
  const still = ofWeek && weekOf(facts, plan.managers, to, deliveryState) ? await plan.week(facts, ofWeek) : [];
  return digestOf(plan, today, { to, deliveryState, heard: items, rides }, withUnclear(still, unclear));
}
