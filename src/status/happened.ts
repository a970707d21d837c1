/** What happened to the plan in a stretch of time: dates met and missed, figures that came in. Pure. */
import { isFigure, type KeptFigure, type Report, type Trend, trendOf } from "../figures/index.js";
import { type Day, dayOf, type ItemOf } from "../plan/index.js";
import { type DoneMilestone, goodNews } from "./good-news.js";
import { type DatedAction, slippedIn } from "./lateness.js";
import type { PlanState } from "./plan-state.js";

/** The newest figure of a measure that was reported in the time, with the one before it. */
export interface FigureIn {
  item: ItemOf<"measure">;
  figure: KeptFigure;
  before?: KeptFigure;
  trend?: Trend;
}

export interface Happened {
  /** The newest first. */
  done: DoneMilestone[];
  /** Dates that went by unmet, or were moved; the earliest first. */
  missed: DatedAction[];
  figures: FigureIn[];
}

/** What was reported and changed in a span of days, both ends counted, in the plan's time zone. */
export function happenedIn(state: PlanState, reports: ReadonlyMap<string, readonly Report[]>, span: { from: Day; to: Day }): Happened {
  const { plan, actions, today } = state;
  const inside = (at: string | undefined) => {
    const day = at && dayOf(new Date(at), plan.timeZone);
    return day !== undefined && day !== "" && day >= span.from && day <= span.to;
  };
  const figures = state.measures.flatMap(({ item }): FigureIn[] => {
    const all = (reports.get(item.id) ?? []).filter(isFigure);
    const place = all.findIndex(({ at }) => inside(at));
    const figure = all[place];
    if (!figure) return [];
    const before = all[place + 1];
    const trend = before && trendOf(item.measure, figure.value, before.value);
    return [{ item, figure, ...(before && { before }), ...(trend && { trend }) }];
  });
  return { done: goodNews(state, span).milestones, missed: slippedIn(actions, { from: span.from, to: span.to < today ? span.to : today }, today), figures };
}
