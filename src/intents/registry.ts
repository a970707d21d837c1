/** Every intent, once. What else there is to know of them is derived from this. */
import { actions } from "./actions.js";
import { calendar } from "./calendar.js";
import { changeStatus } from "./change-status.js";
import { changedSince } from "./changed-since.js";
import { chart } from "./chart.js";
import { choose } from "./choose.js";
import { committee } from "./committee.js";
import { compare } from "./compare.js";
import { count } from "./count.js";
import { deadline } from "./deadline.js";
import { due } from "./due.js";
import { figure } from "./figure.js";
import { freeze } from "./freeze.js";
import { handOver } from "./hand-over.js";
import { held } from "./held.js";
import { help } from "./help.js";
import { history } from "./history.js";
import { join } from "./join.js";
import { leads } from "./leads.js";
import { markDone } from "./mark-done.js";
import { measures } from "./measures.js";
import { missing } from "./missing.js";
import { moreTime } from "./more-time.js";
import { myActions } from "./my-actions.js";
import { myReminders } from "./my-reminders.js";
import { namePerson } from "./name-person.js";
import { notUnderstood } from "./not-understood.js";
import { overdue } from "./overdue.js";
import { plans } from "./plans.js";
import { ranking } from "./ranking.js";
import { remindersAhead } from "./reminders-ahead.js";
import { remindersAnswer } from "./reminders-answer.js";
import { remindersAsk } from "./reminders-ask.js";
import { remindersAway } from "./reminders-away.js";
import { remindersNotMine } from "./reminders-not-mine.js";
import { remindersNow } from "./reminders-now.js";
import { remindersOwn } from "./reminders-own.js";
import { remindersPause } from "./reminders-pause.js";
import { remindersResume } from "./reminders-resume.js";
import { remindersSent } from "./reminders-sent.js";
import { remindersSnooze } from "./reminders-snooze.js";
import { remindersStop } from "./reminders-stop.js";
import { remindersUnreachable } from "./reminders-unreachable.js";
import { report } from "./report.js";
import { reportFigure } from "./report-figure.js";
import { requests } from "./requests.js";
import { setUp } from "./set-up.js";
import { sinceFrozen } from "./since-frozen.js";
import { standing } from "./standing.js";
import { unanswered } from "./unanswered.js";
import { unknownId } from "./unknown-id.js";
import { unled } from "./unled.js";
import { usePlan } from "./use-plan.js";
import { welcome } from "./welcome.js";
import { whichPlan } from "./which-plan.js";
import { whoChanged } from "./who-changed.js";
import { whoManages } from "./who-manages.js";

export const INTENTS = [
  standing,
  actions,
  deadline,
  due,
  overdue,
  leads,
  held,
  unled,
  measures,
  figure,
  history,
  missing,
  chart,
  count,
  compare,
  ranking,
  calendar,
  help,
  report,
  reportFigure,
  setUp,
  join,
  changeStatus,
  markDone,
  moreTime,
  myActions,
  requests,
  namePerson,
  handOver,
  whoManages,
  committee,
  whoChanged,
  changedSince,
  freeze,
  sinceFrozen,
  welcome,
  unanswered,
  myReminders,
  remindersAhead,
  remindersAnswer,
  remindersAsk,
  remindersAway,
  remindersNotMine,
  remindersNow,
  remindersOwn,
  remindersPause,
  remindersResume,
  remindersSent,
  remindersSnooze,
  remindersStop,
  remindersUnreachable,
  plans,
  usePlan,
  whichPlan,
  choose,
  unknownId,
  notUnderstood,
] as const;
