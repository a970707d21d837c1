/** Everything the bot is made of, without a channel: the features over one storage. For main.ts, and for tests of the whole. */
import { joinVerbOf, openFigureForms, openFigures, openReporting, setUpVerbOf } from "./figures/index.js";
import { openForms } from "./forms/index.js";
import { importVerbs, openFreezing, openHeldChoices, openKeptFiles, type SentPlan, takeFile } from "./imports/index.js";
import { usePlan } from "./intents/index.js";
import { openPace, sharedClock } from "./messaging/index.js";
import { callingByName, type Moment, namingVerbs, openDirectory, openManagers, openMessages, openWeekNotes, type Tell } from "./people/index.js";
import { type KnownPlan, openAmendments, openPlans } from "./plan/index.js";
import { openCommittee, openProgress, progressVerbs } from "./progress/index.js";
import { marked, openDesk } from "./questions/open-desk.js";
import type { AnswerSent } from "./questions/quoted.js";
import { openTrail } from "./record/index.js";
import {
  type Calendar,
  houseSettings,
  type MakeDigestAnswer,
  openDigestAnswer,
  openMessageDays,
  openReminderDesk,
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
  const trail = await openTrail(storage);
  const deps = { plans: openPlans(storage), figures: await openFigures(storage), progress: await openProgress(storage), trail };
  const amendments = openAmendments({ trail, plans: deps.plans });
  const reporting = await openReporting({ storage, trail, amendments });
  const forms = await openForms(storage);
  const figureForms = openFigureForms({ forms, figures: deps.figures, reporting });
  const managers = openManagers({ trail, setting });
  const directory = openDirectory(storage);
  const { addressOf } = directory;
  const committee = openCommittee(trail);
  const planChoices = openPlanChoices(storage, trail);
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
  const tell: Tell = async (email, moment, make, about) => {
    const calling = await callingFor(moment.loaded ?? [moment.known]);
    return messages.tell(email, (person) => calling.answer(marked(make(person), moment)), about);
  };
  const aside = (email: string, answer: Answer) => messages.tell(email, () => answer);
  const settings = await openSettings(storage, trail);
  const ofAllPlans = houseSettings(settings, deps.plans);
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
      ...withWayBack([...figureForms.verbs, ...progressVerbs({ forms, trail, progress: deps.progress, committee, tell })]),
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
    reminders: openReminderDesk(reminderParts),
    frozen: freezing.desk,
  };
  const taking = (file: SentPlan, scene: Moment) => takeFile(importing, file, scene);
  const answersSent = openWeekNotes<AnswerSent>(storage, "answersSent");
  const desk = openDesk({ storage, ...sources, planChoices, answersSent, aside, verbs, takeFile: taking, standingIn: settings.recentlyStandingIn });
  const settle = async () => {
    await trail.settle();
    await amendments.settle();
    await reporting.settle();
  };
  return { ...parts, sources, directory, reminders, settle, desk };
}

/** A reminder of one plan says of which where several are loaded; one of several plans says it of each part. */
const ofItsPlan =
  (withItsPlan: (answer: Answer, plan: string) => Promise<Answer>, make: MakeDigestAnswer): MakeDigestAnswer =>
  async (digest, person, at) => {
    const [only, ...others] = plansIn(digest);
    return withItsPlan(await make(digest, person, at), only && !others.length ? only : "");
  };
