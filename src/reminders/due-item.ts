import { type Day, type KnownPlan, planInShort } from "../plan/index.js";

export const leadSteps = ["28 days before", "7 days before", "on the day", "overdue 1", "overdue 2", "overdue 3", "overdue 4"] as const;
export const reporterSteps = ["asked", "asked again", "late"] as const;
/** Most pressing first. */
export const managerSteps = [
  "pass missed",
  "escalated",
  "newly overdue",
  "newly at risk",
  "more time asked for",
  "to be reassigned",
  "not yet reported",
  "figures missing",
  "no lead",
  "not delivered",
  "cannot be reached",
  "kept alive",
] as const;

export type LeadStep = (typeof leadSteps)[number];
export type ReporterStep = (typeof reporterSteps)[number];
export type ManagerStep = (typeof managerSteps)[number];

/** The last before an item goes up to the managers: it says so, and no snooze holds it back. */
export const lastStep: LeadStep = "overdue 4";

interface Said {
  /** The same for the same thing, whatever its step: "1.1.2/0" (a milestone by its place), "2.3.m1/2026-27 Q2" (a figure), a manager's line. What a snooze names. */
  key: string;
  /** As printed: an action's or a measure's. Of a line that is about neither: "figures", "people", "messages", "reminders", "plan". */
  id: string;
  /** The words of the action or measure; empty for a line that is about neither. */
  text: string;
  /** Why it is said, in words: "due in 28 days", "3 weeks overdue, reminder 3 of 4", "18 of 20 are in for 2026-27 Q2". */
  why: string;
  /** Further sentences: that it goes up to the managers and when, who stands in, what the lead answered, what to do. */
  more: string[];
  /** Where it stands among the others: the lowest is the most pressing. */
  pressing: number;
  /** Whose it is when somebody else gets it meanwhile. */
  instead?: string;
  /** It was in a message that may not have arrived, on this day. */
  again?: Day;
  /** Its plan, where several are loaded. */
  of?: Pick<KnownPlan, "id" | "name">;
}

export interface LeadItem extends Said {
  part: "lead";
  step: LeadStep;
  place: number;
  /** "Pilot"; missing for an action's only date. */
  milestone?: string;
  due: Day;
  /** The date was past when the plan came in, and nobody has said how it stands. */
  unreported?: boolean;
  /** The day it goes up to the managers; from the last step on. */
  goesUp?: Day;
}

export interface ReporterItem extends Said {
  part: "reporter";
  step: ReporterStep;
  /** "2026-27 Q2" */
  period: string;
  /** The last day on which it is not late. */
  due: Day;
}

export interface ManagerItem extends Said {
  part: "manager";
  step: ManagerStep;
  place?: number;
  milestone?: string;
  due?: Day;
  /** Whom it is about: the lead, who cannot be reached, who asked. */
  who?: string;
}

/** One thing that somebody hears. */
export type DueItem = LeadItem | ReporterItem | ManagerItem;

/** All that one person hears on one day, of every plan that is loaded, most pressing first. */
export interface Digest {
  /** Id of the plan of its first item. */
  plan: string;
  /** E-mail address. */
  to: string;
  kind: "digest";
  /** The local date it is for. */
  day: Day;
  /** Everything; a card shows the first `mostItems` and says how many more there are. */
  items: DueItem[];
}

export const mostItems = 10;

/** "Of a@example.org, who is away"; what comes again may come after they are back. */
export const insteadInWords = ({ instead, again }: { instead?: string; again?: Day }): string[] =>
  instead ? [again ? `Of ${instead}, for whom you stood in` : `Of ${instead}, who is away`] : [];

/** Ids of the plans that a message speaks of. */
export const plansIn = ({ plan, items }: Pick<Digest, "plan" | "items">): string[] => [...new Set(items.map(({ of }) => of?.id ?? plan))];

/** "Museums plan", where several are loaded. */
export const planOf = ({ of }: Pick<DueItem, "of">): string | undefined => of && planInShort(of);
