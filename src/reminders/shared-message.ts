/** One message for several plans: each plan keeps an entry of its own, and the state of the one that it goes under is the truth for all of them. */
import type { Collection, Update } from "../storage/port.js";
import type { DueItem } from "./due-item.js";
import { type Claim, ended, type LogEntry, type LogState, logId, type Part } from "./log-entry.js";

/** What of a message is of other plans than the one whose entry it goes under. */
export function partsOf({ plan, person, day }: LogEntry, items: readonly DueItem[]): Part[] {
  const others = [...new Set(items.map(({ of }) => of?.id ?? plan))].filter((id) => id !== plan);
  return others.map((id) => ({ _id: logId({ plan: id, person, day }), plan: id, items: items.filter(({ of }) => of?.id === id) }));
}

/** What is kept of what was in a message. */
export function contentOf(items: readonly DueItem[]): Update & { $set: Record<string, unknown> } {
  const last = items.filter((item) => item.part === "lead" && item.goesUp).map(({ key }) => key);
  const kept = items.map(({ key, id, step, why }) => ({ key, id, step, why }));
  return { $set: { items: kept, ...(last.length && { last }) }, $unset: last.length ? {} : { last: true } };
}

/** How an entry ends. */
export function endOf(plan: string, state: LogState, now: Date, why?: string): Update {
  const trouble = state === "refused" || state === "unknown";
  return {
    $set: { state, at: now.toISOString(), ...(why && { why }), ...(trouble && { troubleIn: plan, openIn: plan }) },
    $unset: trouble ? {} : { openIn: true, troubleIn: true },
  };
}

/** Before the wire; false when another holder has the message by now. */
export async function putIn(log: Collection<LogEntry>, { entry: { _id: entry }, count }: Claim, parts: readonly Part[], now: Date): Promise<boolean> {
  for (const { _id, items } of parts) {
    const { $set, $unset } = contentOf(items);
    const update = { $set: { ...$set, state: "sending", in: { entry, count }, at: now.toISOString() }, $unset };
    // A holder that was given up comes too late to put in what the next one has put in already.
    const put =
      (await log.updateWhere({ _id, state: "claimed" }, update)) ??
      (await log.updateWhere({ _id, state: "sending", "in.entry": entry, "in.count": { $lte: count } }, update));
    if (!put) return false;
  }
  return true;
}

const inMessage = ({ entry, count }: Claim, { _id }: Part) => ({ _id, "in.entry": entry._id, "in.count": count });

/** Ends what several plans had in one message: they all have its outcome. */
export async function endParts(log: Collection<LogEntry>, claim: Claim, state: LogState, now: Date, why?: string): Promise<void> {
  for (const part of claim.parts ?? [])
    await log.updateWhere({ ...inMessage(claim, part), state: { $in: ["sending", "unknown"] } }, endOf(part.plan, state, now, why));
}

const stillToSay: Update = { $set: { state: "claimed" }, $unset: { in: true } };

/** Whoever gives the message up leaves the others free. */
export async function takeOut(log: Collection<LogEntry>, claim: Claim): Promise<void> {
  for (const part of claim.parts ?? []) await log.updateWhere({ ...inMessage(claim, part), state: "sending" }, stillToSay);
}

/** An entry that was left in a message becomes what the message became; what never went in it is still to be said. */
export async function settlePart(
  log: Collection<LogEntry>,
  part: LogEntry,
  now: Date,
  expireLeases: (message: LogEntry) => Promise<LogEntry | undefined>,
): Promise<void> {
  const { _id, in: put } = part;
  if (!put) return;
  const kept = await log.get(put.entry);
  const message = kept?.state === "sending" && ended(kept, now) ? await expireLeases(kept) : kept;
  if (!message || message.state === "sending" || (message.state === "claimed" && !ended(message, now))) return;
  const mine = { _id, state: "sending", "in.count": put.count };
  if (message.state !== "claimed" && message.with?.includes(_id)) {
    await log.updateWhere(mine, endOf(part.plan, message.state, now, message.why));
    return;
  }
  // Whoever holds the message and is only slow must not send it with this one in it any more.
  const { count } = message.lease;
  const free =
    message.state !== "claimed" || (await log.updateWhere({ _id: put.entry, state: "claimed", "lease.count": count }, { $inc: { "lease.count": 1 } }));
  if (free) await log.updateWhere(mine, stillToSay);
}
