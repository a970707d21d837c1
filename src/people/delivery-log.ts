import type { Storage } from "../storage/port.js";
import { openWeekNotes } from "./week-notes.js";

/** What the channel has delivered already, by short ids: it sends again whatever it was not answered in time, to whichever instance. */
export interface DeliveryLog {
  /** Whether it was noted within the last week. Never rejects, and never takes long: without an answer in time it counts as new. */
  before(delivery: string): Promise<boolean>;
  /** Remembers it from now on. Nobody waits for the write, and many share one. */
  note(delivery: string): void;
  /** Resolves when all that was noted is written or lost. */
  settled(): Promise<void>;
}

/** `now` in milliseconds. */
export function openDeliveryLog(storage: Storage, now?: () => number): DeliveryLog {
  const notes = openWeekNotes(storage, "heard", now);
  return {
    before: async (delivery) => (await notes.find(delivery)) !== undefined,
    note: (delivery) => notes.note(delivery, {}),
    settled: notes.settled,
  };
}
