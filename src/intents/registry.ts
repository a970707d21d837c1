/** Every intent, once. What else there is to know of them is derived from this. */
import { aboutToSlip } from "./about-to-slip.js";
import { actions } from "./actions.js";
import { briefMe } from "./brief-me.js";
import { calendar } from "./calendar.js";
import { changeStatus } from "./change-status.js";
import { changedSince } from "./changed-since.js";
import { chart } from "./chart.js";
import { choose } from "./choose.js";
import { committee } from "./committee.js";
import { compare } from "./compare.js";
import { correctLast } from "./correct-last.js";
import { count } from "./count.js";
import { deadline } from "./deadline.js";
import { due } from "./due.js";
import { figure } from "./figure.js";
import { figureGood } from "./figure-good.js";
import { freeze } from "./freeze.js";
import { goodNews } from "./good-news.js";
import { handOver } from "./hand-over.js";
import { held } from "./held.js";
import { heldUp } from "./held-up.js";
import { hello } from "./hello.js";
import { helpOn } from "./help.js";
import { history } from "./history.js";
import { howLate } from "./how-late.js";
import { importHelp } from "./import-help.js";
import { join } from "./join.js";
import { leads } from "./leads.js";
import { markDone } from "./mark-done.js";
import { measures } from "./measures.js";
import { measuresBetter } from "./measures-better.js";
import { measuresMet } from "./measures-met.js";
import { measuresMissed } from "./measures-missed.js";
import { measuresNoFigures } from "./measures-no-figures.js";
import { measuresNoTarget } from "./measures-no-target.js";
import { measuresWorse } from "./measures-worse.js";
import { metLate } from "./met-late.js";
import { missing } from "./missing.js";
import { moreTime } from "./more-time.js";
import { mostOverdue } from "./most-overdue.js";
import { myActions } from "./my-actions.js";
import { myReminders } from "./my-reminders.js";
import { namePerson } from "./name-person.js";
import { needsMe } from "./needs-me.js";
import { notUnderstood } from "./not-understood.js";
import { okay } from "./okay.js";
import { OUT_OF_SCOPE } from "./out-of-scope/all.js";
import { overdue } from "./overdue.js";
import { planAlive } from "./plan-alive.js";
import { planSize } from "./plan-size.js";
import { planToDo } from "./plan-to-do.js";
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
import { sittingOn } from "./sitting-on.js";
import { slippedSince } from "./slipped-since.js";
import { standing } from "./standing.js";
import { thanks } from "./thanks.js";
import { themes } from "./themes.js";
import { topRisks } from "./top-risks.js";
import { unanswered } from "./unanswered.js";
import { undated } from "./undated.js";
import { unhappy } from "./unhappy.js";
import { unknownId } from "./unknown-id.js";
import { unknownQuarter } from "./unknown-quarter.js";
import { unled } from "./unled.js";
import { usePlan } from "./use-plan.js";
import { welcome } from "./welcome.js";
import { whatDoIReport } from "./what-do-i-report.js";
import { whichPlan } from "./which-plan.js";
import { whoChanged } from "./who-changed.js";
import { whoIsWho } from "./who-is-who.js";
import { whoManages } from "./who-manages.js";
import { worry } from "./worry.js";

const ASKED = [
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
  report,
  reportFigure,
  correctLast,
  setUp,
  join,
  changeStatus,
  markDone,
  moreTime,
  myActions,
  requests,
  namePerson,
  handOver,
  whoIsWho,
  planToDo,
  importHelp,
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
  worry,
  topRisks,
  needsMe,
  briefMe,
  goodNews,
  sittingOn,
  planAlive,
  aboutToSlip,
  slippedSince,
  mostOverdue,
  howLate,
  metLate,
  undated,
  heldUp,
  measuresBetter,
  measuresWorse,
  measuresMet,
  measuresMissed,
  measuresNoFigures,
  measuresNoTarget,
  figureGood,
  planSize,
  themes,
  whatDoIReport,
  hello,
  thanks,
  okay,
  unhappy,
  ...OUT_OF_SCOPE,
  plans,
  usePlan,
  whichPlan,
  choose,
  unknownId,
  unknownQuarter,
  notUnderstood,
] as const;

export const INTENTS = [...ASKED, helpOn(ASKED)] as const;
