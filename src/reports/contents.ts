/** What a report says: what needs attention first, then how everything stands, in tables. */

import {
  type Acting,
  actingOf,
  actionTally,
  figureSentences,
  measuresIn,
  measuresTally,
  nameOf,
  overdueSentence,
  plural,
  rolledUpBecause,
  rollupOf,
  type Scoped,
  saidOf,
  scopeOf,
  sourcesOf,
  standingsIn,
  standsBecause,
  stateIn,
  withoutDates,
  withoutStatuses,
} from "../answers/index.js";
import { dayInWords, type ItemOf } from "../plan/index.js";
import type { ReportContents, ReportWanted } from "../request/report-maker.js";
import type { Scene, Standing } from "../request/scene.js";
import { letOthers } from "../shared/let-others.js";
import { type MeasureStatus, type PlanTotals, planTotals } from "../status/index.js";
import { statusBars } from "./bars.js";
import { exceptionsOf } from "./exceptions.js";
import { actionsTable, measuresTable, missingTable, prioritiesTable } from "./tables.js";

/** What a report says, whatever file it becomes: exceptions first, then tables. Reads everything once. */
export async function contentsOf(scene: Scene, wanted: ReportWanted): Promise<ReportContents> {
  const { plan, today } = scene;
  const scoped = scopeOf(scene, wanted.scope);
  const standings = await standingsIn(scene, scoped);
  const acting = actingOf(standings);
  const state = await stateIn(scene, scoped, undefined, { window: wanted.window, acting });
  const items = measuresIn(scene, scoped);
  await letOthers();
  const totals = planTotals(state);
  const { missing } = totals.returns;
  const byId = new Map(state.measures.map((one) => [one.item.id, one]));
  // One that is joined to another has the other's figures.
  const measures = items.map((item): MeasureStatus => ({ ...(byId.get(item.measure.countsAs ?? item.id) ?? {}), item }));
  await letOthers();
  const figures = measures.flatMap(({ newest }) => newest ?? []);
  return {
    title: titleOf(scoped, wanted),
    about: scoped.type === "plan" ? plan.title : `${plan.title}: ${nameOf(scoped)}`,
    asAt: [
      ...sourcesOf(scene, { said: saidOf(acting), figures }),
      `Statuses and dates are as they stand on ${dayInWords(today)}; figures are ${wanted.window ? `those of ${wanted.window.label}` : "the newest of each measure"}.`,
    ],
    summary: summaryOf(scene, scoped, standings, { acting, items, totals }),
    exceptions: exceptionsOf(scene, acting, measures, missing),
    picture: statusBars(scene, scoped, standings),
    tables: [prioritiesTable(standings, today), actionsTable(acting, today), measuresTable(scene, measures), missingTable(missing)].filter(
      ({ rows }) => rows.length,
    ),
  };
}

function titleOf(scoped: Scoped, { window, committee }: ReportWanted): string {
  const on = scoped.type === "plan" ? "" : ` on ${nameOf(scoped)}`;
  return `Report${committee ? " for committee" : ""}${on}${window ? `${committee || on ? "," : " for"} ${window.label}` : ""}`;
}

interface Counted {
  acting: Acting[];
  items: ItemOf<"measure">[];
  totals: PlanTotals;
}

function summaryOf({ plan, today }: Scene, scoped: Scoped, standings: Standing[], { acting, items, totals }: Counted): string[] {
  const parts = standings.map((standing) => ({ name: standing.priority.id, rollup: rollupOf(standing, today) }));
  const [only] = standings;
  return [
    scoped.type === "priority" && only
      ? `${standsBecause(only, today)}.`
      : rolledUpBecause(scoped.type === "plan" ? `The ${plan.title}` : nameOf(scoped), parts, "priorities"),
    `${plural(acting.length, "action")}: ${actionTally(acting.map(({ action }) => action)) || "none"}.`,
    ...withoutStatuses(acting),
    overdueSentence(totals),
    ...withoutDates(acting),
    ...(items.length ? [`${plural(items.length, "measure")}: ${measuresTally(totals, items.length - totals.measures)}.`] : []),
    ...figureSentences(totals),
  ];
}
