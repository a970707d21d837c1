/** Everything the bot is made of, without a channel: the features over one storage. For main.ts, and for tests of the whole. */

import { marked, openAssistant } from "./assistant/open-assistant.js";
import type { AnswerSent } from "./assistant/quoted.js";
import { openAuditLog } from "./audit/index.js";
import { joinVerbOf, openFigureForms, openFigures, openReporting, setUpVerbOf } from "./figures/index.js";
import { openForms } from "./forms/index.js";
import { importVerbs, openFreezing, openHeldChoices, openKeptFiles, type SentPlan, takeFile } from "./imports/index.js";
import { usePlan } from "./intents/index.js";
import { openPace, sharedClock } from "./messaging/index.js";
import { callingByName, namingVerbs, openDirectory, openManagers, openMessages, openWeekNotes, type RequestContext, type Tell } from "./people/index.js";
import { type KnownPlan, openAmendments, openPlans } from "./plan/index.js";
import { openCommittee, openProgress, progressVerbs } from "./progress/index.js";
import {
  type Calendar,
  type MakeDigestAnswer,
  mergedSettings,
  openDigestAnswer,
  openMessageDays,
  openReminderCommands,
  openReminders,
  openSentLog,
  openSettings,
  plansIn,
  reminderVerbs,
  requestRefused,
  withStandingIn,
  withWayBack,
} from "./reminders/index.js";
import { openReports, type Template } from "./reports/index.js";
import { openPlanChoices } from "./request/plan-choices.js";
import { openUnanswered } from "./request/unanswered.js";
import type { Answer } from "./shared/answer.js";
import type { Logger } from "./shared/logger.js";
import type { Storage } from "./storage/port.js";

export interface FeatureParts {
  storage: Storage;
  /** E-mail addresses of the managers by setting. */
  managers: readonly string[];
  calendar: Calendar;
  /** At which reminders go that nobody has set otherwise: "09:30". */
  usualHour: string;
  /** How long the words of questions without an answer are kept. */
  unansweredDays?: number;
  /** The organisation's own, for reports in Word. */
  reportTemplate?: Template | undefined;
  log: Logger;
}

export type Features = Awaited<ReturnType<typeof openFeatures>>;

/** Nothing is answered before `settle` has ended what a crash cut short. Whoever opened the storage closes it. */
export async function openFeatures({ storage, managers: setting, calendar, usualHour, unansweredDays, reportTemplate, log }: FeatureParts) {
  const auditLog = await openAuditLog(storage);
  const deps = { plans: openPlans(storage), figures: await openFigures(storage), progress: await openProgress(storage), auditLog };
  const amendments = openAmendments({ auditLog, plans: deps.plans });
  const reporting = await openReporting({ storage, auditLog, amendments });
  const forms = await openForms(storage);
  const figureForms = openFigureForms({ forms, figures: deps.figures, reporting });
  const managers = openManagers({ auditLog, setting });
  const directory = openDirectory(storage);
  const { addressOf } = directory;
  const committee = openCommittee(auditLog);
  const planChoices = openPlanChoices(storage, auditLog);
  const clock = sharedClock(storage);
  const pace = openPace(storage, clock);
  const messages = openMessages(storage, { clock, pace, log });
  /** Whatever goes out by itself calls people by their names, as answers do. */
  const callingFor = async (loaded: readonly KnownPlan[]) => callingByName({ loaded, managers: await managers.all() }, await directory.everyone());
  const withItsPlan = async (answer: Answer, plan: string): Promise<Answer> => {
    const loaded = await deps.plans.all();
    const known = loaded.find(({ id }) => id === plan);
    return (await callingFor(loaded)).answer(known ? marked(answer, { loaded, known }) : answer);
  };
  const tell: Tell = async (email, context, make, about) => {
    const calling = await callingFor(context.loaded ?? [context.known]);
    return messages.tell(email, (person) => calling.answer(marked(make(person), context)), about);
  };
  const aside = (email: string, answer: Answer) => messages.tell(email, () => answer);
  const settings = await openSettings(storage, auditLog);
  const ofAllPlans = mergedSettings(settings, deps.plans);
  const reminders = await openReminders({
    ...{ storage, ...deps, managers, messages, pace, settings, calendar, usualHour, log },
    makeAnswer: ofItsPlan(withItsPlan, openDigestAnswer({ ...deps, managers, settings: ofAllPlans, figureForms })),
  });
  const reminderParts = {
    ...deps,
    forms,
    figureForms,
    messages,
    tell,
    addressOf,
    reminders,
    sentLog: await openSentLog(storage),
    days: openMessageDays(storage),
    calendar,
    usualHour,
  };
  messages.onRefusedLate(async (about) =>
    requestRefused(reminderParts, about, await clock.now(), async (email, plan, answer) => aside(email, await withItsPlan(answer, plan))),
  );
  const freezing = openFreezing({ storage, forms, ...deps });
  const importing = { ...deps, amendments, forms, files: openKeptFiles(storage), held: openHeldChoices(storage), messages };
  const verbs = [
    ...importVerbs(importing),
    ...freezing.verbs,
    ...withStandingIn(ofAllPlans, [
      ...withWayBack([...figureForms.verbs, ...progressVerbs({ forms, auditLog, progress: deps.progress, committee, tell })]),
      ...reminderVerbs(reminderParts),
    ]),
    setUpVerbOf({ forms, figures: deps.figures, amendments }),
    joinVerbOf({ forms, figures: deps.figures, amendments }),
    ...namingVerbs({ forms, amendments, managers, addressOf }),
    usePlan({ forms, choices: planChoices }),
  ];
  const parts = { ...deps, amendments, reporting, figureForms, forms, managers, committee, messages };
  /** What answers are made from. */
  const sources = {
    ...parts,
    directory,
    sentLog: reminderParts.sentLog,
    unanswered: openUnanswered(storage, unansweredDays),
    reports: openReports(reportTemplate),
    reminders: openReminderCommands(reminderParts),
    frozen: freezing.snapshots,
  };
  const taking = (file: SentPlan, context: RequestContext) => takeFile(importing, file, context);
  const answersSent = openWeekNotes<AnswerSent>(storage, "answersSent");
  const assistant = openAssistant({ storage, ...sources, planChoices, answersSent, aside, verbs, takeFile: taking, standingIn: settings.recentlyStandingIn });
  const settle = async () => {
    await auditLog.settle();
    await amendments.settle();
    await reporting.settle();
  };
  return { ...parts, sources, directory, reminders, settle, assistant };
}

/** A reminder of one plan says of which where several are loaded; one of several plans says it of each part. */
const ofItsPlan =
  (withItsPlan: (answer: Answer, plan: string) => Promise<Answer>, make: MakeDigestAnswer): MakeDigestAnswer =>
  async (digest, person, at) => {
    const [only, ...others] = plansIn(digest);
    return withItsPlan(await make(digest, person, at), only && !others.length ? only : "");
  };
