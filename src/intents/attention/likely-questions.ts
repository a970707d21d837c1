/** What is likely to be asked at a meeting, with the answers. Pure. */
import { concernSentence } from "../../answers/concerns.js";
import { figureWords } from "../../answers/measure-words.js";
import { milestoneSentence } from "../../answers/milestones.js";
import { leadInWords, type Names } from "../../answers/people.js";
import { listed, listedUpTo, plural, shortened } from "../../answers/wording.js";
import { addDays, type Day, dayInWords, dueInWords, openMilestones } from "../../plan/index.js";
import type { Row } from "../../shared/answer.js";
import { type ActionConcern, type Attention, goodNews, isJudged, type PlanState, planTotals } from "../../status/index.js";

const mostQuestions = 5;
const recentDays = 92;

interface Likely {
  state: PlanState;
  found: Attention;
  names: Names;
  today: Day;
  until: Day | undefined;
}

/** Questions with their answers: of the worst, of time, of success, of numbers. */
export function likelyQuestions({ state, found, names, today, until }: Likely): Row[] {
  const [worst] = found.actions;
  return [
    ...(worst ? [whyRow(worst, today), whoRow(worst, names)] : []),
    nextRow(state, until ?? addDays(today, 28)),
    sinceRow(state),
    ...targetsRow(state),
    ...worseRow(found),
  ].slice(0, mostQuestions);
}

function worseRow({ measures }: Attention): Row[] {
  const worse = measures
    .filter(({ kind }) => kind === "worse")
    .map(({ status: { item, newest } }) => `${item.id}${newest ? ` (${figureWords(item.measure, newest, 40)})` : ""}`);
  return worse.length ? [{ id: "", text: "Which figures got worse?", detail: `${listedUpTo(worse, 5)}.` }] : [];
}

/** What its date says, or its status. */
function whyBehind(one: ActionConcern, today: Day): string {
  const late = one.concerns.find((concern) => concern.kind === "overdue");
  return late ? milestoneSentence(one.action, late.milestone, today) : `${one.id} is ${concernSentence(one, today)}.`;
}

const whyRow = (one: ActionConcern, today: Day): Row => ({
  id: "",
  text: `Why is ${one.id} behind?`,
  detail: `${whyBehind(one, today)}${one.action.note ? ` ${shortened(one.action.note, 160)}` : " Nobody has noted why: ask its lead."}`,
});

function whoRow(one: ActionConcern, names: Names): Row {
  const lead = leadInWords(one, names);
  const [next] = openMilestones(one.action);
  return {
    id: "",
    text: `Who is dealing with ${one.id}, and by when?`,
    detail: `${lead ?? "Nobody is named to lead it"}; ${next ? `its date is ${dueInWords(next)}, and no later one is agreed` : "it has no date in the plan"}.`,
  };
}

function nextRow(state: PlanState, until: Day): Row {
  const due = state.actions
    .flatMap(({ id, action }) => openMilestones(action).map((milestone) => ({ id, milestone })))
    .filter(({ milestone }) => milestone.due >= state.today && milestone.due <= until)
    .sort((a, b) => (a.milestone.due < b.milestone.due ? -1 : 1));
  const told = due.slice(0, 4).map(({ id, milestone }) => `${id} (${dayInWords(milestone.due)})`);
  return {
    id: "",
    text: `What is due by ${dayInWords(until)}?`,
    detail: due.length ? `${listed([...told, ...(due.length > 4 ? [`${due.length - 4} more`] : [])])}.` : "Nothing that is still open.",
  };
}

function sinceRow(state: PlanState): Row {
  const from = addDays(state.today, -recentDays);
  const { milestones, complete } = goodNews(state, { from, to: state.today });
  const done = [...milestones, ...complete].map(({ id }) => id);
  return {
    id: "",
    text: `What was achieved since ${dayInWords(from)}?`,
    detail: done.length ? `Done or complete: ${listed(done.slice(0, 6))}.` : "No milestone was marked done in that time.",
  };
}

function targetsRow(state: PlanState): Row[] {
  const { aimed } = planTotals(state);
  if (!aimed) return [];
  const met = state.measures.filter((one) => isJudged(one, "met"));
  const which = met.length ? `: ${listed(met.slice(0, 6).map(({ item }) => item.id))}` : "";
  return [
    {
      id: "",
      text: "Are we meeting our targets?",
      detail: `${met.length} of ${plural(aimed, "measure")} with a target and a figure ${met.length === 1 ? "meets" : "meet"} it${which}.`,
    },
  ];
}
