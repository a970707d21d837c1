import type { Forms } from "../../forms/index.js";
import { permits, type RequestContext, refusal, whoMay } from "../../people/index.js";
import { counted, type ItemOf, lastEnded, type Period, periodInWords, type Span } from "../../plan/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn, suggest } from "../../shared/answer-text.js";
import { withUnused } from "../../shared/unused.js";
import { shortened } from "../../shared/words.js";
import type { Figures } from "../figures.js";
import { frequencyOf } from "../missing.js";
import { holdsMany, nothingYet, notReportable, otherwiseReported, periodMeant } from "../reportable.js";
import { aboutOf, type Entry, entriesOf, mostEntries } from "./entries.js";
import { type FilledEntry, figureForm, unfilled } from "./figure-form.js";
import { pagesOf } from "./pages.js";
import { type WhatToReport, withSaid } from "./said.js";
import { newestEntries, ownMeasures } from "./whose.js";

/** Which page of several measures, 0 is the first; for the periods in a window, when one is given. */
export interface Paged {
  page?: number;
  window?: Span;
}

const isSaid = (said: string | undefined): said is string => said !== undefined;

const spanOf = ({ window }: Paged) => (window ? { window: { from: window.from, to: window.to } } : {});

export interface FigureFormParts {
  forms: Forms;
  figures: Figures;
}

export const recordVerb = "figures.record";
export const formVerb = "figures.form";

/** Forms as they are first shown. Nothing is written by showing one. */
export const openingForms = ({ forms, figures }: FigureFormParts) => {
  const pressesFor = (context: RequestContext, entries: Entry[], more: Press[] = []): Press[] => {
    const form = forms.seal({ verb: recordVerb, who: context.asker.id, at: context.at.toISOString(), about: aboutOf(context.known.id, entries) });
    return [{ label: "Save", verb: recordVerb, data: { form }, style: "positive" }, ...more];
  };

  const of = (context: RequestContext, entries: FilledEntry[], rest: { eyebrow?: string; lead?: string[]; more?: Press[] } = {}): Answer => {
    const { more, ...parts } = rest;
    return figureForm(context, { entries, ...parts, presses: pressesFor(context, entries, more) });
  };

  /** A form of one measure, or why there can be none. */
  const one = async (context: RequestContext, asked: ItemOf<"measure">, { window, ...said }: WhatToReport): Promise<Answer> => {
    const item = counted(context.catalogue, asked);
    const refused = refusedFor(context, item);
    if (refused) return refused;
    const wanted = periodMeant(context, item, window);
    const why = notReportable(context, wanted);
    const period = why ? lastEnded(context.plan, frequencyOf(item), context.today) : wanted;
    const still = nothingYet(context, item) ?? notReportable(context, period);
    if (still)
      return answerIn("notice", {
        title: titleOf(item),
        lead: [...(why && window ? [why] : []), ...(why === still ? [] : [still]), "Nothing was saved."],
        suggestions: aboutFigure(item),
      });
    const [entry] = await entriesOf(figures, context, [{ item, period }]);
    const joined = item.id === asked.id ? [] : [`${asked.id} was joined to ${item.id}: one figure counts for both.`];
    const another = why ?? otherwiseReported(context, item, window);
    const lead = [...joined, ...(another ? [`${another} This form is for ${periodInWords(period)}.`] : []), ...standsAlready(entry)];
    // A figure that was said for another period, or for several, is not taken over to this one.
    const apart = why !== undefined || holdsMany(context, item, window);
    if (apart) return withUnused(await of(context, [unfilled(entry as Entry)], { lead }), [said.value, said.note].filter(isSaid));
    return of(context, [withSaid(unfilled(entry as Entry), said)], { lead });
  };

  /** Pages of the measures that are to be reported; of those that can be corrected when all are in. Nothing when there are none. */
  const several = async (
    context: RequestContext,
    items: ItemOf<"measure">[],
    { page = 0, window }: Paged,
    paged: (page: number) => Press["data"],
  ): Promise<Answer | undefined> => {
    const entries = await newestEntries(figures, context, items, window);
    const open = entries.filter(({ report }) => !report);
    const pages = pagesOf(open);
    const shown = pages[Math.min(page, pages.length - 1)];
    if (!shown) return undefined;
    const at = pages.indexOf(shown);
    const more: Press[] =
      pages.length > 1
        ? [
            {
              label: at + 1 < pages.length ? "Next page, without saving" : "First page, without saving",
              verb: formVerb,
              data: paged((at + 1) % pages.length),
              alone: true,
            },
          ]
        : [];
    return of(context, shown.map(unfilled), { eyebrow: pages.length > 1 ? `Page ${at + 1} of ${pages.length}` : undefined, more });
  };

  return {
    of,
    one,
    /** Several that were said at once, each for its period, filled in; what cannot stand on the form is said on it. */
    async many(context: RequestContext, said: SaidFigure[]): Promise<Answer> {
      const all = said.map(({ item, ...rest }) => ({ ...rest, item: counted(context.catalogue, item), period: periodMeant(context, item, rest.window) }));
      // What was said of several periods is no figure of one of them.
      const apart = all.filter(({ item, window }) => holdsMany(context, item, window));
      const fit = all.filter((each) => !apart.includes(each) && permits("report a figure", context, each.item) && !notReportable(context, each.period));
      const [only] = said;
      if (!fit.length && only) return one(context, only.item, only);
      const entries = await entriesOf(figures, context, fit.slice(0, mostEntries));
      const lead = all.filter((each) => !fit.includes(each) && !apart.includes(each)).map(({ item, period }) => whyNotOn(context, item, period));
      const filled = entries.map((entry, place) => withSaid(unfilled(entry), fit[place] as SaidFigure));
      return withUnused(
        await of(context, filled, { lead }),
        apart.map(({ value, window }) => [value, window?.label].filter(isSaid).join(" for ")),
      );
    },
    /** Ids of those measures that have no report for their newest period. */
    async openOf(context: RequestContext, items: ItemOf<"measure">[], window?: Span): Promise<string[]> {
      const entries = await newestEntries(figures, context, items, window);
      return entries.flatMap(({ item, report }) => (report ? [] : [item.id]));
    },
    /** The newest report of each measure, as a form for corrections can be opened of them. */
    async newestOf(context: RequestContext, items: ItemOf<"measure">[], window?: Span): Promise<{ id: string; period: string }[]> {
      const entries = await newestEntries(figures, context, items, window);
      return entries.flatMap(({ item, period, report }) => (report ? [{ id: item.id, period: period.name }] : [])).slice(0, mostEntries);
    },
    /** Of the measures named, each for its period; those that cannot be reported now are left out. */
    async named(context: RequestContext, wanted: { item: ItemOf<"measure">; period: Period }[]): Promise<Answer | undefined> {
      const fit = wanted
        .map(({ item, period }) => ({ item: counted(context.catalogue, item), period }))
        .filter(({ item, period }) => permits("report a figure", context, item) && !notReportable(context, period));
      const entries = await entriesOf(figures, context, fit.slice(0, mostEntries));
      return entries.length ? of(context, entries.map(unfilled)) : undefined;
    },
    own: (context: RequestContext, paged: Paged = {}) => several(context, ownMeasures(context), paged, (page) => ({ ...spanOf(paged), page })),
    under: (context: RequestContext, scope: string, items: ItemOf<"measure">[], paged: Paged = {}) =>
      several(
        context,
        items.filter((item) => permits("report a figure", context, item)),
        paged,
        (page) => ({ scope, ...spanOf(paged), page }),
      ),
    mayReport: (context: RequestContext, item: ItemOf<"measure">) => permits("report a figure", context, item),
    pressesFor,
  };
};

export type OpeningForms = ReturnType<typeof openingForms>;

interface SaidFigure extends Omit<WhatToReport, "measure"> {
  item: ItemOf<"measure">;
}

/** Why a measure that was named with others stands on no form. */
const whyNotOn = (context: RequestContext, item: ItemOf<"measure">, period: Period): string =>
  permits("report a figure", context, item)
    ? `${item.id} is not on this form: ${(notReportable(context, period) ?? "").replace(/^./, (letter) => letter.toLowerCase())}`
    : `${item.id} is not on this form: only ${whoMay("report a figure", context, item)} can report it.`;

/** "1.2.m1 Increased number of school visits", shortened for a card's title. */
export const titleOf = ({ id, measure }: ItemOf<"measure">): string => `${id} ${shortened(measure.text, 600)}`;

/** Says who may report a measure to somebody who may not. */
export function refusedFor(context: RequestContext, item: ItemOf<"measure">): Answer | undefined {
  if (permits("report a figure", context, item)) return undefined;
  return answerIn("notice", {
    title: titleOf(item),
    lead: [...refusal("report a figure", "report this figure", context, item), "Nothing was saved."],
    suggestions: aboutFigure(item),
  });
}

const aboutFigure = ({ id }: ItemOf<"measure">) => suggest(`What is the latest figure for ${id}?`, `Who reports ${id}?`);

const standsAlready = (entry: Entry | undefined): string[] =>
  entry?.report ? ["This period has a figure already. If you save, yours replaces it as a correction."] : [];
