/** What people may ask: every kind of question, registered once. */
import type { z } from "zod/v4";
import { actions } from "./actions.js";
import { calendar } from "./calendar.js";
import { changeStatus } from "./change-status.js";
import { choose } from "./choose.js";
import { compare } from "./compare.js";
import { count } from "./count.js";
import { deadline } from "./deadline.js";
import { due } from "./due.js";
import { figure } from "./figure.js";
import { held } from "./held.js";
import { help } from "./help.js";
import { leads } from "./leads.js";
import { measures } from "./measures.js";
import { missing } from "./missing.js";
import { notUnderstood } from "./not-understood.js";
import { overdue } from "./overdue.js";
import type { Question } from "./question.js";
import { ranking } from "./ranking.js";
import { reportFigure } from "./report-figure.js";
import { NotInPlan } from "./scope.js";
import { standing } from "./standing.js";
import { unknownId } from "./unknown-id.js";
import { unled } from "./unled.js";

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
  orUnknownId(missing),
  orUnknownId(count),
  orUnknownId(compare),
  orUnknownId(ranking),
  orUnknownId(calendar),
  orUnknownId(help),
  orUnknownId(reportFigure),
  orUnknownId(changeStatus),
  orUnknownId(choose),
  orUnknownId(unknownId),
  orUnknownId(notUnderstood),
];
