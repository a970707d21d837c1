/** As when, and who last changed the facts: the last lines of an answer. Pure. */
import type { KeptFigure } from "../figures/index.js";
import { dayInWords } from "../plan/index.js";
import type { KeptProgress } from "../progress/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Acting } from "./scope.js";
import { instantInWords, listedUpTo } from "./wording.js";

interface Shown {
  /** What was said since the import of the things shown. */
  said?: (KeptProgress | undefined)[];
  figures?: KeptFigure[];
  /** One figure is shown, not a list of them. */
  one?: boolean;
  /** False when no status or date is shown. Default true. */
  statuses?: boolean;
}

const newest = <T extends { at?: string }>(things: T[]): T | undefined =>
  things.reduce<T | undefined>((latest, thing) => (thing.at && (!latest?.at || thing.at > latest.at) ? thing : latest), undefined);

/**
 * The lines at the foot of an answer: the day it is of, who changed something last, the import, the newest figure.
 * `statuses: false` where the answer leans on none.
 */
export function sourcesOf(context: AnswerContext, { said = [], figures = [], one = false, statuses = true }: Shown): string[] {
  const { known, plan, today } = context;
  const on = (instant: string) => instantInWords(instant, plan.timeZone);
  const change = newest(said.filter((one): one is KeptProgress => Boolean(one)));
  const figure = newest(figures);
  const imported = known.sample ? `as in the sample plan, loaded on ${on(known.importedAt)}` : `as imported on ${on(known.importedAt)} by ${known.importedBy}`;
  const asAt = `As at ${dayInWords(today)}.`;
  const named = known.amended;
  const changed = change
    ? `Last change: ${change.action}, by ${change.by} on ${on(change.at)}. The rest ${imported}.`
    : statuses || !named
      ? `${statuses ? "Statuses and dates" : "The plan is"} ${imported}.`
      : `Last change of people or measures: ${listedUpTo(named.items, 3)}, by ${named.by} on ${on(named.at)}. The rest ${imported}.`;
  const reported = figure?.at ? `${one ? "This figure was" : "Newest figure"} reported by ${figure.by ?? "someone not named"} on ${on(figure.at)}.` : "";
  const example = known.sample ? " Example data: the leads, statuses and figures in this plan are examples." : "";
  return [`${asAt}${example}`, changed, ...(reported ? [reported] : [])];
}

/** What was said of each action since the import, to name the newest among the sources. */
export const saidOf = (acting: Acting[]): (KeptProgress | undefined)[] => acting.map(({ said }) => said);
