/** Which question an utterance is: an ordered list, the first that knows the words answers. */
import { change, committeeDate, handOver, managersNamed, moreTime, myActions, namePerson, requests } from "./change-rules.js";
import { chart } from "./chart-rule.js";
import { reportFigure } from "./commands.js";
import { compare, count, ranking, which } from "./count-rules.js";
import { calendar, deadline, due, overdue } from "./date-rules.js";
import { figure, figureInTime, missing } from "./figure-rules.js";
import { figureSaid, figuresOffered, figureWrong } from "./figure-said-rule.js";
import { aboutReminders, askHelp, notAsked } from "./help-rule.js";
import { history } from "./history-rule.js";
import { howLate } from "./how-late-rule.js";
import { join } from "./join-rule.js";
import { nextFiguresDue } from "./next-figures-rule.js";
import { noFigure } from "./no-figure-rule.js";
import { held, importAsked, leads, unled, whoIsWho } from "./people-rules.js";
import { choosePlan, whichPlans } from "./plan-rules.js";
import { answerSaid, delaySaid, doneSaid, longerSaid, newsOffered, noteSaid, slipsAsked, takeBack, tickOffAsked } from "./progress-said-rule.js";
import { changedSince, whoChangedIt } from "./record-rules.js";
import { reasonedReminders } from "./reminder-rules.js";
import { report } from "./report-rule.js";
import type { Rule } from "./rule.js";
import { setUp } from "./set-up-rule.js";
import { actions, standing } from "./standing-rules.js";
import { unanswered } from "./unanswered-rule.js";

/** In order: what wants to write, then the narrow questions, then the wide ones. */
export const rules: readonly Rule[] = [
  unanswered,
  whichPlans,
  choosePlan,
  askHelp,
  notAsked,
  report,
  committeeDate,
  changedSince,
  answerSaid,
  requests,
  managersNamed,
  whoIsWho,
  importAsked,
  handOver,
  namePerson,
  join,
  setUp,
  noFigure,
  figureWrong,
  figuresOffered,
  newsOffered,
  reportFigure,
  chart,
  figureSaid,
  history,
  whoChangedIt,
  myActions,
  slipsAsked,
  howLate,
  count,
  takeBack,
  doneSaid,
  tickOffAsked,
  longerSaid,
  moreTime,
  change,
  nextFiguresDue,
  missing,
  unled,
  compare,
  ranking,
  overdue,
  calendar,
  figureInTime,
  due,
  leads,
  which,
  held,
  deadline,
  figure,
  actions,
  aboutReminders,
  standing,
];

/** What takes a reason: told apart first, so that the words of the reason are not taken for what is asked. */
export const reasonedRules: readonly Rule[] = [reasonedReminders, noFigure, longerSaid, moreTime, change, delaySaid, noteSaid, reportFigure];
