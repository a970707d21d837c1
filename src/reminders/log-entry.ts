/** What the log of reminders keeps: an entry for each message, by plan, person and day. */
import type { Day } from "../plan/index.js";
import type { Document } from "../storage/port.js";
import type { DueItem } from "./due-item.js";

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
  /** What went after this day may not have arrived, and rides in this one; the newest message of it was that of `owedOf`. */
  owedAfter?: Day;
  owedOf?: Day;
  /** Whoever holds the lease works on it; the counter says which holder. Instants by the database's clock. */
  lease: { until: string; count: number };
  /** It was answered that it should not be tried before. */
  notBefore?: string;
  tries: number;
  at: string;
  why?: string;
  /** What was in it when it went out. */
  items?: Pick<DueItem, "key" | "id" | "step" | "why">[];
  /** Keys of what goes up to the managers next. */
  last?: string[];
  /** The plan, while what comes next for this person hangs on this entry. */
  openIn?: string;
  /** plan/person, on the newest entry of a person. */
  newestOf?: string;
  /** The plan, where managers have to know of it. */
  troubleIn?: string;
  /** Of a message that several plans share: the entries of the other plans that went in it. This one's state is the truth for all of them. */
  with?: string[];
  /** The entry whose message this one is put into, and which holder of it did so; looked at while the state is "sending". */
  in?: { entry: string; count: number };
}

/** An entry that this process works on. */
export interface Claim {
  entry: LogEntry;
  count: number;
  /** What of other plans is in the message, from right before the wire on. */
  parts?: Part[];
}

/** An entry that is to be made. */
export type Wanted = Pick<LogEntry, "plan" | "person" | "day" | "since" | "owedAfter" | "owedOf">;

/** What goes in a message that is kept under another plan: the entry of its own plan, and what of it does. */
export interface Part {
  _id: string;
  plan: string;
  items: DueItem[];
}

/** Longer than a message may take by far, also where a process stands still for a while. */
export const leaseMs = 120_000;

/** The fixed `_id` by which a person's message of a day is claimed: there can be one. */
export const logId = ({ plan, person, day }: Pick<LogEntry, "plan" | "person" | "day">): string => `${plan}/${person}/${day}/digest`;

/** An instant (ISO 8601) so much later. */
export const later = (now: Date, milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();
/** Whether a lease is over, so that another instance may take the message up. */
export const ended = ({ lease }: LogEntry, now: Date): boolean => lease.until <= now.toISOString();
