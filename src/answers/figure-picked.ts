/** Which figure a question means: the newest, that of a window, or so many periods before the newest. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { frequencyOf, periodsInside } from "../figures/index.js";
import { type ItemOf, type Period, periodAt, periodBefore, periodInWords, periodNamed } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Window } from "../request/args.js";

export interface Picked {
  /** The figure that answers, when there is one. */
  shown?: KeptFigure;
  /** Its predecessor in time. */
  before?: KeptFigure;
  /** All figures of a window that holds several periods, newest first. */
  several: KeptFigure[];
  /** The period or window asked for, in words; absent when the newest is meant. */
  asked?: string;
  /** A period that holds the window, when the measure has none as short as that. */
  wider?: Period;
}

/** Which figures are meant by a stretch of time or so many periods back; the newest when neither is said. `all` has the newest first. */
export function figurePicked(context: AnswerContext, item: ItemOf<"measure">, all: KeptFigure[], { window, back }: { window?: Window; back?: number }): Picked {
  const periods = window ? inWindow(context, item, window) : back ? periodBack(context, all, back) : undefined;
  if (!periods) return { ...withBefore(all, all[0]), several: [] };
  const several = periods.found.flatMap((period) => all.find(({ period: name }) => name === period.name) ?? []);
  const [only] = periods.found;
  const asked = periods.found.length === 1 && only ? periodInWords(only) : (window?.label ?? "that time");
  return { ...withBefore(all, several[0]), several, asked, ...(periods.wider && { wider: periods.wider }) };
}

const withBefore = (all: KeptFigure[], shown: KeptFigure | undefined) => ({ shown, before: shown && all[all.indexOf(shown) + 1] });

function inWindow({ plan }: AnswerContext, item: ItemOf<"measure">, window: Window): { found: Period[]; wider?: Period } {
  const found = periodsInside(plan, frequencyOf(item), window);
  if (found.length) return { found };
  const wider = periodAt(plan, frequencyOf(item), window.from);
  return wider.to >= window.to ? { found: [wider], wider } : { found: [] };
}

function periodBack({ plan }: AnswerContext, [newest]: KeptFigure[], back: number): { found: Period[]; wider?: undefined } | undefined {
  const period = newest && periodNamed(plan, newest.period);
  return period && { found: [periodBefore(plan, period, back)] };
}
