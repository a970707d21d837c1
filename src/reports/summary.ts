/** A report in sentences: how it stands, what holds it up, what came in, what was achieved. Titles first, with their ids behind them. */
import {
  type Acting,
  actionTally,
  figureSentences,
  measuresTally,
  nameOf,
  overdueSentence,
  plural,
  rollupInWords,
  rollupOf,
  rollupTally,
  type Scoped,
  withoutDates,
  withoutStatuses,
} from "../answers/index.js";
import { addDays, type Day, dayInWords, daysBetween, type ItemOf, type Rollup, rollUp } from "../plan/index.js";
import type { AnswerContext, PriorityState } from "../request/answer-context.js";
import { capital, listed, listedUpTo, shortened } from "../shared/words.js";
import { goodNews, isJudged, overdueNow, type PlanState, type PlanTotals } from "../status/index.js";

const mostNamed = 3;
const longestTitle = 90;
/** What was achieved is told of the last quarter, where no time was asked for. */
const recentDays = 92;

export interface Summed {
  scoped: Scoped;
  priorityStates: PriorityState[];
  acting: Acting[];
  items: ItemOf<"measure">[];
  state: PlanState;
  totals: PlanTotals;
  window: { from: Day; to: Day } | undefined;
}

/** The few sentences that a card has room for. */
export const briefOf = (context: AnswerContext, summed: Summed): string[] => [
  overall(context, summed),
  ...actions(summed),
  overdueSentence(summed.totals),
  ...figureSentences(summed.totals),
];

/** The whole of it, for the first page. */
export function summaryOf(context: AnswerContext, summed: Summed): string[] {
  const { acting, items, totals } = summed;
  return [
    `${overall(context, summed)}${worstNamed(context, summed)}`,
    ...actions(summed),
    ...withoutStatuses(acting),
    `${overdueSentence(totals)}${longestNamed(summed)}`,
    ...withoutDates(acting),
    ...(items.length ? [`${plural(items.length, "measure")}: ${measuresTally(totals, items.length - totals.measures)}.`] : []),
    ...figureSentences(totals).map((sentence) => (sentence.includes("got worse") ? `${sentence}${worseNamed(summed)}` : sentence)),
    ...achieved(summed),
  ];
}

const titled = (title: string, id: string): string => `${shortened(title, longestTitle)} (${id})`;

const actions = ({ acting }: Summed): string[] => [`${plural(acting.length, "action")}: ${actionTally(acting.map(({ action }) => action)) || "none"}.`];

/** "The plan is off track (red). Of its 13 priorities, 5 are off track (red), 3 at risk (amber) and 5 on track (green)." */
function overall({ plan, today }: AnswerContext, { scoped, priorityStates }: Summed): string {
  const [only] = priorityStates;
  if (scoped.type === "priority" && only) return `${titled(only.priority.title, only.priority.id)} is ${rollupInWords(rollupOf(only, today))}.`;
  const rollups = priorityStates.map((one) => rollupOf(one, today));
  const name = scoped.type === "plan" ? `The ${plan.title}` : nameOf(scoped);
  if (!rollups.length) return `${name} has no priorities.`;
  return `${name} is ${rollupInWords(rollUp(rollups))}. Of its ${plural(rollups.length, "priority")}: ${rollupTally(rollups)}.`;
}

function worstNamed({ today }: AnswerContext, { scoped, priorityStates }: Summed): string {
  if (scoped.type === "priority") return "";
  const worst = (["red", "amber"] satisfies Rollup[]).map((rollup) => ({ rollup, having: priorityStates.filter((one) => rollupOf(one, today) === rollup) }));
  const found = worst.find(({ having }) => having.length);
  if (!found) return "";
  return ` ${capital(rollupInWords(found.rollup))}: ${listedUpTo(
    found.having.map(({ priority }) => titled(priority.title, priority.id)),
    mostNamed,
  )}.`;
}

function longestNamed({ state }: Summed): string {
  const longest = overdueNow(state.actions, state.today).slice(0, mostNamed);
  if (!longest.length) return "";
  const told = longest.map(({ id, action, days }) => `${titled(action.text, id)}, by ${plural(days, "day")}`);
  return ` The longest: ${told.join("; ")}.`;
}

function worseNamed({ state }: Summed): string {
  const worse = state.measures.filter((one) => isJudged(one, "worse")).map(({ item }) => titled(item.measure.text, item.id));
  return worse.length ? ` Worse: ${listedUpTo(worse, mostNamed)}.` : "";
}

function achieved({ state, window }: Summed): string[] {
  const span = window ?? { from: addDays(state.today, -recentDays), to: state.today };
  const { milestones, complete } = goodNews(state, span);
  const done = [...new Map([...milestones, ...complete].map(({ id, action }) => [id, titled(action.text, id)])).values()];
  const since = daysBetween(span.to, state.today) > 0 ? `Between ${dayInWords(span.from)} and ${dayInWords(span.to)}` : `Since ${dayInWords(span.from)}`;
  return [
    done.length
      ? `${since}, ${plural(done.length, "action")} reached a date or ${done.length === 1 ? "was" : "were"} completed: ${listed(done.slice(0, mostNamed))}${done.length > mostNamed ? ` and ${done.length - mostNamed} more` : ""}.`
      : `${since}, no milestone was marked done.`,
  ];
}
