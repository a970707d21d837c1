/** How many calls a day may cost money, counted for all servers together. */
import type { Document, Storage } from "../storage/port.js";

/** One day's; `_id` is the day, in UTC. */
interface CallsOfDay extends Document {
  calls: number;
}

export interface Budget {
  /** Takes one call, if there is one left. Rejects when the database does not answer. */
  take(at: Date): Promise<boolean>;
}

/** Counts a day's calls in the database, by all instances together; asks before each call. */
export function openBudget(storage: Storage, callsADay: number): Budget {
  const days = storage.collection<CallsOfDay>("modelCalls");
  const one = (_id: string) => days.updateWhere({ _id, calls: { $lt: callsADay } }, { $inc: { calls: 1 } });
  return {
    async take(at) {
      const _id = at.toISOString().slice(0, 10);
      if (callsADay < 1) return false;
      if (await one(_id)) return true;
      if (await days.insert({ _id, calls: 1 })) {
        await days.remove({ _id: { $lt: _id } });
        return true;
      }
      return (await one(_id)) !== undefined;
    },
  };
}
