/** How a theme or the whole plan stands: rolled up from its priorities, all read at once. */

import { answerIn, ask } from "../../answers/answer-text.js";
import { holdUps, rolledUpBecause, rollupOf, rollupsWorstFirst, rollupTally, standsBecause } from "../../answers/reasons.js";
import { priorityRow, section } from "../../answers/rows.js";
import { type Acting, actingOf, eyebrowOf, hasLead, titleOf } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { withoutDates, withoutStatuses } from "../../answers/unreliable.js";
import { progressOf, whyRolledUp } from "../../answers/why-so.js";
import { capital, listed, plural, rollupBadge, rollupInWords, shortened } from "../../answers/wording.js";
import { type Day, type ItemOf, overdueMilestones, type Rollup, rollUp } from "../../plan/index.js";
import type { AnswerContext, PriorityState } from "../../request/answer-context.js";
import type { Answer, Badge, Section } from "../../shared/answer.js";
import type { StandingArgs } from "./args.js";
import { askedAnswer, notCovered } from "./asked.js";

/** How a theme stands, by its priorities, the worst named first. */
export async function themeStatus(item: ItemOf<"theme">, args: StandingArgs, context: AnswerContext): Promise<Answer> {
  const { today } = context;
  const priorityStates = (await context.priorities()).filter(({ theme }) => theme.id === item.id);
  const parts = priorityStates.map((standing) => ({ name: standing.priority.id, rollup: rollupOf(standing, today) }));
  const badge = rollupBadge(rollUp(parts.map(({ rollup }) => rollup)));
  const { name } = item.theme;
  return answerIn("standing", {
    carried: args.carried,
    eyebrow: eyebrowOf(item),
    title: titleOf(item),
    badge,
    lead: [...notCovered(name, args.unknown), ...whyLines(name, parts, "priorities", badge, args), ...(args.why ? reasons(priorityStates, today) : [])],
    facts: countFacts(priorityStates, today),
    details: { facts: item.theme.statement ? [{ label: "In the plan's words", value: item.theme.statement }] : [], suggestions: [] },
    progress: progressOf(actingOf(priorityStates).map(({ action }) => action)),
    sections: folded(
      section("Priorities", priorityStates, (standing) => priorityRow(standing, today)),
      plural(priorityStates.length, "priority"),
    ),
    gaps: [...gapsOf(priorityStates), ...unreliable(actingOf(priorityStates))],
    sources: sourcesOf(context, { said: saidOf(actingOf(priorityStates)) }),
    suggestions: [
      ...(args.why ? [] : [ask(`Why is it ${rollupWord(badge.colour, badge.word)}?`, `Why is ${name} ${rollupWord(badge.colour, badge.word)}?`)]),
      ask("What is overdue in it?", `Anything overdue in ${name}?`),
      ask("Its actions", `What actions are in ${name}?`),
    ],
  });
}

/** How the whole plan stands, by its themes. */
export async function planStatus(args: StandingArgs, context: AnswerContext): Promise<Answer> {
  const { today, plan, catalogue } = context;
  const priorityStates = await context.priorities();
  const parts = catalogue.themes.map(({ id, theme }) => {
    const own = priorityStates.filter((standing) => standing.theme.id === id);
    return { id, theme, own, name: theme.name, rollup: rollUp(own.map((standing) => rollupOf(standing, today))) };
  });
  const badge = rollupBadge(rollUp(parts.map(({ rollup }) => rollup)));
  return answerIn("standing", {
    carried: args.carried,
    eyebrow: "The whole plan",
    title: plan.title,
    badge,
    lead: [...notCovered("the plan", args.unknown), ...whyLines("The plan", parts, "themes", badge, args), ...(args.why ? reasons(priorityStates, today) : [])],
    facts: countFacts(priorityStates, today),
    progress: progressOf(actingOf(priorityStates).map(({ action }) => action)),
    sections: folded(
      section("Themes", parts, ({ id, theme, rollup, own }) => ({
        id,
        text: shortened(theme.name, 120),
        badge: rollupBadge(rollup),
        detail: byStatus(own, today),
      })),
      plural(parts.length, "theme"),
    ),
    gaps: [...gapsOf(priorityStates), ...unreliable(actingOf(priorityStates))],
    sources: sourcesOf(context, { said: saidOf(actingOf(priorityStates)) }),
    suggestions: [ask("What is overdue?")],
    details: { facts: [], suggestions: [ask("Due next month", "What is due next month?"), ask("What should I worry about?")] },
  });
}

const folded = (sections: Section[], fold: string): Section[] => sections.map((one) => ({ ...one, fold: `Show ${fold}` }));

/** What was asked is answered first; without that the status stands above and is not said again. */
function whyLines(name: string, parts: { name: string; rollup: Rollup }[], noun: string, badge: Badge, { asked, why }: StandingArgs): string[] {
  if (asked && !why) return [askedAnswer(rolledUpBecause(name, parts, noun), badge, asked)];
  return [whyRolledUp(parts, noun, rollupInWords)];
}

/** "Off track (red): 2.1 and 2.2. Complete (blue): 2.4." */
function byStatus(priorityStates: PriorityState[], today: Day): string {
  const groups = rollupsWorstFirst.map((rollup) => ({
    rollup,
    ids: priorityStates.filter((one) => rollupOf(one, today) === rollup).map(({ priority }) => priority.id),
  }));
  return groups
    .filter(({ ids }) => ids.length)
    .map(({ rollup, ids }) => `${capital(rollupInWords(rollup))}: ${listed(ids)}.`)
    .join(" ");
}

function reasons(priorityStates: PriorityState[], today: Day): string[] {
  const held = priorityStates.filter((standing) => holdUps(standing, today).length);
  const told = held.slice(0, 5).map((standing) => `${standsBecause(standing, today)}.`);
  return held.length > 5 ? [...told, `And ${plural(held.length - 5, "priority")} more.`] : told;
}

function countFacts(priorityStates: PriorityState[], today: Day) {
  const acting = actingOf(priorityStates);
  const overdue = acting.flatMap(({ action }) => overdueMilestones(action, today)).length;
  return [
    { label: plural(priorityStates.length, "priority"), value: rollupTally(priorityStates.map((standing) => rollupOf(standing, today))) || "None" },
    ...(overdue ? [{ label: "Overdue", value: plural(overdue, "milestone") }] : []),
  ];
}

function gapsOf(priorityStates: PriorityState[]): string[] {
  const unled = priorityStates.filter(({ priority }) => !hasLead(priority)).map(({ priority }) => priority.id);
  return unled.length ? [`The plan names no lead for ${listed(unled.slice(0, 10))}.`] : [];
}

/** A status that is worked out leans on both. */
const unreliable = (acting: Acting[]): string[] => [...withoutStatuses(acting), ...withoutDates(acting)];

const rollupWord = (colour: string, word: string): string => (["red", "amber", "green"].includes(colour) ? colour : word.toLowerCase());
