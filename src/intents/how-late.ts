/** By how much something is or was late. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { milestoneName, milestoneSentence } from "../answers/milestones.js";
import { namesOf } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { section } from "../answers/rows.js";
import { nameOf, titleOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { withoutStatuses } from "../answers/unreliable.js";
import { capital, daysInWords, plural, shortened } from "../answers/wording.js";
import { dueInWords, leadOf, type Milestone, openMilestones, statusOf, unreportedMilestones } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import { type CurrentAction, doneLate, type Late, overdueNow } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { lateRow } from "./lateness/late-row.js";
import { scoped } from "./says.js";

export const howLate = defineIntent({
  name: "how-late",
  about: "By how many days or weeks something is late, or was when it was done",
  says: scoped("How late are we?", (name) => `How late is ${name}?`),
  args: z.object({
    scope: Scope.optional(),
    label: z.string().max(200).optional().describe("One stage of the action, by its label"),
    person: Person.optional(),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "person"], namesLeads: true },
  examples: [
    "how late is {action}",
    "how overdue is {topic}",
    "by how much has {action} slipped",
    "how many days late is {item}",
    "how long has {action} been overdue",
    "how far past its date is {topic}",
    "{action} late by how long",
    "how much over are we on {topic}",
    "how badly have we missed {stage}",
    "weeks late, {action}?",
    "since when is {topic} overdue",
    "when did {action} become late",
    "What is the extent of the delay on {item}?",
    "how big is the slippage on {topic}",
    "{topic} is late but how late",
    "just how behind is {action}",
    "are we talking days or months late on {topic}",
    "how much time lost on {action}",
    "how far ahint is {topic}",
    "lenght of delay {item}",
    "how long ago should {action} have been done",
    "how many weeks behind schedule is {topic}",
    "how long overdue is {stage}",
    "by what margin did we miss {action}",
    "how much longer than planned is {topic} taking",
    "how many weeks overdue is {topic}",
    "how late are we with {topic}",
    "how late was {stage}",
    "how late was {topic} in the end",
    "by how many days did {action} miss its date",
    "when it was finished how late was {action}",
    "how far behind is {topic}",
    "number of days {action} is past its deadline",
    "how many months late is {item}",
    "how long past due is {topic}",
    "{item} lateness",
    "how delayed is {topic}",
    "what's the delay on {action}",
    "how late are the things in {theme}",
    "how late are {person}'s actions",
    "is {topic} a lot late or just a bit",
  ],
  answer: async ({ scope, label, person, carried }, context) => {
    const scoped = actionScope(context, scope);
    const { actions, today } = await stateIn(context, scoped, person);
    const wanted = label?.toLowerCase();
    const isWanted = ({ milestone }: Late) => !wanted || milestone.label?.toLowerCase() === wanted;
    const now = overdueNow(actions, today);
    const past = doneLate(actions);
    const picked = [now.filter(isWanted), past.filter(isWanted)] as const;
    const [overdue, done] = picked.some((one) => one.length)
      ? picked
      : [wanted && scoped.type !== "action" ? now : now.filter(isWanted), past.filter(isWanted)];
    const [only] = actions;
    const one = scoped.type === "action" && only ? only : undefined;
    const names = await namesOf(context, [...overdue, ...done].map(leadOf));
    return answerIn("rows", {
      carried,
      title: scoped.type === "plan" ? "How late" : titleOf(scoped),
      lead: one ? ofAction(one, overdue, done, wanted, today) : ofMany(capital(nameOf(scoped)), overdue, done),
      sections: one
        ? []
        : [...section("Overdue", overdue, (late) => lateRow(late, names)), ...section("Done after its date", done, (late) => lateRow(late, names))],
      gaps: one ? [] : withoutStatuses(actions),
      sources: sourcesOf(context, { said: saidOf(one ? [one] : [...overdue, ...done]) }),
      suggestions: suggest(
        one && `How is ${one.id} doing?`,
        one && `Who leads ${one.id}?`,
        !one && overdue[0] && `How is ${overdue[0].id} doing?`,
        "What is overdue?",
      ),
    });
  },
});

/** "420 days, that is about 14 months" */
function lengthInWords(days: number): string {
  if (days < 14) return daysInWords(days);
  return days < 90
    ? `${daysInWords(days)} (${plural(Math.round(days / 7), "week")})`
    : `${daysInWords(days)} (about ${plural(Math.round(days / 30.4), "month")})`;
}

function ofAction(one: CurrentAction, overdue: Late[], done: Late[], wanted: string | undefined, today: string): string[] {
  const { action } = one;
  const named = (milestone: Milestone) => milestoneName(one.id, milestone);
  const late = overdue.map(({ milestone, days }) => `${named(milestone)} is ${lengthInWords(days)} late: it was due on ${dueInWords(milestone)}.`);
  const was = done.map(({ milestone, days }) => `${named(milestone)} was done ${lengthInWords(days)} late. ${milestoneSentence(action, milestone, today)}`);
  if (late.length || was.length) return [...late, ...was, ...(late.length && action.note ? [`Note: "${shortened(action.note, 300)}"`] : [])];
  const all = action.milestones ?? [];
  const about = wanted ? all.filter(({ label }) => label?.toLowerCase() === wanted) : [];
  const told = about.length ? about : openMilestones(action).length ? openMilestones(action).slice(0, 1) : all.slice(-1);
  if (!all.length) return [`${one.id} has no date in the plan, so it cannot be late.`];
  if (statusOf(action) === "cancelled") return [`${one.id} is cancelled, so it is not late.`];
  const isOpen = unreportedMilestones(action).length > 0;
  return [...(isOpen ? [] : [`${one.id} is not late.`]), ...told.map((milestone) => milestoneSentence(action, milestone, today))];
}

function ofMany(name: string, [worst, ...others]: Late[], done: Late[]): string[] {
  const was = done[0]
    ? [`${plural(done.length, "milestone")} ${done.length === 1 ? "was" : "were"} done late, the latest by ${lengthInWords(done[0].days)} (${done[0].id}).`]
    : [];
  if (!worst) return [`Nothing in ${name === "The plan" ? "the plan" : name} is late: every date so far has been met, as far as anyone has reported.`, ...was];
  return [
    others.length
      ? `${plural(others.length + 1, "milestone")} of ${name === "The plan" ? "the plan" : name} are late, the longest by ${lengthInWords(worst.days)} (${milestoneName(worst.id, worst.milestone)}).`
      : `One milestone of ${name === "The plan" ? "the plan" : name} is late: ${milestoneName(worst.id, worst.milestone)}, by ${lengthInWords(worst.days)}.`,
    ...was,
  ];
}
