/** Who may do what, as one table; denied when no row says yes. Everything that writes asks here, at the time of writing. Pure. */

/** Someone, and what the plan says of them and the thing in hand. Addresses in lower case. */
export interface Roles {
  /** Missing when the channel could not say who this is; then only asking is allowed. */
  email?: string;
  isManager: boolean;
  /** A guest, or somebody of another tenant: gets nothing. */
  outsider?: boolean;
  /** Who the plan names to report the measure. */
  reporter?: string;
  /** Who may report the measure as well. */
  deputies?: readonly string[];
  /** Leads of the thing in hand and their deputies: an action's own and its priority's, or a measure's priority's. */
  leads?: readonly (string | undefined)[];
}

export const permissions = [
  "ask",
  "report a figure",
  "set up a measure",
  "join measures",
  "change a status",
  "mark a milestone done",
  "add a note",
  "ask for more time",
  "decide on more time",
  "name a lead",
  "name a reporter",
  "hand over",
  "name a manager",
  "name a committee date",
  "import a plan",
  "freeze the plan",
  "ask for an update",
  "see what had no answer",
  "snooze a reminder",
  "answer for an overdue action",
  "say whose an action is not",
  "set own reminders",
  "pause reminders",
  "send reminders",
  "choose a plan for others",
] as const;
export type Permission = (typeof permissions)[number];

type Rule = (who: Roles & { email: string }) => boolean;

const manager: Rule = ({ isManager }) => isManager;
const lead: Rule = ({ email, leads }) => Boolean(leads?.includes(email));
const reporter: Rule = ({ email, reporter, deputies }) => reporter === email || Boolean(deputies?.includes(email));
/** Where no reporter is named, any member of staff. */
const staff: Rule = ({ reporter, deputies }) => !reporter && !deputies?.length;

const rules: Record<Exclude<Permission, "ask">, Rule[]> = {
  "report a figure": [reporter, lead, manager, staff],
  "set up a measure": [lead, manager],
  "join measures": [manager],
  "change a status": [lead, manager],
  "mark a milestone done": [lead, manager],
  "add a note": [lead, manager],
  "ask for more time": [lead, manager],
  "decide on more time": [manager],
  "name a lead": [manager],
  "name a reporter": [manager],
  "hand over": [manager],
  "name a manager": [manager],
  "name a committee date": [manager],
  "import a plan": [manager],
  "freeze the plan": [manager],
  "ask for an update": [manager],
  "see what had no answer": [manager],
  "snooze a reminder": [lead, manager],
  "answer for an overdue action": [lead, manager],
  "say whose an action is not": [lead, manager],
  "set own reminders": [() => true],
  "pause reminders": [manager],
  "send reminders": [manager],
  "choose a plan for others": [manager],
};

/** What somebody may do in the place of a lead or reporter who is on holiday. Giving things away is not among it. */
export const inPlaceOfOthers: readonly Permission[] = [
  "report a figure",
  "change a status",
  "mark a milestone done",
  "add a note",
  "ask for more time",
  "snooze a reminder",
  "answer for an overdue action",
];

/** Whether the table allows it. Denied where the person is not known, but for asking; an outsider may nothing. */
export function may(permission: Permission, who: Roles): boolean {
  if (who.outsider) return false;
  if (permission === "ask") return true;
  const { email } = who;
  if (!email) return false;
  return rules[permission].some((allows) => allows({ ...who, email }));
}
