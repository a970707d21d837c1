/** What a report says: how it stands in sentences, what needs attention, then everything in tables. */
import { actingOf, measuresIn, nameOf, priorityStatesIn, type Scoped, saidOf, scopeOf, sourcesOf, stateIn } from "../answers/index.js";
import { counted, dayInWords } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { ReportContents, ReportWanted } from "../request/report-maker.js";
import { letOthers } from "../shared/let-others.js";
import { type MeasureStatus, planTotals } from "../status/index.js";
import { statusBars } from "./bars.js";
import { exceptionsOf } from "./exceptions.js";
import { namingPeople } from "./people-named.js";
import { briefOf, type Summed, summaryOf } from "./summary.js";
import { actionsTable, measuresTable, missingTable, prioritiesTable } from "./tables.js";

/** Reads once what a report of a scope and a time needs. Throws NotInPlan for a scope that the plan lacks. */
export async function contentsOf(context: AnswerContext, wanted: ReportWanted): Promise<ReportContents> {
  const { plan, today, catalogue } = context;
  const scoped = scopeOf(context, wanted.scope);
  const priorityStates = await priorityStatesIn(context, scoped);
  const acting = actingOf(priorityStates);
  const state = await stateIn(context, scoped, undefined, { window: wanted.window, acting });
  await letOthers();
  const items = measuresIn(context, scoped);
  const totals = planTotals(state);
  const byId = new Map(state.measures.map((one) => [one.item.id, one]));
  // One that is joined to another has the other's figures.
  const measures = items.map((item): MeasureStatus => ({ ...(byId.get(counted(catalogue, item).id) ?? {}), item }));
  await letOthers();
  const figures = measures.flatMap(({ newest }) => newest ?? []);
  const summed: Summed = { scoped, priorityStates, acting, items, state, totals, window: wanted.window };
  const { missing } = totals.returns;
  const contents: ReportContents = {
    title: titleOf(scoped, wanted),
    about: scoped.type === "plan" ? plan.title : `${plan.title}: ${nameOf(scoped)}`,
    asAt: [
      ...sourcesOf(context, { said: saidOf(acting), figures }),
      `Statuses and dates are as they stand on ${dayInWords(today)}; figures are ${wanted.window ? `those of ${wanted.window.label}` : "the newest of each measure"}.`,
    ],
    brief: briefOf(context, summed),
    summary: summaryOf(context, summed),
    exceptions: exceptionsOf(context, acting, state.measures),
    picture: statusBars(context, scoped, priorityStates),
    tables: [prioritiesTable(priorityStates, today), actionsTable(acting, today), measuresTable(context, measures, missing), missingTable(missing)].filter(
      ({ rows }) => rows.length,
    ),
  };
  return namingPeople(contents, context);
}

function titleOf(scoped: Scoped, { window, committee }: ReportWanted): string {
  const on = scoped.type === "plan" ? "" : ` on ${nameOf(scoped)}`;
  return `Report${committee ? " for committee" : ""}${on}${window ? `${committee || on ? "," : " for"} ${window.label}` : ""}`;
}
