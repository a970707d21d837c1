/** What managers hear of a week, looked up: everything of the plan, so only when a manager's digest is due. */
import { countedOnce, dutyOf, type Figures, frequencyOf, type Report, reportId } from "../figures/index.js";
import type { Messages } from "../people/index.js";
import { type Catalogue, lastEnded, leadOf } from "../plan/index.js";
import type { Progress } from "../progress/index.js";
import type { ManagerItem } from "./due-item.js";
import { managerItems } from "./manager-items.js";
import type { Week } from "./manager-lines/line.js";
import { mayGoUp } from "./manager-lines/overdue.js";
import type { PassState } from "./pass-state.js";
import type { ReminderLog } from "./reminder-log.js";
import type { Standing } from "./standing.js";

export interface WeekParts {
  progress: Pick<Progress, "of">;
  figures: Pick<Figures, "these">;
  log: Pick<ReminderLog, "told" | "undelivered">;
  messages: Pick<Messages, "places">;
}

const askedAtOnce = 1_000;

export async function weekItems(parts: WeekParts, standing: Standing, week: Week, state: PassState | undefined): Promise<ManagerItem[]> {
  const { known, today } = standing;
  const said = await parts.progress.of(known.id);
  const keys = known.catalogue.actions.flatMap((item) => mayGoUp({ said }, item, week.monday));
  const told = await parts.log.told(known.id, keys);
  const named = namedIn(known.catalogue);
  const reached = await parts.messages.places(named);
  const missed = state?.missed && state.missed.noticed > week.after ? state.missed : undefined;
  return managerItems({
    ...standing,
    said,
    week,
    told,
    reports: await newestReports(parts.figures, standing),
    undelivered: await parts.log.undelivered(known.id, week.after, today),
    unreachable: named.filter((email) => !reached.has(email)),
    ...(missed && { missed }),
  });
}

/** Everybody whom the plan expects something of. */
export function namedIn(catalogue: Catalogue): string[] {
  const leads = catalogue.actions.map(leadOf);
  const reporters = catalogue.measures.map(dutyOf);
  return [...new Set([...leads, ...reporters].filter((email) => email !== undefined))].sort();
}

async function newestReports(figures: Pick<Figures, "these">, { known, today }: Standing): Promise<Map<string, Report[]>> {
  const { catalogue, plan, id } = known;
  const ids = countedOnce(catalogue, catalogue.measures).map((item) => reportId(id, item.id, lastEnded(plan, frequencyOf(item), today).name));
  const found = new Map<string, Report[]>();
  for (let from = 0; from < ids.length; from += askedAtOnce)
    for (const report of await figures.these(ids.slice(from, from + askedAtOnce))) found.set(report.measure, [...(found.get(report.measure) ?? []), report]);
  return found;
}
