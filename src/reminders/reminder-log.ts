import type { Day } from "../plan/index.js";
import type { Collection, Storage } from "../storage/port.js";
import type { DueItem } from "./due-item.js";
import { type Claim, ended, type LogEntry, later, leaseMs, logId, type Wanted } from "./log-entry.js";
import type { Undelivered } from "./manager-lines/line.js";
import type { DeliveryState } from "./select-items.js";
import { contentOf, endOf, endParts, partsOf, putIn, settlePart, takeOut } from "./shared-message.js";

export interface ReminderLog {
  /** Entries that were never answered for certain, or are being worked on. */
  open(plan: string): Promise<LogEntry[]>;
  /** The newest entry of each of these people, by person. */
  newest(plan: string, people: readonly string[]): Promise<Map<string, LogEntry>>;
  /** The one who gets it has it for the length of a lease; nothing for all others, and when it was done already. */
  claim(wanted: Wanted, before: LogEntry | undefined, now: Date): Promise<Claim | undefined>;
  /** Nothing is sent by it for now: the entry says from when on everything is still to be said. Nothing happens where there is one for the day. */
  keep(wanted: Wanted, before: LogEntry | undefined, now: Date): Promise<unknown>;
  /**
   * To be asked right before the wire; false when the lease was lost: then nothing may be sent. The entries of other plans
   * that items are of have to be there.
   */
  sending(claim: Claim, items: readonly DueItem[], now: Date): Promise<boolean>;
  end(claim: Claim, state: "delivered" | "refused" | "unknown" | "empty", now: Date, why?: string): Promise<void>;
  /** It was answered that it did not arrive. Kept for `waitMs` by this process, or given free for the next pass. */
  notYet(claim: Claim, wait: { ms: number; keep: boolean }, now: Date, why: string): Promise<void>;
  /** Entries that died while they were being sent become "unknown", and those in another's message what that one became. To be called before a pass. */
  expireLeases(entries: readonly LogEntry[], now: Date): Promise<void>;
  /** The day on which each of these keys was in a message as the last before it goes up. */
  told(plan: string, keys: readonly string[]): Promise<Map<string, Day>>;
  /** Of days from `from` on and before today. */
  undelivered(plan: string, from: Day, today: Day): Promise<Undelivered[]>;
}

/** After so many it is given up for the day: something is wrong with it that time does not mend. */
const mostHolders = 30;

/** The log that makes a message go once: claimed by inserting a fixed `_id`, held by a lease, ended with its outcome. */
export async function openReminderLog(storage: Storage): Promise<ReminderLog> {
  const log = storage.collection<LogEntry>("reminderLog");
  for (const field of ["openIn", "newestOf", "troubleIn", "last"]) await log.ensureIndex([field]);
  const held = ({ entry: { _id }, count }: Claim) => ({ _id, "lease.count": count });
  return {
    open: (plan) => log.find({ openIn: plan }),
    newest: async (plan, people) => newestBy(people.length ? await log.find({ newestOf: { $in: people.map((person) => `${plan}/${person}`) } }) : []),
    claim: (wanted, before, now) => claimIn(log, wanted, before, now),
    keep: (wanted, before, now) => keepIn(log, wanted, before, now),
    async sending(claim, items, now) {
      const { plan } = claim.entry;
      const parts = partsOf(claim.entry, items);
      if (!(await putIn(log, claim, parts, now))) return false;
      const { $set, $unset } = contentOf(items.filter(({ of }) => !of || of.id === plan));
      const set = {
        ...$set,
        state: "sending",
        at: now.toISOString(),
        "lease.until": later(now, leaseMs),
        ...(parts.length && { with: parts.map(({ _id }) => _id) }),
      };
      const update = { $set: set, $unset: { ...$unset, ...(!parts.length && { with: true as const }) }, $inc: { tries: 1 } };
      claim.parts = parts;
      return (await log.updateWhere({ ...held(claim), state: "claimed" }, update)) !== undefined;
    },
    async end(claim, state, now, why) {
      // Who was too slow and was given up by others may still say what really came of it.
      const may = { ...held(claim), state: { $in: ["claimed", "sending", "unknown"] } };
      if (await log.updateWhere(may, endOf(claim.entry.plan, state, now, why))) await endParts(log, claim, state, now, why);
    },
    async notYet(claim, { ms, keep }, now, why) {
      const notBefore = later(now, ms);
      const until = keep ? later(now, ms + leaseMs) : now.toISOString();
      const set = { state: "claimed", why, notBefore, at: now.toISOString(), "lease.until": until };
      const left = await log.updateWhere({ ...held(claim), state: "sending" }, { $set: set });
      if (left && !keep) await takeOut(log, claim);
    },
    async expireLeases(entries, now) {
      const sending = entries.filter(({ state }) => state === "sending");
      const dead = sending.filter((entry) => !entry.in && ended(entry, now));
      await Promise.all(dead.map((entry) => expireLease(log, entry, now)));
      await Promise.all(sending.map((entry) => settlePart(log, entry, now, (message) => expireLease(log, message, now))));
    },
    async told(plan, keys) {
      const wanted = new Set(keys);
      const found = new Map<string, Day>();
      for (const entry of keys.length ? await log.find({ last: { $in: keys } }) : []) {
        if (entry.plan !== plan || (entry.state !== "delivered" && entry.state !== "unknown")) continue;
        for (const key of entry.last ?? []) if (wanted.has(key) && entry.day > (found.get(key) ?? "")) found.set(key, entry.day);
      }
      return found;
    },
    async undelivered(plan, from, today) {
      const [troubled, open] = [
        await log.find({ troubleIn: plan, day: { $gte: from, $lt: today } }),
        await log.find({ openIn: plan, state: "claimed", day: { $gte: from, $lt: today } }),
      ];
      return [
        ...troubled.map(({ person, day, state, why = "" }) => ({ person, day, state: state === "refused" ? ("refused" as const) : ("unknown" as const), why })),
        ...open
          .filter(({ tries, lease }) => tries || lease.count > 1)
          .map(({ person, day, why = "It failed before it went out." }) => ({ person, day, state: "never sent" as const, why })),
      ].sort((a, b) => (a.day + a.person < b.day + b.person ? -1 : 1));
    },
  };
}

async function keepIn(
  log: Collection<LogEntry>,
  { plan, person, day, since, owedAfter, owedOf }: Wanted,
  before: LogEntry | undefined,
  now: Date,
  leaseUntil = now.toISOString(),
): Promise<LogEntry | undefined> {
  const entry: LogEntry = {
    _id: logId({ plan, person, day }),
    ...{ plan, person, day, since },
    ...(owedAfter && { owedAfter }),
    ...(owedOf && { owedOf }),
    ...{ kind: "digest", state: "claimed", tries: 0, at: now.toISOString(), lease: { until: leaseUntil, count: 1 } },
    ...{ openIn: plan, newestOf: `${plan}/${person}` },
  };
  if (!(await log.insert(entry))) return undefined;
  // What came before no longer decides what is said next; after a crash here the newer of the two counts.
  if (before && before._id !== entry._id) await log.updateWhere({ _id: before._id }, { $unset: { newestOf: true, openIn: true } });
  return entry;
}

async function claimIn(log: Collection<LogEntry>, wanted: Wanted, before: LogEntry | undefined, now: Date): Promise<Claim | undefined> {
  const entry = await keepIn(log, wanted, before, now, later(now, leaseMs));
  if (entry) return { entry, count: 1 };
  const _id = logId(wanted);
  const there = await log.get(_id);
  if (there?.state !== "claimed" || there.lease.count >= mostHolders || !ended(there, now) || (there.notBefore ?? "") > now.toISOString()) return undefined;
  const taken = await log.updateWhere(
    { _id, state: "claimed", "lease.count": there.lease.count },
    { $set: { "lease.until": later(now, leaseMs) }, $inc: { "lease.count": 1 } },
  );
  return taken && { entry: taken, count: taken.lease.count };
}

const expireLease = (log: Collection<LogEntry>, { _id, lease, plan }: LogEntry, now: Date) =>
  log.updateWhere(
    { _id, state: "sending", "lease.count": lease.count },
    { $set: { state: "unknown", at: now.toISOString(), troubleIn: plan, why: "The program ended while it was being sent." } },
  );

function newestBy(entries: readonly LogEntry[]): Map<string, LogEntry> {
  const found = new Map<string, LogEntry>();
  for (const entry of entries) if (entry.day > (found.get(entry.person)?.day ?? "")) found.set(entry.person, entry);
  return found;
}

/** Where somebody stands by their newest entry; `covered` is the last day that a whole pass has seen to. */
export function deliveryStateAfter(entry: LogEntry | undefined, covered: Day): DeliveryState {
  if (!entry) return { through: covered };
  const { state, day, since, owedAfter, owedOf } = entry;
  const through = day > covered ? day : covered;
  const owed = { ...(owedAfter && { owedAfter }), ...(owedOf && { owedOf }) };
  if (state === "delivered") return { through };
  if (state === "empty") return { through, ...owed };
  if (state === "unknown" || state === "sending") return { through, owedAfter: owedAfter ?? since, owedOf: day };
  return { through: since, ...owed };
}
