/** The words that answers share: counts, lists, statuses with their colour, windows, instants. Pure. */
import type { Rollup, Span, Status, ToldStatus } from "../plan/index.js";
import { badgeOf, dayInWords, daysBetween, instantInWords, monthName, statusInWords } from "../plan/index.js";
import type { State, Window } from "../request/args.js";
import type { Badge } from "../shared/answer.js";
import { badgeInWords, inWindow, plural } from "../shared/words.js";

export * from "../shared/words.js";
export { badgeOf, instantInWords, statusInWords };

const statusOfRollup: Record<Rollup, ToldStatus> = {
  red: "off-track",
  amber: "at-risk",
  green: "on-track",
  complete: "complete",
  "not-started": "not-started",
  unreported: "unreported",
};

/** Word and colour of what a priority or theme comes to. */
export const rollupBadge = (rollup: Rollup): Badge => badgeOf(statusOfRollup[rollup]);

/** "off track (red)" */
export const rollupInWords = (rollup: Rollup): string => badgeInWords(rollupBadge(rollup));

/** What people mean by a colour, as a status. */
export const statusOfState: Record<Exclude<State, "overdue">, Status> = {
  red: "off-track",
  amber: "at-risk",
  green: "on-track",
  complete: "complete",
  "not-started": "not-started",
  cancelled: "cancelled",
};
/** "overdue", "at risk (amber)": a state that people ask by. */
export const stateInWords = (state: State): string => (state === "overdue" ? "overdue" : statusInWords(statusOfState[state]));

/** "no red actions (off track)": zero, said so that the colour is not taken for a finding. */
export function noneOf(nouns: string, state: State): string {
  if (state === "overdue" || state === "complete" || state === "cancelled") return `no ${state} ${nouns}`;
  if (state === "not-started") return `no ${nouns} that have yet to start`;
  return `no ${state} ${nouns} (${badgeOf(statusOfState[state]).word.toLowerCase()})`;
}

/** "1 to 31 December 2026", "29 January to 2 February 2027", "1 December 2026 to 31 January 2027" */
export function spanInWords({ from, to }: Span): string {
  if (from === to) return dayInWords(from);
  const day = Number(from.slice(8));
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} to ${dayInWords(to)}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${day} ${monthName(from)} to ${dayInWords(to)}` : `${dayInWords(from)} to ${dayInWords(to)}`;
}

/** The window with its days, unless the label already is its days. */
export function windowInWords(window: Window): string {
  const span = spanInWords(window);
  if (window.label.includes(span) || /\d{1,2} \w+ \d{4}/.test(window.label)) return inWindow(window);
  return window.label.includes("(") ? `${inWindow(window)}, ${span}` : `${inWindow(window)} (${span})`;
}

/** "1 day", "28 days" */
export const daysInWords = (count: number): string => plural(count, "day");

/** ", today", ", tomorrow", ", in 24 days": to be added to a date; empty when it is so far off that days say little. */
export function untilInWords(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days > 120) return "";
  return days === 0 ? ", today" : days === 1 ? ", tomorrow" : `, in ${days} days`;
}
