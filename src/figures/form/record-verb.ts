/** Saving a form of figures: who and whether it may be, what was typed, one write, the receipt. */
import { FormData, type FormRefusal, type Forms, refusalInWords, refusalOf, type SealedForm } from "../../forms/index.js";
import { permits, refusal } from "../../people/index.js";
import type { Answer, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { type Verb, verb } from "../../shared/verb.js";
import { listed } from "../../shared/words.js";
import { type Figures, reportId } from "../figures.js";
import { notReportable } from "../reportable.js";
import type { Outcome, Reporting } from "../reporting.js";
import { type Entry, entriesOf, type FormScene, type Named, namedIn } from "./entries.js";
import { asksBaseline, type Filled, type FilledEntry, figureForm, inputName, reporterInWords, reportInWords, unfilled } from "./figure-form.js";
import { formVerb, type OpeningForms, recordVerb } from "./figure-forms.js";
import { type ReadEntry, readForm } from "./read-form.js";
import { receiptOf } from "./receipt.js";
import { ownMeasures } from "./whose.js";

export interface RecordParts {
  forms: Forms;
  figures: Figures;
  reporting: Reporting;
  opening: OpeningForms;
}

const keepVerb = "figures.keep";

/** A form in somebody's hand: found to be theirs, and about measures of the plan as it stands. */
interface Held {
  form: SealedForm;
  named: Named[];
}

export function recordVerbs(parts: RecordParts): Verb<FormScene>[] {
  return [
    verb({ name: recordVerb, data: FormData, run: (data, scene: FormScene) => record(parts, data, scene) }),
    verb({ name: keepVerb, data: FormData, run: (data, scene: FormScene) => keep(parts, data, scene) }),
  ];
}

async function record(parts: RecordParts, data: FormData, scene: FormScene): Promise<Answer> {
  const form = parts.forms.open(data.form, recordVerb);
  const refused = refusalOf(form, scene);
  const named = form && namedIn(form, scene);
  if (!form || !named) return refuse(scene, named ?? [], refused ?? "not ours");
  if (refused === "somebody else's") return refuse(scene, named, refused);
  const reports = await parts.figures.these(named.map(({ id, period }) => reportId(scene.known.id, id, period.name)));
  const used = await parts.reporting.outcomeOf(form.id, reports, holdsSeveral(named));
  if (used) return receiptOf(scene, form.id, used, nextOf(scene));
  if (refused) return refuse(scene, named, refused);
  return lost(scene, named) ?? (await save(parts, data, scene, { form, named }));
}

/** A form that could write more than one thing: several reports, or a baseline beside the figure. */
const holdsSeveral = (named: Named[]): boolean =>
  named.length > 1 || named.some(({ item, seen }) => seen < 0 && item && asksBaseline({ item, first: true } as Entry));

async function save({ figures, reporting, opening, ...parts }: RecordParts, data: FormData, scene: FormScene, { form, named }: Held): Promise<Answer> {
  const entries = await entriesOf(figures, scene, named as { item: Entry["item"]; period: Entry["period"] }[]);
  const read = readForm(entries, data);
  const changed = read.map((entry, place) => overtakenBy(scene, entry, named[place] as Named));
  if (changed.some(({ isNew }) => isNew)) return chooseBetween(opening, scene, changed);
  if (read.some(({ messages }) => Object.keys(messages).length)) return again(scene, data, read);
  const toSave = read.flatMap((entry) => entry.toSave ?? []);
  if (!toSave.length) return nothingToSave(scene, data, read);
  const submission = {
    id: form.id,
    plan: scene.known.id,
    author: { email: scene.asker.email?.toLowerCase() ?? "", id: scene.asker.id },
    at: scene.at.toISOString(),
    reports: toSave,
    baselines: read.flatMap(({ item, baseline }) => (baseline === undefined ? [] : [{ measure: item.id, value: baseline }])),
  };
  const outcome = await reporting.record(submission, holdsSeveral(named));
  if (outcome.saved.length) return receiptOf(scene, form.id, outcome, nextOf(scene));
  // Somebody was quicker between reading and writing: what they saved is there to be seen now.
  return save({ figures, reporting, opening, ...parts }, data, scene, { form, named });
}

interface Overtaken extends ReadEntry {
  /** Somebody saved something else since the form was made. */
  isNew: boolean;
}

/** What somebody else saved while the form was open is shown, and saving becomes a correction of it. */
function overtakenBy({ plan, asker }: FormScene, read: ReadEntry, { seen }: Named): Overtaken {
  const { report, item } = read;
  const isSaid = Boolean(read.toSave || Object.keys(read.messages).length);
  if (!report || (report.revision ?? 0) === seen || !isSaid || !hasFigure(read.filled)) return { ...read, isNew: false };
  const who = report.by === asker.email?.toLowerCase() ? "You" : (report.by ?? "Somebody");
  const words = `${who} reported ${reportInWords(item.measure, report)}${reporterInWords(plan, { at: report.at })}, while this form was open. Save yours in its place, or keep what is saved?`;
  return { ...read, isNew: true, filled: { ...read.filled, why: read.filled.why || "Both were reported; this one is right." }, messages: { value: words } };
}

const hasFigure = ({ value, none }: Filled): boolean => Boolean(value || none);

function chooseBetween(opening: OpeningForms, scene: FormScene, read: Overtaken[]): Answer {
  const places = read.flatMap(({ isNew }, place) => (isNew ? [place] : []));
  const [{ data: fresh }] = opening.pressesFor(scene, read) as [Press, ...Press[]];
  return figureForm(scene, {
    entries: read,
    alert: `Nothing has been saved yet: ${listed(places.map((place) => read[place]?.item.id ?? ""))} ${places.length === 1 ? "was" : "were"} reported by somebody else meanwhile.`,
    presses: [
      { label: "Save mine", verb: recordVerb, data: { ...fresh, ...sureOf(read) }, style: "positive" },
      { label: "Keep what is saved", verb: keepVerb, data: { ...fresh, theirs: places } },
    ],
  });
}

/** Drops what was typed for the measures that somebody else reported, and goes on with the rest. */
async function keep({ forms, figures, opening }: RecordParts, data: FormData, scene: FormScene): Promise<Answer> {
  const form = forms.open(data.form, recordVerb);
  const refused = refusalOf(form, scene);
  const named = form && namedIn(form, scene);
  if (!form || !named || refused) return refuse(scene, named ?? [], refused ?? "not ours");
  const gone = lost(scene, named);
  if (gone) return gone;
  const theirs = Array.isArray(data.theirs) ? data.theirs : [];
  const read = readForm(await entriesOf(figures, scene, named as { item: Entry["item"]; period: Entry["period"] }[]), data);
  const rest = read.map((entry, place): FilledEntry => (theirs.includes(place) ? unfilled(entry) : entry));
  const others = rest.some((entry, place) => !theirs.includes(place) && hasFigure(entry.filled) && !(entry as ReadEntry).same);
  if (others) return figureForm(scene, { entries: rest, presses: opening.pressesFor(scene, rest) });
  return answerIn("notice", {
    title: "Kept as it is",
    lead: [...rest.flatMap((entry) => standsInWords(scene, entry)), "Nothing was changed."],
    presses: nextOf(scene),
    suggestions: [],
  });
}

const standsInWords = ({ plan }: FormScene, { item, period, report }: Entry): string[] =>
  report ? [`${item.id} for ${period.name}: ${reportInWords(item.measure, report)}${reporterInWords(plan, report)}.`] : [];

/** The same form, with everything typed still in it and the messages beside the inputs. */
function again(scene: FormScene, data: FormData, read: ReadEntry[]): Answer {
  const wrong = read.filter(({ messages }) => Object.keys(messages).length);
  const onlyOdd = wrong.every(({ odd }) => odd);
  return figureForm(scene, {
    entries: read,
    alert: `Nothing has been saved yet: please look at ${listed(wrong.map(({ item }) => item.id))}.`,
    presses: [{ label: onlyOdd ? "Save all the same" : "Save", verb: recordVerb, data: { form: data.form, ...sureOf(read) }, style: "positive" }],
  });
}

/** What was asked back is not asked again as long as it stays as it is. */
function sureOf(read: ReadEntry[]): { sure?: Record<string, string> } {
  const sure = read.flatMap(({ odd, filled }, place): [string, string][] => (odd ? [[inputName("value", place), filled.value]] : []));
  return sure.length ? { sure: Object.fromEntries(sure) } : {};
}

function nothingToSave(scene: FormScene, data: FormData, read: ReadEntry[]): Answer {
  const same = read.filter((entry) => entry.same);
  if (same.length)
    return answerIn("notice", {
      title: "That stands already",
      lead: [...same.flatMap((entry) => standsInWords(scene, entry)), "Nothing was changed."],
      presses: nextOf(scene),
      suggestions: [],
    });
  return figureForm(scene, {
    entries: read,
    alert: "Nothing has been saved: nothing was filled in.",
    presses: [{ label: "Save", verb: recordVerb, data: { form: data.form }, style: "positive" }],
  });
}

/** Why some of a form can no longer be reported by whoever has it. */
function lost(scene: FormScene, named: Named[]): Answer | undefined {
  for (const { id, item, period } of named) {
    const closed = notReportable(scene, period);
    if (!item) return refuseFor(scene, named, [`The plan has no measure ${id} any more.`]);
    if (!permits("report a figure", scene, item)) return refuseFor(scene, named, refusal("report a figure", `report ${id}`, scene, item));
    if (closed) return refuseFor(scene, named, [closed]);
  }
  return undefined;
}

const refuse = (scene: FormScene, named: Named[], why: FormRefusal): Answer => refuseFor(scene, named, [refusalInWords[why]]);

/** A plain refusal, with the form as it is now for whoever pressed. */
function refuseFor(scene: FormScene, named: Named[], why: string[]): Answer {
  const lead = why.some((line) => line.includes("Nothing was saved")) ? why : [...why, "Nothing was saved."];
  const theirs = named.flatMap(({ item }) => (item && permits("report a figure", scene, item) ? [item.id] : []));
  const current: Press[] = theirs.length
    ? [{ label: "Open the form as it is now", verb: formVerb, data: { measures: theirs }, style: "positive" }]
    : ownMeasures(scene).length
      ? [{ label: "Open your form", verb: formVerb, data: {}, style: "positive" }]
      : [];
  return answerIn("notice", { title: "Not saved", lead, presses: current, suggestions: [] });
}

/** On to what else the presser is to report. */
const nextOf = (scene: FormScene): Press[] => (ownMeasures(scene).length > 1 ? [{ label: "Next form", verb: formVerb, data: {} }] : []);

export type { Outcome };
