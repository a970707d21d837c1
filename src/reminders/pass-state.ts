import { addDays, type Day } from "../plan/index.js";
import type { Document, Storage } from "../storage/port.js";

/** How far passes have come, for each hour at which somebody may be written to ("09:30"). */
export type Coverage = Readonly<Record<string, Day>>;

export interface LastPass {
  /** Instant (ISO 8601) by the database's clock. */
  at: string;
  day: Day;
  /** How many messages went out in it. */
  sent: number;
}

/** Of one plan; `_id` is the plan's. */
export interface PassState extends Document {
  revision: number;
  /** Every time up to each of these on its day was seen to by a whole pass. */
  covered: Record<string, Day>;
  last?: LastPass;
  /** Working days without a pass, as they were noticed. */
  missed?: { from: Day; to: Day; noticed: Day };
}

export interface PassStates {
  get(plan: string): Promise<PassState | undefined>;
  /** Changes it by what stands; tried again when another instance was quicker. Nothing is written when `make` gives nothing. */
  change(plan: string, make: (now: PassState | undefined) => Partial<Omit<PassState, "_id" | "revision">> | undefined): Promise<void>;
}

export const slots: readonly string[] = Array.from({ length: 48 }, (_, at) => `${String(Math.floor(at / 2)).padStart(2, "0")}:${at % 2 ? "30" : "00"}`);

/** The last day of which an hour is done; yesterday before the first pass of all. */
export const coveredAt = (covered: Coverage | undefined, hour: string, today: Day): Day => covered?.[hour] ?? addDays(today, -1);

const attempts = 20;

/** How far passes came, a document a plan, changed only where it is as it was read. */
export function openPassStates(storage: Storage): PassStates {
  const states = storage.collection<PassState>("reminderState");
  return {
    get: (plan) => states.get(plan),
    async change(plan, make) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const now = await states.get(plan);
        const next = make(now);
        if (!next) return;
        const revision = (now?.revision ?? 0) + 1;
        const done = now
          ? await states.updateWhere({ _id: plan, revision: now.revision }, { $set: { ...next, revision } })
          : await states.insert({ covered: {}, ...next, _id: plan, revision });
        if (done) return;
      }
    },
  };
}
