import type { Forms } from "../../forms/index.js";
import { permits, refusal, whoMay } from "../../people/index.js";
import { counted, type ItemOf, lastEnded, type Period, periodInWords, type Span } from "../../plan/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn, suggest } from "../../shared/answer-text.js";
import { shortened } from "../../shared/words.js";
import type { Figures } from "../figures.js";
import { frequencyOf } from "../missing.js";
import { holdsMany, nothingYet, notReportable, otherwiseReported, periodMeant } from "../reportable.js";
import { aboutOf, type Entry, entriesOf, type FormScene, mostEntries } from "./entries.js";
import { type FilledEntry, figureForm, unfilled } from "./figure-form.js";
import { pagesOf } from "./pages.js";
import { type WhatToReport, withSaid } from "./said.js";
import { newestEntries, ownMeasures } from "./whose.js";

/** Which page of several measures, 0 is the first; for the periods in a window, when one is given. */
export interface Paged {
  page?: number;
  window?: Span;
}

const spanOf = ({ window }: Paged) => (window ? { window: { from: window.from, to: window.to } } : {});

export interface FigureFormParts {
  forms: Forms;
  figures: Figures;
}

export const recordVerb = "figures.record";
export const formVerb = "figures.form";

/** Forms as they are first shown. Nothing is written by showing one. */
export const openingForms = ({ forms, figures }: FigureFormParts) => {
  const pressesFor = (scene: FormScene, entries: Entry[], more: Press[] = []): Press[] => {
    const form = forms.seal({ verb: recordVerb, who: scene.asker.id, at: scene.at.toISOString(), about: aboutOf(scene.known.id, entries) });
    return [{ label: "Save", verb: recordVerb, data: { form }, style: "positive" }, ...more];
  };

  const of = (scene: FormScene, entries: FilledEntry[], rest: { eyebrow?: string; lead?: string[]; more?: Press[] } = {}): Answer => {
    const { more, ...parts } = rest;
    return figureForm(scene, { entries, ...parts, presses: pressesFor(scene, entries, more) });
  };

  /** A form of one measure, or why there can be none. */
  const one = async (scene: FormScene, asked: ItemOf<"measure">, { window, ...said }: WhatToReport): Promise<Answer> => {
    const item = counted(scene.catalogue, asked);
    const refused = refusedFor(scene, item);
    if (refused) return refused;
    const wanted = periodMeant(scene, item, window);
    const why = notReportable(scene, wanted);
    const period = why ? lastEnded(scene.plan, frequencyOf(item), scene.today) : wanted;
    const still = nothingYet(scene, item) ?? notReportable(scene, period);
    if (still)
      return answerIn("notice", {
        title: titleOf(item),
        lead: [...(why && window ? [why] : []), ...(why === still ? [] : [still]), "Nothing was saved."],
        suggestions: aboutFigure(item),
      });
    const [entry] = await entriesOf(figures, scene, [{ item, period }]);
    const joined = item.id === asked.id ? [] : [`${asked.id} was joined to ${item.id}: one figure counts for both.`];
    const another = why ?? otherwiseReported(scene, item, window);
    const lead = [...joined, ...(another ? [`${another} This form is for ${periodInWords(period)}.`] : []), ...standsAlready(entry)];
    // A figure that was said for another period, or for several, is not taken over to this one.
    const apart = why !== undefined || holdsMany(scene, item, window);
    return of(scene, [apart ? unfilled(entry as Entry) : withSaid(unfilled(entry as Entry), said)], { lead });
  };

  /** Pages of the measures that are to be reported; of those that can be corrected when all are in. Nothing when there are none. */
  const several = async (
    scene: FormScene,
    items: ItemOf<"measure">[],
    { page = 0, window }: Paged,
    paged: (page: number) => Press["data"],
  ): Promise<Answer | undefined> => {
    const entries = await newestEntries(figures, scene, items, window);
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
    return of(scene, shown.map(unfilled), { eyebrow: pages.length > 1 ? `Page ${at + 1} of ${pages.length}` : undefined, more });
  };

  return {
    of,
    one,
    /** Several that were said at once, each for its period, filled in; what cannot stand on the form is said on it. */
    async many(scene: FormScene, said: SaidFigure[]): Promise<Answer> {
      const all = said.map(({ item, ...rest }) => ({ ...rest, item: counted(scene.catalogue, item), period: periodMeant(scene, item, rest.window) }));
      const fit = all.filter(({ item, period }) => permits("report a figure", scene, item) && !notReportable(scene, period));
      const [only] = said;
      if (!fit.length && only) return one(scene, only.item, only);
      const entries = await entriesOf(figures, scene, fit.slice(0, mostEntries));
      const lead = all.filter((each) => !fit.includes(each)).map(({ item, period }) => whyNotOn(scene, item, period));
      return of(
        scene,
        entries.map((entry, place) => withSaid(unfilled(entry), fit[place] as SaidFigure)),
        { lead },
      );
    },
    /** Ids of those measures that have no report for their newest period. */
    async openOf(scene: FormScene, items: ItemOf<"measure">[], window?: Span): Promise<string[]> {
      const entries = await newestEntries(figures, scene, items, window);
      return entries.flatMap(({ item, report }) => (report ? [] : [item.id]));
    },
    /** The newest report of each measure, as a form for corrections can be opened of them. */
    async newestOf(scene: FormScene, items: ItemOf<"measure">[], window?: Span): Promise<{ id: string; period: string }[]> {
      const entries = await newestEntries(figures, scene, items, window);
      return entries.flatMap(({ item, period, report }) => (report ? [{ id: item.id, period: period.name }] : [])).slice(0, mostEntries);
    },
    /** Of the measures named, each for its period; those that cannot be reported now are left out. */
    async named(scene: FormScene, wanted: { item: ItemOf<"measure">; period: Period }[]): Promise<Answer | undefined> {
      const fit = wanted
        .map(({ item, period }) => ({ item: counted(scene.catalogue, item), period }))
        .filter(({ item, period }) => permits("report a figure", scene, item) && !notReportable(scene, period));
      const entries = await entriesOf(figures, scene, fit.slice(0, mostEntries));
      return entries.length ? of(scene, entries.map(unfilled)) : undefined;
    },
    own: (scene: FormScene, paged: Paged = {}) => several(scene, ownMeasures(scene), paged, (page) => ({ ...spanOf(paged), page })),
    under: (scene: FormScene, scope: string, items: ItemOf<"measure">[], paged: Paged = {}) =>
      several(
        scene,
        items.filter((item) => permits("report a figure", scene, item)),
        paged,
        (page) => ({ scope, ...spanOf(paged), page }),
      ),
    mayReport: (scene: FormScene, item: ItemOf<"measure">) => permits("report a figure", scene, item),
    pressesFor,
  };
};

export type OpeningForms = ReturnType<typeof openingForms>;

interface SaidFigure extends Omit<WhatToReport, "measure"> {
  item: ItemOf<"measure">;
}

/** Why a measure that was named with others stands on no form. */
const whyNotOn = (scene: FormScene, item: ItemOf<"measure">, period: Period): string =>
  permits("report a figure", scene, item)
    ? `${item.id} is not on this form: ${(notReportable(scene, period) ?? "").replace(/^./, (letter) => letter.toLowerCase())}`
    : `${item.id} is not on this form: only ${whoMay("report a figure", scene, item)} can report it.`;

/** "1.2.m1 Increased number of school visits", shortened for a card's title. */
export const titleOf = ({ id, measure }: ItemOf<"measure">): string => `${id} ${shortened(measure.text, 600)}`;

/** Says who may report a measure to somebody who may not. */
export function refusedFor(scene: FormScene, item: ItemOf<"measure">): Answer | undefined {
  if (permits("report a figure", scene, item)) return undefined;
  return answerIn("notice", {
    title: titleOf(item),
    lead: [...refusal("report a figure", "report this figure", scene, item), "Nothing was saved."],
    suggestions: aboutFigure(item),
  });
}

const aboutFigure = ({ id }: ItemOf<"measure">) => suggest(`What is the latest figure for ${id}?`, `Who reports ${id}?`);

const standsAlready = (entry: Entry | undefined): string[] =>
  entry?.report ? ["This period has a figure already. If you save, yours replaces it as a correction."] : [];
