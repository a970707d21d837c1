/** When something is due: an action's milestones, or the dates under a priority or theme. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { milestoneFact, milestoneSentence } from "../answers/milestones.js";
import { section } from "../answers/rows.js";
import { type Acting, actingIn, placeOf, type Scoped, scopeOf, titleOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { badgeOf, capital, plural, shortened } from "../answers/wording.js";
import { dueInWords, type ItemOf, openMilestones, statusOf } from "../plan/index.js";
import { Carried, Scope } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import type { Answer, Row } from "../shared/answer.js";
import { figureDates } from "./deadline/figure-dates.js";
import { stageDates, stageOf } from "./deadline/stage-dates.js";
import { defineIntent } from "./define-intent.js";

export const deadline = defineIntent({
  name: "deadline",
  about: "When an action is due (every stage of it), or all the dates under a priority or theme",
  args: z.object({
    scope: Scope.default("plan"),
    label: z.string().max(200).optional().describe("One stage, by its label: of an action, or of all that have it"),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope"], lists: "actions" },
  examples: [
    "when is {action} due",
    "{action} by when?",
    "whens {topic} supposed to be finished",
    "What is the target completion date for {item}?",
    "How long have we got left on {action}?",
    "date for {action} pls",
    "when will {topic} be done",
    "by what date must {action} be completed",
    "when do we have to have {topic} in by",
    "how long until {stage} of {action}",
    "when does {stage} happen",
    "{topic} timescale",
    "what are the milestones for {item}",
    "all the dates under {theme}",
    "When was {action} meant to be finished?",
    "is there an end date on {topic}",
    "has {action} got a deadline or is it open ended",
    "do we have until {time} for {action}",
    "I think {topic} is due {time} - am I right?",
    "when's {topic} landing",
    "when can the public expect {topic}",
    "end date {item}",
    "key dates for {topic} please",
    "when are we meant to have {topic} over the line",
    "what year is {action} for",
    "which year does {topic} fall in",
    "is {topic} a year one thing or year two",
    "How many weeks remain before {action} is expected?",
    "wen is {topic} due",
    "when have they to finish {topic}",
    "when's {action} tae be done by",
    "what time must finish {action}?",
    "Please could you confirm the due date of {stage}",
    "next milestone on {item}",
    "what's the next date for {topic}",
    "and the final milestone of {action} is when?",
    "timetable for {topic}",
    "when do we expect {topic} to be rolled out",
    "when is the {stage} bit of {action}",
    "does {item} run past {time}",
    "is {action} ongoing or does it finish",
    "when do we start {topic}",
    "when is {action} starting",
    "how many days left {action}",
    "the date, {topic}",
    "I was told {topic} would be ready by {time}, what does the plan say",
    "Are there any dates at all in {item}?",
    "when's the pilot of {topic}",
    "delivery dates for {theme}",
    "when does {topic} go live",
    "go-live for {action}?",
    "what's the timeline on {item}",
    "I need the dates for {topic} for a board paper",
    "when did the plan say {topic} would open",
    "schedule of {theme}",
    "is {stage} before or after {time}",
    "how soon must we finish {topic}",
    "any slack on {action} or is the date fixed",
    "I promised a resident a date for {topic}, what is it",
    "Before I commit to anything, when does the plan have {action} finishing?",
    "roughly when is {topic} happening",
    "can we say publicly when {topic} will be finished",
    "what's the by-when on {topic}",
    "when will we see {topic}",
    "when will {topic} be ready like",
    "when shall {topic} be finalised",
    "whens the deadlin for {topic}",
    "remind me when we said {topic} would be in place",
    "will {topic} be done before {time}",
    "will {topic} be finished this year",
    "is {topic} meant to be done by {time} or later",
    "{action} when",
    "{topic} when",
    "how long will {topic} take",
    "what month is {stage}",
    "does {topic} have a date yet",
    "has a date been fixed for {topic}",
    "when does {person} have to finish {action}",
    "what is the last date for {topic}",
    "when's D-day for {topic}",
    "when is the launch of {topic}",
    "when is {topic} being introduced",
    "when's it due, {topic}",
    "when do we find out about {topic}",
    "by which quarter should {topic} be there",
    "first deadline in {theme}",
    "last date in {item}",
    "latest we can leave {action}",
    "when must {topic} be signed off",
    "when's {stage} pencilled in for",
    "expected completion {topic}",
    "is {action} due this year or next",
    "ETA on {topic}",
    "eta {action}",
    "{action} milestones and dates",
    "can i have all the target dates for {item} in one go",
    "could you give me both dates for {action} please",
    "{action} - when should that of been underway",
    "deadline for the {action} action",
    "dates for everything in {item}",
    "timescale {action}",
    "due date of {action}?",
    "does the {action} have a deadline",
    "did we miss the date for the {action}",
    "by what date does {action} need to be up and running?",
    "when is the {action} to be done",
  ],
  answer: async ({ scope, label, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    if (scoped.type === "measure") return figureDates(scoped, carried, scene);
    const acting = await actingIn(scene, scoped);
    const [one] = acting;
    if (scoped.type === "action" && one) return actionDates(scoped, one, label, carried, scene);
    return label && stageOf(acting, label).length
      ? stageDates(stageOf(acting, label), label, scoped, carried, scene)
      : datesUnder(scoped, acting, carried, scene);
  },
});

function actionDates(item: ItemOf<"action">, acting: Acting, label: string | undefined, carried: string | undefined, scene: Scene): Answer {
  const { action } = acting;
  const all = action.milestones ?? [];
  const wanted = label?.toLowerCase();
  const picked = wanted ? all.filter((milestone) => milestone.label?.toLowerCase() === wanted) : [];
  const shown = picked.length ? picked : all;
  const printed = action.timescale ? [`The plan prints "${action.timescale}".`] : [];
  return answerIn("rows", {
    carried,
    title: titleOf(item),
    lead: shown.length
      ? [...shown.map((milestone) => milestoneSentence(action, milestone, scene.today)), ...(picked.length ? [] : printed)]
      : [`There is no date in the plan for ${item.id}.`, ...(printed.length ? [`${printed[0]?.slice(0, -1)}, which gives no year.`] : [])],
    sections: [],
    gaps: wanted && !picked.length && all.length ? [`${item.id} has no stage called "${label}".`] : [],
    sources: sourcesOf(scene, { said: [acting.said] }),
    suggestions: suggest(`How is ${item.id} doing?`, `Who leads ${item.id}?`, `When are the actions under ${item.priority.id} due?`),
  });
}

function datesRow({ id, action }: Acting, today: string): Row {
  const dates = (action.milestones ?? []).map(
    (milestone) => `${milestone.label ? `${milestone.label}: ` : ""}${capital(milestoneFact(action, milestone, today))}`,
  );
  return { id, text: shortened(action.text, 200), badge: badgeOf(statusOf(action)), detail: dates.join(" · ") || "No date in the plan" };
}

function datesUnder(scoped: Scoped, acting: Acting[], carried: string | undefined, scene: Scene): Answer {
  const dated = acting.filter(({ action }) => action.milestones?.length);
  // A priority is short and keeps its printed order; of more, what comes next stands first.
  const nextOf = ({ action }: Acting) => openMilestones(action)[0]?.due ?? "9999";
  const shown = scoped.type === "priority" ? acting : [...acting].sort((a, b) => (nextOf(a) < nextOf(b) ? -1 : nextOf(a) > nextOf(b) ? 1 : 0));
  const next = acting
    .flatMap(({ action }) => openMilestones(action))
    .filter(({ due }) => due >= scene.today)
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  return answerIn("rows", {
    carried,
    title: capital(`dates ${placeOf(scoped)}`),
    lead: [
      `${dated.length} of ${plural(acting.length, "action")} ${placeOf(scoped)} ${dated.length === 1 ? "has" : "have"} a date in the plan.`,
      ...(next ? [`The next is ${dueInWords(next)}.`] : []),
    ],
    sections: section("", shown, (each) => datesRow(each, scene.today)),
    gaps: [],
    sources: sourcesOf(scene, { said: saidOf(acting) }),
    suggestions: suggest(
      shown[0] && `When is ${shown[0].id} due?`,
      scoped.type !== "plan" && `Anything overdue in ${scoped.type === "theme" ? scoped.theme.name : scoped.id}?`,
    ),
  });
}
