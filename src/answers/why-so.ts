/** Why something has the status that stands beside it: a sentence that does not say the status again. Pure. */
import {
  actionBadge,
  actionsIn,
  type Day,
  daysBetween,
  type Milestone,
  overdueMilestones,
  type PlanAction,
  priorityRollup,
  type Rollup,
  rollUp,
  statusOf,
} from "../plan/index.js";
import type { PriorityState } from "../request/answer-context.js";
import { milestoneSentence } from "./milestones.js";
import { nobodyHasSaid, tally } from "./reasons.js";
import { badgeOf, capital, daysInWords, endingWithout, listed, listedUpTo, plural, shortened } from "./wording.js";

/** Ids in one sentence. */
const mostIds = 5;

interface LateMilestone {
  action: PlanAction;
  milestone: Milestone;
}

const word = (action: PlanAction): string => actionBadge(action).word.toLowerCase();
const areAll = (actions: PlanAction[], words: string): string =>
  `${listedUpTo(
    actions.map(({ id }) => id),
    mostIds,
  )} ${actions.length === 1 ? "is" : "are"} ${words}`;

function overdueInWords(late: LateMilestone[], today: Day): string {
  const [first] = late;
  if (late.length === 1 && first) return endingWithout(milestoneSentence(first.action, first.milestone, today), ".");
  const longest = Math.max(...late.map(({ milestone }) => daysBetween(milestone.due, today)));
  const ids = listedUpTo([...new Set(late.map(({ action }) => action.id))], mostIds);
  return `${plural(late.length, "milestone")} are overdue, the longest by ${daysInWords(longest)}: ${ids}`;
}

/** Overdue milestones, the longest overdue first, and what is off track or at risk without one. */
function troubles(actions: PlanAction[], today: Day) {
  const late = actions.flatMap((action) => overdueMilestones(action, today).map((milestone) => ({ action, milestone })));
  late.sort((a, b) => (a.milestone.due < b.milestone.due ? -1 : 1));
  const others = (status: "off-track" | "at-risk") => actions.filter((action) => statusOf(action) === status && !late.some((one) => one.action === action));
  return { late, off: others("off-track"), risky: others("at-risk") };
}

/** The action whose note is told with the reason. */
export function notedFirst({ priority }: PriorityState, today: Day): PlanAction | undefined {
  const { late, off, risky } = troubles(actionsIn(priority), today);
  return [...late.map(({ action }) => action), ...off, ...risky].find(({ note }) => note);
}

/** `2.3.1 "Spokes" was due on 31 March 2026 and is overdue by 238 days.`, "2.1.2 is off track.", with the note on the first of them. */
export function whySo(standing: PriorityState, today: Day): string[] {
  const { priority } = standing;
  const actions = actionsIn(priority);
  const { late, off, risky } = troubles(actions, today);
  const noted = notedFirst(standing, today);
  const note = noted?.note ? [`Note on ${noted.id}: "${shortened(noted.note, 200)}"`] : [];
  const behind = (part: string | undefined): string[] => (part ? [part] : []);
  switch (priorityRollup(priority, today)) {
    case "red":
      return [
        `${[...behind(late.length ? overdueInWords(late, today) : undefined), ...behind(off.length ? areAll(off, word(off[0] as PlanAction)) : undefined)].join("; ")}.`,
        ...note,
      ];
    case "amber":
      return [`${areAll(risky, word(risky[0] as PlanAction))}.`, ...note];
    case "green":
      return ["Work has begun, and every date so far has been met."];
    case "complete":
      return [
        `Of its ${plural(actions.length, "action")}: ${tally(
          actions.map((action) => statusOf(action)),
          ["complete", "cancelled"],
          (status) => badgeOf(status).word.toLowerCase(),
        )}.`,
      ];
    case "not-started":
      return [notBegun(actions.length)];
    case "unreported":
      return [`${capital(nobodyHasSaid(actions))}.`];
  }
}

function notBegun(actions: number): string {
  if (!actions) return "The plan gives it no actions.";
  return actions === 1 ? "Its one action has not begun." : `None of its ${actions} actions has begun.`;
}

/** "Because 3 of its 5 priorities are: 2.1, 2.2 and 2.3." */
export function whyRolledUp(parts: { name: string; rollup: Rollup }[], noun: string, words: (rollup: Rollup) => string): string {
  const whole = rollUp(parts.map(({ rollup }) => rollup));
  const like = parts.filter(({ rollup }) => rollup === whole).map((part) => part.name);
  if (!parts.length) return "Nothing stands under it.";
  if (!like.length)
    return `Of its ${noun}: ${listed([...new Set(parts.map(({ rollup }) => rollup))].map((rollup) => `${parts.filter((part) => part.rollup === rollup).length} ${words(rollup)}`))}.`;
  if (like.length === parts.length) return parts.length === 1 ? `The one thing under it is.` : `All its ${parts.length} ${noun} are.`;
  return `Because ${like.length} of its ${parts.length} ${noun} ${like.length === 1 ? "is" : "are"}: ${listed(like)}.`;
}

/** How many actions are complete of those that are not cancelled; nothing where there are none. */
export function progressOf(actions: readonly PlanAction[]): { done: number; of: number; words: string } | undefined {
  const live = actions.filter((action) => statusOf(action) !== "cancelled");
  if (!live.length) return undefined;
  const done = live.filter((action) => statusOf(action) === "complete").length;
  return { done, of: live.length, words: `${done} of ${plural(live.length, "action")} complete` };
}
