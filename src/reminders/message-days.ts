/** Whose message of a day is of which plan: where several are loaded nobody gets one of each. */
import type { Day, KnownPlan } from "../plan/index.js";
import type { Document, Storage } from "../storage/port.js";

/** `_id` is person/day. */
interface MessageDay extends Document {
  plan: string;
}

export interface MessageDays {
  /** True for the first plan that asks for a person's day, and for that one again. */
  take(person: string, day: Day, plan: string): Promise<boolean>;
}

export function openMessageDays(storage: Storage): MessageDays {
  const days = storage.collection<MessageDay>("reminderDays");
  return {
    async take(person, day, plan) {
      const _id = `${person}/${day}`;
      return (await days.insert({ _id, plan })) || (await days.get(_id))?.plan === plan;
    },
  };
}

/** Which plan is first changes from day to day, so that none waits for long. */
export function inTurn(plans: readonly KnownPlan[], day: Day): KnownPlan[] {
  const from = plans.length ? Math.floor(Date.parse(day) / 86_400_000) % plans.length : 0;
  return [...plans.slice(from), ...plans.slice(0, from)];
}
