/** What people may ask: every kind of question, registered once. */
import type { z } from "zod/v4";
import { actions } from "./kinds/actions.js";
import { calendar } from "./kinds/calendar.js";
import { changeStatus } from "./kinds/change-status.js";
import { changedSince } from "./kinds/changed-since.js";
import { chart } from "./kinds/chart.js";
import { choose } from "./kinds/choose.js";
import { committee } from "./kinds/committee.js";
import { compare } from "./kinds/compare.js";
import { count } from "./kinds/count.js";
import { deadline } from "./kinds/deadline.js";
import { due } from "./kinds/due.js";
import { figure } from "./kinds/figure.js";
import { freeze } from "./kinds/freeze.js";
import { handOver } from "./kinds/hand-over.js";
import { held } from "./kinds/held.js";
import { help } from "./kinds/help.js";
import { history } from "./kinds/history.js";
import { join } from "./kinds/join.js";
import { leads } from "./kinds/leads.js";
import { markDone } from "./kinds/mark-done.js";
import { measures } from "./kinds/measures.js";
import { missing } from "./kinds/missing.js";
import { moreTime } from "./kinds/more-time.js";
import { myActions } from "./kinds/my-actions.js";
import { myReminders } from "./kinds/my-reminders.js";
import { namePerson } from "./kinds/name-person.js";
import { notUnderstood } from "./kinds/not-understood.js";
import { overdue } from "./kinds/overdue.js";
import { plans } from "./kinds/plans.js";
import { ranking } from "./kinds/ranking.js";
import { remindersAhead } from "./kinds/reminders-ahead.js";
import { remindersAnswer } from "./kinds/reminders-answer.js";
import { remindersAsk } from "./kinds/reminders-ask.js";
import { remindersAway } from "./kinds/reminders-away.js";
import { remindersNotMine } from "./kinds/reminders-not-mine.js";
import { remindersNow } from "./kinds/reminders-now.js";
import { remindersOwn } from "./kinds/reminders-own.js";
import { remindersPause } from "./kinds/reminders-pause.js";
import { remindersResume } from "./kinds/reminders-resume.js";
import { remindersSent } from "./kinds/reminders-sent.js";
import { remindersSnooze } from "./kinds/reminders-snooze.js";
import { remindersStop } from "./kinds/reminders-stop.js";
import { remindersUnreachable } from "./kinds/reminders-unreachable.js";
import { report } from "./kinds/report.js";
import { reportFigure } from "./kinds/report-figure.js";
import { requests } from "./kinds/requests.js";
import { setUp } from "./kinds/set-up.js";
import { sinceFrozen } from "./kinds/since-frozen.js";
import { standing } from "./kinds/standing.js";
import { unanswered } from "./kinds/unanswered.js";
import { unknownId } from "./kinds/unknown-id.js";
import { unled } from "./kinds/unled.js";
import { usePlan } from "./kinds/use-plan.js";
import { welcome } from "./kinds/welcome.js";
import { whichPlan } from "./kinds/which-plan.js";
import { whoChanged } from "./kinds/who-changed.js";
import { whoManages } from "./kinds/who-manages.js";
import type { Question } from "./question.js";
import { NotInPlan } from "./wording/scope.js";

/** An id that the plan does not have is an answer, whichever question it was asked with. */
const orUnknownId = <Args extends z.ZodType>(it: Question<Args>): Question => ({
  ...it,
  answer: async (args, scene) => {
    try {
      return await it.answer(args as z.output<Args>, scene);
    } catch (error) {
      if (error instanceof NotInPlan) return unknownId.answer({ id: error.id.slice(0, 60) }, scene);
      throw error;
    }
  },
});

export const questions: readonly Question[] = [
  orUnknownId(standing),
  orUnknownId(actions),
  orUnknownId(deadline),
  orUnknownId(due),
  orUnknownId(overdue),
  orUnknownId(leads),
  orUnknownId(held),
  orUnknownId(unled),
  orUnknownId(measures),
  orUnknownId(figure),
  orUnknownId(history),
  orUnknownId(missing),
  orUnknownId(chart),
  orUnknownId(count),
  orUnknownId(compare),
  orUnknownId(ranking),
  orUnknownId(calendar),
  orUnknownId(help),
  orUnknownId(report),
  orUnknownId(reportFigure),
  orUnknownId(setUp),
  orUnknownId(join),
  orUnknownId(changeStatus),
  orUnknownId(markDone),
  orUnknownId(moreTime),
  orUnknownId(myActions),
  orUnknownId(requests),
  orUnknownId(namePerson),
  orUnknownId(handOver),
  orUnknownId(whoManages),
  orUnknownId(committee),
  orUnknownId(whoChanged),
  orUnknownId(changedSince),
  orUnknownId(freeze),
  orUnknownId(sinceFrozen),
  orUnknownId(welcome),
  orUnknownId(unanswered),
  orUnknownId(myReminders),
  orUnknownId(remindersAhead),
  orUnknownId(remindersAnswer),
  orUnknownId(remindersAsk),
  orUnknownId(remindersAway),
  orUnknownId(remindersNotMine),
  orUnknownId(remindersNow),
  orUnknownId(remindersOwn),
  orUnknownId(remindersPause),
  orUnknownId(remindersResume),
  orUnknownId(remindersSent),
  orUnknownId(remindersSnooze),
  orUnknownId(remindersStop),
  orUnknownId(remindersUnreachable),
  orUnknownId(plans),
  orUnknownId(usePlan),
  orUnknownId(whichPlan),
  orUnknownId(choose),
  orUnknownId(unknownId),
  orUnknownId(notUnderstood),
];
