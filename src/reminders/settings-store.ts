import type { AuditLog, Change } from "../audit/index.js";
import type { Day } from "../plan/index.js";
import type { Storage } from "../storage/port.js";
import { type AwayWith, recently, type StandingIn } from "./recently-away.js";
import { type AllSettings, everyone, holidayOn, type KeptSettings, type ReminderSettings } from "./settings.js";

export interface SettingsStore {
  /** Read anew; only of those for whom something was set. */
  all(planId: string): Promise<AllSettings>;
  /** Of "everyone" and these people only. */
  these(planId: string, people: readonly string[]): Promise<AllSettings>;
  of(planId: string, who: string): Promise<ReminderSettings>;
  awayWith: AwayWith;
  /**
   * For whom this person stands in, by plan and day, as it was up to half a minute ago; whatever is written asks again. One
   * read for all plans. Nothing for who stands in for nobody, else the same function as long as it says the same.
   */
  recentlyStandingIn(deputy: string): Promise<StandingIn | undefined>;
  /**
   * Changes the settings of "everyone" or of a person, once for each one-time id; `again` when it had been done before.
   * `decide` gets what stands and may throw to refuse; it gives the whole of the settings afterwards (see settings-said.ts).
   */
  change(where: { plan: string; who: string }, id: string, decide: (now: ReminderSettings) => NewSettings): Promise<{ change: Change; again: boolean }>;
}

export interface NewSettings {
  settings: ReminderSettings;
  change: Change;
}

const fields = ["pauses", "rhythms", "holidays", "snoozes", "reassigns", "reasons"] as const;

const settingsOf = (kept: KeptSettings | undefined): ReminderSettings =>
  Object.fromEntries(fields.flatMap((field) => (kept?.[field] === undefined ? [] : [[field, kept[field]]])));

const deputiesIn = ({ holidays = [] }: ReminderSettings): string[] => [...new Set(holidays.flatMap(({ deputy }) => deputy ?? []))];

const byWho = (all: readonly KeptSettings[]): AllSettings => new Map(all.map((kept) => [kept.who, settingsOf(kept)]));

/** What people and managers have set about reminders, by plan and person; every change is entered in the record. */
export async function openSettings(storage: Storage, auditLog: AuditLog): Promise<SettingsStore> {
  const collection = storage.collection<KeptSettings>("reminderSettings");
  await collection.ensureIndex(["plan"]);
  await collection.ensureIndex(["deputies"]);
  const repository = auditLog.repository<KeptSettings>("reminderSettings");
  const idOf = (plan: string, who: string) => `${plan}/${who.toLowerCase()}`;
  const awayOn = (found: readonly KeptSettings[], deputy: string, day: Day): string[] =>
    found.flatMap((kept) => (holidayOn(kept, day)?.deputy === deputy ? [kept.who] : [])).sort();
  const awayWith: AwayWith = async (plan, deputy, day) => awayOn(deputy ? await collection.find({ deputies: deputy, plan }) : [], deputy, day);
  const remembered = recently(async (deputy) => (deputy ? collection.find({ deputies: deputy }) : []));
  const facts = new WeakMap<readonly KeptSettings[], StandingIn>();
  return {
    all: async (plan) => byWho(await collection.find({ plan })),
    these: async (plan, people) => byWho(await collection.find({ _id: { $in: [everyone, ...people].map((who) => idOf(plan, who)) } })),
    of: async (plan, who) => settingsOf(await collection.get(idOf(plan, who))),
    awayWith,
    async recentlyStandingIn(deputy) {
      const found = await remembered.look(deputy);
      if (!found.length) return undefined;
      const known = facts.get(found);
      if (known) return known;
      const ofPlan = (planId: string) => found.filter(({ plan }) => plan === planId);
      const made: StandingIn = (planId, day) => awayOn(ofPlan(planId), deputy, day);
      facts.set(found, made);
      return made;
    },
    async change({ plan, who }, id, decide) {
      const { change, again } = await repository.change(idOf(plan, who), id, (kept) => {
        const { settings, change: made } = decide(settingsOf(kept));
        const gone = fields.filter((field) => settings[field] === undefined);
        return {
          change: made,
          update: {
            $set: { ...settings, deputies: deputiesIn(settings) },
            ...(gone.length && { $unset: Object.fromEntries(gone.map((field) => [field, true as const])) }),
          },
          create: { ...settings, deputies: deputiesIn(settings), plan, who: who.toLowerCase() },
        };
      });
      remembered.forget();
      return { change, again };
    },
  };
}
