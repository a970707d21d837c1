/** What a report says: what needs attention first, then how everything stands, in tables. */

import {
  type Acting,
  actingOf,
  actionTally,
  measuresIn,
  nameOf,
  plural,
  rolledUpBecause,
  rollupOf,
  type Scoped,
  saidOf,
  scopeOf,
  sourcesOf,
  standingsIn,
  standsBecause,
  withoutDates,
  withoutStatuses,
} from "../answers/index.js";
import { type Expected, expectedFigures, frequencyOf, isFigure, periodsInside, type Report } from "../figures/index.js";
import { dayInWords, type ItemOf, overdueMilestones } from "../plan/index.js";
import type { ReportContents, ReportWanted } from "../request/report-maker.js";
import type { Scene, Standing } from "../request/scene.js";
import { letOthers } from "../shared/let-others.js";
import { type MeasureStatus, measureStatus } from "../status/index.js";
import { statusBars } from "./bars.js";
import { exceptionsOf } from "./exceptions.js";
import { actionsTable, measuresTable, missingTable, prioritiesTable } from "./tables.js";

export async function contentsOf(scene: Scene, wanted: ReportWanted): Promise<ReportContents> {
  const { plan, today } = scene;
  const scoped = scopeOf(scene, wanted.scope);
  const standings = await standingsIn(scene, scoped);
  const acting = actingOf(standings);
  const items = measuresIn(scene, scoped);
  const reports = await reportsOf(scene, items, wanted);
  await letOthers();
  const measures = items.map((item) => statusIn(scene, item, reports.get(item.id) ?? [], wanted));
  await letOthers();
  const missing = expectedFigures(plan, items, reports, today, wanted.window).filter(({ report }) => !report);
  await letOthers();
  const figures = measures.flatMap(({ newest }) => newest ?? []);
  return {
    title: titleOf(scoped, wanted),
    about: scoped.type === "plan" ? plan.title : `${plan.title}: ${nameOf(scoped)}`,
    asAt: [
      ...sourcesOf(scene, { said: saidOf(acting), figures }),
      `Statuses and dates are as they stand on ${dayInWords(today)}; figures are ${wanted.window ? `those of ${wanted.window.label}` : "the newest of each measure"}.`,
    ],
    summary: summaryOf(scene, scoped, standings, { acting, measures, missing }),
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

/** Every report where a window is asked for, as it may lie years back; else the newest. */
async function reportsOf(scene: Scene, items: ItemOf<"measure">[], { window }: ReportWanted): Promise<Map<string, Report[]>> {
  if (!window) return scene.recentReports(items.map(({ id }) => id));
  const all = await Promise.all(items.map(async ({ id }): Promise<[string, Report[]]> => [id, await scene.allReports(id)]));
  return new Map(all);
}

/** A measure as it stood in the time that the report is of. */
function statusIn({ plan }: Scene, item: ItemOf<"measure">, reports: Report[], { window }: ReportWanted): MeasureStatus {
  const all = reports.filter(isFigure);
  const inside = window && new Set(periodsInside(plan, frequencyOf(item), window).map(({ name }) => name));
  const place = inside ? all.findIndex(({ period }) => inside.has(period)) : 0;
  return measureStatus(item, place < 0 ? [] : all.slice(place));
}

interface Counted {
  acting: Acting[];
  measures: MeasureStatus[];
  missing: Expected[];
}

function summaryOf({ plan, today }: Scene, scoped: Scoped, standings: Standing[], { acting, measures, missing }: Counted): string[] {
  const parts = standings.map((standing) => ({ name: standing.priority.id, rollup: rollupOf(standing, today) }));
  const [only] = standings;
  const late = acting.flatMap(({ action }) => overdueMilestones(action, today)).length;
  const told = measures.filter(({ newest }) => newest).length;
  return [
    scoped.type === "priority" && only
      ? `${standsBecause(only, today)}.`
      : rolledUpBecause(scoped.type === "plan" ? `The ${plan.title}` : nameOf(scoped), parts, "priorities"),
    `${plural(acting.length, "action")}: ${actionTally(acting.map(({ action }) => action)) || "none"}.`,
    ...withoutStatuses(acting),
    late ? `${plural(late, "milestone")} ${late === 1 ? "is" : "are"} overdue.` : "No milestone is overdue.",
    ...withoutDates(acting),
    `${told} of ${plural(measures.length, "measure")} ${told === 1 ? "has" : "have"} a figure; ${missing.length ? `${plural(missing.length, "figure")} ${missing.length === 1 ? "is" : "are"} missing` : "none is missing"}.`,
  ];
}
