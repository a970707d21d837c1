import type { Day } from "../../plan/index.js";
import type { Document, Storage } from "../../storage/port.js";

/** As much of an entry of the log as people are told. */
export interface SentMessage extends Document {
  plan: string;
  person: string;
  day: Day;
  state: "claimed" | "sending" | "delivered" | "refused" | "unknown" | "empty";
  /** Instant (ISO 8601). */
  at: string;
  why?: string;
  tries?: number;
  items?: { key: string; id: string; why: string }[];
}

export interface SentLog {
  /** Newest first; of everybody when nobody is named. What had nothing in it is left out. */
  of(plan: string, which: { person?: string; from?: Day; to?: Day; limit: number }): Promise<SentMessage[]>;
  /** What was refused or may not have arrived of a day and since, newest first, however much was sent. */
  troubled(plan: string, from: Day): Promise<SentMessage[]>;
}

/** What was sent to whom and what did not arrive, read from the reminders' log. */
export async function openSentLog(storage: Storage): Promise<SentLog> {
  const log = storage.collection<SentMessage>("reminderLog");
  await log.ensureIndex(["person", "day"]);
  await log.ensureIndex(["day"]);
  return {
    troubled: (plan, from) => log.find({ troubleIn: plan, day: { $gte: from } }, { sort: { day: -1 } }),
    of(plan, { person, from, to, limit }) {
      const day = { ...(from && { $gte: from }), ...(to && { $lte: to }) };
      return log.find(
        {
          plan,
          ...(person && { person }),
          ...((from || to) && { day: day as { $gte: string } }),
          state: { $in: ["sending", "delivered", "refused", "unknown"] },
        },
        { sort: { day: -1 }, limit },
      );
    },
  };
}

/** More say no more of how soon people answer. */
const mostArrived = 5_000;

/** What a manager hears of a week asks nothing of them that could be answered. */
const asksSomething = ({ items = [] }: SentMessage): boolean => items.some(({ key, id }) => key.startsWith(`${id}/`));

/** Messages of a plan that arrived and asked for a status or a figure, from a day on; the newest first. */
export async function arrivedSince(log: Pick<SentLog, "of">, plan: string, from: Day, to: Day): Promise<Pick<SentMessage, "person" | "day">[]> {
  const sent = await log.of(plan, { from, to, limit: mostArrived });
  return sent.filter((message) => message.state === "delivered" && asksSomething(message)).map(({ person, day }) => ({ person, day }));
}
