/** The command that says how the plan stands: what needs attention, and whether the plan is kept alive. */
import { Command } from "commander";
import { z } from "zod/v4";
import { concernSentence } from "../answers/concerns.js";
import type { AuditLog } from "../audit/index.js";
import type { Messages } from "../people/index.js";
import { dayInWords, dayOf, type KnownPlan } from "../plan/index.js";
import { arrivedSince, type SentLog } from "../reminders/index.js";
import { UserFacingError } from "../shared/errors.js";
import { type ActionConcern, activityFigures, attention, type PlanActivity, type PlanSources, readActivity, readPlanState } from "../status/index.js";
import { print } from "./print.js";
import { type OpenPlan, planOption } from "./which-plan.js";

export interface StatusParts extends PlanSources {
  auditLog: Pick<AuditLog, "changes">;
  sentLog: Pick<SentLog, "of">;
  messages: Pick<Messages, "places">;
}

type OpenStatus = OpenPlan & { parts: StatusParts };

const Options = z.object({
  at: z.iso.datetime({ offset: true, message: "--at: an instant was expected, written 2026-11-24T10:00:00Z" }).optional(),
  json: z.boolean().default(false),
  plan: z.string().optional(),
});

/** `open` opens what is needed. Bad options throw a UserFacingError before anything is opened. */
export function statusCommand(open: (plan?: string) => Promise<OpenStatus>): Command {
  return new Command("status")
    .description("say what needs attention, the most serious first, and whether the plan is kept alive")
    .addOption(planOption())
    .option("--at <instant>", "as at when, written 2026-11-24T10:00:00Z; now when not said")
    .option("--json", "print JSON")
    .action(async (given: unknown) => {
      const options = Options.safeParse(given);
      if (!options.success) throw new UserFacingError(options.error.issues.map(({ message }) => message).join("\n"));
      const { at, json, plan } = options.data;
      const { known, parts, close } = await open(plan);
      try {
        if (!known) throw new UserFacingError("There is no plan yet. `plan import FILE` brings one in.");
        const status = await statusOf(parts, known, at ? new Date(at) : new Date());
        await print(json ? JSON.stringify(inJson(status)) : inWords(status));
      } finally {
        await close();
      }
    });
}

interface Status {
  plan: string;
  day: string;
  actions: ActionConcern[];
  activity: PlanActivity;
}

async function statusOf(parts: StatusParts, known: KnownPlan, at: Date): Promise<Status> {
  const day = dayOf(at, known.plan.timeZone);
  const { state, reports } = await readPlanState(parts, known, day);
  const sources = {
    changes: (which: object) => parts.auditLog.changes({ plan: known.id, ...which }),
    remindersSent: (from: string) => arrivedSince(parts.sentLog, known.id, from, day),
    reached: async (emails: string[]) => new Set((await parts.messages.places(emails)).keys()),
  };
  const { activity } = await readActivity(sources, state, reports);
  return { plan: known.plan.title, day, actions: attention(state).actions, activity };
}

function inJson({ plan, day, actions, activity }: Status) {
  const { owners, reportedNow, reportedAlways, neverReported, measures, withoutLead, leadLeft, openActions, reminders, answered, answeredWithin } = activity;
  return {
    plan,
    day,
    attention: actions.map((one) => ({ id: one.id, concerns: one.concerns.map(({ kind }) => kind) })),
    alive: {
      reporting: { owners: owners.length, lastPeriod: reportedNow.length, lastFourPeriods: reportedAlways.length },
      neverReported: { measures, ids: neverReported },
      leads: { openActions, without: withoutLead, left: leadLeft },
      answers: { reminders, answered, medianDays: answeredWithin ?? null },
    },
  };
}

const inWords = ({ plan, day, actions, activity }: Status): string =>
  [
    `${plan}, as at ${dayInWords(day)}`,
    "",
    ...(actions.length ? ["Needs attention:", ...actions.map((one) => `- ${one.id}: ${concernSentence(one, day)}`)] : ["Nothing needs attention."]),
    "",
    "How alive the plan is:",
    ...activityFigures(activity).map(({ label, words }) => `- ${label}: ${words}`),
  ].join("\n");
