/** What was chosen about things that repeat in a plan's files; it holds at every later import of that plan. */
import type { Document, Storage } from "../../storage/port.js";

interface Held extends Document {
  /** By the names of rows, letters and digits. */
  chosen: Record<string, string>;
}

export interface HeldChoices {
  of(plan: string): Promise<Map<string, string>>;
  /** Beside what was chosen before. */
  hold(plan: string, chosen: ReadonlyMap<string, string>): Promise<void>;
}

/** Choices that hold at every later import of a plan, such as what "On hold" means in it. */
export function openHeldChoices(storage: Storage): HeldChoices {
  const held = storage.collection<Held>("importChoices");
  return {
    of: async (plan) => new Map(Object.entries((await held.get(plan))?.chosen ?? {})),
    async hold(plan, chosen) {
      if (!chosen.size) return;
      const fields = Object.fromEntries([...chosen].map(([name, value]) => [`chosen.${name}`, value]));
      if (await held.updateWhere({ _id: plan }, { $set: fields })) return;
      if (!(await held.insert({ _id: plan, chosen: Object.fromEntries(chosen) }))) await held.updateWhere({ _id: plan }, { $set: fields });
    },
  };
}
