/** What is due in a window: open milestones by date, one row each. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { type Dated, datedOf } from "../answers/milestones.js";
import { milestoneRow, section } from "../answers/rows.js";
import { type Acting, actingIn, scopeOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { are, inWindow, plural, windowInWords } from "../answers/wording.js";
import { dueInWords, dueWithin, isMet, openMilestones, overdueMilestones } from "../plan/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import { defineIntent } from "./define-intent.js";

export const due = defineIntent({
  name: "due",
  about: "What is due between two days: a month, a quarter, a Year of the plan, the next so many days, soon",
  args: z.object({
    window: Window,
    scope: Scope.optional(),
    person: Person.optional(),
    soon: z.boolean().optional().describe("The window is what soon means"),
    ...Carried,
  }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority", "action"],
    followUp: ["scope", "window", "person"],
    namesLeads: true,
    help: [{ says: "What is due in the next 90 days?", about: "Anything with a date: this quarter, next month, Year 2", place: 4 }],
    menu: [
      { title: "What is due for me?", description: "Your own dates, soonest first", in: ["personal"], place: 4 },
      { title: "What is due this quarter?", description: "Or next month, in the next 60 days, in Year 2", in: ["personal", "shared"], place: 7 },
    ],
  },
  examples: [
    "what's due {time}",
    "what have we got coming up",
    "whats coming down the track",
    "anything due in {time}",
    "What must be delivered before {time}?",
    "things due soon",
    "list everything with a date in {time}",
    "due {time} in {theme}",
    "what falls due in {time} under {item}",
    "what's on the hook for {time}",
    "what is landing {time}",
    "which actions end in {time}",
    "next 3 months",
    "what do we have to finish by {time}",
    "What milestones fall within {time}, please?",
    "anything for {time}?",
    "what's next",
    "upcoming",
    "What is on the horizon",
    "whats the next deadline",
    "Which deadline comes first",
    "first thing due",
    "is there owt due {time}",
    "wits due this week",
    "have we much on {time}",
    "how busy is {time} looking",
    "what needs doing by {time}",
    "what needs to be over the line before {time}",
    "forward look for {time}",
    "forward plan please",
    "milestones ahead in {theme}",
    "dates coming up for {topic}",
    "what has {person} got due {time}",
    "what should be finished at the end of {time}",
    "before the summer, what are we supposed to deliver",
    "between now and {time} what's expected",
    "due in the nxt 2 weeks",
    "whats dew this month",
    "show me what ends with {time}",
    "what's supposed to happen in {time}",
    "anything big in {time}",
    "looking ahead to {time} what is expected of us",
    "actions finishing {time}",
    "what are we committed to for {time}",
    "what did we promise for {time}",
    "Could I trouble you for a list of what is due in {time}?",
    "what's landing on our desk {time}",
    "is {theme} quiet in {time} or not",
    "we break up in two weeks, what's due before that",
    "stuff for {time}",
    "deliverables {time}",
    "next up",
    "What do we need to close by {period}?",
    "which milestones land in {period}",
    "anything dropping in {period}",
    "remaining this financial year",
    "what is left to do in {period}",
    "coming weeks what to do",
    "imminent deadlines please",
    "what's the next thing that'll bite us",
    "I've an hour before my one to one — what's landing {time}?",
    "My diary's filling up: anything due in {time} that I should protect time for?",
    "tell me what the next few weeks hold",
    "are there any deadlines before I go on leave {time}",
    "what do we owe members by {time}",
    "what's on the cards {time}",
    "whats comin up in {theme}",
    "waht is due {time}",
    "what milestones have we {time}",
    "which deadlines hit us in {time}",
    "what are people meant to finish {time}",
    "does anything fall on {time}",
    "what lands next",
    "give me the next five dates",
    "what have the {theme} lot got due {time}",
    "does {person} have anything due {time}",
    "what is {person} supposed to finish {time}",
    "who has something due {time}",
    "who's got a deadline coming",
    "anything needing finished by {time}",
    "what's to be done afore {time}",
    "the coming quarter: what is planned",
    "expected in {period}",
    "what's in the pipeline",
    "what do we deliver next",
    "dates for the diary",
    "what can we expect by {time}",
    "which milestones are due {time}?",
    "my deadlines {time}",
    "what should be wrapped up {time}",
    "anything we need to get over the line {time}?",
    "everything due {time}",
    "what was due {time} and never got done?",
    "{time} deadlines for {theme}",
    "milestones for {time} please",
    "is anything due on the {time}",
    "deadlines in {time} please",
    "remind me what is due {time}",
    "what do we need to deliver over {time}",
    "anything of mine due {time}",
    "what was due in {time}",
    "which actions are due in the {time}?",
    "which milestones fall {time}?",
    "have i got anything due {time}",
    "{theme}: what is due {time}?",
    "what have we got due {time}",
    "what must be done {time}?",
    "what is due in the {time}",
    "{time} milestones due please",
    "what is {time} for {time}",
    "which actions fall due in {time}?",
    "what is left to do {time}",
    "due {time}?",
    "is there anything due {time}",
    "what do we have to deliver {time}?",
    "due in the {time}",
    "what is due in {item} {time}",
    "does {theme} have anything due {time}?",
    "deadlines {time} in {time}",
    "due in {time}",
    "milestones due {time}?",
    "{time} deadlines please",
    "what is {time} {time}",
    "deadlines in the second half of {time}",
    "what comes due in {time}",
  ],
  answer: async ({ window, scope, person, soon, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const acting = await actingIn(scene, scoped, person);
    const shown = datedOf(acting, (action) => dueWithin(action, window));
    const late = shown.filter(({ milestone }) => milestone.due < scene.today).length;
    const whose = whoseOf(scene, scoped, person);
    const lead = shown.length
      ? `${plural(shown.length, "milestone")}${whose} ${are(shown.length)} due ${windowInWords(window)}${late ? `; ${late === shown.length ? "all" : late} of them ${are(late)} overdue by now` : ""}.`
      : `Nothing${whose} is due ${windowInWords(window)}.`;
    return answerIn("rows", {
      carried,
      title: `Due ${inWindow(window)}${whose}`,
      lead: [lead, ...(soon ? ["Soon is taken as the next 28 days."] : []), ...(shown.length ? [] : nextDate(acting, window, scene))],
      sections: section("", shown, (dated) => milestoneRow(dated, scene.today)),
      gaps: gapsOf(acting, window, shown, scene),
      sources: sourcesOf(scene, { said: saidOf(shown) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, !late && "What is overdue?", "What is due in the next 90 days?"),
    });
  },
});

/** When the next open date after the window is; what falls on it is a question of its own. */
function nextDate(acting: Acting[], window: { to: string }, { today }: Scene): string[] {
  const past = window.to < today;
  const next = datedOf(acting, openMilestones).find(({ milestone: { due } }) => (past ? due >= today : due > window.to));
  return [next ? `The next date ${past ? "from today" : "after that"} is ${dueInWords(next.milestone)}.` : "There is no later date either."];
}

function gapsOf(acting: Acting[], window: Window, shown: Dated[], { today }: Scene): string[] {
  const inside = (day: string) => day >= window.from && day <= window.to;
  const met = acting.flatMap(({ action }) => (action.milestones ?? []).filter((milestone) => inside(milestone.due) && isMet(action, milestone))).length;
  const before = acting.flatMap(({ action }) => overdueMilestones(action, today)).filter(({ due }) => !inside(due)).length;
  return [
    ...(met && shown.length ? [`${plural(met, "milestone")} with a date in this time ${are(met)} met and not listed.`] : []),
    ...(before ? [`Not counted here: ${plural(before, "other milestone")} ${are(before)} overdue.`] : []),
  ];
}
