import type { Day } from "../plan/index.js";
import type { Collection, Document, Storage } from "../storage/port.js";
import type { DueItem } from "./due-item.js";
import type { Undelivered } from "./manager-lines/line.js";
import type { Heed } from "./what-to-say.js";

/**
 * "claimed" before anything went out, "sending" from just before the wire on. "unknown" may have arrived: it is never sent
 * again by itself. "empty": when it was about to go there was nothing left to say.
 */
export type LogState = "claimed" | "sending" | "delivered" | "refused" | "unknown" | "empty";

/** One message to one person on one local date; `_id` is plan/person/day/kind, so there can be no second one. */
export interface LogEntry extends Document {
  plan: string;
  person: string;
  day: Day;
  kind: "digest";
  state: LogState;
  /** Everything up to and with this day had been said before. */
  since: Day;
  /** What went after this day may not have arrived, and rides in this one. */
  owedAfter?: Day;
  /** Whoever holds the lease works on it; the counter says which holder. Instants by the database's clock. */
  lease: { until: string; count: number };
  /** It was answered that it should not be tried before. */
  notBefore?: string;
  tries: number;
  at: string;
  why?: string;
  /** What was in it when it went out. */
  items?: Pick<DueItem, "key" | "id" | "rung" | "why">[];
  /** Keys of what goes up to the managers next. */
  last?: string[];
  /** The plan, while what comes next for this person hangs on this entry. */
  openIn?: string;
  /** plan/person, on the newest entry of a person. */
  newestOf?: string;
  /** The plan, where managers have to know of it. */
  troubleIn?: string;
}

/** An entry that this process works on. */
export interface Claim {
  entry: LogEntry;
  count: number;
}

export interface ReminderLog {
  /** Entries that were never answered for certain, or are being worked on. */
  open(plan: string): Promise<LogEntry[]>;
  /** The newest entry of each of these people, by person. */
  newest(plan: string, people: readonly string[]): Promise<Map<string, LogEntry>>;
  /** The one who gets it has it for the length of a lease; nothing for all others, and when it was done already. */
  claim(wanted: Pick<LogEntry, "plan" | "person" | "day" | "since" | "owedAfter">, before: LogEntry | undefined, now: Date): Promise<Claim | undefined>;
  /** Nothing goes today; the entry says from when on everything is still to be said. */
  hold(claim: Claim, now: Date): Promise<void>;
  /** To be asked right before the wire; false when the lease was lost: then nothing may be sent. */
  sending(claim: Claim, items: readonly DueItem[], now: Date): Promise<boolean>;
  end(claim: Claim, state: "delivered" | "refused" | "unknown" | "empty", now: Date, why?: string): Promise<void>;
  /** It was answered that it did not arrive. Kept for `waitMs` by this process, or given free for the next pass. */
  notYet(claim: Claim, wait: { ms: number; keep: boolean }, now: Date, why: string): Promise<void>;
  /** Entries that died while they were being sent become "unknown". To be called before a pass. */
  bury(entries: readonly LogEntry[], now: Date): Promise<void>;
  /** The day on which each of these keys was in a message as the last before it goes up. */
  told(plan: string, keys: readonly string[]): Promise<Map<string, Day>>;
  /** Of days from `from` on and before today. */
  undelivered(plan: string, from: Day, today: Day): Promise<Undelivered[]>;
}

/** After so many it is given up for the day: something is wrong with it that time does not mend. */
const mostHolders = 30;

/** Longer than a message may take by far, also where a process stands still for a while. */
export const leaseMs = 120_000;

export const logId = ({ plan, person, day }: Pick<LogEntry, "plan" | "person" | "day">): string => `${plan}/${person}/${day}/digest`;

const later = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();
const ended = ({ lease }: LogEntry, now: Date): boolean => lease.until <= now.toISOString();

export async function openReminderLog(storage: Storage): Promise<ReminderLog> {
  const log = storage.collection<LogEntry>("reminderLog");
  for (const field of ["openIn", "newestOf", "troubleIn", "last"]) await log.ensureIndex([field]);
  const held = ({ entry: { _id }, count }: Claim) => ({ _id, "lease.count": count });
  return {
    open: (plan) => log.find({ openIn: plan }),
    newest: async (plan, people) => newestBy(people.length ? await log.find({ newestOf: { $in: people.map((person) => `${plan}/${person}`) } }) : []),
    claim: (wanted, before, now) => claimIn(log, wanted, before, now),
    async hold(claim, now) {
      await log.updateWhere({ ...held(claim), state: "claimed" }, { $set: { "lease.until": now.toISOString() } });
    },
    async sending(claim, items, now) {
      const last = items.filter((item) => item.part === "lead" && item.goesUp).map(({ key }) => key);
      const kept = items.map(({ key, id, rung, why }) => ({ key, id, rung, why }));
      const set = { state: "sending", items: kept, at: now.toISOString(), "lease.until": later(now, leaseMs), ...(last.length && { last }) };
      return (await log.updateWhere({ ...held(claim), state: "claimed" }, { $set: set, $inc: { tries: 1 } })) !== undefined;
    },
    async end(claim, state, now, why) {
      const { plan } = claim.entry;
      const trouble = state === "refused" || state === "unknown";
      await log.updateWhere(
        // Who was too slow and was given up by others may still say what really came of it.
        { ...held(claim), state: { $in: ["claimed", "sending", "unknown"] } },
        {
          $set: { state, at: now.toISOString(), ...(why && { why }), ...(trouble && { troubleIn: plan, openIn: plan }) },
          $unset: trouble ? {} : { openIn: true, troubleIn: true },
        },
      );
    },
    async notYet(claim, { ms, keep }, now, why) {
      const notBefore = later(now, ms);
      const until = keep ? later(now, ms + leaseMs) : now.toISOString();
      const set = { state: "claimed", why, notBefore, at: now.toISOString(), "lease.until": until };
      await log.updateWhere({ ...held(claim), state: "sending" }, { $set: set });
    },
    async bury(entries, now) {
      const dead = entries.filter((entry) => entry.state === "sending" && ended(entry, now));
      await Promise.all(dead.map((entry) => buryOne(log, entry, now)));
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

async function claimIn(
  log: Collection<LogEntry>,
  { plan, person, day, since, owedAfter }: Parameters<ReminderLog["claim"]>[0],
  before: LogEntry | undefined,
  now: Date,
): Promise<Claim | undefined> {
  const _id = logId({ plan, person, day });
  const entry: LogEntry = {
    _id,
    ...{ plan, person, day, since },
    ...(owedAfter && { owedAfter }),
    ...{ kind: "digest", state: "claimed", tries: 0, at: now.toISOString(), lease: { until: later(now, leaseMs), count: 1 } },
    ...{ openIn: plan, newestOf: `${plan}/${person}` },
  };
  if (await log.insert(entry)) {
    // What came before no longer decides what is said next; after a crash here the newer of the two counts.
    if (before && before._id !== _id) await log.updateWhere({ _id: before._id }, { $unset: { newestOf: true, openIn: true } });
    return { entry, count: 1 };
  }
  const there = await log.get(_id);
  if (there?.state !== "claimed" || there.lease.count >= mostHolders || !ended(there, now) || (there.notBefore ?? "") > now.toISOString()) return undefined;
  const taken = await log.updateWhere(
    { _id, state: "claimed", "lease.count": there.lease.count },
    { $set: { "lease.until": later(now, leaseMs) }, $inc: { "lease.count": 1 } },
  );
  return taken && { entry: taken, count: taken.lease.count };
}

const buryOne = (log: Collection<LogEntry>, { _id, lease, plan }: LogEntry, now: Date) =>
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
export function heedAfter(entry: LogEntry | undefined, covered: Day): Heed {
  if (!entry) return { through: covered };
  const { state, day, since, owedAfter } = entry;
  const through = day > covered ? day : covered;
  if (state === "delivered") return { through };
  if (state === "empty") return { through, ...(owedAfter && { owedAfter }) };
  if (state === "unknown" || state === "sending") return { through, owedAfter: owedAfter ?? since };
  return { through: since, ...(owedAfter && { owedAfter }) };
}
