/** Messages of the bot's own accord that wait for their pace: kept in the database and sent by whichever instance is up, each once. */
import { randomUUID } from "node:crypto";
import type { Answer } from "../shared/answer.js";
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import type { Document, Storage } from "../storage/port.js";
import { outcomeOf } from "./outcome.js";
import type { Pace } from "./pace.js";
import type { About, Send, Where } from "./sending.js";
import type { Clock } from "./shared-clock.js";

/** To whom, where, and what. */
export interface Letter {
  /** The person's id there. */
  to: string;
  where: Where;
  answer: Answer;
  about?: About;
}

/** "kept": it has not gone yet, and goes when it can. "unknown" may have arrived; it is never sent again. */
export type Posted = "delivered" | "refused" | "unknown" | "kept";

export interface Outbox {
  /** Kept at once, sent as soon as may be; resolves no later than after two seconds. Rejects when it cannot be kept. */
  post(letter: Letter): Promise<Posted>;
  /** Sends what others have left, and what could not be sent before. Never rejects. */
  sendWaiting(): Promise<void>;
}

export interface OutboxParts {
  storage: Storage;
  clock: Clock;
  pace: Pick<Pace, "soon">;
  send: Send;
  /** They cannot be written to there any more. */
  lost(id: string, how: "gone" | "blocked"): Promise<void>;
  /** A letter was refused for certain after whoever posted it was told that it is kept. */
  refusedLate(about: About): Promise<void>;
  log?: Logger;
}

interface Kept extends Document {
  to: string;
  where: Where;
  /** JSON, as an answer may have fields that no database takes. */
  answer: string;
  about?: About;
  /** "sending" from just before the wire on. */
  state: "waiting" | "sending";
  /** Whoever holds it until then (instant by the database's clock) works on it; the counter says which holder. */
  until: string;
  holder: number;
  tries: number;
}

/** Longer than one attempt takes; what waits for its pace for longer is held again. */
const leaseMs = 60_000;
const answeredWithinMs = 2_000;
const mostTries = 30;
const mostAtOnce = 50;

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** Tells whoever posted the letter; false when they have their answer already. */
type TellPoster = (came: Posted) => boolean;
const nobodyWaits: TellPoster = () => false;

/** Messages kept until they went: claimed by one instance at a time, tried again where that is safe, never sent twice. */
export function openOutbox({ storage, clock, pace, send, lost, refusedLate, log }: OutboxParts): Outbox {
  const kept = storage.collection<Kept>("outbox");
  const held = ({ _id, holder }: Kept) => ({ _id, holder });

  const attempt = async (letter: Kept, tellPoster: TellPoster): Promise<Posted> => {
    await pace.soon(letter.to);
    const sending = { $set: { state: "sending", until: later(await clock.now(), leaseMs) }, $inc: { tries: 1 } };
    // Somebody else took it over meanwhile.
    if (!(await kept.updateWhere({ ...held(letter), state: "waiting" }, sending))) return "kept";
    try {
      await send(letter.where, JSON.parse(letter.answer));
    } catch (error) {
      return failed(letter, error, tellPoster);
    }
    await kept.remove(held(letter));
    return "delivered";
  };
  const failed = async (letter: Kept, error: unknown, tellPoster: TellPoster): Promise<Posted> => {
    const outcome = outcomeOf(error, letter.tries + 1);
    if (outcome.state === "again" && letter.tries + 1 < mostTries) {
      await kept.updateWhere(held(letter), { $set: { state: "waiting", until: later(await clock.now(), outcome.afterMs) } });
      return "kept";
    }
    if (outcome.state === "refused") {
      await lost(letter.to, outcome.place);
      if (!tellPoster("refused") && letter.about) await refusedLate(letter.about);
    } else log?.warn({ state: outcome.state }, "a message may not have arrived");
    await kept.remove(held(letter));
    return outcome.state === "refused" ? "refused" : "unknown";
  };
  /** Nothing when others were quicker. */
  const taken = async (letter: Kept, now: Date): Promise<Kept | undefined> => {
    // Whoever was sending it has died: it may have arrived.
    if (letter.state === "sending") {
      if (await kept.remove({ ...held(letter), state: "sending" })) log?.warn({ state: "unknown" }, "a message may not have arrived");
      return undefined;
    }
    return kept.updateWhere({ ...held(letter), state: "waiting" }, { $set: { until: later(now, leaseMs) }, $inc: { holder: 1 } });
  };
  let indexed: Promise<void> | undefined;
  return {
    async post({ to, where, answer, about }) {
      const until = later(await clock.now(), leaseMs);
      const letter: Kept = {
        _id: randomUUID(),
        to,
        where,
        answer: JSON.stringify(answer),
        state: "waiting",
        until,
        holder: 1,
        tries: 0,
        ...(about && { about }),
      };
      await kept.insert(letter);
      return new Promise<Posted>((resolve) => {
        let waits = true;
        const tellPoster: TellPoster = (came) => {
          const heard = waits;
          waits = false;
          resolve(came);
          return heard;
        };
        setTimeout(tellPoster, answeredWithinMs, "kept").unref();
        attempt(letter, tellPoster).then(tellPoster, (error: unknown) => {
          log?.warn({ fault: faultOf(error) }, "a message could not be sent yet");
          tellPoster("kept");
        });
      });
    },
    async sendWaiting() {
      try {
        indexed ??= kept.ensureIndex(["until"]);
        await indexed;
        const now = await clock.now();
        const free = await kept.find({ until: { $lte: now.toISOString() } }, { sort: { until: 1 }, limit: mostAtOnce });
        const mine = await Promise.all(free.map((letter) => taken(letter, now)));
        await Promise.all(mine.map((letter) => letter && attempt(letter, nobodyWaits)));
      } catch (error) {
        // What is kept is sent the next time.
        log?.warn({ fault: faultOf(error) }, "a message could not be sent yet");
      }
    },
  };
}
