/** One pass: who has to hear something, each of them written to once, and how far it came. */
import type { Figures } from "../figures/index.js";
import type { Managers } from "../people/index.js";
import type { Day, KnownPlan, Plans } from "../plan/index.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import { type AgendaParts, agendaOf, type Due, digestOf, looked, weekOf } from "./agenda.js";
import { coverUpTo, noticed } from "./covering.js";
import type { Digest, ManagerItem } from "./due-item.js";
import { isOpen } from "./goes-on.js";
import { leadItems } from "./lead-items.js";
import { localTimeAt } from "./local-time.js";
import { type WeekParts, weekItems } from "./managers-week.js";
import { inTurn, type MessageDays } from "./message-days.js";
import type { PassState, PassStates } from "./pass-state.js";
import type { Claim } from "./reminder-log.js";
import { reporterItems } from "./reporter-items.js";
import { type SendParts, type Sent, sendOne } from "./send-one.js";
import type { SettingsStore } from "./settings-store.js";
import type { Standing } from "./standing.js";
import { takingTurns } from "./taking-turns.js";

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

export interface PassParts extends AgendaParts, WeekParts, SendParts {
  plans: Pick<Plans, "all" | "of">;
  days: MessageDays;
  managers: Pick<Managers, "all">;
  settings: SettingsStore;
  states: PassStates;
  progress: AgendaParts["progress"] & WeekParts["progress"];
  figures: Pick<Figures, "these">;
  log: SendParts["log"];
  messages: SendParts["messages"];
  logger: Logger;
}

/** So many messages are under way at once. */
const atOnce = 8;
const rememberedMs = 30_000;

export async function runPass(parts: PassParts, { at: given, signal }: { at?: Date; signal?: AbortSignal }): Promise<PassReport> {
  const at = given ?? (await parts.clock.now());
  const report: PassReport = { at, sent: [], refused: 0, left: 0, unreachable: [] };
  const loaded = await parts.plans.all();
  const [first] = loaded;
  if (!first) return report;
  const several = loaded.length > 1;
  for (const known of inTurn(loaded, localTimeAt(at, first.plan.timeZone).day))
    if (!signal?.aborted) await passOf({ parts, known, several, given, signal }, report);
  return report;
}

interface OnePlan {
  parts: PassParts;
  known: KnownPlan;
  /** Other plans are loaded too. */
  several: boolean;
  given?: Date;
  signal?: AbortSignal;
}

async function passOf({ parts, known, several, given, signal }: OnePlan, report: PassReport): Promise<void> {
  const { at } = report;
  const before = report.sent.length;
  const local = localTimeAt(at, known.plan.timeZone);
  await parts.log.bury(await parts.log.open(known.id), await parts.clock.now());
  const [settings, managers, state] = [await parts.settings.all(known.id), await parts.managers.all(), await parts.states.get(known.id)];
  const missed = noticed(state, parts, settings, local.day);
  if (missed) parts.logger.warn({ from: missed.from, to: missed.to }, "no pass of reminders ran on these days");
  const now = missed && state ? { ...state, missed } : state;
  const all = await agendaOf(parts, { known, settings, local, covered: state?.covered, managers });
  const due = all.filter(({ held, before }) => !held || before?.day !== local.day);
  const reached = await parts.messages.places(due.map(({ to }) => to));
  report.unreachable = [...new Set([...report.unreachable, ...due.map(({ to }) => to).filter((to) => !reached.has(to))])];
  const pass = { parts, known, several, today: local.day, managers, week: weekOnce(parts, now) };
  const tasks = due.filter(({ to }) => reached.has(to)).map((one) => () => writeTo(pass, one, report, given));
  await takingTurns(tasks, { atOnce, clock: parts.clock, signal, failed: (error) => parts.logger.error({ fault: faultOf(error) }, "a reminder failed") });
  if (!signal?.aborted)
    await coverUpTo(parts.states, known.id, local, {
      at,
      sent: report.sent.length - before,
      open: isOpen({ ...parts, settings }, local.day),
      ...(missed && { missed }),
    });
}

interface Pass {
  parts: PassParts;
  known: KnownPlan;
  several: boolean;
  today: Day;
  managers: readonly string[];
  week(standing: Standing, week: NonNullable<Due["week"]>): Promise<ManagerItem[]>;
}

/** The same for every manager, so it is looked up once, and again when that is some time ago. */
function weekOnce(parts: PassParts, state: PassState | undefined): Pass["week"] {
  let last: { key: string; at: number; items: Promise<ManagerItem[]> } | undefined;
  return async (standing, week) => {
    const key = `${week.after} ${week.monday}`;
    const now = (await parts.clock.now()).getTime();
    if (last?.key !== key || now - last.at > rememberedMs) last = { key, at: now, items: weekItems(parts, standing, week, state) };
    return last.items;
  };
}

/** Resolves to the milliseconds after which it wants to be called again, or to nothing when it is done. */
async function writeTo(pass: Pass, due: Due & { claim?: Claim }, report: PassReport, given: Date | undefined): Promise<number | undefined> {
  const { parts, known, today } = pass;
  const { to, heed } = due;
  // The day may be another plan's: then it is noted once that all is still to be said, and it goes on the next.
  const waits = due.held || (pass.several && !due.claim && !(await parts.days.take(to, today, known.id)));
  if (waits && due.before?.day === today) return undefined;
  due.claim ??= await parts.log.claim(
    { plan: known.id, person: to, day: today, since: heed.through, ...(heed.owedAfter && { owedAfter: heed.owedAfter }) },
    due.before,
    await parts.clock.now(),
  );
  if (!due.claim) return undefined;
  if (waits) {
    await parts.log.hold(due.claim, await parts.clock.now());
    return undefined;
  }
  const sent = await sendOne(parts, due.claim, () => composed(pass, due));
  note(report, sent, to, given);
  return sent.state === "again" ? sent.afterMs : undefined;
}

function note(report: PassReport, sent: Sent, to: string, given: Date | undefined): void {
  if (sent.state === "delivered" || sent.state === "unknown") report.sent.push({ digest: sent.digest, at: given ?? sent.at, sure: sent.state === "delivered" });
  if (sent.state === "refused") report.refused += 1;
  if (sent.state === "lost") report.left += 1;
  if (sent.state === "unreachable") report.unreachable.push(to);
}

/** What somebody hears by what stands at this moment. */
async function composed({ parts, known: { id: planId }, today, managers, week }: Pass, { to, heed, heard, sources, week: ofWeek }: Due): Promise<Digest> {
  const known = (await parts.plans.of(planId)) as KnownPlan;
  const whose = [...new Set([to, ...heard.map((one) => one.whose)])];
  const settings = ofWeek ? await parts.settings.all(known.id) : await parts.settings.these(known.id, whose);
  const standing: Standing = { known, settings, calendar: parts.calendar, today, said: new Map() };
  const actions = sources.actions.flatMap(({ id }) => known.catalogue.find(id) ?? []).filter((item) => item.type === "action");
  const wanted = sources.wanted.flatMap(({ item, period }) => {
    const there = known.catalogue.find(item.id);
    return there?.type === "measure" ? [{ item: there, period }] : [];
  });
  const now = await looked(parts, standing, { actions, wanted });
  const items = [...actions.flatMap((item) => leadItems(now, item)), ...wanted.flatMap((one) => reporterItems(now, one))];
  const still = ofWeek && weekOf(standing, managers, to, heed) ? await week(standing, ofWeek) : [];
  return digestOf(known, today, { to, heed, heard: items }, still);
}
