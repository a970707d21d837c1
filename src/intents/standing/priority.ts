/** How one priority stands: its actions, its measures, what holds it back. One read of progress, one of figures. */

import { answerIn, suggest } from "../../answers/answer-text.js";
import { measureRow } from "../../answers/measure-words.js";
import { datedOf, milestoneFact, milestoneName } from "../../answers/milestones.js";
import { actionTally, holdUps, standsBecause } from "../../answers/reasons.js";
import { actionRow, section } from "../../answers/rows.js";
import { type Acting, actingOf, eyebrowOf, measuresIn, titleOf } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { plural, rollupBadge } from "../../answers/wording.js";
import { actionsIn, type ItemOf, leadersOfPriority, openMilestones, priorityRollup, statusOf } from "../../plan/index.js";
import type { Scene, Standing } from "../../request/scene.js";
import type { Answer } from "../../shared/answer.js";
import type { StandingArgs } from "./args.js";
import { askedAnswer, notCovered } from "./asked.js";

export async function priorityStanding(item: ItemOf<"priority">, args: StandingArgs, scene: Scene): Promise<Answer> {
  const measures = measuresIn(scene, item);
  const [standing, figures] = await Promise.all([scene.priority(item.id), scene.recent(measures.map(({ id }) => id))]);
  const acting = actingOf([standing]);
  const { today } = scene;
  const badge = rollupBadge(priorityRollup(standing.priority, today));
  const newest = [...figures.values()].flatMap(([figure]) => figure ?? []);
  return answerIn("standing", {
    carried: args.carried,
    eyebrow: eyebrowOf(item),
    title: titleOf(item),
    badge,
    lead: [
      ...notCovered(item.id, args.unknown),
      askedAnswer(`${standsBecause(standing, today)}.`, badge, args.asked),
      ...heldBack(standing, args.why ? 8 : 3, today),
    ],
    facts: factsOf(standing, acting, today),
    sections: [
      ...section("Actions", acting, (each) => actionRow(each, today, { note: !args.why, ownLead: true })),
      ...section("Measures", measures, (measure) => measureRow(scene.plan, measure, figures.get(measure.id))),
    ],
    gaps: gapsOf(standing, measures.length, newest.length),
    sources: sourcesOf(scene, { said: saidOf(acting), figures: newest }),
    suggestions: suggestions(item.id, standing, acting, {
      today,
      why: args.why,
      mayAct: !scene.shared && leadersOfPriority(item.priority).includes(scene.asker.email?.toLowerCase() ?? ""),
    }),
  });
}

function heldBack(standing: Standing, most: number, today: string): string[] {
  const all = holdUps(standing, today);
  const hidden = all.length - most;
  return hidden > 0 ? [...all.slice(0, most), `And ${hidden} more, in the list below.`] : all;
}

function factsOf({ priority }: Standing, acting: Acting[], today: string) {
  const [next] = datedOf(acting, openMilestones).filter(({ milestone }) => milestone.due >= today);
  return [
    { label: "Lead", value: priority.lead ?? "Nobody named" },
    { label: "Actions", value: actionTally(acting.map(({ action }) => statusOf(action))) || "None in the plan" },
    ...(next ? [{ label: "Next date", value: `${milestoneName(next.id, next.milestone)}: ${milestoneFact(next.action, next.milestone, today)}` }] : []),
  ];
}

function gapsOf({ priority }: Standing, measures: number, withFigures: number): string[] {
  const silent = measures - withFigures;
  return [
    ...(priority.lead ? [] : [`The plan names no lead for ${priority.id}.`]),
    ...(silent ? [`${silent} of ${plural(measures, "measure")} ${silent === 1 ? "has" : "have"} no figure yet.`] : []),
  ];
}

function suggestions(id: string, { priority }: Standing, acting: Acting[], { today, why, mayAct }: { today: string; why?: boolean; mayAct: boolean }) {
  const rollup = priorityRollup(priority, today);
  const [next] = datedOf(acting, openMilestones);
  return suggest(
    mayAct && "My actions",
    !why && (rollup === "red" || rollup === "amber") && `Why is ${id} ${rollup}?`,
    next && `When is ${next.id} due?`,
    actionsIn(priority).length > 0 && `Who leads ${id}?`,
    `What are the measures of ${id}?`,
  );
}
