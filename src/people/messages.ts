import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../shared/answer.js";
import type { Document, Storage } from "../storage/port.js";

/** Where somebody can be written to, in the channel's own words; plain JSON. */
export type Where = { [field: string]: string };

/** Sends an answer of the bot's own accord, once. Rejects when it did not arrive for certain. */
export type Send = (where: Where, answer: Answer) => Promise<void>;

/** Messages that nobody asked for in words: a request that waits for a manager, its answer to the lead. */
export interface Messages {
  /** Somebody talks to the bot alone; from there they can be written to. Never rejects. */
  met(person: { id: string; email?: string }, where: Where): Promise<void>;
  /**
   * Writes to somebody, wherever they have met the bot; what is written is made for each id they have there. Never rejects
   * and is never sent again: whoever cannot be reached finds the same by asking. Returns how many were sent.
   */
  tell(email: string, make: (person: { id: string }) => Answer): Promise<number>;
  /** What sends, once there is a channel. */
  via(send: Send): void;
}

interface Whereabouts extends Document {
  email: string;
  where: Where;
}

const mostRemembered = 5_000;

export function openMessages(storage: Storage): Messages {
  const places = storage.collection<Whereabouts>("whereabouts");
  const remembered = new Map<string, Where>();
  let send: Send | undefined;
  let indexed: Promise<void> | undefined;

  const keep = async (_id: string, email: string, where: Where): Promise<void> => {
    if (await places.updateWhere({ _id }, { $set: { email, where } })) return;
    await places.insert({ _id, email, where });
  };

  return {
    async met({ id, email }, where) {
      if (!email || isDeepStrictEqual(remembered.get(id), where)) return;
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(id, where);
      await keep(id, email, where).catch(() => remembered.delete(id));
    },
    async tell(email, make) {
      if (!send) return 0;
      const sender = send;
      try {
        indexed ??= places.ensureIndex(["email"]);
        await indexed;
        const found = await places.find({ email });
        const sent = await Promise.allSettled(found.map(({ _id, where }) => sender(where, make({ id: _id }))));
        return sent.filter(({ status }) => status === "fulfilled").length;
      } catch {
        return 0;
      }
    },
    via(by) {
      send = by;
    },
  };
}
