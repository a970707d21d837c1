/** What is overdue: a yes or no for an action, a list for a priority, a theme, a person or all. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { datedOf, milestoneSentence } from "../answers/milestones.js";
import { milestoneRow, section } from "../answers/rows.js";
import { type Acting, actingIn, isAsker, placeOf, scopeOf, titleOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { are, plural, shortened, statusInWords } from "../answers/wording.js";
import { dueInWords, type ItemOf, openMilestones, overdueMilestones, statusOf } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";

export const overdue = defineIntent({
  name: "overdue",
  about: "What has missed its date and is not met: in the whole plan, a theme, a priority, one action, or of one person",
  args: z.object({ scope: Scope.optional(), person: Person.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "person"], namesLeads: true },
  examples: [
    "what's overdue",
    "anything late",
    "what's late in {theme}",
    "overdue actions",
    "which things have slipped",
    "has {action} missed its deadline",
    "is {topic} late",
    "{item} overdue?",
    "what's past its date",
    "late stuff under {item}",
    "what should have been done by now and isn't",
    "who's late",
    "is {person} late with anything",
    "has {person} missed any deadlines",
    "what has {person} let slip",
    "list of slippage",
    "Slipped milestones, please",
    "anything outstanding",
    "what should already be finished",
    "what are we behind on",
    "which deadlines have we blown",
    "what have we dropped the ball on",
    "what's gone past its sell by",
    "are there any actions beyond their due date in {theme}",
    "stuff thats overdo",
    "over due {theme}",
    "late actions list",
    "what's still not done from {period}",
    "how many are late and which",
    "is anything overdue at all or are we clean",
    "what's dragging",
    "show me what's been missed since {time}",
    "what was due {time} and never happened",
    "did we miss {stage}",
    "has anything in {topic} gone over time",
    "Are we late with {topic}, yes or no?",
    "what is late please tell",
    "what's ahint",
    "what's running behind",
    "the things no one got round to",
    "what was promised and not delivered",
    "members will ask what we failed to deliver on time",
    "missed milestones {theme}",
    "which targets dates have passed with no completion",
    "so what excuses - what's overdue today",
    "is anything of mine late",
    "am i late with anything",
    "have I missed a date",
    "my overdue ones",
    "overdue for {person}",
    "Nothing overdue in {item} I hope?",
    "tell me nothing's late in {theme}",
    "which actions breached their deadline",
    "any breaches",
    "not done and out of time",
    "expired dates",
    "what's hanging over from last year",
    "carried over from {period}",
    "unfinished business",
    "Being blunt, what have management failed to deliver on time?",
    "which promises have been broken",
    "has anything been missed",
    "things we should of finished",
    "what's not happened that should have",
    "whats overdew",
    "ovredue",
    "everything that's gone over",
    "are there late ones in {theme} and if so which",
    "which of our commitments have lapsed",
    "what did we say we'd have done by {time} and haven't",
    "anything sitting there late",
    "what has gone over its date in {theme}",
    "is {theme} late with anything",
    "overdue list with names",
    "late actions by lead",
    "who owes us something that's late",
    "has {topic} blown its deadline",
    "did {topic} make its date",
    "did {action} finish on time",
    "have we kept to the timetable on {topic}",
    "is {topic} running to time",
    "is {topic} late again",
    "slippage report",
    "tardy stuff",
    "what should we have closed by now",
    "which dates came and went",
    "anything expired",
    "delays in {theme}",
    "what is delayed",
    "what's delayed and who's got it",
    "behind schedule",
    "which actions are behind schedule",
    "overdue items as of {time} please",
    "is {action} overdue and by how much",
    "past deadline list",
    "is {topic} behind on any of its dates?",
    "have i anything overdue at the moment?",
    "anything in {theme} run past its deadline?",
    "has the deadline slipped on anything?",
    "what does the {person} lead have overdue",
    "which {theme} milestones are past their date?",
    "is there anything overdue in {item}",
    "what is missed its deadline so far",
    "what is behind schedule in {theme}",
    "which of my actions are late",
    "did {action} go past its deadline",
    "hi, have i got anything late",
    "overdue list please",
    "overdue actions across the {topic}",
    "overdue list for {theme}",
    "are any actions overdue in {theme} yet",
    "what has the {person} missed?",
    "which milestones have we missed?",
    "what has {person} got overdue?",
    "have i missed any dates",
    "anything overdue in {theme}",
    "is {person} behind on anything",
    "anything overdue at all?",
    "is there anything on {item} that is overdue as of {time}",
    "show all overdue actions",
    "what is overdue",
    "is {action} late",
    "is our {theme} running late on anything",
    "anything of mine overdue?",
    "late items in {theme}",
    "what is slipped",
  ],
  answer: async ({ scope, person, carried }, scene) => {
    const scoped = scopeOf(scene, scope);
    const acting = await actingIn(scene, scoped, scoped.type === "action" ? undefined : person);
    const [one] = acting;
    if (scoped.type === "action" && one) return ofAction(scoped, one, carried, scene);
    const shown = datedOf(acting, (action) => overdueMilestones(action, scene.today));
    const whose = whoseOf(scene, scoped, person);
    return answerIn("rows", {
      carried,
      title: `Overdue${whose}`,
      lead: [
        shown.length ? `${plural(shown.length, "milestone")}${whose} ${are(shown.length)} overdue.` : `Nothing${whose} is overdue.`,
        ...(acting.length || !person ? [] : [`${isAsker(scene, person) ? "You lead" : `${person} leads`} no action ${placeOf(scoped)}.`]),
      ],
      sections: section("", shown, (dated) => milestoneRow(dated, scene.today)),
      gaps: [],
      sources: sourcesOf(scene, { said: saidOf(shown) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, shown[0] && `Who leads ${shown[0].id}?`, "What is due in the next 28 days?"),
    });
  },
});

function ofAction(item: ItemOf<"action">, acting: Acting, carried: string | undefined, scene: Scene): Answer {
  const late = overdueMilestones(acting.action, scene.today);
  return answerIn("rows", {
    carried,
    title: titleOf(item),
    lead: late.length ? yes(acting, scene) : no(acting, scene),
    sections: [],
    gaps: [],
    sources: sourcesOf(scene, { said: [acting.said] }),
    suggestions: suggest(`How is ${item.id} doing?`, `When is ${item.id} due?`, `Who leads ${item.id}?`),
  });
}

const yes = ({ action }: Acting, { today }: Scene): string[] => {
  const [first, ...others] = overdueMilestones(action, today).map((milestone) => milestoneSentence(action, milestone, today));
  return [`Yes. ${first}`, ...others, ...(action.note ? [`Note: "${shortened(action.note, 300)}"`] : [])];
};

function no({ id, action }: Acting, { today }: Scene): string[] {
  const all = action.milestones ?? [];
  const status = statusOf(action);
  if (status === "cancelled") return [`No. ${id} is ${statusInWords(status)}, so nothing of it is due.`];
  if (!all.length) return [`No. ${id} has no date in the plan, so it has none to miss.`];
  const open = openMilestones(action);
  if (open.length) return [`No. ${milestoneSentence(action, open[0] as (typeof open)[0], today)}`];
  const done = all.filter((milestone) => milestone.done);
  const [last] = done.slice(-1);
  if (last?.done && done.length === all.length) return [`${last.done > last.due ? "Not any more" : "No"}. ${milestoneSentence(action, last, today)}`];
  const due = dueInWords(all.at(-1) as (typeof all)[0]);
  return [
    status === "complete"
      ? `No. ${id} is ${statusInWords(status)}; its date was ${due}.`
      : `No. ${id} is under way, as it had to be by ${due}, and is to be kept up (ongoing).`,
  ];
}
