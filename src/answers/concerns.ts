/** What is wrong with an action, in a line. Pure. */
import { actionBadge, dayInWords, dueInWords, type Milestone, overdueMilestones, statusOf } from "../plan/index.js";
import type { Row } from "../shared/answer.js";
import type { ActionConcern, Concern } from "../status/index.js";
import { leadInWords, type Names } from "./people.js";
import { facts } from "./rows.js";
import { are, capital, daysInWords, plural, shortened, statusInWords, untilInWords } from "./wording.js";

const named = ({ label }: Milestone, words: string): string => (label ? `"${label}" ${words}` : words);

/** "overdue by 238 days (due 31 March 2026)"; nothing for what the status says already. */
export function concernInWords(concern: Concern, today: string): string | undefined {
  switch (concern.kind) {
    case "overdue":
      return named(concern.milestone, `overdue by ${daysInWords(concern.days)} (due ${dueInWords(concern.milestone)})`);
    case "decision":
      return `more time until ${dayInWords(concern.asked.due)} is asked for and waits for a manager`;
    case "due-soon":
      return named(concern.milestone, `due ${dayInWords(concern.milestone.due)}${untilInWords(today, concern.milestone.due)}`);
    case "no-lead":
      return "nobody leads it";
    default:
      return undefined;
  }
}

/** Status, what is wrong, who has it (unless it is `led` by whom the answer names already), and what was noted. */
export function concernRow(one: ActionConcern, today: string, names: Names, led?: string): Row {
  const told = one.concerns.flatMap((concern) => concernInWords(concern, today) ?? []);
  const lead = one.lead !== undefined && one.lead === led ? undefined : leadInWords(one, names);
  return {
    id: one.id,
    text: shortened(one.action.text, 80),
    badge: actionBadge(one.action),
    detail: facts(told.length > 0 && capital(told.join(", ")), lead && `Lead: ${lead}`, one.action.note && `Note: ${shortened(one.action.note, 140)}`),
  };
}

/** "1.2.2 Identify opportunities … is overdue by 25 days; it is at risk (amber). Waiting for …": one point of a briefing. */
export function concernSentence(one: ActionConcern, today: string): string {
  const status = statusOf(one.action);
  const told = one.concerns.flatMap((concern) => concernInWords(concern, today) ?? []);
  const is = status === "off-track" || status === "at-risk" ? [statusInWords(status)] : [];
  return `${[...told, ...is].join(", ")}`;
}

/** "3 milestones are overdue, 2 actions are off track (red) and 4 at risk (amber)", zeros left out; empty when all is well. */
export function concernCounts(actions: readonly ActionConcern[], today: string): string[] {
  const overdue = actions.flatMap(({ action }) => overdueMilestones(action, today)).length;
  const having = (kind: Concern["kind"]) => actions.filter(({ concerns }) => concerns.some((one) => one.kind === kind)).length;
  const counted: [Concern["kind"], string][] = [
    ["off-track", statusInWords("off-track")],
    ["at-risk", statusInWords("at-risk")],
    ["decision", "waiting for a decision on more time"],
    ["no-lead", "without a lead"],
  ];
  const found = counted.map(([kind, words]) => ({ count: having(kind), words })).filter(({ count }) => count);
  const told = found.map(({ count, words }, place) => (place ? `${count} ${words}` : `${plural(count, "action")} ${are(count)} ${words}`));
  return [...(overdue ? [`${plural(overdue, "milestone")} ${are(overdue)} overdue`] : []), ...told];
}
