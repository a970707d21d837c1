/** Which question a sketch is: an ordered list, the first that knows the words answers. */
import { changeStatus, reportFigure } from "./commands.js";
import { compare, count, ranking, which } from "./count-rules.js";
import { calendar, deadline, due, overdue } from "./date-rules.js";
import { figure, figureInTime, missing } from "./figure-rules.js";
import { askHelp } from "./help-rule.js";
import { history } from "./history-rule.js";
import { held, leads, unled } from "./people-rules.js";
import type { Rule } from "./rule.js";
import { actions, standing } from "./standing-rules.js";

/** In order: what wants to write, then the narrow questions, then the wide ones. */
export const rules: readonly Rule[] = [
  askHelp,
  reportFigure,
  history,
  count,
  changeStatus,
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
  standing,
];
