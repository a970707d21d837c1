/** Saving a form of figures: who and whether it may be, what was typed, one write, the receipt. */
import { FormData, type Forms, refusalOf, type SealedForm } from "../../forms/index.js";
import { authorFor, type RequestContext } from "../../people/index.js";
import type { Answer } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";
import { listed } from "../../shared/words.js";
import { type Figures, reportId } from "../figures.js";
import type { Outcome, Reporting } from "../reporting.js";
import type { ReportDocument } from "../write-report.js";
import { type Entry, entriesOf, holdsSeveral, isMoved, type Named, namedIn } from "./entries.js";
import { figureForm } from "./figure-form.js";
import { type OpeningForms, recordVerb } from "./figure-forms.js";
import { lost, nextOf, refuse } from "./held.js";
import { chooseBetween, overtakenBy } from "./overtaken.js";
import { type ReadEntry, readForm, sureOf } from "./read-form.js";
import { receiptOf, standsInWords } from "./receipt.js";

export interface RecordParts {
  forms: Forms;
  figures: Figures;
  reporting: Reporting;
  opening: OpeningForms;
}

/** What stands of the measures that a form is about; nothing where the plan lacks some of them, or for a form that is none of theirs. */
type Seen = Entry[] | undefined;

/** The verb of "Save". */
export const recordVerbOf = (parts: RecordParts): Verb<RequestContext> =>
  verb<RequestContext, typeof FormData, Seen>({
    name: recordVerb,
    data: FormData,
    look: (data, context) => standingNow(parts, data, context),
    run: (data, context, seen) => record(parts, data, context, seen),
  });

/** One look at what stands serves everything below; what comes between it and the write is found by the write. */
async function standingNow({ forms, figures }: RecordParts, data: FormData, context: RequestContext): Promise<Seen> {
  const form = forms.open(data.form, recordVerb);
  const named = form && refusalOf(form, context) !== "somebody else's" ? namedIn(form, context) : undefined;
  const wanted = named?.flatMap(({ item, period }) => (item ? [{ item, period }] : [])) ?? [];
  return wanted.length && wanted.length === named?.length ? entriesOf(figures, context, wanted) : undefined;
}

async function record(parts: RecordParts, data: FormData, context: RequestContext, entries: Seen): Promise<Answer> {
  const form = parts.forms.open(data.form, recordVerb);
  const refused = refusalOf(form, context);
  const named = form && namedIn(form, context);
  if (!form || !named) return refuse(context, named ?? [], refused ?? "not ours");
  if (refused === "somebody else's") return refuse(context, named, refused);
  const used = await usedBefore(parts, context, { form, named, entries });
  if (used) return receiptOf(context, form.id, used, nextOf(context));
  if (refused) return refuse(context, named, refused);
  const gone = lost(context, named);
  if (gone || !entries) return gone ?? refuse(context, named, "not ours");
  const answer = await save(parts, data, context, { form, named, entries });
  // Somebody was quicker between looking and writing: what they saved is there to be seen now.
  return answer ?? record(parts, data, context, await standingNow(parts, data, context));
}

/** A form in the hand of the person it was made for. */
interface Held {
  form: SealedForm;
  named: Named[];
  /** Nothing when the plan lacks some of its measures. */
  entries: Entry[] | undefined;
}

/** What the form came to before. A form with one report cannot have been used while that stands as it was seen. */
async function usedBefore({ figures, reporting }: RecordParts, { known }: RequestContext, { form, named, entries }: Held): Promise<Outcome | undefined> {
  const several = holdsSeveral(form);
  if (!several && entries && !isMoved(named, entries)) return undefined;
  const reports = entries
    ? entries.flatMap(({ report }) => report ?? [])
    : await figures.these(named.map(({ id, period }) => reportId(known.id, id, period.name)));
  return reporting.outcomeOf(form.id, reports, several);
}

/** Nothing when somebody else was quicker. */
async function save(
  { reporting, opening }: RecordParts,
  data: FormData,
  context: RequestContext,
  { form, named, entries = [] }: Held,
): Promise<Answer | undefined> {
  const read = readForm(entries, data);
  const overtaken = read.map((entry, place) => overtakenBy(context, entry, named[place] as Named));
  if (overtaken.some(({ isNew }) => isNew)) return chooseBetween(opening, context, overtaken);
  if (read.some(({ messages }) => Object.keys(messages).length)) return again(context, data, read);
  const reports = read.flatMap((entry) => entry.toSave ?? []);
  if (!reports.length) return nothingToSave(context, data, read);
  const baselines = read.flatMap(({ item, baseline }) => (baseline === undefined ? [] : [{ measure: item.id, value: baseline }]));
  const submission = {
    id: form.id,
    plan: context.known.id,
    author: authorFor("report a figure", context, entries[0]?.item),
    at: context.at.toISOString(),
    reports,
    baselines,
  };
  const outcome = await reporting.record(submission, holdsSeveral(form), { document: entries[0]?.report as ReportDocument | undefined });
  return outcome.saved.length ? receiptOf(context, form.id, outcome, nextOf(context)) : undefined;
}

/** The same form, with everything typed still in it and the messages beside the inputs. */
function again(context: RequestContext, data: FormData, read: ReadEntry[]): Answer {
  const wrong = read.filter(({ messages }) => Object.keys(messages).length);
  const onlyOdd = wrong.every(({ odd }) => odd);
  return figureForm(context, {
    entries: read,
    alert: `Nothing was saved yet: please look at ${listed(wrong.map(({ item }) => item.id))}.`,
    presses: [{ label: onlyOdd ? "Save all the same" : "Save", verb: recordVerb, data: { form: data.form, ...sureOf(read) }, style: "positive" }],
  });
}

function nothingToSave(context: RequestContext, data: FormData, read: ReadEntry[]): Answer {
  const same = read.filter((entry) => entry.same);
  if (same.length)
    return answerIn("notice", {
      title: "That is saved already",
      lead: [...same.flatMap((entry) => standsInWords(context, entry)), "Nothing was changed."],
      presses: nextOf(context),
      suggestions: [],
    });
  return figureForm(context, {
    entries: read,
    alert: "Nothing was saved, because the form was empty.",
    presses: [{ label: "Save", verb: recordVerb, data: { form: data.form }, style: "positive" }],
  });
}
