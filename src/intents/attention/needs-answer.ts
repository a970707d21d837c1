/** What waits for one person. */

import { isManager } from "../../answers/allowed.js";
import { answerIn, suggest } from "../../answers/answer-text.js";
import { concernCounts, concernRow } from "../../answers/concerns.js";
import { type Names, namesOf } from "../../answers/people.js";
import { actionScope, stateIn } from "../../answers/plan-state.js";
import { facts, section } from "../../answers/rows.js";
import { isAsker } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { notReported, withoutStatuses } from "../../answers/unreliable.js";
import { capital, inWindow, listed, plural, shortened } from "../../answers/wording.js";
import { dutyOf, type Expected, lastDayToReport } from "../../figures/index.js";
import { dayInWords, leadOf, openMilestones, periodInShort } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { Window } from "../../request/args.js";
import type { Answer, Row, Section } from "../../shared/answer.js";
import { type ActionConcern, actionConcern, attention, type PlanState, type WaitingOn, waitingOn } from "../../status/index.js";

const mostPressing = 5;

export interface NeedsAsked {
  scope?: string | undefined;
  person?: string | undefined;
  window?: Window | undefined;
  carried?: string | undefined;
}

/** What waits for one person: overdue, due, figures to report, and for managers what waits for a decision. */
export async function needsAnswer({ scope, person, window, carried }: NeedsAsked, context: AnswerContext): Promise<Answer> {
  const scoped = actionScope(context, scope);
  const email = (person ?? context.asker.email)?.toLowerCase();
  const you = !person || isAsker(context, person);
  const manages = you && isManager(context);
  const [own, ofAll] = await Promise.all([email ? stateIn(context, scoped, email) : undefined, manages ? stateIn(context, scoped) : undefined]);
  const pressing = own ? pressingOf(own, window) : [];
  const owed = own ? own.expected.filter((one) => !one.report && dutyOf(one.item) === email) : [];
  // Nobody hears that nothing waits for them because they lead nothing: then it is the whole plan's.
  const whole = ofAll ?? (own?.actions.length ? undefined : await stateIn(context, scoped));
  const others = whole ? attention(whole).actions.filter(({ id }) => !pressing.some((one) => one.id === id)) : [];
  const decisions = manages ? others.filter(({ concerns }) => concerns.some(({ kind }) => kind === "decision")) : [];
  const rest = others.filter((one) => !decisions.includes(one));
  const waits = manages && whole ? waitingOn(whole).filter(({ person: one, figures }) => figures.length && one !== email) : [];
  const names = await namesOf(context, [email, ...[...pressing, ...others].map(leadOf), ...waits.map((one) => one.person)]);
  const who = you ? "you" : names(email ?? "");
  return answerIn("rows", {
    carried,
    title: `What needs ${who}${window ? ` ${inWindow(window)}` : ""}`,
    lead: [
      ...(manages && !own?.actions.length && !own?.measures.length ? [] : leadOfAnswer({ own, pressing, owed, you, who, window })),
      ...(decisions.length ? [`${plural(decisions.length, "request")} for more time ${decisions.length === 1 ? "waits" : "wait"} for your decision.`] : []),
      ...(whole && rest.length ? [`${manages ? "In the whole plan" : "In the plan as a whole"}, ${listed(concernCounts(rest, context.today))}.`] : []),
    ],
    sections: [
      ...section("Waiting for your decision", decisions, (one) => concernRow(one, context.today, names)),
      ...section(you ? "Yours" : "", pressing, (one) => concernRow(one, context.today, names)),
      ...section(you ? "Your figures" : "Figures", owed, owedRow),
      ...section("Most pressing in the plan", rest.slice(0, mostPressing), (one) => concernRow(one, context.today, names)),
      ...section("Figures that are late", waits.slice(0, mostPressing), (one) => lateRow(one, names)).map((one) => ({ ...one, fold: "Show who owes figures" })),
    ],
    gaps: email
      ? [...(own?.actions.length ? notReported(own.actions) : []), ...(whole ? withoutStatuses(whole.actions) : [])]
      : ["I could not find out who you are just now, so this is about the whole plan."],
    sources: sourcesOf(context, { said: saidOf([...pressing, ...decisions, ...rest.slice(0, mostPressing)]) }),
    suggestions: suggest(
      you && decisions.length > 0 && "Requests for more time",
      you && pressing.length > 0 && "My actions",
      you && owed.length > 0 && "Report figures",
      manages && waits.length > 0 && "Who has not reported?",
      rest[0] && `How is ${rest[0].id} doing?`,
    ),
  });
}

/** With a window, due-soon means due in it. */
function pressingOf(state: PlanState, window: Window | undefined): ActionConcern[] {
  const inside = ({ concerns, action }: ActionConcern) =>
    concerns.some(({ kind }) => kind !== "due-soon") || !window || openMilestones(action).some(({ due }) => due >= window.from && due <= window.to);
  return state.actions
    .map((one) => actionConcern(one, state))
    .filter((one) => one.concerns.length && inside(one))
    .sort((a, b) => b.severity - a.severity);
}

interface Told {
  own: PlanState | undefined;
  pressing: ActionConcern[];
  owed: Expected[];
  you: boolean;
  who: string;
  window: Window | undefined;
}

function leadOfAnswer({ own, pressing, owed, you, who, window }: Told): string[] {
  if (!own) return [];
  const leads = you ? "You lead" : `${who} leads`;
  const of = you ? "your" : "their";
  if (!own.actions.length && !own.measures.length) return [`${leads} nothing in the plan and ${you ? "report" : "reports"} no figures.`];
  const figures = owed.length ? [`${capital(plural(owed.length, "figure"))} ${owed.length === 1 ? "is" : "are"} still to come from ${you ? "you" : who}.`] : [];
  if (pressing.length) return [`${leads} ${plural(own.actions.length, "action")}: ${listed([...shortCounts(pressing, own.today)])}.`, ...figures];
  const next = own.actions
    .flatMap((one) => openMilestones(one.action).map(({ due }) => ({ id: one.id, due })))
    .filter(({ due }) => due >= own.today)
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const well = own.actions.length
    ? [
        `Of ${of} ${plural(own.actions.length, "action")}, all are in hand: nothing is overdue, off track or at risk${window ? `, and nothing is due ${inWindow(window)}` : ""}.`,
      ]
    : [];
  return [...well, ...(next ? [`The next date is ${dayInWords(next.due)} (${next.id}).`] : []), ...figures];
}

/** "1 overdue, 1 at risk (amber) and 1 due in the next 28 days" */
function shortCounts(pressing: ActionConcern[], today: string): string[] {
  const soon = pressing.filter(({ concerns }) => concerns.some(({ kind }) => kind === "due-soon")).length;
  const counts = concernCounts(pressing, today).map((words) => words.replace(/ (?:action|milestone)s? (?:is|are) /, " "));
  return [...counts, ...(soon ? [`${soon} due in the next 28 days`] : [])];
}

function owedRow({ item, period, late }: Expected): Row {
  const until = dayInWords(lastDayToReport(period));
  const when = late ? `late: was to be in by ${until}` : `open until ${until}`;
  return { id: item.id, text: shortened(item.measure.text, 120), detail: facts(periodInShort({ period: period.name, ends: period.to }), when) };
}

const lateRow = ({ person, figures }: WaitingOn, names: Names): Section["rows"][number] => ({
  id: "",
  text: person ? names(person) : "Nobody named to report",
  detail: facts(plural(figures.length, "late figure"), listed(figures.slice(0, 4).map(({ item }) => item.id)) + (figures.length > 4 ? " …" : "")),
});
