/** What a report says: what needs attention first, then how everything stands, in tables. */
import {
  againstTarget,
  dutyOf,
  type Expected,
  expectedFigures,
  frequencyOf,
  isFigure,
  type KeptFigure,
  lastDayToReport,
  periodsInside,
  type Report,
  trendOf,
} from "../figures/index.js";
import { dayInWords, type ItemOf, leadOf, overdueMilestones, rollUp, statusOf } from "../plan/index.js";
import type { ReportContents, ReportTable, ReportWanted } from "../questions/report-maker.js";
import type { Scene, Standing } from "../questions/scene.js";
import {
  type Acting,
  actingOf,
  actionTally,
  badgeOf,
  capital,
  datedOf,
  figureAlone,
  measuresIn,
  milestoneFact,
  milestoneSentence,
  moveInWords,
  nameOf,
  plural,
  rolledUpBecause,
  rollupBadge,
  rollupOf,
  type Scoped,
  saidOf,
  scopeOf,
  shortPeriod,
  sourcesOf,
  standingsIn,
  standsBecause,
  targetInWords,
} from "../questions/wording/index.js";
import { badgeInWords, listed } from "../shared/words.js";
import { statusBars } from "./bars.js";

/** A measure in the time that the report is of. */
interface Figured {
  item: ItemOf<"measure">;
  now?: KeptFigure;
  before?: KeptFigure;
}

export async function contentsOf(scene: Scene, wanted: ReportWanted): Promise<ReportContents> {
  const { plan, today } = scene;
  const scoped = scopeOf(scene, wanted.scope);
  const standings = await standingsIn(scene, scoped);
  const acting = actingOf(standings);
  const items = measuresIn(scene, scoped);
  const reports = await reportsOf(scene, items, wanted);
  const figured = items.map((item) => figuredOf(scene, item, reports.get(item.id) ?? [], wanted));
  const missing = expectedFigures(plan, items, reports, today, wanted.window).filter(({ report }) => !report);
  const figures = figured.flatMap(({ now }) => now ?? []);
  return {
    title: titleOf(scoped, wanted),
    about: scoped.type === "plan" ? plan.title : `${plan.title}: ${nameOf(scoped)}`,
    asAt: [
      ...sourcesOf(scene, { said: saidOf(acting), figures }),
      `Statuses and dates are as they stand on ${dayInWords(today)}; figures are ${wanted.window ? `those of ${wanted.window.label}` : "the newest of each measure"}.`,
    ],
    summary: summaryOf(scene, scoped, standings, { acting, figured, missing }),
    exceptions: exceptionsOf(scene, acting, figured, missing),
    picture: statusBars(scene, scoped, standings),
    tables: [prioritiesTable(standings, today), actionsTable(acting, today), measuresTable(scene, figured), missingTable(missing)].filter(
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

function figuredOf({ plan }: Scene, item: ItemOf<"measure">, reports: Report[], { window }: ReportWanted): Figured {
  const all = reports.filter(isFigure);
  const inside = window && new Set(periodsInside(plan, frequencyOf(item), window).map(({ name }) => name));
  const now = inside ? all.find(({ period }) => inside.has(period)) : all[0];
  return { item, now, before: now && all[all.indexOf(now) + 1] };
}

interface Counted {
  acting: Acting[];
  figured: Figured[];
  missing: Expected[];
}

function summaryOf({ plan, today }: Scene, scoped: Scoped, standings: Standing[], { acting, figured, missing }: Counted): string[] {
  const parts = standings.map((standing) => ({ name: standing.priority.id, rollup: rollupOf(standing, today) }));
  const [only] = standings;
  const late = acting.flatMap(({ action }) => overdueMilestones(action, today)).length;
  const told = figured.filter(({ now }) => now).length;
  return [
    scoped.type === "priority" && only
      ? `${standsBecause(only, today)}.`
      : rolledUpBecause(scoped.type === "plan" ? `The ${plan.title}` : nameOf(scoped), parts, "priorities"),
    `${plural(acting.length, "action")}: ${actionTally(acting.map(({ action }) => statusOf(action))) || "none"}.`,
    late ? `${plural(late, "milestone")} ${late === 1 ? "is" : "are"} overdue.` : "No milestone is overdue.",
    `${told} of ${plural(figured.length, "measure")} ${told === 1 ? "has" : "have"} a figure; ${missing.length ? `${plural(missing.length, "figure")} ${missing.length === 1 ? "is" : "are"} missing` : "none is missing"}.`,
  ];
}

function exceptionsOf(scene: Scene, acting: Acting[], figured: Figured[], missing: Expected[]): ReportContents["exceptions"] {
  const { plan, today } = scene;
  const noted = ({ action }: Acting) => (action.note ? ` Note: "${action.note}"` : "");
  const late = datedOf(acting, (action) => overdueMilestones(action, today));
  const having = (status: "off-track" | "at-risk") =>
    acting
      .filter(({ action }) => statusOf(action) === status)
      .map((one) => `${one.id} ${one.action.text}: ${badgeInWords(badgeOf(status))}. Lead: ${leadOf(one) ?? "nobody named"}.${noted(one)}`);
  const worse = figured.flatMap(({ item, now, before }) => {
    const trend = now && before && trendOf(item.measure, now.value, before.value);
    return trend?.verdict === "worse"
      ? [
          `${item.id} ${item.measure.text}: ${figureAlone(item.measure, now as KeptFigure)}, ${moveInWords(plan, item.measure, now as KeptFigure, before as KeptFigure)}.`,
        ]
      : [];
  });
  const short = figured.flatMap(({ item, now }) =>
    now && againstTarget(item.measure, now.value)?.met === false && item.measure.target !== undefined
      ? [`${item.id} ${item.measure.text}: ${figureAlone(item.measure, now)}, ${targetInWords(item.measure, now)}.`]
      : [],
  );
  const groups = [
    {
      heading: "Overdue",
      lines: late.map((dated) => `${milestoneSentence(dated.action, dated.milestone, today)} ${dated.action.text}. Lead: ${leadOf(dated) ?? "nobody named"}.`),
    },
    { heading: "Off track (red)", lines: having("off-track") },
    { heading: "At risk (amber)", lines: having("at-risk") },
    { heading: "Figures that got worse", lines: worse },
    { heading: "Targets not met yet", lines: short },
    {
      heading: "Figures missing",
      lines: byPerson(missing),
      count: missing.length,
    },
  ];
  return groups.filter(({ lines }) => lines.length).map((group) => ({ count: group.lines.length, ...group }));
}

/** "a@example.org: 1.1.m4 and 1.1.m5", whoever has most first; each of them stands in the table at the end. */
function byPerson(missing: Expected[]): string[] {
  const people = new Map<string, Set<string>>();
  for (const { item } of missing) {
    const who = dutyOf(item) ?? "Nobody named to report";
    people.set(who, (people.get(who) ?? new Set()).add(item.id));
  }
  return [...people].sort(([, a], [, b]) => b.size - a.size).map(([who, ids]) => `${who}: ${listed([...ids])}.`);
}

const prioritiesTable = (standings: Standing[], today: string): ReportTable => ({
  name: "Priorities",
  columns: ["Id", "Theme", "Priority", "Lead", "Status", "Actions"],
  rows: standings.map((standing) => {
    const { theme, priority } = standing;
    const tally = actionTally(actingOf([standing]).map(({ action }) => statusOf(action)));
    return [
      priority.id,
      theme.name,
      priority.title,
      priority.lead ?? "",
      capital(badgeInWords(rollupBadge(rollUp([rollupOf(standing, today)])))),
      tally || "none",
    ];
  }),
});

const actionsTable = (acting: Acting[], today: string): ReportTable => ({
  name: "Actions",
  columns: ["Id", "Action", "Lead", "Status", "Dates", "Note"],
  rows: acting.map((one) => {
    const { action } = one;
    const dates = (action.milestones ?? []).map((milestone) => `${milestone.label ? `${milestone.label}: ` : ""}${milestoneFact(action, milestone, today)}`);
    return [
      one.id,
      action.text,
      leadOf(one) ?? "",
      capital(badgeInWords(badgeOf(statusOf(action)))),
      dates.join("; ") || "no date in the plan",
      action.note ?? "",
    ];
  }),
});

const measuresTable = ({ plan }: Scene, figured: Figured[]): ReportTable => ({
  name: "Measures",
  columns: ["Id", "Measure", "Reporter", "Period", "Figure", "Change", "Target"],
  rows: figured.map(({ item: { id, measure }, now, before }) => [
    id,
    measure.text,
    measure.reporter ?? "",
    now ? shortPeriod(plan, now) : "",
    now ? figureAlone(measure, now) : "no figure",
    (now && before && moveInWords(plan, measure, now, before)) || "",
    targetInWords(measure, now)?.replace(/^target /, "") ?? "",
  ]),
});

const missingTable = (missing: Expected[]): ReportTable => ({
  name: "Missing figures",
  columns: ["Id", "Measure", "Period", "To be reported by", "Until"],
  rows: missing.map(({ item, period, late }) => [
    item.id,
    item.measure.text,
    period.name,
    dutyOf(item) ?? "nobody named",
    `${dayInWords(lastDayToReport(period))}${late ? " (late)" : ""}`,
  ]),
});
