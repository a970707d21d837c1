/** Somebody else reported the same meanwhile: what they saved is shown, and whoever comes second chooses. */

import { FormData, type Forms, refusalOf } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";
import { listed } from "../../shared/words.js";
import type { Figures } from "../figures.js";
import { type Entry, entriesOf, type Named, namedIn } from "./entries.js";
import { type FilledEntry, figureForm, reporterInWords, reportInWords, unfilled } from "./figure-form.js";
import { type OpeningForms, recordVerb } from "./figure-forms.js";
import { lost, nextOf, refuse } from "./held.js";
import { hasFigure, type ReadEntry, readForm, sureOf } from "./read-form.js";
import { standsInWords } from "./receipt.js";

export const keepVerb = "figures.keep";

export interface Overtaken extends ReadEntry {
  /** Somebody saved something else since the form was made. */
  isNew: boolean;
}

/** What somebody else saved while the form was open is shown, and saving becomes a correction of it. */
export function overtakenBy({ plan, asker }: RequestContext, read: ReadEntry, { seen }: Named): Overtaken {
  const { report, item } = read;
  const isSaid = Boolean(read.toSave || Object.keys(read.messages).length);
  if (!report || (report.revision ?? 0) === seen || !isSaid || !hasFigure(read.filled)) return { ...read, isNew: false };
  const who = report.by === asker.email?.toLowerCase() ? "You" : (report.by ?? "Somebody");
  const words = `${who} reported ${reportInWords(item.measure, report)}${reporterInWords(plan, { at: report.at })}, while this form was open. Save yours in its place, or keep what is saved?`;
  return { ...read, isNew: true, filled: { ...read.filled, why: read.filled.why || "Both were reported. This one is right." }, messages: { value: words } };
}

/** Somebody else reported the same meanwhile: the form again, to save mine or keep what is saved. */
export function chooseBetween(opening: OpeningForms, context: RequestContext, read: Overtaken[]): Answer {
  const places = read.flatMap(({ isNew }, place) => (isNew ? [place] : []));
  const [{ data: fresh }] = opening.pressesFor(context, read) as [Press, ...Press[]];
  return figureForm(context, {
    entries: read,
    alert: `Nothing was saved yet: ${listed(places.map((place) => read[place]?.item.id ?? ""))} ${places.length === 1 ? "was" : "were"} reported by somebody else in the meantime.`,
    presses: [
      { label: "Save mine", verb: recordVerb, data: { ...fresh, ...sureOf(read) }, style: "positive" },
      { label: "Keep what is saved", verb: keepVerb, data: { ...fresh, theirs: places } },
    ],
  });
}

export interface KeepParts {
  forms: Forms;
  figures: Figures;
  opening: OpeningForms;
}

/** The verb of "Keep what is saved". */
export const keepVerbOf = (parts: KeepParts): Verb<RequestContext> =>
  verb({ name: keepVerb, data: FormData, run: (data, context: RequestContext) => keep(parts, data, context) });

/** Drops what was typed for the measures that somebody else reported, and goes on with the rest. */
async function keep({ forms, figures, opening }: KeepParts, data: FormData, context: RequestContext): Promise<Answer> {
  const form = forms.open(data.form, recordVerb);
  const refused = refusalOf(form, context);
  const named = form && namedIn(form, context);
  if (!form || !named || refused) return refuse(context, named ?? [], refused ?? "not ours");
  const gone = lost(context, named);
  if (gone) return gone;
  const theirs = Array.isArray(data.theirs) ? data.theirs : [];
  const read = readForm(await entriesOf(figures, context, named as { item: Entry["item"]; period: Entry["period"] }[]), data);
  const rest = read.map((entry, place): FilledEntry => (theirs.includes(place) ? unfilled(entry) : entry));
  const others = rest.some((entry, place) => !theirs.includes(place) && hasFigure(entry.filled) && !(entry as ReadEntry).same);
  if (others) return figureForm(context, { entries: rest, presses: opening.pressesFor(context, rest) });
  return answerIn("notice", {
    title: "Kept as it is",
    lead: [...rest.flatMap((entry) => standsInWords(context, entry)), "Nothing was changed."],
    presses: nextOf(context),
    suggestions: [],
  });
}
