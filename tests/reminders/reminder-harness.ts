/** Reminders over a storage of the test's own, with a plan in it and a channel that notes what it is given. */
import { importPlan } from "../../src/imports/index.js";
import type { Where } from "../../src/people/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { calendarOf, openDigestAnswer, openReminders, openSettings, type ReminderParts } from "../../src/reminders/index.js";
import type { Answer } from "../../src/shared/answer.js";
import { createLogger } from "../../src/shared/logger.js";
import type { Storage } from "../../src/storage/index.js";
import { openFeatures } from "../support/features.js";

export const manager = "manager@example.org";

/** What arrived: to whom, and what the message says. */
export interface Heard {
  to: string;
  text: string;
}

export interface HarnessOptions extends Partial<Pick<ReminderParts, "clock" | "calendar" | "usualHour" | "onStep" | "makeAnswer" | "log">> {
  plan: Record<string, unknown>;
  managers?: string[];
  /** Who can be written to; nobody else. */
  met?: string[];
  /** Answers in the channel's place; what it throws is what the channel answered. */
  channel?(where: Where, answer: Answer): Promise<void>;
}

export async function openReminderHarness(storage: Storage, { plan, managers = [manager], met = [], channel, ...rest }: HarnessOptions) {
  const features = await openFeatures(storage, managers);
  if (!(await features.plans.current()))
    await importPlan(features, readPlan("plan.json", JSON.stringify(plan)), { by: manager, at: new Date("2025-04-01T09:00:00Z") });
  const heard: Heard[] = [];
  features.messages.via(async (where, answer) => {
    await channel?.(where, answer);
    heard.push({ to: where.person ?? "", text: answer.text });
  });
  for (const email of met) await features.messages.met({ id: `id of ${email}`, email }, { person: email });
  const settings = await openSettings(storage, features.auditLog);
  const reminders = await openReminders({
    storage,
    ...features,
    settings,
    calendar: calendarOf({ nation: "england" }),
    makeAnswer: openDigestAnswer({ ...features, settings }),
    log: createLogger("silent"),
    ...rest,
  });
  return { features, reminders, settings, heard };
}

export type ReminderHarness = Awaited<ReturnType<typeof openReminderHarness>>;
