/** Entries of the record in words. Pure. */

import type { Change, ChangePart, Said } from "../audit/index.js";
import { absenceInWords, valueInWords } from "../figures/index.js";
import { byWhom, handOverVerb } from "../people/index.js";
import { saidInWords } from "../progress/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Row } from "../shared/answer.js";
import { shortPeriod } from "./measure-words.js";
import { facts } from "./rows.js";
import { wordsOf } from "./scope.js";
import { capital, instantInWords, listedUpTo, shortened } from "./wording.js";

const names: Record<string, string> = {
  plan: "plan imported,",
  printed: "printed",
  slips: "moved",
  milestone: "done on",
  evidence: "evidence",
  "milestone note": "note on it",
  "more time": "more time asked for, until",
  "answer to more time": "more time",
  due: "due",
  "committee date": "committee date saved:",
  "not available": "not available",
  "plan used in a chat": "plan used in a chat:",
  "who is meant": "is",
  "frozen version": "plan frozen under the name",
};

function saidFor(context: AnswerContext, { item: id, what }: ChangePart, said: Said | undefined): string {
  const item = context.catalogue.find(id);
  if (said !== undefined && !Array.isArray(said) && what === "figure" && item?.type === "measure") return shortened(valueInWords(item.measure, said), 160);
  if ((what === "baseline" || what === "target") && said !== undefined && !Array.isArray(said) && item?.type === "measure")
    return shortened(valueInWords(item.measure, said), 160);
  if (what === "kind") return kindWords[String(said)] ?? String(said);
  if (what === "not available" && typeof said === "string" && said in absenceInWords) return absenceInWords[said as keyof typeof absenceInWords];
  const words = saidInWords(what, said);
  return what === "note" || what === "milestone note" ? `"${shortened(words, 160)}"` : shortened(words, 160);
}

const kindWords: Record<string, string> = { currency: "money", yesno: "yes or no", narrative: "words" };

/** "status at risk (amber), before: on track (green)" */
function partInWords(context: AnswerContext, part: ChangePart): string {
  const { what, which, from, to } = part;
  if (what === "manager") return `${which} ${to ? "made a manager" : "no longer a manager"}`;
  const name = names[what] ?? what;
  if (what === "answer to more time") return `${name} ${to ? "agreed to" : "refused"}`;
  if (/ asked for$/.test(what)) return to ? name : `${name}, then taken back`;
  if (what === "in the plan") return inThePlan[String(to)] ?? `${what}: ${to}`;
  if (what === "counted with" && to === undefined) return `counted by itself again, no longer with ${from}`;
  if (what === "committee date" && to === undefined) return `committee date removed: ${saidFor(context, part, from)}`;
  if (to === undefined) return goneInWords(what, name, saidFor(context, part, from));
  const before = from === undefined || from === to ? "" : `, before: ${saidFor(context, part, from)}`;
  return `${name} ${saidFor(context, part, to)}${before}`;
}

/** What an import makes of an item that is not in both plans. */
const inThePlan: Record<string, string> = { new: "new in the plan", again: "in the plan again", retired: "no longer in the plan" };

const goneInWords = (what: string, name: string, from: string): string => {
  if (what === "lead" || what === "reporter") return `${name} nobody, before: ${from}`;
  return isState(name) ? `no longer ${name} ${from}` : `${name} removed: ${from}`;
};

/** "done on", "paused until": what an item is, and not what it has. */
const isState = (name: string): boolean => / (?:on|until|for)$/.test(name);

/** "by lead@example.org on 24 November 2026" */
export const whoAndWhen = ({ plan }: AnswerContext, change: Pick<Change, "by" | "at" | "inPlaceOf">): string =>
  `by ${byWhom(change)} on ${instantInWords(change.at, plan.timeZone)}`;

/** A milestone's label, or a measure's period. */
const whichInWords = ({ plan, catalogue }: AnswerContext, { item, which = "" }: ChangePart): string =>
  catalogue.find(item)?.type === "measure" ? shortPeriod(plan, { period: which }) : which;

/** What several parts are about is said once: "Pilot: done on 20 March 2026; note on it …". */
function partsInWords(context: AnswerContext, parts: ChangePart[]): string {
  const groups = new Map<string, string[]>();
  for (const part of parts) {
    const which = part.what === "manager" ? "" : whichInWords(context, part);
    groups.set(which, [...(groups.get(which) ?? []), partInWords(context, part)]);
  }
  return [...groups].map(([which, said]) => `${which ? `${which}: ` : ""}${said.join("; ")}`).join("; ");
}

/** One change as a line of a list, named by its item unless all of the list is about it, or by how many it is about. */
export function changeRow(context: AnswerContext, change: Change, about?: string): Row {
  const own = change.parts.filter(({ item }) => item === about);
  const parts = own.length ? own : change.parts;
  const ids = [...new Set(parts.map(({ item }) => item))];
  const item = ids.length === 1 ? context.catalogue.find(ids[0] ?? "") : undefined;
  const said = ids.length > 1 ? manyInWords(context, change) : partsInWords(context, parts);
  const why = change.why && !change.parts.some(({ to }) => to === change.why) ? `Because: ${shortened(change.why, 160)}` : undefined;
  return {
    id: item && item.id !== about ? item.id : "",
    text: item && item.id !== about ? `${shortened(wordsOf(item), 70)}: ${said}` : capital(said),
    detail: facts(whoAndWhen(context, change), why),
  };
}

/** What several items have in common is said once: "everything of a@… handed over to b@…: 2.3, 2.3.1", "counted with 2.1.m1: 2.4.m1 and 2.5.m1". */
function manyInWords(context: AnswerContext, { parts, through }: Change): string {
  const groups = new Map<string, Set<string>>();
  for (const part of parts) {
    const words = handedOver(part, through) ?? (reworded.has(part.what) ? "other wording" : partInWords(context, part));
    groups.set(words, (groups.get(words) ?? new Set()).add(part.item));
  }
  return [...groups].map(([words, ids]) => `${words}: ${listedUpTo([...ids], 12)}`).join("; ");
}

const reworded: ReadonlySet<string> = new Set(["text", "title", "name", "statement", "timescale"]);

const handedOver = ({ from, to }: ChangePart, through: string): string | undefined =>
  through === handOverVerb ? `everything of ${from} handed over to ${to}` : undefined;
