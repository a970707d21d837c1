/** Everything the bot is made of, over a storage of the test's own, as main.ts puts it together. */
import { joinVerbOf, openFigureForms, openFigures, openReporting, setUpVerbOf } from "../../src/figures/index.js";
import { openForms } from "../../src/forms/index.js";
import { namingVerbs, openDirectory, openManagers, openMessages } from "../../src/people/index.js";
import { openAmendments, openPlans } from "../../src/plan/index.js";
import { openCommittee, openProgress, progressVerbs } from "../../src/progress/index.js";
import { openDesk } from "../../src/questions/open-desk.js";
import { openUnanswered } from "../../src/questions/unanswered.js";
import { openTrail } from "../../src/record/index.js";
import {
  calendarOf,
  openDigestAnswer,
  openReminderDesk,
  openReminders,
  openSentLog,
  openSettings,
  reminderVerbs,
  usualHour,
  withWayBack,
} from "../../src/reminders/index.js";
import { reportMaker } from "../../src/reports/index.js";
import type { Answer } from "../../src/shared/answer.js";
import { createLogger } from "../../src/shared/logger.js";
import type { Storage } from "../../src/storage/index.js";

export const headOfService = "head.of.service@example.org";

export async function openFeatures(storage: Storage, setting: readonly string[] = [headOfService], log = createLogger("silent")) {
  const trail = await openTrail(storage);
  const deps = { plans: openPlans(storage), figures: await openFigures(storage), progress: await openProgress(storage) };
  const amendments = openAmendments({ trail, plans: deps.plans });
  const reporting = await openReporting({ storage, trail, amendments });
  const forms = await openForms(storage);
  const figureForms = openFigureForms({ forms, figures: deps.figures, reporting });
  const managers = openManagers({ trail, setting });
  const committee = openCommittee(trail);
  const messages = openMessages(storage);
  const unanswered = openUnanswered(storage);
  const aside = (email: string, answer: Answer) => messages.tell(email, () => answer);
  const addressOf = openDirectory(storage).addressOf;
  const reminders = await openReminders({
    ...{ storage, ...deps, managers, messages, log },
    settings: await openSettings(storage, trail),
    calendar: calendarOf({ nation: "england" }),
    makeAnswer: openDigestAnswer({ ...deps, managers, figureForms }),
  });
  const reminderParts = { ...deps, forms, figureForms, trail, messages, addressOf, reminders, sentLog: await openSentLog(storage), usualHour };
  const verbs = [
    ...withWayBack([...figureForms.verbs, ...progressVerbs({ forms, trail, progress: deps.progress, committee, messages })]),
    setUpVerbOf({ forms, figures: deps.figures, amendments }),
    joinVerbOf({ forms, figures: deps.figures, amendments }),
    ...namingVerbs({ forms, amendments, managers, addressOf }),
    ...reminderVerbs(reminderParts),
  ];
  const parts = {
    ...{ ...deps, trail, amendments, reporting, figureForms, forms, managers, committee, messages, unanswered, aside },
    reports: reportMaker,
    reminders: openReminderDesk(reminderParts),
  };
  /** Ends what a crash cut short, as every start does. */
  const settle = async () => {
    await trail.settle();
    await amendments.settle();
    await reporting.settle();
  };
  return { ...parts, reminderPass: reminders, settle, desk: openDesk({ storage, ...parts, verbs }) };
}

export type Features = Awaited<ReturnType<typeof openFeatures>>;
