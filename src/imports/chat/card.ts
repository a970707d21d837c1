/** The card that shows what was read from a file, what would change, and the rows to look at, a page of them at a time. */
import { type Forms, sealFor, type Typed } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import { dayInWords, type Plan, planInShort } from "../../plan/index.js";
import type { Answer, FormInput, FormPart, Press } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { are, listedUpTo, plural } from "../../shared/words.js";
import { countsOf } from "../changes.js";
import { countsInWords, itemsInWords } from "../in-words.js";
import { type Offer, startsName } from "./offer.js";
import { pagesOf } from "./pages.js";
import { type SettledRow, visibleRows } from "./settled-row.js";

export const importVerb = "plan.import";
export const leaveVerb = "plan.leave";
export const rowsVerb = "plan.rows";

/** What a card of an import is about. */
export interface AboutImport {
  /** Missing where the sample is replaced. */
  plan?: string;
  /** It is loaded beside that plan, and was compared with none. */
  beside?: boolean;
  /** Of the plan that the file was compared with, or that it is loaded beside. */
  revision: number;
  /** Of the kept file; an import of it counts once. */
  file: string;
  name: string;
}

/** What a button of it seals besides: the page it stands on, from 0, the names of that page's inputs, and of another page which one. */
export interface OnPage {
  page: number;
  inputs: string[];
  to?: number;
}

export interface Shown {
  page?: number;
  /** What was chosen so far, by the inputs' names; what is here was looked at. */
  chosen?: Map<string, string>;
  /** What was typed just now and cannot be taken. */
  typed?: Map<string, Typed>;
  alert?: string;
}

const formats = {
  appendix: "the text of an appendix",
  text: "a text",
  "CSV file": "a CSV file",
  PDF: "a PDF",
  "plan file": "a plan file",
  "Word document": "a Word document",
  spreadsheet: "a spreadsheet",
} as const;
const mostIds = 30;

function whatChanges({ added, reworded, retired, returned, first }: Offer["changes"], { known }: RequestContext, { beside }: AboutImport): string[] {
  if (beside) return [`It is added next to ${planInShort(known)}, which stays as it is.`];
  if (first) return [known.sample ? "It replaces the sample plan, and its examples go." : "There is no plan yet."];
  const ids = (words: string, list: string[]) => (list.length ? [`${words} (${list.length}): ${listedUpTo(list, mostIds)}`] : []);
  const said = [
    ...ids("New", added),
    ...ids("Changed in wording", [...new Set(reworded.map(({ id }) => (id === "plan" ? "the title" : id)))]),
    ...ids("Gone", retired),
    ...ids("Back again", returned),
  ];
  return said.length ? said : ["Nothing is new, changed in wording or gone."];
}

const inputOf = (name: string, input: Omit<FormInput, "name">, { chosen, typed }: Shown): FormInput => {
  const { text, problem } = typed?.get(name) ?? { text: chosen?.get(name) || (input.value ?? "") };
  return { name, ...input, value: text, ...(problem && { message: problem }) };
};

const rowPart = ({ name, id, why, facts, input }: SettledRow, shown: Shown): FormPart => ({ id, text: why, facts, inputs: [inputOf(name, input, shown)] });

function startsPart({ asksStarts }: Offer, shown: Shown): FormPart[] {
  if (!asksStarts) return [];
  const input = inputOf(startsName, { kind: "date", label: "First day of Year 1" }, shown);
  return [{ id: "", text: "When does Year 1 start?", facts: ["The file does not say, and every date depends on it."], inputs: [input] }];
}

/** Which rows these are of all, and what becomes of those that nobody looked at. */
function rowsSaid(rows: readonly SettledRow[], page: SettledRow[], first: number, { chosen = new Map() }: Shown): FormPart[] {
  if (!rows.length) return [];
  if (page.length === rows.length) return [{ id: "", text: `Please check ${plural(rows.length, "row")}:`, facts: [], inputs: [] }];
  const here = new Set(page.map(({ name }) => name));
  const open = rows.filter(({ name }) => !here.has(name) && !chosen.has(name)).length;
  const text = `Please check ${rows.length} rows. ${page.length > 1 ? `These are ${first + 1} to ${first + page.length}` : `This is number ${first + 1}`}:`;
  const which = open === rows.length - page.length ? `The other ${open > 1 ? open : ""}`.trimEnd() : `${open} of the others`;
  const others = open
    ? `${which} ${are(open)} not checked yet. If you press Import now, ${open === 1 ? "it is" : "they are"} taken as read.`
    : "You have checked all the others.";
  return [{ id: "", text, facts: [others], inputs: [] }];
}

const staysSaid = " Leads, statuses, figures and history stay.";

const countsSaid = (plan: Plan): string => {
  const counts = countsOf(plan);
  return counts.figures ? countsInWords(counts) : itemsInWords(counts);
};

function leadOf({ read, changes, asksStarts }: Offer, { name }: AboutImport, page: number): string[] {
  const nothingYet = `Nothing is saved until you press Import.${changes.first ? "" : staysSaid}`;
  if (page > 0) return [`From ${name}. ${nothingYet}`];
  const starts = asksStarts ? [] : [`Year 1 starts on ${dayInWords(read.plan.starts)}${read.startsSaidBy === "source" ? "" : ", as before"}.`];
  return [`I read ${name} as ${formats[read.format]}. It has ${countsSaid(read.plan)}.`, ...starts, nothingYet];
}

/** The page that a row's input is on; that of the first day of Year 1 is the first one. */
export const pageOf = ({ rows }: Offer, name: string, chosen: ReadonlyMap<string, string>): number =>
  Math.max(
    pagesOf(visibleRows(rows, chosen)).findIndex((page) => page.some((row) => row.name === name)),
    0,
  );

/** The card of a plan to import: what was read, what would change, a page of rows to decide on, Import on each page. */
export function importCard(forms: Forms, context: RequestContext, offer: Offer, about: AboutImport, shown: Shown = {}): Answer {
  const rows = visibleRows(offer.rows, shown.chosen ?? new Map());
  const pages = pagesOf(rows);
  // Leads and joins may have been named since a page was shown, and rows have come or gone with them.
  const at = Math.min(shown.page ?? 0, pages.length - 1);
  const page = pages[at] ?? [];
  const inputs = [...(at === 0 && offer.asksStarts ? [startsName] : []), ...page.map(({ name }) => name)];
  const press = (label: string, verb: string, to?: number): Press => {
    const on: OnPage = { page: at, inputs, ...(to !== undefined && { to }) };
    return { label, verb, data: { form: sealFor(forms, verb, context, { ...about, ...on }) } };
  };
  const first = pages.slice(0, at).flat().length;
  return answerIn("form", {
    eyebrow: "A plan to import",
    title: offer.read.plan.title,
    ...(shown.alert && { alert: shown.alert }),
    lead: leadOf(offer, about, at),
    parts: [
      ...(at === 0 ? [...startsPart(offer, shown), { id: "", text: "What would change:", facts: whatChanges(offer.changes, context, about), inputs: [] }] : []),
      ...rowsSaid(rows, page, first, shown),
      ...page.map((row) => rowPart(row, shown)),
    ],
    presses: [
      ...(at > 0 ? [press("Back", rowsVerb, at - 1)] : []),
      ...(at < pages.length - 1 ? [press("Next rows", rowsVerb, at + 1)] : []),
      { ...press("Import", importVerb), style: "positive" },
      { ...press("Do not import", leaveVerb), alone: true },
    ],
    suggestions: [],
  });
}
