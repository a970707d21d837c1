/** Pauses, holidays and own hours hold for the messages of every plan, whichever plan they were said in; snoozes and the like are of one plan's actions. */
import type { Plans } from "../plan/index.js";
import type { AllSettings, ReminderSettings } from "./settings.js";
import type { SettingsStore } from "./settings-store.js";

/** Settings as they hold for a person in all plans: pauses, holidays and hours said in one count in the others. */
export function mergedSettings(store: SettingsStore, plans: Pick<Plans, "all">): SettingsStore {
  /** The plan's own, with what the others' say of the person. */
  const merged = async <T>(planId: string, read: (plan: string) => Promise<T>, join: (own: T, others: T[]) => T): Promise<T> => {
    const others = (await plans.all()).filter(({ id }) => id !== planId);
    const [own, ...rest] = await Promise.all([planId, ...others.map(({ id }) => id)].map(read));
    return rest.length ? join(own as T, rest) : (own as T);
  };
  return {
    ...store,
    all: (plan) => merged(plan, store.all, joinedAll),
    these: (plan, people) => merged(plan, (id) => store.these(id, people), joinedAll),
    of: (plan, who) => merged(plan, (id) => store.of(id, who), joined),
    awayWith: (plan, deputy, day) =>
      merged(
        plan,
        (id) => store.awayWith(id, deputy, day),
        (own, others) => [...new Set([own, ...others].flat())].sort(),
      ),
  };
}

const joinedAll = (own: AllSettings, others: AllSettings[]): AllSettings => {
  const people = new Set([own, ...others].flatMap((each) => [...each.keys()]));
  const of = (settings: AllSettings, who: string): ReminderSettings => settings.get(who) ?? {};
  return new Map(
    [...people].map((who) => [
      who,
      joined(
        of(own, who),
        others.map((each) => of(each, who)),
      ),
    ]),
  );
};

function joined(own: ReminderSettings, others: ReminderSettings[]): ReminderSettings {
  const all = [own, ...others];
  const [pauses, holidays] = [all.flatMap((each) => each.pauses ?? []), all.flatMap((each) => each.holidays ?? [])];
  // The newest that was said counts, and it is looked for from the end.
  const rhythms = all.flatMap((each) => each.rhythms ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
  return { ...own, ...(pauses.length && { pauses }), ...(holidays.length && { holidays }), ...(rhythms.length && { rhythms }) };
}
