/** The card that shows what was read from a file, what would change, and what to look at. */
import { type Forms, sealFor, type Typed } from "../../forms/index.js";
import type { Moment } from "../../people/index.js";
import type { ReadPlan } from "../../plan/import/index.js";
import { dayInWords, type Plan } from "../../plan/index.js";
import type { Answer, FormInput, FormPart } from "../../shared/answer.js";
import { answerIn } from "../../shared/answer-text.js";
import { listedUpTo, plural } from "../../shared/words.js";
import { type Changes, countsOf } from "../changes.js";
import { countsInWords, itemsInWords } from "../in-words.js";
import { rowsOf, type SettledRow } from "./rows.js";

export const importVerb = "plan.import";
export const leaveVerb = "plan.leave";

/** What a card of an import is about. */
export interface AboutImport {
  /** Missing where the sample is replaced. */
  plan?: string;
  /** Of the plan that the file was compared with. */
  revision: number;
  file: string;
  name: string;
}

/** A file as read against the plan in force. */
export interface Offer {
  read: ReadPlan;
  changes: Changes & { first: boolean };
  rows: SettledRow[];
  /** The first day of Year 1 is nowhere said. */
  asksStarts: boolean;
}

export const offerOf = (read: ReadPlan, changes: Offer["changes"], { known }: Moment): Offer => ({
  read,
  changes,
  rows: rowsOf({ plan: read.plan, look: changes.look, changes, before: changes.first ? undefined : known.plan }),
  asksStarts: read.startsSaidBy === "nobody" && known.sample,
});

/** As many as a card holds; what is not shown counts as read. */
const mostDecided = 8;
const mostNoted = 5;
const mostIds = 30;

const hasInput = ({ input }: SettledRow): boolean => input !== undefined;
export const decided = (rows: SettledRow[]): SettledRow[] => rows.filter(hasInput).slice(0, mostDecided);
export const inputName = (place: number): string => `row${place}`;

const formats = { appendix: "the text of an appendix", "plan file": "a plan file", "Word document": "a Word document", spreadsheet: "a spreadsheet" } as const;

function whatChanges({ added, reworded, retired, returned, first }: Offer["changes"], { known }: Moment): string[] {
  if (first) return [known.sample ? "It takes the place of the sample plan, whose examples go." : "There is no plan yet."];
  const ids = (words: string, list: string[]) => (list.length ? [`${words} (${list.length}): ${listedUpTo(list, mostIds)}`] : []);
  const said = [
    ...ids("New", added),
    ...ids("Changed in wording", [...new Set(reworded.map(({ id }) => (id === "plan" ? "the title" : id)))]),
    ...ids("Gone", retired),
    ...ids("Back again", returned),
  ];
  return said.length ? said : ["Nothing is new, changed in wording or gone."];
}

function rowParts(rows: SettledRow[], typed: Map<string, Typed>): FormPart[] {
  const shown = decided(rows);
  const parts = shown.map((row, place): FormPart => {
    const { text, problem } = typed.get(row.key) ?? { text: "" };
    const input = { name: inputName(place), ...(row.input as Omit<FormInput, "name">) };
    return { id: row.id, text: row.why, facts: [], inputs: [{ ...input, ...(text && { value: text }), ...(problem && { message: problem }) }] };
  });
  const noted = rows.filter((row) => !hasInput(row));
  const hidden = rows.filter(hasInput).length - shown.length;
  const more = [
    ...(hidden > 0 ? [`${plural(hidden, "more row")} could be decided; they are taken as read.`] : []),
    ...(noted.length > mostNoted ? [`and ${noted.length - mostNoted} more to look at, once the plan is in`] : []),
  ];
  const notes = noted.slice(0, mostNoted).map(({ id, why }): FormPart => ({ id: id === "plan" ? "" : id, text: why, facts: [], inputs: [] }));
  return [...parts, ...notes, ...(more.length ? [{ id: "", text: "", facts: more, inputs: [] }] : [])];
}

function startsPart(offer: Offer, starts: Typed | undefined): FormPart[] {
  if (!offer.asksStarts) return [];
  const { text = "", problem } = starts ?? {};
  const input: FormInput = { name: "starts", kind: "date", label: "First day of Year 1", ...(text && { value: text }), ...(problem && { message: problem }) };
  return [{ id: "", text: "When does Year 1 start?", facts: ["The file does not say it, and every date follows from it."], inputs: [input] }];
}

const staysSaid = " Leads, statuses, figures and history stay.";

const countsSaid = (plan: Plan): string => {
  const counts = countsOf(plan);
  return counts.figures ? countsInWords(counts) : itemsInWords(counts);
};

/** `typed` is what was chosen before, by row; that of the first day by "starts". */
export function importCard(
  forms: Forms,
  moment: Moment,
  offer: Offer,
  about: AboutImport,
  { typed = new Map(), alert }: { typed?: Map<string, Typed>; alert?: string } = {},
): Answer {
  const { read, changes, rows } = offer;
  const press = (label: string, verb: string) => ({ label, verb, data: { form: sealFor(forms, verb, moment, about) } });
  const starts = offer.asksStarts ? [] : [`Year 1 starts on ${dayInWords(read.plan.starts)}${read.startsSaidBy === "source" ? "" : ", as before"}.`];
  return answerIn("form", {
    eyebrow: "A plan to import",
    title: read.plan.title,
    ...(alert && { alert }),
    lead: [
      `${about.name} was read as ${formats[read.format]}: ${countsSaid(read.plan)}.`,
      ...starts,
      `Nothing is saved before you press Import.${changes.first ? "" : staysSaid}`,
    ],
    parts: [
      ...startsPart(offer, typed.get("starts")),
      { id: "", text: "What would change:", facts: whatChanges(changes, moment), inputs: [] },
      ...(rows.length ? [{ id: "", text: `Please look at ${plural(rows.length, "row")}:`, facts: [], inputs: [] }, ...rowParts(rows, typed)] : []),
    ],
    presses: [
      { ...press("Import", importVerb), style: "positive" },
      { ...press("Do not import", leaveVerb), alone: true },
    ],
    suggestions: [],
  });
}
