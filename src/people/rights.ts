/** Who may do what, as one table; denied when no row says yes. Pure. */

/** Someone, and what the plan says of them and the thing in hand. Addresses in lower case. */
export interface Standing {
  /** Missing when the channel could not say who this is; then only asking is allowed. */
  email?: string;
  isManager: boolean;
  /** Who the plan names to report the measure. */
  reporter?: string;
  /** Leads of the thing in hand: an action's own and its priority's, or a measure's priority's. */
  leads?: readonly (string | undefined)[];
}

export const deeds = [
  "ask",
  "report a figure",
  "change a status",
  "mark a milestone done",
  "add a note",
  "name a lead",
  "name a reporter",
  "import a plan",
  "ask for an update",
] as const;
export type Deed = (typeof deeds)[number];

type Rule = (who: Standing & { email: string }) => boolean;

const manager: Rule = ({ isManager }) => isManager;
const lead: Rule = ({ email, leads }) => Boolean(leads?.includes(email));
const reporter: Rule = ({ email, reporter }) => reporter === email;
/** Where no reporter is named, any member of staff. */
const staff: Rule = ({ reporter }) => !reporter;

const rules: Record<Exclude<Deed, "ask">, Rule[]> = {
  "report a figure": [reporter, lead, manager, staff],
  "change a status": [lead, manager],
  "mark a milestone done": [lead, manager],
  "add a note": [lead, manager],
  "name a lead": [manager],
  "name a reporter": [manager],
  "import a plan": [manager],
  "ask for an update": [manager],
};

export function may(deed: Deed, who: Standing): boolean {
  if (deed === "ask") return true;
  const { email } = who;
  if (!email) return false;
  return rules[deed].some((allows) => allows({ ...who, email }));
}
