import { isDeepStrictEqual } from "node:util";
import { type About, type Clock, openOutbox, openPace, type Pace, type Send, sharedClock, type Where } from "../messaging/index.js";
import type { Answer } from "../shared/answer.js";
import type { Logger } from "../shared/logger.js";
import type { Collection, Document, Storage } from "../storage/port.js";

export type { Send, Where } from "../messaging/index.js";

/** Where one person can be written to. */
export interface Place {
  /** The person's id there, which forms are bound to. */
  id: string;
  where: Where;
}

/** Messages that nobody asked for in words: a reminder, a request that waits for a manager, its answer to the lead. */
export interface Messages {
  /**
   * Somebody talks to the bot alone, or has `installed` it; from there they can be written to, also when that was refused
   * before (of which, when they only talk, it may take a minute to hear). Never rejects.
   */
  met(person: { id: string; email?: string }, where: Where, installed?: boolean): Promise<void>;
  /** They cannot be written to there any more: the conversation is gone, or the channel refuses. Never rejects. */
  lost(id: string, how: "gone" | "blocked"): Promise<void>;
  /** Where each of these people can be written to, by address: the newest place of each. Those who cannot be reached are left out. */
  places(emails: readonly string[]): Promise<Map<string, Place>>;
  /** Sends to a place, once; see Send. Rejects when there is no channel. */
  send: Send;
  /**
   * Writes to somebody, wherever they have met the bot, as soon as their conversation may take another message; what is
   * written is made for each id they have there, and kept until it went. Never rejects: whoever cannot be reached finds the
   * same by asking. Returns how many were sent or are kept to be. `about`: for whoever hears of late refusals.
   */
  tell(email: string, make: (person: { id: string }) => Answer, about?: About): Promise<number>;
  /** Hears of what was refused for certain after `tell` had counted it, in whichever instance that is. */
  onRefusedLate(hear: (about: About) => Promise<void>): void;
  /** What sends, once there is a channel. */
  via(send: Send): void;
}

interface Whereabouts extends Document {
  email: string;
  where: Where;
  /** Since when (instant, ISO 8601). */
  at?: string;
  blocked?: boolean;
}

const mostRemembered = 5_000;
/** Another instance may have lost a place that is remembered here. */
const rememberedMs = 60_000;
const askedAtOnce = 1_000;
/** For what another instance has left, or could not be sent before. */
const lookEveryMs = 5_000;

export interface MessagesParts {
  clock?: Clock;
  /** Shared with whatever else writes of the bot's own accord. */
  pace?: Pick<Pace, "soon">;
  log?: Logger;
}

/** Where people can be written to, and what is sent to them of the bot's own accord. Nothing goes before `via` was given a sender. */
export function openMessages(storage: Storage, { clock = sharedClock(storage), pace = openPace(storage, clock), log }: MessagesParts = {}): Messages {
  const places = storage.collection<Whereabouts>("whereabouts");
  const remembered = new Map<string, { email: string; where: Where; until: number }>();
  /** Places that are being kept, by id. */
  const keeping = new Map<string, Promise<void>>();
  let sender: Send | undefined;
  let indexed: Promise<void> | undefined;

  const of = async (emails: readonly string[]): Promise<Whereabouts[]> => {
    indexed ??= places.ensureIndex(["email"]);
    await indexed;
    const found: Whereabouts[] = [];
    for (let from = 0; from < emails.length; from += askedAtOnce)
      found.push(...(await places.find({ email: { $in: emails.slice(from, from + askedAtOnce) } })));
    return found.filter(({ blocked }) => !blocked);
  };

  const send: Send = async (where, answer) => {
    if (!sender) throw Object.assign(new Error("There is no channel to send through"), { sent: false });
    await sender(where, answer);
  };

  const lost: Messages["lost"] = async (id, how) => {
    remembered.delete(id);
    await keeping.get(id);
    const losing = how === "gone" ? places.remove({ _id: id }) : places.updateWhere({ _id: id }, { $set: { blocked: true } });
    await losing.catch(() => undefined);
  };

  let hearRefused: (about: About) => Promise<void> = async () => undefined;
  const outbox = openOutbox({ storage, clock, pace, send, lost, refusedLate: (about) => hearRefused(about), log });
  let watched = false;

  return {
    async met({ id, email }, where, installed = false) {
      const known = remembered.get(id);
      const isSame = known?.email === email && isDeepStrictEqual(known?.where, where);
      if (!email || (known && !installed && known.until > Date.now() && isSame)) return;
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(id, { email, where, until: Date.now() + rememberedMs });
      const kept = keep(places, { _id: id, email: email.toLowerCase(), where })
        .catch(() => void remembered.delete(id))
        .finally(() => keeping.get(id) === kept && keeping.delete(id));
      keeping.set(id, kept);
      // What was kept a minute ago is only made sure of.
      if (!isSame || installed) await kept;
    },
    lost,
    async places(emails) {
      const found = await of(emails);
      found.sort((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
      return new Map(found.map(({ email, _id, where }) => [email, { id: _id, where }]));
    },
    send,
    async tell(email, make, about) {
      if (!sender) return 0;
      try {
        const found = await of([email]);
        const sent = await Promise.all(found.map(({ _id, where }) => outbox.post({ to: _id, where, answer: make({ id: _id }), about })));
        return sent.filter((came) => came === "delivered" || came === "kept").length;
      } catch {
        return 0;
      }
    },
    onRefusedLate(hear) {
      hearRefused = hear;
    },
    via(by) {
      sender = by;
      if (!watched) setInterval(() => void outbox.sendWaiting(), lookEveryMs).unref();
      watched = true;
    },
  };
}

async function keep(places: Collection<Whereabouts>, { _id, email, where }: Whereabouts): Promise<void> {
  const kept = await places.get(_id);
  if (kept && !kept.blocked && kept.email === email && isDeepStrictEqual(kept.where, where)) return;
  const now = { email, where, at: new Date().toISOString() };
  if (await places.updateWhere({ _id }, { $set: now, $unset: { blocked: true } })) return;
  await places.insert({ _id, ...now });
}
