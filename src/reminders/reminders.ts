import type { AuditLog } from "../audit/index.js";
import type { Figures } from "../figures/index.js";
import { type Clock, openPace, type Pace, sharedClock } from "../messaging/index.js";
import type { Managers, Messages } from "../people/index.js";
import type { Day, KnownPlan, Plans } from "../plan/index.js";
import type { Progress } from "../progress/index.js";
import type { Logger } from "../shared/logger.js";
import type { Storage } from "../storage/port.js";
import { agendaOf, digestOf, joined } from "./agenda.js";
import type { Calendar } from "./calendar.js";
import { openSentLog } from "./commands/sent-log.js";
import type { MakeDigestAnswer } from "./digest-answer.js";
import { type Digest, plansIn } from "./due-item.js";
import { localTimeAt } from "./local-time.js";
import { withUnclear } from "./manager-items.js";
import { weekItems } from "./managers-week.js";
import { mergedSettings } from "./merged-settings.js";
import { openMessageDays } from "./message-days.js";
import { type PassReport, runPass } from "./pass.js";
import { noticed } from "./pass-coverage.js";
import { type LastPass, openPassStates } from "./pass-state.js";
import { openReminderLog } from "./reminder-log.js";
import type { Step } from "./send-one.js";
import type { SettingsStore } from "./settings-store.js";
import { whyNone } from "./why-none.js";

/** When reminders go that nobody has set otherwise. */
export const usualHour = "09:30";

/** All that the chat, the command line and the timer ask of reminders. */
export interface Reminders {
  settings: SettingsStore;
  /**
   * What goes to whom at this instant, and why; nothing is written. `dayOf: "whole"` leaves the hour out of it and takes every day
   * before as done: "what will you send tomorrow". With `to`, of one person.
   */
  preview(at: Date, options?: { dayOf?: "whole"; to?: string }): Promise<Digest[]>;
  /** Why nothing would go at an instant, and when the next would, in sentences. */
  whyNone(at: Date): Promise<string[]>;
  /** Sends what is due, as at an instant or now, and resolves when that is done. Any number of instances may run one at the same time. */
  pass(options?: { at?: Date; signal?: AbortSignal }): Promise<PassReport>;
  lastPass(): Promise<LastPass | undefined>;
  /** Working days before today on which no pass ran since the last one; nothing when there were none. */
  missed(): Promise<{ from: Day; to: Day } | undefined>;
}

export interface ReminderParts {
  storage: Storage;
  plans: Pick<Plans, "all" | "of" | "current">;
  figures: Pick<Figures, "these" | "recentReports">;
  progress: Pick<Progress, "of" | "these" | "movedInto">;
  managers: Pick<Managers, "all">;
  messages: Pick<Messages, "send" | "lost" | "places">;
  /** Shared with what else is sent of the bot's own accord; reminders count alone without it. */
  pace?: Pace;
  settings: SettingsStore;
  auditLog: Pick<AuditLog, "changes">;
  calendar: Calendar;
  usualHour?: string;
  makeAnswer: MakeDigestAnswer;
  log: Logger;
  clock?: Clock;
  /** For tests that end the process there. */
  onStep?(step: Step, person: string): void;
}

/** Reminders over one storage: a pass, a preview of one, requests for an update, settings. */
export async function openReminders(parts: ReminderParts): Promise<Reminders> {
  const { storage, plans, calendar, managers, clock = sharedClock(storage) } = parts;
  const settings = mergedSettings(parts.settings, plans);
  const log = await openReminderLog(storage);
  const states = openPassStates(storage);
  const sentLog = await openSentLog(storage);
  const looking = { ...parts, sentLog, settings, usualHour: parts.usualHour ?? usualHour, log, clock };
  const days = openMessageDays(storage);
  const sending = { ...looking, days, states, pace: parts.pace ?? openPace(storage, clock), logger: parts.log };

  const previewOf = async (known: KnownPlan, several: boolean, at: Date, { dayOf, to }: { dayOf?: "whole"; to?: string }): Promise<Digest[]> => {
    const asked = { known, local: localTimeAt(at, known.plan.timeZone), settings: await settings.all(known.id), managers: await managers.all() };
    const state = await states.get(known.id);
    const due = await agendaOf(looking, { ...asked, covered: state?.covered, ...(dayOf && { wholeDay: true }), several });
    const facts = { known, calendar, settings: asked.settings, today: asked.local.day, said: new Map() };
    const mine = due.filter((one) => !one.held && (!to || one.to === to));
    const digests = mine.map(async (one) =>
      digestOf({ known, several }, asked.local.day, one, withUnclear(one.week ? await weekItems(looking, facts, one.week, state) : [], one.unclear ?? [])),
    );
    return (await Promise.all(digests)).filter(({ items }) => items.length);
  };

  /** Of a day that another plan's message had, nothing goes any more. */
  const stillGoes = async (digest: Digest): Promise<boolean> => {
    const plan = await days.of(digest.to, digest.day);
    return plan === undefined || plansIn(digest).includes(plan);
  };

  const preview: Reminders["preview"] = async (at, options = {}) => {
    const loaded = await plans.all();
    const several = loaded.length > 1;
    const found = new Map<string, Digest[]>();
    for (const known of loaded)
      for (const digest of await previewOf(known, several, at, options)) found.set(digest.to, [...(found.get(digest.to) ?? []), digest]);
    const all = [...found.values()]
      .map(joined)
      .filter(({ items }) => items.length)
      .sort((a, b) => (a.to < b.to ? -1 : 1));
    if (!several) return all;
    const goes = await Promise.all(all.map(stillGoes));
    return all.filter((_, place) => goes[place]);
  };

  return {
    settings,
    preview,
    async whyNone(at) {
      const known = await plans.current();
      if (!known) return ["There is no plan yet. `plan import FILE` brings one in."];
      return whyNone({ known, settings: await settings.all(known.id), calendar, usualHour: looking.usualHour, preview }, at);
    },
    pass: (options = {}) => runPass(sending, options),
    async lastPass() {
      const known = await plans.current();
      return known && (await states.get(known.id))?.last;
    },
    async missed() {
      const known = await plans.current();
      const state = known && (await states.get(known.id));
      if (!state) return undefined;
      const { day } = localTimeAt(await clock.now(), known.plan.timeZone);
      const found = noticed(state, looking, await settings.these(known.id, []), day);
      return found && { from: found.from, to: found.to };
    },
  };
}
