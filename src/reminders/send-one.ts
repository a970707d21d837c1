/** One message to one person, once: claimed, read again, marked as being sent, sent, and what came of it. */

import type { Clock, Pace } from "../messaging/index.js";
import { type Outcome, outcomeOf } from "../messaging/index.js";
import type { Messages, Place } from "../people/index.js";
import type { Answer } from "../shared/answer.js";
import type { Digest } from "./due-item.js";
import type { Claim } from "./log-entry.js";
import type { ReminderLog } from "./reminder-log.js";

/** Where a process may be told to die in a test. */
export type Step = "claimed" | "composed" | "marked" | "answered" | "ended";

export interface SendParts {
  log: ReminderLog;
  messages: Pick<Messages, "send" | "lost" | "places">;
  pace: Pace;
  clock: Clock;
  makeAnswer(digest: Digest, person: { id: string; email: string }, at: Date): Answer | Promise<Answer>;
  onStep?(step: Step, person: string): void;
}

export type Sent =
  | { state: "delivered" | "unknown"; digest: Digest; at: Date }
  | { state: "refused" | "empty" | "unreachable" | "lost" }
  /** To be tried again after a while, by whoever has the claim. */
  | { state: "again"; afterMs: number };

/** A claim is given up for this pass after so many tries, and for the day after so many more. */
export const mostTries = 30;

/** One attempt: at most one message goes out. `compose` reads everything anew. */
export async function sendOne(parts: SendParts, claim: Claim, compose: () => Promise<Digest>): Promise<Sent> {
  const { log, clock, onStep } = parts;
  const { person } = claim.entry;
  onStep?.("claimed", person);
  const digest = await compose();
  if (!digest.items.length) {
    await log.end(claim, "empty", await clock.now());
    return { state: "empty" };
  }
  const place = (await parts.messages.places([person])).get(person);
  if (!place) return unreachable(parts, claim);
  const answer = await parts.makeAnswer(digest, { id: place.id, email: person }, await clock.now());
  onStep?.("composed", person);
  await parts.pace.turn(place.id);
  const at = await clock.now();
  if (!(await log.sending(claim, digest.items, at))) return { state: "lost" };
  onStep?.("marked", person);
  const outcome = await attempt(parts, place, answer, claim.entry.tries + 1);
  onStep?.("answered", person);
  const sent = await ended(parts, claim, { outcome, place, digest, at });
  onStep?.("ended", person);
  return sent;
}

async function attempt({ messages }: SendParts, { where }: Place, answer: Answer, tries: number): Promise<Outcome | undefined> {
  try {
    await messages.send(where, answer);
    return undefined;
  } catch (error) {
    return outcomeOf(error, tries);
  }
}

interface Answered {
  outcome: Outcome | undefined;
  place: Place;
  digest: Digest;
  at: Date;
}

async function ended({ log, clock, messages }: SendParts, claim: Claim, { outcome, place, digest, at }: Answered): Promise<Sent> {
  const now = await clock.now();
  if (!outcome || outcome.state === "unknown") {
    const state = outcome ? "unknown" : "delivered";
    await log.end(claim, state, now, outcome?.why);
    return { state, digest, at };
  }
  if (outcome.state === "refused") {
    await log.end(claim, "refused", now, outcome.why);
    await messages.lost(place.id, outcome.place);
    return { state: "refused" };
  }
  claim.entry.tries += 1;
  const keep = claim.entry.tries % mostTries !== 0;
  await log.notYet(claim, { ms: outcome.afterMs, keep }, now, outcome.why);
  return keep ? { state: "again", afterMs: outcome.afterMs } : { state: "lost" };
}

async function unreachable({ log, clock }: SendParts, claim: Claim): Promise<Sent> {
  await log.end(claim, "refused", await clock.now(), "They have never written to Waymark, or removed it.");
  return { state: "unreachable" };
}
