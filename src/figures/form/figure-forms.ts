import type { Forms } from "../../forms/index.js";
import { permits, refusal } from "../../people/index.js";
import { counted, type ItemOf, lastEnded, type Period, periodInWords, type Span } from "../../plan/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn, suggest } from "../../shared/answer-text.js";
import { shortened } from "../../shared/words.js";
import type { Absence, Figures } from "../figures.js";
import { frequencyOf } from "../missing.js";
import { readValue, typedValue } from "../read-value.js";
import { holdsMany, nothingYet, notReportable, otherwiseReported, periodMeant } from "../reportable.js";
import { aboutOf, type Entry, entriesOf, type FormScene, mostEntries } from "./entries.js";
import { type FilledEntry, figureForm, most, unfilled } from "./figure-form.js";
import { newestEntries, ownMeasures } from "./whose.js";

/** What is to be reported, as far as it was said. */
export interface WhatToReport {
  measure?: string;
  /** The figure, as typed. */
  value?: string;
  /** Why there is none. */
  none?: Absence;
  /** What was said with it: a note, or why the figure is changed. */
  note?: string;
  window?: Span & { label?: string };
}

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
  entry?.report ? ["There is a report for this period already; what you save replaces it as a correction."] : [];

/** Why a figure that stands is changed is asked for by itself. */
function withSaid(entry: FilledEntry, { value, none, note }: WhatToReport): FilledEntry {
  const field = entry.report ? "why" : "note";
  const filled = { ...entry.filled, ...(note && { [field]: note.slice(0, most[field]) }) };
  return withValue({ ...entry, filled: none ? { ...filled, value: "", none } : filled }, value);
}

function withValue(entry: FilledEntry, value: string | undefined): FilledEntry {
  if (!value) return entry;
  const read = readValue(entry.item.measure, value.trim());
  const fits = "value" in read;
  // A choice shows only what can be chosen.
  const text = entry.item.measure.kind === "yesno" ? (fits ? typedValue(read.value) : "") : value.trim();
  return {
    ...entry,
    filled: { ...entry.filled, value: text, none: "" },
    messages: !fits ? { value: `You wrote "${shortened(value, 60)}". ${read.problem}` } : {},
  };
}

/** Narratives are long: fewer of them fit on a card. */
const weightOf = ({ item }: Entry): number => (!item.measure.kind || item.measure.kind === "narrative" ? 2 : 1);

function pagesOf(entries: Entry[]): Entry[][] {
  const pages: Entry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const weight = weightOf(entry);
    if (room < weight) {
      pages.push([]);
      room = mostEntries;
    }
    pages.at(-1)?.push(entry);
    room -= weight;
  }
  return pages;
}
