/** What was saved, made of the change alone, so that the same press always has the same receipt. */

import type { Change, ChangePart, Said } from "../audit/index.js";
import { changeFacts, type RequestContext } from "../people/index.js";
import { badgeOf, Day, dayInWords, Status, timesInWords } from "../plan/index.js";
import type { Answer, Badge, Suggestion } from "../shared/answer.js";
import { answerIn, ask } from "../shared/answer-text.js";
import { badgeInWords, capital } from "../shared/words.js";

const labels: Record<string, string> = {
  status: "Status",
  note: "Note",
  milestone: "Done on",
  evidence: "Evidence",
  "milestone note": "Note on it",
  "more time": "New date asked for",
  "answer to more time": "Answer",
  due: "Due",
  printed: "Printed",
  slips: "Moved",
};

/** A kept value as people read it: a day, a status, an answer, or the words themselves. */
export function saidInWords(what: string, said: Said | undefined): string {
  if (said === undefined || said === "") return "nothing";
  if (typeof said === "boolean") return what === "answer to more time" ? (said ? "agreed" : "refused") : said ? "yes" : "no";
  if (what === "slips") return timesInWords(Number(said));
  if (Array.isArray(said)) return said.join(", ") || "nobody";
  if (what === "status") {
    const status = Status.safeParse(said);
    return status.success ? badgeInWords(badgeOf(status.data)) : String(said);
  }
  return typeof said === "string" && Day.safeParse(said).success ? dayInWords(said) : String(said);
}

/** "Done on (Pilot): 20 March 2026; before: nothing" */
export function partFact({ what, which, from, to }: ChangePart): { label: string; value: string } {
  const label = `${labels[what] ?? capital(what)}${which ? ` (${which})` : ""}`;
  const before = from === undefined || what === "answer to more time" ? "" : `; before: ${saidInWords(what, from)}`;
  return { label, value: `${to === undefined ? "taken back" : saidInWords(what, to)}${before}` };
}

export interface ReceiptWords {
  title?: string;
  lead?: string[];
  suggestions?: Suggestion[];
}

/** The receipt of a change to one action: each part with what was before, by whom, when. */
export function receiptFor(change: Change, context: RequestContext, { title, lead = [], suggestions }: ReceiptWords = {}): Answer {
  const [id = ""] = change.items;
  const item = context.catalogue.find(id);
  const status = Status.safeParse(change.parts.find(({ what }) => what === "status")?.to);
  const badge: Badge | undefined = status.success ? badgeOf(status.data) : undefined;
  const text = item?.type === "action" ? item.action.text : "";
  return answerIn("receipt", {
    title: title ?? `Saved: ${id}`,
    lead,
    rows: [{ id, text, ...(badge && { badge }) }],
    facts: [...change.parts.map(partFact), ...changeFacts(change, context)],
    presses: [],
    suggestions: suggestions ?? [ask("Correct this", `Update ${id}`), ask("My actions")],
  });
}
