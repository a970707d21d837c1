/** One pass: who has to hear something of any plan, each of them written to once, and how far it came. */
import type { Day, KnownPlan } from "../plan/index.js";
import { faultOf } from "../shared/fault.js";
import { agendaOf, type Due } from "./agenda.js";
import { type Share, type Writing, wantedOf, writeTo } from "./deliver-to.js";
import { isOpen } from "./delivery-day.js";
import { type Digest, type ManagerItem, plansIn } from "./due-item.js";
import { localTimeAt } from "./local-time.js";
import { weekItems } from "./managers-week.js";
import { coverUpTo, noticed } from "./pass-coverage.js";
import type { PassParts, PlanNow } from "./pass-parts.js";
import type { PassState } from "./pass-state.js";
import { takingTurns } from "./run-concurrently.js";
import type { Sent } from "./send-one.js";

export interface PassReport {
  /** The instant it was for. */
  at: Date;
  /** Messages that went out, in order of time; `sure` is false where the channel did not answer clearly. */
  sent: { digest: Digest; at: Date; sure: boolean }[];
  refused: number;
  /** Clearly not sent, and left for the next pass. */
  left: number;
  /** Nobody has met these, or they removed the bot. */
  unreachable: string[];
}

/** So many messages are under way at once. */
const atOnce = 8;
const rememberedMs = 30_000;

/** Looks at every plan and writes once to each person who has to hear something; `signal` ends it between two messages. */
export async function runPass(parts: PassParts, { at: given, signal }: { at?: Date; signal?: AbortSignal }): Promise<PassReport> {
  const at = given ?? (await parts.clock.now());
  const report: PassReport = { at, sent: [], refused: 0, left: 0, unreachable: [] };
  const loaded = await parts.plans.all();
  const shares: Share[] = [];
  const plans: PlanNow[] = [];
  for (const known of loaded) {
    const found = await lookedAt(parts, known, loaded, report);
    shares.push(...found.shares);
    plans.push(found.plan);
  }
  const tasks = byPerson(shares).map((one) => async () => {
    const sent = await writeTo(parts, one);
    if (sent) note(report, sent, one.to, given);
    return sent?.state === "again" ? sent.afterMs : undefined;
  });
  await takingTurns(tasks, { atOnce, clock: parts.clock, signal, failed: (error) => parts.logger.error({ fault: faultOf(error) }, "a reminder failed") });
  if (!signal?.aborted) for (const plan of plans) await covered(parts, plan, report);
  return report;
}

/** How a plan stands, and what of it somebody may have to hear who can be reached. */
async function lookedAt(parts: PassParts, known: KnownPlan, loaded: readonly KnownPlan[], report: PassReport): Promise<{ plan: PlanNow; shares: Share[] }> {
  const several = loaded.length > 1;
  const local = localTimeAt(report.at, known.plan.timeZone);
  await parts.log.expireLeases(await parts.log.open(known.id), await parts.clock.now());
  const [settings, managers, state] = [await parts.settings.all(known.id), await parts.managers.all(), await parts.states.get(known.id)];
  const missed = noticed(state, parts, settings, local.day);
  if (missed) parts.logger.warn({ from: missed.from, to: missed.to }, "no pass of reminders ran on these days");
  const all = await agendaOf(parts, { known, settings, local, covered: state?.covered, managers, several });
  const due = all.filter(({ held, before }) => !held || before?.day !== local.day);
  const reached = await parts.messages.places(due.map(({ to }) => to));
  const lost = due.filter(({ to, rides }) => !rides && !reached.has(to));
  report.unreachable = [...new Set([...report.unreachable, ...lost.map(({ to }) => to)])];
  const others = loaded.filter((one) => one !== known);
  const refused = lost.filter(({ before }) => before?.day !== local.day);
  if (others.length && refused.length) await keepForRefused(parts, known, others, { refused, day: local.day });
  const plan: PlanNow = { known, several, local, settings, managers, missed, week: weekOnce(parts, missed && state ? { ...state, missed } : state) };
  return { plan, shares: due.filter(({ to }) => reached.has(to)).map((one) => ({ plan, due: one })) };
}

/** Who was refused in another plan's message is only away for a while: what is due to them meanwhile is still to be said then, as in that plan. */
async function keepForRefused(
  { log, clock }: PassParts,
  { id: plan }: KnownPlan,
  others: readonly KnownPlan[],
  { refused, day }: { refused: readonly Due[]; day: Day },
): Promise<void> {
  const people = refused.map(({ to }) => to);
  const newest = await Promise.all(others.map(({ id }) => log.newest(id, people)));
  for (const due of refused)
    if (newest.some((found) => found.get(due.to)?.state === "refused")) await log.keep(wantedOf(plan, day, due), due.before, await clock.now());
}

/** What each person hears on each date, in order of their addresses. */
function byPerson(shares: readonly Share[]): Writing[] {
  const found = new Map<string, Writing>();
  for (const share of shares) {
    const { to } = share.due;
    const { day } = share.plan.local;
    const there = found.get(`${to} ${day}`);
    if (there) there.shares.push(share);
    else found.set(`${to} ${day}`, { to, day, shares: [share] });
  }
  const withNews = [...found.values()].filter((writing) => writing.shares.some(({ due }) => !due.rides));
  return withNews.sort((a, b) => (a.to < b.to ? -1 : 1));
}

const covered = (parts: PassParts, { known, local, settings, missed }: PlanNow, { at, sent }: PassReport): Promise<void> =>
  coverUpTo(parts.states, known.id, local, {
    at,
    sent: sent.filter(({ digest }) => plansIn(digest).includes(known.id)).length,
    open: isOpen({ ...parts, settings }, local.day),
    ...(missed && { missed }),
  });

/** The same for every manager, so it is looked up once, and again when that is some time ago. */
function weekOnce(parts: PassParts, state: PassState | undefined): PlanNow["week"] {
  let last: { key: string; at: number; items: Promise<ManagerItem[]> } | undefined;
  return async (facts, week) => {
    const key = `${week.after} ${week.monday}`;
    const now = (await parts.clock.now()).getTime();
    if (last?.key !== key || now - last.at > rememberedMs) last = { key, at: now, items: weekItems(parts, facts, week, state) };
    return last.items;
  };
}

function note(report: PassReport, sent: Sent, to: string, given: Date | undefined): void {
  if (sent.state === "delivered" || sent.state === "unknown") report.sent.push({ digest: sent.digest, at: given ?? sent.at, sure: sent.state === "delivered" });
  if (sent.state === "refused") report.refused += 1;
  if (sent.state === "lost") report.left += 1;
  if (sent.state === "unreachable") report.unreachable.push(to);
}
