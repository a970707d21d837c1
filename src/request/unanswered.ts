/** Questions that had no answer: their words alone, never who asked, kept for some time so that managers see what people miss. */
import { createHash } from "node:crypto";
import type { Collection, Document, Storage } from "../storage/port.js";

export interface UnansweredQuestion extends Document {
  text: string;
  times: number;
  /** Instant (ISO 8601) of the last time. */
  last: string;
}

export interface Unanswered {
  /** How many days they are kept. */
  days: number;
  /** The same words count again. */
  keep(text: string, at: Date): Promise<void>;
  /** Those that are kept, last asked first. */
  all(at: Date): Promise<UnansweredQuestion[]>;
}

const usualDays = 90;
const longest = 300;
const mostShown = 200;
const dayMilliseconds = 86_400_000;
/** Old ones are removed at most so often. */
const cleansEvery = 3_600_000;

/** Questions that had no answer: their words for `days` days, without who asked. */
export function openUnanswered(storage: Storage, days = usualDays): Unanswered {
  const questions = storage.collection<UnansweredQuestion>("unanswered");
  let cleaned = Number.NEGATIVE_INFINITY;
  const oldest = (at: Date): string => new Date(at.getTime() - days * dayMilliseconds).toISOString();

  const clean = async (at: Date): Promise<void> => {
    if (Math.abs(at.getTime() - cleaned) < cleansEvery) return;
    cleaned = at.getTime();
    await questions.remove({ last: { $lt: oldest(at) } });
  };

  return {
    days,
    async keep(said, at) {
      const text = said.replace(/\s+/g, " ").trim().slice(0, longest);
      if (!text) return;
      await clean(at);
      await add(questions, text, at.toISOString());
    },
    async all(at) {
      await clean(at);
      return questions.find({ last: { $gte: oldest(at) } }, { sort: { last: -1 }, limit: mostShown });
    },
  };
}

async function add(questions: Collection<UnansweredQuestion>, text: string, last: string): Promise<void> {
  const _id = createHash("sha256").update(text.toLowerCase()).digest("base64url");
  const again = () => questions.updateWhere({ _id }, { $set: { text, last }, $inc: { times: 1 } });
  if (await again()) return;
  if (await questions.insert({ _id, text, times: 1, last })) return;
  await again();
}
