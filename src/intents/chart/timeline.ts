/** Milestones on a line of time. */

import { suggest } from "../../answers/answer-text.js";
import { type Dated, datedOf, milestoneName, notYetReported } from "../../answers/milestones.js";
import { milestoneRow } from "../../answers/rows.js";
import { actingIn, nameOf, type Scoped } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { capital, plural } from "../../answers/wording.js";
import { isMet, isUnreported, overdueMilestones, statusOf } from "../../plan/index.js";
import type { AnswerContext } from "../../request/answer-context.js";
import type { PictureView } from "../../shared/answer.js";
import type { Colour } from "../../shared/colour.js";

const mostMarks = 12;

/** At most twelve milestones: the open ones first, as they are what is still to be done. */
export async function timelinePicture(context: AnswerContext, scoped: Scoped): Promise<PictureView> {
  const { today } = context;
  const all = datedOf(await actingIn(context, scoped), (action) => (statusOf(action) === "cancelled" ? [] : (action.milestones ?? [])));
  const open = all.filter(({ action, milestone }) => !isMet(action, milestone));
  const met = all.filter((dated) => !open.includes(dated));
  const kept = new Set([...open.slice(0, mostMarks), ...met.slice(-Math.max(0, mostMarks - open.length))].slice(0, mostMarks));
  const shown = all.filter((dated) => kept.has(dated));
  const unreported = open.filter(({ action, milestone }) => isUnreported(action, milestone)).length;
  const late = open.filter(({ milestone }) => milestone.due < today).length - unreported;
  const marks = shown.map((dated) => ({
    label: milestoneName(dated.id, dated.milestone).replaceAll('"', ""),
    at: dated.milestone.due,
    ...stateOf(dated, today),
  }));
  const hidden = all.length - shown.length;
  const counts: [number, string][] = [
    [met.length, "met"],
    [late, "overdue"],
    [unreported, notYetReported],
    [open.length - late - unreported, "still to come"],
  ];
  const tally = counts.flatMap(([count, words]) => (count ? [`${count} ${words}`] : [])).join(", ");
  return {
    eyebrow: scoped.type === "plan" ? "The whole plan" : "Dates on a line",
    title: `Milestones of ${nameOf(scoped)}`,
    lead: [
      all.length
        ? `${plural(all.length, "milestone")}: ${tally}.${hidden > 0 ? ` The picture shows ${shown.length} of them.` : ""}`
        : `${nameOf(scoped)} has no dates in the plan.`,
    ],
    chart: { kind: "timeline", today, marks },
    alt: `A line of time with ${plural(shown.length, "milestone")} of ${nameOf(scoped)}${tally && `: ${tally}`}. The dates are in the list below.`,
    sections: shown.length
      ? [
          {
            heading: "By date",
            rows: shown.slice(0, 10).map((dated) => milestoneRow(dated, today)),
            ...(all.length > 10 && { more: `and ${all.length - 10} more` }),
          },
        ]
      : [],
    gaps: [],
    sources: sourcesOf(context, { said: saidOf(shown) }),
    suggestions: suggest(
      late > 0 && "What is overdue?",
      `How is ${scoped.type === "plan" ? "the plan" : nameOf(scoped)} doing?`,
      "What is due in the next 90 days?",
    ),
  };
}

function stateOf({ action, milestone }: Dated, today: string): { word: string; colour: Colour } {
  if (isMet(action, milestone)) return { word: "Met", colour: "blue" };
  if (isUnreported(action, milestone)) return { word: capital(notYetReported), colour: "none" };
  return overdueMilestones(action, today).includes(milestone) ? { word: "Overdue", colour: "red" } : { word: "Still to come", colour: "none" };
}
