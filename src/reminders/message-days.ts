/** Which plan's entry a person's message of a day goes under: where several are loaded nobody gets one of each. */
import type { Day } from "../plan/index.js";
import type { Document, Storage } from "../storage/port.js";

/** `_id` is person/day. */
interface MessageDay extends Document {
  plan: string;
}

export interface MessageDays {
  /** The plan that has the person's day: the first one for which it was asked. */
  take(person: string, day: Day, plan: string): Promise<string>;
  /** The plan's message did not go: the day is free again. */
  giveBack(person: string, day: Day, plan: string): Promise<void>;
  /** Nothing when no plan has it yet. */
  of(person: string, day: Day): Promise<string | undefined>;
}

/** Which plan's message a person has had on a day: the first to insert the day has it, in all instances. */
export function openMessageDays(storage: Storage): MessageDays {
  const days = storage.collection<MessageDay>("reminderDays");
  const of = async (person: string, day: Day) => (await days.get(`${person}/${day}`))?.plan;
  return {
    of,
    async giveBack(person, day, plan) {
      await days.remove({ _id: `${person}/${day}`, plan });
    },
    take: async (person, day, plan) => ((await days.insert({ _id: `${person}/${day}`, plan })) ? plan : ((await of(person, day)) ?? plan)),
  };
}
