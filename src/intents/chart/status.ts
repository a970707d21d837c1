/** How many actions have each status, a bar for each priority or theme. */

import { suggest } from "../../answers/answer-text.js";
import { actionTally } from "../../answers/reasons.js";
import { type Acting, actingOf, nameOf, placeOf, priorityStatesIn, type Scoped } from "../../answers/scope.js";
import { saidOf, sourcesOf } from "../../answers/sources.js";
import { withoutStatuses } from "../../answers/unreliable.js";
import { badgeOf, capital, plural, shortened } from "../../answers/wording.js";
import { toldStatusOf, toldWorstFirst } from "../../plan/index.js";
import type { AnswerContext, PriorityState } from "../../request/answer-context.js";
import type { PictureView, Row } from "../../shared/answer.js";

const mostBars = 10;

interface Group {
  id: string;
  name: string;
  acting: Acting[];
}

/** `scoped` is the plan or something that holds actions. */
export async function statusPicture(context: AnswerContext, scoped: Scoped): Promise<PictureView> {
  const priorityStates = await priorityStatesIn(context, scoped);
  const groups = scoped.type === "plan" ? byTheme(context, priorityStates) : priorityStates.map(groupOf);
  const shown = groups.slice(0, mostBars);
  const all = actingOf(priorityStates);
  const place = placeOf(scoped);
  const tally = actionTally(all.map(({ action }) => action));
  return {
    eyebrow: scoped.type === "plan" ? "The whole plan" : scoped.type === "theme" ? "Theme" : "Priority",
    title: `Actions of ${nameOf(scoped)} by status`,
    lead: [all.length ? `${plural(all.length, "action")} in ${nameOf(scoped)}: ${tally}.` : `There are no actions ${place}.`],
    chart: { kind: "status", bars: shown.map(({ id, name, acting }) => ({ id, name, parts: partsOf(acting) })) },
    alt: `Bars of the actions ${place} by status, one for each of ${plural(shown.length, scoped.type === "plan" ? "theme" : "priority")}. The numbers are in the list below.`,
    sections: shown.length
      ? [
          {
            heading: scoped.type === "plan" ? "Themes" : "Priorities",
            rows: shown.slice(0, 10).map(rowOf),
            ...(groups.length > 10 && { more: `and ${groups.length - 10} more` }),
          },
        ]
      : [],
    gaps: withoutStatuses(all),
    sources: sourcesOf(context, { said: saidOf(all) }),
    suggestions: suggest(
      `How is ${scoped.type === "plan" ? "the plan" : nameOf(scoped)} doing?`,
      "What is overdue?",
      scoped.type !== "plan" && "Chart of the plan",
    ),
  };
}

const groupOf = (standing: PriorityState): Group => ({ id: standing.priority.id, name: standing.priority.title, acting: actingOf([standing]) });

const byTheme = ({ catalogue }: AnswerContext, priorityStates: PriorityState[]): Group[] =>
  catalogue.themes.map(({ id, theme }) => ({ id, name: theme.name, acting: actingOf(priorityStates.filter((one) => one.theme.id === id)) }));

const partsOf = (acting: Acting[]) =>
  toldWorstFirst
    .map((status) => ({ ...badgeOf(status), count: acting.filter(({ action }) => toldStatusOf(action) === status).length }))
    .filter(({ count }) => count);

const tallyOf = (acting: Acting[]): string => actionTally(acting.map(({ action }) => action)) || "no actions";

const rowOf = ({ id, name, acting }: Group): Row => ({ id, text: shortened(name, 120), detail: capital(tallyOf(acting)) });
